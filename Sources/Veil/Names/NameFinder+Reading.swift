import Scanning

extension NameFinder {
  /// What there is to know of the words of a name, read one after the other.
  struct Parsed {
    var range: Range<Int>
    let first: NameToken
    private(set) var last: NameToken
    /// The first word that is not a particle in lower case.
    private(set) var head: NameToken
    private(set) var count = 1
    /// Whether one of the words is a listed name.
    private(set) var hasName: Bool
    /// The same, of words that are nothing else.
    private(set) var hasUncommonName: Bool
    private(set) var isAllInitials: Bool
    /// Whether a word behind the first is more than an initial or a particle, and whether such a one is a name.
    private(set) var hasFurther = false
    private(set) var hasFurtherName = false

    init(_ token: NameToken) {
      range = token.start..<token.end
      first = token
      last = token
      head = token
      hasName = token.isName
      hasUncommonName = token.isName && !token.roles.contains(.common)
      isAllInitials = token.isInitial
    }

    mutating func append(_ token: NameToken, end: Int? = nil) {
      if head.isSmallParticle, !token.isSmallParticle { head = token }
      last = token
      count += 1
      hasName = hasName || token.isName
      hasUncommonName = hasUncommonName || token.isName && !token.roles.contains(.common)
      isAllInitials = isAllInitials && token.isInitial
      if !token.isInitial, !token.roles.contains(.particle) {
        hasFurther = true
        hasFurtherName = hasFurtherName || token.isName && !token.isPlainWord
      }
      range = range.lowerBound..<(end ?? token.end)
    }
  }

  mutating func parse(_ start: Int) -> Parsed? { reader.token(at: start).flatMap { parse(from: $0) } }

  /// A name of capitalised words from a first one on: given and family names, initials, particles, a suffix.
  mutating func parse(from first: NameToken) -> Parsed? {
    // Behind a title or a label also `de Jong`.
    if first.isSmallParticle, let name = withFamily(Parsed(first)) { return name }
    guard first.isCapital, first.isName || !first.roles.contains(.title) else { return nil }
    // `Robert Brown`, although brown is a word, but not `Will Brown`.
    let isReliable = first.isName && first.roles.isDisjoint(with: [.ambiguous, .common])
    var name = Parsed(first)
    if first.isInitial {
      guard byte(first.end) == UInt8(ascii: ".") else { return nil }
      name.range = first.start..<first.end + 1
    }
    while name.count < 6 {
      var position = name.range.upperBound
      if name.last.isInitial, let next = reader.token(at: position), next.isCapital {
        // J.R. Smith
        accept(next, &name)
        continue
      }
      position = skipSpaces(position)
      guard position > name.range.upperBound, position - name.range.upperBound <= 2,
        let next = reader.token(at: position)
      else { break }
      if next.roles.contains(.suffix), next.isCapital || name.count > 1 {
        if next.isSmallParticle {
          // No name ends with a particle, not even one that can be a suffix.
          name.range = name.range.lowerBound..<name.last.end
        } else {
          accept(next, &name)
        }
        break
      }
      if next.roles.contains(.particle), name.count < 4 {
        var longer = name
        accept(next, &longer)
        if let longer = withFamily(longer) {
          name = longer
          continue
        }
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
    return name.isAllInitials && first.isInitial ? nil : name
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

  /// The name with the words behind its last one, which is a particle: others like it, `van der`, and the capitalised
  /// word that must follow them.
  private mutating func withFamily(_ name: Parsed) -> Parsed? {
    var name = name
    for _ in 0..<3 {
      let end = name.last.end
      let position = skipSpaces(end)
      guard position > end, let next = reader.token(at: position) else { return nil }
      accept(next, &name)
      if next.isCapital, !next.roles.contains(.particle) { return next.isPlainWord ? nil : name }
      guard next.roles.contains(.particle) else { return nil }
    }
    return nil
  }
}

extension NameFinder: Surroundings {
  func byte(_ position: Int) -> UInt8? { reader.byte(position) }
}
