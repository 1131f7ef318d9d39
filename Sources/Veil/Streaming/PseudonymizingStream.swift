import Scanning

/// Pseudonymizes a text that arrives in chunks. Owned by one task; memory is bounded by the policy's limits.
///
/// Output lags behind input by up to a block; nothing leaves before all that could touch it has been seen.
public struct PseudonymizingStream: ~Copyable {
  private let engine: Engine
  private let mapping: Mapping?
  private var cutter: BlockCutter
  private var assembler: Assembler
  private var writer: LiteralGuard
  /// What the next block is folded into.
  private var folded = FoldedText()
  private let operators: [EntityType: Policy.Operator]
  private let defaultOperator: Policy.Operator
  private let brackets: Policy.Brackets
  /// How many findings of each type were replaced. There are few types in a text.
  private var counts: [(type: EntityType, count: Int)] = []

  init(engine: Engine, vault: Vault, since: Vault.Mark, label: FieldLabel?) {
    self.engine = engine
    mapping = vault.mapping
    cutter = engine.makeBlockCutter(label: label)
    assembler = Assembler(engine.program, known: vault.known)
    let policy = engine.program.policy
    (operators, defaultOperator, brackets) = (policy.operators, policy.defaultOperator, policy.brackets)
    writer = LiteralGuard(vault: vault, since: since, issuable: engine.program.issuable, brackets: brackets)
  }

  /// - Throws: ``EngineError``; what was appended to `output` before is pseudonymized and complete up to its end, and
  ///   the stream must not be used further.
  public mutating func append(_ chunk: Span<UInt8>, to output: inout [UInt8]) throws(EngineError) {
    var position = 0
    while let block = cutter.next(from: chunk, at: &position) { try append(block, to: &output) }
  }

  /// Writes what is left.
  ///
  /// - Returns: how many findings of each type were replaced.
  public consuming func finish(to output: inout [UInt8]) throws(EngineError) -> [EntityType: Int] {
    while let block = cutter.nextAtEnd() { try append(block, to: &output) }
    return try close(to: &output)
  }

  private mutating func append(_ block: consuming Block, to output: inout [UInt8]) throws(EngineError) {
    let analysis = try engine.analyze(block, mapping: mapping, using: &folded)
    try append(analysis, to: &output)
    analysis.giveUp(to: &cutter, &folded)
  }

  /// Takes analyses made elsewhere, in the order of their blocks, instead of chunks.
  public mutating func append(_ analysis: Analysis, to output: inout [UInt8]) throws(EngineError) {
    let region = assembler.take(analysis)
    let won = region.won
    let bytes = analysis.block.bytes
    let offset = analysis.block.offset
    func place(_ number: Int) -> Range<Int> {
      won[number].range.lowerBound - offset..<won[number].range.upperBound - offset
    }
    var names: [(range: Range<Int>, type: EntityType)] = []
    var hasLiterals = false
    for number in won.indices {
      if won[number].source == .literal {
        hasLiterals = true
      } else if NamesAhead.holds(for: won[number].type) {
        names.append((place(number), won[number].type))
      }
    }
    writer.ahead = NamesAhead(bytes, names)
    var name = 0
    var organisation: Range<Int>?
    var position = region.range.lowerBound - offset
    do {
      // Numbers that the text itself has are skipped rather than escaped where they are seen in time.
      for number in won.indices where hasLiterals && won[number].source == .literal {
        try writer.reserve(bytes.span.extracting(place(number)))
      }
      for number in won.indices where won[number].source != .literal {
        let range = place(number)
        try writer.append(text: bytes.span.extracting(position..<range.lowerBound), to: &output)
        let type = won[number].type
        // `("BHB")` is the company before it.
        let isName = NamesAhead.holds(for: type)
        let isDefined = won[number].rule == OrganisationFinder.aliasRule
        try replace(
          bytes.span.extracting(range), type, mapped: won[number].source == .mapping ? won[number].number : nil,
          name: isName ? name : nil, kin: isDefined ? organisation.map { Array(bytes[$0]) } : nil, &output)
        if isName { name += 1 }
        if type == .organisation, !isDefined { organisation = range }
        position = range.upperBound
      }
      try writer.append(text: bytes.span.extracting(position..<region.range.upperBound - offset), to: &output)
    } catch {
      throw .vault(error)
    }
    // It keeps the block's bytes.
    writer.ahead = NamesAhead()
  }

  /// Ends a stream that was fed with analyses.
  public consuming func close(to output: inout [UInt8]) throws(EngineError) -> [EntityType: Int] {
    let counts = counts
    try end(to: &output)
    return Dictionary(uniqueKeysWithValues: counts.map { ($0.type, $0.count) })
  }

  /// As ``finish(to:)`` where nobody asks what was replaced.
  consuming func finishUncounted(to output: inout [UInt8]) throws(EngineError) {
    while let block = cutter.nextAtEnd() { try append(block, to: &output) }
    try end(to: &output)
  }

  private consuming func end(to output: inout [UInt8]) throws(EngineError) {
    do { try writer.finish(to: &output) } catch { throw .vault(error) }
  }

  private mutating func replace(
    _ value: Span<UInt8>, _ type: EntityType, mapped: Int?, name: Int?, kin: [UInt8]?, _ output: inout [UInt8]
  ) throws(VaultError) {
    if let known = counts.firstIndex(where: { $0.type == type }) {
      counts[known].count += 1
    } else {
      counts.append((type, 1))
    }
    switch operators.isEmpty ? defaultOperator : operators[type] ?? defaultOperator {
    case .placeholder:
      try writer.append(finding: value, type: type, mapped: mapped, name: name, kin: kin, to: &output)
    case .redact:
      try writer.append(text: Array((brackets.opening + type.name + brackets.closing).utf8).span, to: &output)
    case .maskAllButLastFour:
      try writer.append(text: Self.masked(value).span, to: &output)
    case .keep:
      try writer.append(text: value, to: &output)
    }
  }

  /// A bullet for every character but the last four letters or digits; all of them when there are eight or fewer,
  /// since four of so few would give most of the value away.
  static func masked(_ value: Span<UInt8>) -> [UInt8] {
    var characters: [[UInt8]] = []
    for i in value.indices {
      if value[i] & 0xC0 == 0x80, !characters.isEmpty {
        characters[characters.count - 1].append(value[i])
      } else {
        characters.append([value[i]])
      }
    }
    func isContent(_ character: [UInt8]) -> Bool {
      character[0] >= 0x80 || (character[0] | 0x20) &- 0x61 < 26 || character[0] &- 0x30 < 10
    }
    var left = characters.count(where: isContent) > 8 ? 4 : 0
    var output: [[UInt8]] = []
    for character in characters.reversed() {
      let isKept = left > 0
      if isKept, isContent(character) { left -= 1 }
      output.append(isKept ? character : Array("•".utf8))
    }
    return Array(output.reversed().joined())
  }
}
