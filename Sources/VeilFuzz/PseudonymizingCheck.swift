import Veil

/// Checks the engine's laws on one input: the first two bytes choose policy, mapping and vault (see ``Setting``), the
/// rest is a conversation, texts of one vault separated by the byte 0x1E.
public func checkPseudonymizing(_ input: some Collection<UInt8>) throws {
  let input = FuzzInput(input)
  let setting = try Setting(input)
  let texts = input.text.split(separator: 0x1E, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
  let vault = try setting.makeVault()
  let others = (chunks: try setting.makeVault(), blocks: try setting.makeVault())
  var outputs: [[UInt8]] = []
  for text in texts {
    try checkFindings(of: text, setting)
    let before = try setting.reload(vault)
    let whole = Run(text, setting, vault, Cuts(none: text))
    let chunked = Run(text, setting, others.chunks, Cuts(text, longest: 40, seed: input.seed))
    try expectSame(chunked, whole, others.chunks, vault, "chunks")
    if setting.hasSmallBlocks {
      try expectSame(Run(blocksOf: text, setting, others.blocks), whole, others.blocks, vault, "the order of blocks")
    }
    try checkWayBack(from: whole, to: text, vault, before: before, input.seed)
    guard whole.error == nil else { break }
    outputs.append(whole.output)
  }
  try checkSecondRun(of: outputs, vault, setting)
}

private func expectSame(_ a: Run, _ b: Run, _ aVault: Vault, _ bVault: Vault, _ difference: String) throws {
  let errors = "\(String(describing: a.error)), \(String(describing: b.error))"
  try expect(a.error == b.error, "\(difference) decide what is refused: \(errors)")
  try expectEqual(a.output, b.output, "\(difference) decide the output")
  try expect(a.counts == b.counts, "\(difference) decide what is counted")
  try expect(aVault.entries == bVault.entries, "\(difference) decide what is in the vault")
}

/// Findings are sorted, never overlap, lie inside the text on borders of characters, and do not depend on chunks.
private func checkFindings(of text: [UInt8], _ setting: Setting) throws {
  let whole = Result { () throws(EngineError) in try setting.engine.findings(in: text, mapping: setting.mapping) }
  let chunked = Result { () throws(EngineError) in
    var stream = setting.engine.makeDetectingStream(mapping: setting.mapping)
    var found: [Finding] = []
    for cut in Cuts(text, longest: 40, seed: setting.seed) {
      try stream.append(text.span.extracting(cut), to: &found)
    }
    try stream.finish(to: &found)
    return found
  }
  try expect(whole == chunked, "chunks decide the findings: \(whole) and \(chunked)")
  if setting.seed & 1 == 1 {
    let explained = Result { () throws(EngineError) in
      try setting.engine.explain(text, mapping: setting.mapping).map(\.finding)
    }
    try expect(whole == explained, "explained is something else than found: \(explained) and \(whole)")
  }
  guard let findings = try? whole.get() else { return }
  let string = String(validating: text, as: UTF8.self)
  var end = 0
  for finding in findings {
    let range = finding.range
    try expect(range.lowerBound >= end && !range.isEmpty, "findings overlap or are not sorted: \(findings)")
    end = range.upperBound
    try expect(end <= text.count, "a finding reaches out of the text: \(finding)")
    try expect((0...1).contains(finding.score), "a score is out of range: \(finding)")
    guard let string else { continue }
    for place in [range.lowerBound, range.upperBound] {
      let index = string.utf8.index(string.startIndex, offsetBy: place)
      try expect(String.Index(index, within: string) != nil, "a finding cuts a character: \(finding)")
    }
  }
}

/// Restoring gives back the text, or, where it was refused half-way, the beginning of it.
private func checkWayBack(
  from run: Run, to text: [UInt8], _ vault: Vault, before: Vault, _ seed: UInt8
) throws {
  // A text that has placeholders of earlier texts means them: it comes back as what they stand for.
  let earlier = Restored(text, before, Cuts(none: text)).report
  guard earlier.restoredCount == 0, earlier.unnumbered.isEmpty else { return }
  let restored = Restored(run.output, vault, Cuts(none: run.output))
  if run.error == nil {
    try expectEqual(restored.output, text, "the round trip does not give back the text")
  } else {
    let beginning = Array(text.prefix(restored.output.count))
    try expectEqual(restored.output, beginning, "what was written before an error is not the text's beginning")
  }
  let chunked = Restored(run.output, vault, Cuts(run.output, longest: 12, seed: seed))
  try expect(restored == chunked, "chunks decide what is restored")
}

/// A second run over the outputs, with the vault as it was saved, is not refused and comes back as exactly. That it
/// changes nothing is checked on texts that people write: bytes without sense can be made to speak against a finding from
/// just as far as the context reaches before, and no longer after.
private func checkSecondRun(of outputs: [[UInt8]], _ vault: Vault, _ setting: Setting) throws {
  let saved = vault.entries
  let again = try setting.reload(vault)
  try expect(again.entries == saved, "a vault changes by being saved and loaded")
  for output in outputs {
    let second = Run(output, setting, again, Cuts(none: output))
    if case .vault? = second.error { return }
    try expect(second.error == nil, "the output is refused: \(second.error!)")
    let back = Restored(second.output, again, Cuts(none: second.output)).output
    try expectEqual(back, Restored(output, vault, Cuts(none: output)).output, "a second run cannot be restored")
  }
}

/// One text's way in.
private struct Run {
  var output: [UInt8] = []
  var counts: [EntityType: Int] = [:]
  var error: EngineError?

  init(_ text: [UInt8], _ setting: Setting, _ vault: Vault, _ cuts: Cuts) {
    do throws(EngineError) {
      var stream = setting.engine.makePseudonymizingStream(vault: vault)
      for cut in cuts { try stream.append(text.span.extracting(cut), to: &output) }
      counts = try stream.finish(to: &output)
    } catch {
      self.error = error
    }
  }
  /// All blocks are analysed before the first is written, the last one first.
  init(blocksOf text: [UInt8], _ setting: Setting, _ vault: Vault) {
    var cutter = setting.engine.makeBlockCutter()
    var blocks: [Block] = []
    var position = 0
    while let block = cutter.next(from: text.span, at: &position) { blocks.append(block) }
    while let block = cutter.nextAtEnd() { blocks.append(block) }
    let analyses = blocks.reversed().map { block in
      Result { () throws(EngineError) in try setting.engine.analyze(block, mapping: setting.mapping) }
    }
    do throws(EngineError) {
      var stream = setting.engine.makePseudonymizingStream(vault: vault)
      for analysis in analyses.reversed() { try stream.append(analysis.get(), to: &output) }
      counts = try stream.close(to: &output)
    } catch {
      self.error = error
    }
  }
}
