/// Writes pseudonymized text: what stays of the input, and placeholders. Text of the input that looks like a
/// placeholder is kept apart from ours here, so that restoring gives back the input byte for byte.
///
/// It reads the text with the grammar of the restoring stream, in the surroundings that it has in the output. That is
/// what makes the round trip exact: whatever would be restored later is seen here first.
package struct LiteralGuard: ~Copyable {
  private var escaper: Escaper
  private var filter: PlaceholderFilter
  /// Names that come later in the text, whose parts are linked to them already.
  package var ahead = NamesAhead()

  /// - Parameters:
  ///   - since: Placeholders that were issued before are ours also where the input has them; later ones are escaped.
  ///   - types: All that may be issued with this vault, now or by another stream.
  package init(vault: Vault, since mark: Vault.Mark, types: some Sequence<EntityType>, brackets: Policy.Brackets) {
    self.init(vault: vault, since: mark, issuable: Issuable(types), brackets: brackets)
  }

  init(vault: Vault, since mark: Vault.Mark, issuable: Issuable, brackets: Policy.Brackets) {
    // Most vaults have no others; to make the tables anew takes longer than a short text.
    var others = vault.types.types.filter { issuable.trie.index(of: $0) == nil }
    if let mapped = vault.mapping?.types { others += mapped.filter { issuable.trie.index(of: $0) == nil } }
    let all = others.isEmpty ? issuable : Issuable(issuable.trie.types + others)
    escaper = Escaper(vault: vault, mark: mark, brackets: brackets, types: all.trie.types)
    filter = PlaceholderFilter(scanner: all.scanner)
  }

  /// Types that may be issued, and how their placeholders are found in text.
  struct Issuable: Sendable {
    let trie: TypeTrie
    let scanner: PlaceholderScanner

    init(_ types: some Sequence<EntityType>) {
      var trie = TypeTrie(types)
      _ = trie.insert(.text)
      self.trie = trie
      scanner = PlaceholderScanner(types: trie)
    }
  }

  /// Text that stays. Pieces may be cut anywhere. Its last few bytes may be written by a later call only.
  package mutating func append(text: Span<UInt8>, to output: inout [UInt8]) throws(VaultError) {
    let passed = filter.pass(text, to: &output)
    if passed < text.count { try filter.append(text, from: passed, to: &output, &escaper) }
  }

  /// Text that is coming and reads as a placeholder: its number is not given out before it is reached.
  package func reserve(_ literal: Span<UInt8>) throws(VaultError) {
    let name = literal.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    guard let placeholder = Placeholder.read("[\(name)]")?.placeholder else { return }
    try escaper.vault.state.withLock { (state: inout sending Vault.State) throws(VaultError) in
      _ = try state.noteLiteral(
        placeholder.type, placeholder.number, placeholder.letters, since: escaper.mark.sequence)
    }
  }

  /// A finding: its placeholder is written.
  ///
  /// - Parameters:
  ///   - mapped: Index of the vault's mapping entry that it was found by.
  ///   - name: Which of the names in `ahead` it is itself, if it is one of them.
  ///   - kin: An original that the text says is the same by another name.
  package mutating func append(
    finding: Span<UInt8>, type: EntityType, mapped: Int? = nil, name: Int? = nil, kin: [UInt8]? = nil,
    to output: inout [UInt8]
  ) throws(VaultError) {
    // What only this finding's placeholder makes a word of its own is never ours, whenever its number was issued.
    try endText(since: .start, to: &output)
    try escaper.vault.appendPlaceholder(
      for: finding, type: type, mapped: mapped, name: name, kin: kin, ahead: &ahead, brackets: escaper.brackets,
      to: &output)
  }

  package consuming func finish(to output: inout [UInt8]) throws(VaultError) {
    try endText(since: escaper.mark, to: &output)
  }

  /// Settles what is pending before another placeholder is issued: the order of the two must not depend on chunks.
  private mutating func endText(since mark: Vault.Mark, to output: inout [UInt8]) throws(VaultError) {
    var escaper = escaper
    escaper.mark = mark
    try filter.end(to: &output, &escaper)
  }
}

/// Escapes placeholders that stand in the text itself where one is the same as one of ours.
private struct Escaper: PlaceholderReplacer {
  let vault: Vault
  var mark: Vault.Mark
  let brackets: Policy.Brackets
  let types: [EntityType]

  func replace(
    _ match: PlaceholderParser.Match, _ bytes: Span<UInt8>, to output: inout [UInt8]
  ) throws(VaultError) -> Bool {
    try vault.escape(match, types[match.type], bytes, since: mark, brackets, to: &output)
  }
}

extension Vault {
  /// Notes text of the input that reads as a placeholder.
  ///
  /// - Returns: Whether a placeholder was written in its place.
  fileprivate func escape(
    _ match: PlaceholderParser.Match, _ type: EntityType, _ bytes: Span<UInt8>, since mark: Mark,
    _ brackets: Policy.Brackets, to output: inout [UInt8]
  ) throws(VaultError) -> Bool {
    try state.withLock { (state: inout sending State) throws(VaultError) in
      guard try state.noteLiteral(type, match.number, match.suffix, since: mark.sequence) else { return false }
      var none = NamesAhead()
      let record = try state.issue(bytes.extracting(match.range), .text, mapped: nil, ahead: &none, brackets)
      state.appendText(of: record, to: &output)
      return true
    }
  }
}
