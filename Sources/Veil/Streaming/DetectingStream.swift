import Scanning

/// Findings of a text that arrives in chunks. Owned by one task; memory is bounded by the policy's limits.
public struct DetectingStream: ~Copyable {
  private let engine: Engine
  private let mapping: Mapping?
  private var cutter: BlockCutter
  private var assembler: Assembler
  /// What the next block is folded into.
  private var folded = FoldedText()

  init(engine: Engine, label: FieldLabel?, mapping: Mapping?) {
    self.engine = engine
    self.mapping = mapping
    cutter = engine.makeBlockCutter(label: label)
    assembler = Assembler(engine.program, known: mapping?.known)
  }

  /// Appends the findings that are decided by now; how the text is cut into chunks does not change them.
  public mutating func append(_ chunk: Span<UInt8>, to findings: inout [Finding]) throws(EngineError) {
    var position = 0
    while let block = cutter.next(from: chunk, at: &position) { try append(block, to: &findings) }
  }

  /// Appends what is left; the text ends here.
  public consuming func finish(to findings: inout [Finding]) throws(EngineError) {
    while let block = cutter.nextAtEnd() { try append(block, to: &findings) }
  }

  private mutating func append(_ block: consuming Block, to findings: inout [Finding]) throws(EngineError) {
    let analysis = try engine.analyze(block, mapping: mapping, using: &folded)
    append(analysis, to: &findings)
    analysis.giveUp(to: &cutter, &folded)
  }

  /// Takes analyses made elsewhere, in the order of their blocks, instead of chunks.
  public mutating func append(_ analysis: Analysis, to findings: inout [Finding]) {
    for candidate in assembler.take(analysis).won where candidate.source != .literal {
      findings.append(candidate.finding)
    }
  }
}
