import Scanning

/// The words and phrases that people's names are found by, in an index of their own: a text has many of them, and nearly
/// all mean nothing where they stand.
struct NameLexicon: Sendable {
  private(set) var index = PhraseIndex(capacity: 16_000)
  /// By phrase id of `index`.
  private(set) var roles: [WordRoles] = []
  private var scout = PhraseScout()

  /// - Parameter isDoubtful: whether the name is also a word, and says nothing in lower case.
  mutating func insert(_ phrase: UnsafeBufferPointer<UInt8>, _ added: WordRoles, isDoubtful: Bool) {
    guard let id = index.insert(phrase, onlyCapital: isDoubtful) else { return }
    if Int(id) == roles.count { roles.append([]) }
    roles[Int(id)].formUnion(added)
    scout.insert(phrase, Self.wish(added, isDoubtful: isDoubtful))
  }

  /// Particles begin no search, but stand at the beginning of what others begin one for.
  mutating func insert(particle: UnsafeBufferPointer<UInt8>) { scout.insert(particle, .isParticle) }

  /// Where a word with these roles begins a search that can come to something: what ``NameFinder`` asks for, at least.
  private static func wish(_ roles: WordRoles, isDoubtful: Bool) -> PhraseScout.Wish {
    var wish: PhraseScout.Wish = []
    if !roles.isDisjoint(with: [.greeting, .introduction, .closing]) { wish.formUnion(.anywhere) }
    if !roles.isDisjoint(with: [.title, .weakIntroduction]) { wish.formUnion(.beforeName) }
    if roles.contains(.label) { wish.formUnion(.beforeMark) }
    if roles.contains(.given) { wish.formUnion(isDoubtful ? .capital : [.capital, .beforePaired]) }
    if roles.contains(.family) { wish.formUnion(isDoubtful ? .capital : [.capital, .isPaired]) }
    return wish
  }

  /// What begins with a word in the range and may begin a search, in order.
  func hits(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [PhraseHit] {
    scout.hits(of: index, in: text, range)
  }
}
