/// Sentences as data: words as they stand, and slots in braces that the vocabulary fills.
enum Sentences {
  private enum Slot: String, CaseIterable {
    case article = "a"
    case noun = "n"
    case plural = "ns"
    case verb = "v"
    case past = "ved"
    case participle = "ving"
    case third = "vs"
    case adjective = "adj"
    case adverb = "adv"
    case number = "#"
    case determiner = "the"
    case preposition = "in"
    case pronoun = "we"
    case linking = "then"
    case weekday = "day"
  }

  private enum Piece {
    case words([UInt8])
    case slot(Slot)
  }

  /// - Precondition: `text` has no slot of another name.
  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: "}") else {
        pieces.append(.words(Array(part.utf8)))
        continue
      }
      guard let slot = Slot(rawValue: String(part[..<end])) else { fatalError("no slot \(part[..<end])") }
      pieces.append(.slot(slot))
      let rest = part[part.index(after: end)...]
      if !rest.isEmpty { pieces.append(.words(Array(rest.utf8))) }
    }
    return pieces
  }

  private static let statements = lines(
    """
    {the} {adj} {n} {ved} {in} {the} {n}, and {we} {ved} {the} {n} again.
    {we} {ved} {the} {n} because {the} {ns} were {adj} and nobody {ved} them.
    when {the} {n} {vs} {in} {the} {adj} {n}, {the} {ns} {v} {adv}.
    {then}, {the} {n} of {the} {adj} {n} is {ving} {in} {a}{n}.
    {we} would {v} {the} {n} if it were not for {the} {ns} that {v} {in} {the} {n}.
    there are {#} {ns} in {the} {n}, most of them {adj}.
    it's {a}{adj} {n}, but {we} don't {v} it {adv}.
    {ving} {the} {n} {in} {the} {n} {vs} {the} {adj} {ns}, {the} {n} and {the} {n}.
    nobody {ved} why {the} {n} had {ved}; {the} {ns} simply {ved} on.
    {the} {n} that {we} {ved} on {day} was {adj}, {adj} and rather {adj}.
    after {#} {ns}, {the} {n} {ved} {adv} {in} {the} {ns}.
    {then} {we} {v} {the} {ns}, {v} {the} {n} and {v} {a}{adj} {n}.
    {the} {n} {vs} {the} {n}.
    {we} {ved} {adv}.
    {the} {ns} of {the} {n} weren't {adj} enough to {v} {the} {n} {in} {the} {adj} {n}.
    about {#}% of {the} {ns} {ved}, which {we} hadn't {ved}.
    {the} {n} ({a}{adj} {n}) {vs} {in} {the} {n}.
    whether {the} {n} {vs} or not, {the} {adj} {ns} are {ving} {in} {the} {n} that {we} {ved}.
    to {v} {the} {n} {adv} is to {v} {the} {n}, as {we} have {ved} since {day}.
    {adj} {ns} {v} {adj} {ns}: that is what {the} {n} {vs}.
    {then}, {the} {ns} {ved} {#} {ns} and {the} {n} {ved} {the} rest of {the} {n}.
    he said that {the} {n} {ved} {the} {n}, that she {ved} it, and that they had {ved} {in} {the} {n}.
    """)

  private static let requests = lines(
    """
    can you {v} {the} {n} {in} {the} {adj} {n}?
    please {v} this for {the} {n}, and {v} {the} {ns} if you can.
    what is {the} difference between {a}{adj} {n} and {a}{n}?
    how do I {v} {the} {n} without {ving} {the} {ns}?
    could you explain why {the} {n} {vs} {in} {#} of {the} {ns}?
    I'd like to {v} {a}{n} that {vs} {the} {adj} {ns}; is that {adj}?
    write {a}{adj} summary of {the} {n}, in {#} {ns} or fewer.
    """)

  private static let determiners = bytes(
    "the the the the the our their its my your some no any all_the most_of_the his her")
  private static let prepositions = bytes(
    "in of on to with at from by about as into like through after over between out against during without before under "
      + "around among behind beyond near")
  private static let pronouns = bytes("we I they you he she it everyone someone people nobody most_of_us")
  private static let linkings = bytes(
    "however then in_fact for_example of_course on_the_other_hand as_a_result still meanwhile perhaps in_the_end "
      + "after_all what's_more to_be_fair")
  private static let weekdays = bytes("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

  private static func lines(_ text: String) -> [[Piece]] { text.split(separator: "\n").map { pieces(String($0)) } }

  private static func bytes(_ words: String) -> [[UInt8]] {
    words.split(separator: " ").map { word in
      word.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    }
  }

  static func writeStatement(to writer: inout Writer) { write(statements, to: &writer) }

  static func writeRequest(to writer: inout Writer) { write(requests, to: &writer) }

  private static func write(_ templates: [[Piece]], to writer: inout Writer) {
    writer.beginSentence()
    for piece in writer.random.pick(templates) {
      switch piece {
      case .words(let words): writer.writeWord(words)
      case .slot(.article): writer.oweArticle()
      case .slot(.number): writer.write(writer.random.below(writer.random.chance(80) ? 60 : 1_200) + 2)
      case .slot(let slot): writer.writeWord(word(slot, &writer.random))
      }
    }
  }

  private static func word(_ slot: Slot, _ random: inout Random) -> [UInt8] {
    let words = Vocabulary.shared
    return switch slot {
    case .noun: random.pick(words.nouns)
    case .plural: random.pick(words.plurals)
    case .verb: random.pick(words.verbs)
    case .past: random.pick(words.pastForms)
    case .participle: random.pick(words.participles)
    case .third: random.pick(words.thirdForms)
    case .adjective: random.pick(words.adjectives)
    case .adverb: random.pick(words.adverbs)
    case .determiner: random.pick(determiners)
    case .preposition: random.pickSkewed(prepositions)
    case .pronoun: random.pick(pronouns)
    case .linking: random.pick(linkings)
    case .weekday: random.pick(weekdays)
    case .article, .number: []
    }
  }
}
