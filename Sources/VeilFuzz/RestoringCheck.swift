import Veil

/// Checks the way back alone, over arbitrary bytes: the first two bytes choose vault and escaping, the rest is the text.
public func checkRestoring(_ input: some Collection<UInt8>) throws {
  let input = FuzzInput(input)
  let text = input.text
  let sample = try SampleVault.all.get()[Int(input.choice & 3)]
  let escaping = Escaping.allCases[Int(input.choice >> 2 & 3)]
  let whole = Restored(text, sample.vault, Cuts(none: text), escaping)
  try expect(whole.isHoldBackKept, "more is held back than was said")
  for longest in [1, 12, 200] {
    let chunked = Restored(text, sample.vault, Cuts(text, longest: longest, seed: input.seed), escaping)
    try expect(chunked.isHoldBackKept, "more is held back than was said")
    try expectEqual(chunked.output, whole.output, "chunks decide what is restored")
    try expect(chunked == whole, "chunks decide what is counted")
  }
  if whole.report.restoredCount == 0 {
    try expectEqual(whole.output, text, "text without placeholders is changed")
  }
  // Whatever stands around a placeholder as we write it, it comes back, and what is around is read as without it.
  let cut = Int(input.seed) * text.count / 63
  let placeholder = Array(sample.placeholders[Int(input.choice >> 4) % sample.placeholders.count].utf8)
  let parts = [Array(text[..<cut]), placeholder, Array(text[cut...])]
  let joined = parts.flatMap(\.self)
  try expectEqual(
    Restored(joined, sample.vault, Cuts(none: joined), escaping).output,
    parts.flatMap { Restored($0, sample.vault, Cuts(none: $0), escaping).output },
    "what surrounds a placeholder changes how it is read")
}

/// One text's way back.
struct Restored: Equatable {
  var output: [UInt8] = []
  var report: RestorationReport
  /// Whether never more was held back than the stream said it would.
  var isHoldBackKept = true

  init(_ text: [UInt8], _ vault: Vault, _ cuts: Cuts, _ escaping: Escaping = .none) {
    var stream = RestoringStream(vault: vault, escaping: escaping)
    for cut in cuts {
      stream.append(text.span.extracting(cut), to: &output)
      if stream.heldBack > stream.holdBack { isHoldBackKept = false }
    }
    report = stream.finish(to: &output)
  }
}
