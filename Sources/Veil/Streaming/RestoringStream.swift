/// Puts originals back in the place of placeholders while text streams through. Owned by one task.
///
/// Everything that cannot be part of a placeholder of a type in the vault is written at once; what may be is held back,
/// at most ``holdBack`` bytes. Restored text is not looked at again. The types are those of the vault when the stream
/// is made; placeholders issued later for these types are known, too.
public struct RestoringStream: ~Copyable {
  private var filter: PlaceholderFilter
  private var restorer: Restorer

  /// Most bytes that are ever held back: the longest placeholder of the vault's types in its longest writing.
  public let holdBack: Int

  /// Bytes that are held back now.
  public var heldBack: Int { filter.pending.count }

  /// What was restored, and how much text it stood for, so that positions in the text can be moved.
  public struct Place: Hashable, Sendable {
    /// Bytes of all that the stream wrote so far.
    public var range: Range<Int>
    /// Unicode scalars that the placeholder had.
    public var sourceScalars: Int
  }

  /// - Parameters:
  ///   - escaping: How originals are written where they land.
  ///   - only: The placeholders that may be restored; others stay and count as unknown. Those that were never issued
  ///     themselves, but follow from the first spelling, count as that. When it is empty, nothing is looked for.
  ///   - recordsPlaces: Whether ``takePlaces()`` tells where something was restored.
  public init(
    vault: Vault, escaping: Escaping = .none, only: Set<Placeholder>? = nil, recordsPlaces: Bool = false
  ) {
    restorer = Restorer(vault: vault, escaping: escaping, only: only, recordsPlaces: recordsPlaces)
    filter = PlaceholderFilter(scanner: only?.isEmpty == true ? PlaceholderScanner(types: TypeTrie()) : vault.scanner)
    holdBack = filter.scanner.maximumLength
  }

  public mutating func append(_ chunk: Span<UInt8>, to output: inout [UInt8]) {
    let passed = filter.pass(chunk, to: &output)
    if passed < chunk.count || restorer.readsText {
      restore(chunk, from: passed, to: &output)
    } else {
      restorer.skip(passed)
    }
  }

  /// What is left of a chunk. Not a part of ``append(_:to:)``: most chunks have nothing left.
  @inline(never)
  private mutating func restore(_ chunk: Span<UInt8>, from passed: Int, to output: inout [UInt8]) {
    restorer.begin(at: output.count - passed)
    filter.append(chunk, from: passed, to: &output, &restorer)
    restorer.end(output)
  }

  /// Writes what is held back, as if the text ended here. More may come, but no placeholder reaches across.
  public mutating func flush(to output: inout [UInt8]) {
    restorer.begin(at: output.count)
    filter.end(to: &output, &restorer)
    restorer.end(output)
  }

  public consuming func finish(to output: inout [UInt8]) -> RestorationReport {
    flush(to: &output)
    return restorer.finalReport
  }

  /// How many placeholders were restored so far.
  public var restoredCount: Int { restorer.report.restoredCount }

  /// How many were not known, so far.
  public var unknownCount: Int { restorer.report.unknownCount }

  /// What was restored since this was last asked, in order. Empty unless the stream was told to record it.
  public mutating func takePlaces() -> [Place] {
    if restorer.places.isEmpty { return [] }
    defer { restorer.places = [] }
    return restorer.places
  }
}
