import Scanning

extension NameFinder {
  /// The words of a name, one after the other.
  struct Parsed {
    var range: Range<Int>
    var tokens: [NameToken]

    init(_ first: NameToken) {
      range = first.start..<first.end
      tokens = [first]
    }

    var first: NameToken { tokens[0] }
    /// The first word that is not a particle in lower case.
    var head: NameToken { tokens.first { $0.letters != .lower || !$0.roles.contains(.particle) } ?? tokens[0] }
    var count: Int { tokens.count }

    mutating func append(_ token: NameToken, end: Int? = nil) {
      tokens.append(token)
      range = range.lowerBound..<(end ?? token.end)
    }
  }

  /// A name of capitalised words from `start` on: given and family names, initials, particles, a suffix.
  mutating func parse(_ start: Int) -> Parsed? {
    guard let first = reader.token(at: start) else { return nil }
    if first.letters == .lower, first.roles.contains(.particle), let tokens = particleEnd(first) {
      // Behind a title or a label also `de Jong`.
      var name = Parsed(first)
      for token in tokens.dropFirst() { accept(token, &name) }
      return name
    }
    guard first.isCapital, first.isName || !first.roles.contains(.title) else { return nil }
    // `Robert Brown`, although brown is a word, but not `Will Brown`.
    let isReliable = first.isName && first.roles.isDisjoint(with: [.ambiguous, .common])
    var name = Parsed(first)
    if first.isInitial {
      guard byte(first.end) == UInt8(ascii: ".") else { return nil }
      name.range = start..<first.end + 1
    }
    while name.count < 6 {
      var position = name.range.upperBound
      if name.tokens.last!.isInitial, let next = reader.token(at: position), next.isCapital {
        // J.R. Smith
        accept(next, &name)
        continue
      }
      position = skipSpaces(position)
      guard position > name.range.upperBound, position - name.range.upperBound <= 2,
        let next = reader.token(at: position)
      else { break }
      if next.roles.contains(.suffix), next.isCapital || name.count > 1 {
        accept(next, &name)
        break
      }
      if next.roles.contains(.particle), let family = particleEnd(next), name.count < 4 {
        for token in family { accept(token, &name) }
        continue
      }
      let isFamily = isReliable && name.count == 1 && next.roles.contains(.family)
      guard next.isCapital, !next.isPlainWord || isFamily, next.roles.isDisjoint(with: [.greeting, .closing]) else {
        break
      }
      // JOHN DOE, John DOE; not John CEO, nor JOHN Doe's.
      if next.letters == .upper, !next.isInitial, name.first.letters == .capital, next.end - next.start < 3 { break }
      if next.isInitial, byte(next.end) != UInt8(ascii: "."), !isFollowedByName(next) { break }
      accept(next, &name)
    }
    // A trailing initial belongs to the name only with its full stop, a trailing common word never.
    while name.count > 1, let last = name.tokens.last, last.roles.contains(.particle), last.letters == .lower {
      name.tokens.removeLast()
      name.range = name.range.lowerBound..<name.tokens.last!.end
    }
    if first.isInitial, !name.tokens.contains(where: { !$0.isInitial }) { return nil }
    return name
  }

  private mutating func accept(_ token: NameToken, _ name: inout Parsed) {
    let hasStop =
      byte(token.end) == UInt8(ascii: ".")
      && (token.isInitial && !isSentenceEnd(token.end)
        || token.roles.contains(.suffix) && !isSentenceEnd(token.end))
    name.append(token, end: hasStop ? token.end + 1 : token.end)
  }

  /// Whether a full stop after an initial ends the sentence rather than the initial.
  private mutating func isSentenceEnd(_ stop: Int) -> Bool {
    let next = skipSpaces(stop + 1)
    guard let following = byte(next) else { return true }
    return following == 0x0A || following == 0x0D
  }

  private mutating func isFollowedByName(_ token: NameToken) -> Bool {
    let position = skipSpaces(token.end)
    guard position > token.end, let next = reader.token(at: position) else { return false }
    return next.isCapital && !next.isPlainWord
  }

  /// `van der` and the like with the capitalised word that must follow them.
  private mutating func particleEnd(_ first: NameToken) -> [NameToken]? {
    var tokens = [first]
    while tokens.count < 4 {
      let position = skipSpaces(tokens.last!.end)
      guard position > tokens.last!.end, let next = reader.token(at: position) else { return nil }
      tokens.append(next)
      if next.isCapital, !next.roles.contains(.particle) { return next.isPlainWord ? nil : tokens }
      guard next.roles.contains(.particle) else { return nil }
    }
    return nil
  }
}

extension NameFinder: Surroundings {
  func byte(_ position: Int) -> UInt8? { reader.byte(position) }
}
