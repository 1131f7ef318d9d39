import Synchronization

/// The name of what found a candidate, as a number: candidates are copied and compared all the time, and only those that
/// become findings are asked for their rule's name.
struct RuleName: Hashable, Sendable {
  private let number: UInt32

  /// Takes a lock: make it once for each rule. Names are kept for the process.
  init(_ text: String) {
    number = Self.names.withLock { names in
      if let known = names.numbers[text] { return known }
      let number = UInt32(names.texts.count)
      names.numbers[text] = number
      names.texts.append(text)
      return number
    }
  }

  var text: String { Self.names.withLock { $0.texts[Int(number)] } }

  /// In the order of the names, not of their numbers, which depend on what was compiled first.
  func precedes(_ other: RuleName) -> Bool {
    number != other.number && text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  private struct Names {
    var texts: [String] = []
    var numbers: [String: UInt32] = [:]
  }

  private static let names = Mutex(Names())
}

/// What finds without being a rule of the policy.
extension RuleName {
  static let denyList = RuleName("deny-list")
  static let mapping = RuleName("mapping")
  static let seenBefore = RuleName("seen-before")
  static let nameByAddress = RuleName("name-address")
  static let nameTagger = RuleName("name-tagger")
  static let organisationTagger = RuleName("organisation-tagger")
  static let locationTagger = RuleName("location-tagger")
}
