import Veil
import VeilFormats

/// Puts placeholders into plain text.
final class TextPseudonymization: Treatment {
  let treat: @Sendable (Block) throws -> Analysis
  private(set) var counts: [EntityType: Int] = [:]
  private let engine: Engine
  private let vault: Vault
  private let outputs: Outputs
  /// What was in the vault before this run is ours where the text has it; what the run issues is not.
  private let since: Vault.Mark
  private var stream: PseudonymizingStream?

  init(_ engine: Engine, _ vault: Vault, _ outputs: Outputs) {
    self.engine = engine
    self.vault = vault
    self.outputs = outputs
    since = vault.mark
    treat = { try engine.analyze($0, mapping: vault.mapping) }
  }

  func makeCutter() -> Cutter { textCutter(engine) }

  func begin(_ input: InputPath) throws {
    try outputs.begin(input)
    stream = engine.makePseudonymizingStream(vault: vault, since: since)
  }

  func commit(_ analysis: Analysis) throws {
    try outputs.write { (output) throws(EngineError) in try stream?.append(analysis, to: &output) }
  }

  func end() throws {
    guard let stream = stream.take() else { return }
    var rest: [UInt8] = []
    counts.merge(try stream.close(to: &rest), uniquingKeysWith: +)
    try outputs.write { $0 += rest }
    try outputs.end()
  }

  func abandon() throws {
    stream = nil
    outputs.abandon()
  }

  func flush() throws { try outputs.flush() }
}

/// Puts placeholders into a field of JSON Lines; every other byte stays.
final class LinePseudonymization: Treatment {
  struct Outcome: Sendable {
    var batch: LineBatch
    var lines: [(line: LineText, blocks: [Analysis])] = []
    /// At the line behind `lines`.
    var failure: Failure?
  }

  let treat: @Sendable (LineBatch) throws -> Outcome
  private(set) var counts: [EntityType: Int] = [:]
  private let engine: Engine
  private let store: VaultStore
  private let outputs: Outputs
  private let since: Vault.Mark

  init(_ engine: Engine, _ store: VaultStore, _ outputs: Outputs, field: String) {
    self.engine = engine
    self.store = store
    self.outputs = outputs
    let mapping = store.vault.mapping
    since = store.vault.mark
    treat = { batch in
      var outcome = Outcome(batch: batch)
      do {
        try batch.forEach { number, range in
          let line = try LineText(batch, number, range, field: field)
          let blocks = try located(number, field) { () throws(EngineError) in
            try engine.analyze(line.text, mapping: mapping)
          }
          outcome.lines.append((line, blocks))
        }
      } catch let failure as Failure {
        outcome.failure = failure
      }
      return outcome
    }
  }

  func makeCutter() -> Cutter { LineCutter().cut }

  func begin(_ input: InputPath) throws { try outputs.begin(input) }

  func commit(_ outcome: Outcome) throws {
    for (line, blocks) in outcome.lines {
      var text: [UInt8] = []
      var stream = engine.makePseudonymizingStream(vault: store.vault, since: since)
      for block in blocks { try stream.append(block, to: &text) }
      counts.merge(try stream.close(to: &text), uniquingKeysWith: +)
      try outputs.write { line.write(text, batch: outcome.batch, style: &store.style, to: &$0) }
    }
    if let failure = outcome.failure { throw failure }
  }

  func end() throws { try outputs.end() }
  func abandon() throws { outputs.abandon() }
  func flush() throws { try outputs.flush() }
}

extension Engine {
  /// Analyses a whole text, block by block.
  fileprivate func analyze(_ text: [UInt8], mapping: Mapping?) throws(EngineError) -> [Analysis] {
    var cutter = makeBlockCutter()
    var analyses: [Analysis] = []
    var position = 0
    while let block = cutter.next(from: text.span, at: &position) {
      analyses.append(try analyze(block, mapping: mapping))
    }
    while let block = cutter.nextAtEnd() { analyses.append(try analyze(block, mapping: mapping)) }
    return analyses
  }
}
