import Scanning
import Testing

/// Where rules are tried that know how many letters and digits a match begins with.
@Suite struct ShapeTests {
  /// Offsets at which a rule of the shape is tried.
  static func starts(
    _ text: String, letters: ClosedRange<Int> = 0...0, digits: Set<Int>, isCaseless: Bool = false
  ) -> [Int] {
    var builder = DispatchBuilder()
    builder.addShape(0, Shape(letters: letters, digits: digits), isCaseless: isCaseless, needsContext: false)
    return starts(text, Dispatch(builder)).map(\.position)
  }

  static func starts(
    _ text: String, _ dispatch: Dispatch, in range: Range<Int>? = nil
  ) -> [(position: Int, rule: Int)] {
    var scanner = Scanner()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer {
      scanner.scan(
        $0, dispatch: dispatch, indexes: [], ruleRange: range ?? 0..<bytes.count, phraseRange: 0..<bytes.count)
    }
    return scanner.starts.map { (Int($0.position), Int($0.rule)) }.sorted { $0 < $1 }
  }

  @Test func digitsAreCounted() {
    #expect(Self.starts("12345678 123456789 1234567890", digits: [9]) == [9])
    #expect(Self.starts("12345678 123456789 1234567890", digits: [8, 10]) == [0, 19])
    #expect(Self.starts("", digits: [9]) == [])
    #expect(Self.starts("no digits", digits: [1]) == [])
    #expect(Self.starts("1", digits: [1]) == [0])
  }

  @Test(arguments: [
    "111222333", "1112 22 333", "1112.22.333", "1112-22-333", "1112/22/333", "(111) 222-333", "(111)222333",
    "1112 - 22 - 333", "1112. 22. 333", "111222 333",
  ]) func groupsAreTakenTogether(_ text: String) {
    #expect(Self.starts(text, digits: [9]).contains(text.utf8.first == UInt8(ascii: "(") ? 1 : 0), "\(text)")
    #expect(Self.starts("id \(text) end", digits: [9]).count >= 1)
  }

  @Test(arguments: ["1112:22:333", "1112,22,333", "1112_22_333", "1112x22x333", "1112\n22\n333", "1112    22 333"])
  func otherBytesEndANumber(_ text: String) {
    #expect(Self.starts(text, digits: [9]) == [], "\(text)")
  }

  /// Some group must end with the last digit that is asked for.
  @Test func numbersEndWithAGroup() {
    #expect(Self.starts("1234 5678 9012", digits: [4]) == [0, 5, 10])
    #expect(Self.starts("1234 5678 9012", digits: [8]) == [0, 5])
    #expect(Self.starts("1234 5678 9012", digits: [12]) == [0])
    #expect(Self.starts("1234 5678 9012", digits: [6]) == [])
    // Each total is asked for once, however many groups make it.
    #expect(Self.starts("12 34", digits: [2, 4]) == [0, 3])
  }

  @Test func aWordBeginsAtAWord() {
    #expect(Self.starts("x123456789", digits: [9]) == [])
    // An underscore ends a word here; whether a value may touch one is the pattern's business.
    #expect(Self.starts("_123456789", digits: [9]) == [1])
    #expect(Self.starts("é123456789", digits: [9]).count <= 1)
    #expect(Self.starts("-123456789", digits: [9]) == [1])
    #expect(Self.starts("№ 123456789", digits: [9]) == [4])
    #expect(Self.starts("号123456789", digits: [9]) == [3])
    // So is what follows.
    #expect(Self.starts("12345678Z", digits: [8]) == [0])
    #expect(Self.starts("123456789_", digits: [9]) == [0])
  }

  @Test func lettersAreCounted() {
    #expect(Self.starts("AB123456 A123456 ABC123456", letters: 2...2, digits: [6]) == [0])
    #expect(Self.starts("AB123456 A123456 ABC123456", letters: 1...2, digits: [6]) == [0, 9])
    #expect(Self.starts("AB 123456, AB-123456 AB.123456", letters: 2...2, digits: [6]) == [0, 11, 21])
    #expect(Self.starts("AB  123456", letters: 2...2, digits: [6]) == [])
    #expect(Self.starts("AB_123456", letters: 2...2, digits: [6]) == [])
    #expect(Self.starts("AB 12 34 56", letters: 2...2, digits: [6]) == [0])
    #expect(Self.starts("AB", letters: 2...2, digits: [6]) == [])
    // Digits alone, or letters that may be missing.
    #expect(Self.starts("123456 A123456", letters: 0...1, digits: [6]) == [0, 7])
    #expect(Self.starts("ABCDEFGHIJKLMNO1234", letters: 15...15, digits: [4]) == [0])
    #expect(Self.starts("ABCDEFGHIJKLMNOP1234", letters: 1...15, digits: [4]) == [])
  }

  /// Whoever asks for capitals alone is not tried at words in lower case; the pattern has the last word.
  @Test func lowerCaseLettersOnRequest() {
    #expect(Self.starts("ab123456", letters: 2...2, digits: [6]) == [])
    #expect(Self.starts("ab123456 AB123456", letters: 2...2, digits: [6], isCaseless: true) == [0, 9])
  }

  @Test func lettersOfOtherScriptsAreNone() {
    #expect(Self.starts("ÄB123456", letters: 2...2, digits: [6]) == [])
    #expect(Self.starts("ÄB 123456", letters: 0...0, digits: [6]) == [4])
  }

  /// Numbers have up to 63 digits; longer ones are none.
  @Test func numbersHaveAnEnd() {
    for count in [62, 63] {
      let number = String(repeating: "1", count: count)
      #expect(Self.starts(number, digits: [count]) == [0])
      #expect(Self.starts("\(number) \(number)", digits: [count]) == [0, count + 1])
    }
    #expect(Self.starts(String(repeating: "1", count: 64), digits: [63]) == [])
    #expect(Self.starts(String(repeating: "1", count: 64), digits: Set(1...63)) == [])
    #expect(Self.starts(String(repeating: "1", count: 1000), digits: Set(1...63)) == [])
    // 64 digits and more in groups: the groups up to 63 count.
    let groups = Array(repeating: "1234567", count: 12).joined(separator: " ")
    #expect(Self.starts(groups, digits: [63]) == [0, 8, 16, 24])
    #expect(Self.starts(groups, digits: [56]) == [0, 8, 16, 24, 32])
    // However wide they stand apart.
    let wide = Array(repeating: "1", count: 40).joined(separator: " - ")
    #expect(Self.starts(wide, digits: [39]) == [0, 4])
    #expect(Self.starts("ABCDEFGHIJKLMNO-" + wide, letters: 15...15, digits: [39]) == [0])
  }

  /// A rule is found by its shape, whatever other rules ask for.
  @Test func rulesAreToldApart() {
    var builder = DispatchBuilder()
    builder.addShape(1, Shape(letters: 0...0, digits: [9]), isCaseless: false, needsContext: false)
    builder.addShape(2, Shape(letters: 0...0, digits: [11]), isCaseless: false, needsContext: false)
    builder.addShape(3, Shape(letters: 2...2, digits: [9]), isCaseless: false, needsContext: false)
    builder.addShape(4, Shape(letters: 0...2, digits: [9]), isCaseless: true, needsContext: false)
    let dispatch = Dispatch(builder)
    func rules(_ text: String) -> [Int] { Self.starts(text, dispatch).filter { $0.position == 0 }.map(\.rule) }
    #expect(rules("123456789") == [1, 4])
    #expect(rules("12345678901") == [2])
    #expect(rules("123456789 01") == [1, 2, 4])
    #expect(rules("AB123456789") == [3, 4])
    #expect(rules("a123456789") == [4])
    #expect(rules("1234") == [])
    // Three letters ask for nothing.
    #expect(rules("ABC123456789") == [])
  }

  /// What a rule asks for right before its matches, or with one byte between.
  @Test func numbersBehindAMark() {
    var builder = DispatchBuilder()
    builder.addDigits(
      0, firstBytes: ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9")), count: 2, within: 8,
      behind: ByteSet("*°".map { $0.utf8.last! }), needsContext: false, edge: .word)
    let dispatch = Dispatch(builder)
    func positions(_ text: String) -> [Int] { Self.starts(text, dispatch).map(\.position) }
    #expect(positions("*12 * 34 *  56 °78 ° 90") == [1, 6, 17, 23])
    #expect(positions("12 .34 12*34") == [10])
  }

  // MARK: - Runs

  static func runs(_ text: String, _ lengths: Set<Int>, digits: Int, isCaseless: Bool = false) -> [Int] {
    var builder = DispatchBuilder()
    builder.addShape(0, Shape(runs: lengths, digits: digits), isCaseless: isCaseless, needsContext: false)
    return starts(text, Dispatch(builder)).map(\.position)
  }

  @Test func runsAreMeasured() {
    #expect(Self.runs("AB12CD34 AB12CD3 AB12CD345", [8], digits: 4) == [0])
    #expect(Self.runs("AB12CD34 AB12CD3 AB12CD345", [7, 9], digits: 3) == [9, 17])
    #expect(Self.runs("12345678 ABCDEFGH ABCDEFG1", [8], digits: 1) == [0, 18])
    #expect(Self.runs("AB12CD34", [8], digits: 5) == [])
    // What is no letter and no digit ends a run.
    #expect(Self.runs("AB12-CD34 AB12_CD34 AB12éCD34", [8], digits: 1) == [])
    #expect(Self.runs("AB12-CD34", [4], digits: 2) == [0, 5])
    #expect(Self.runs("", [1], digits: 1) == [])
    // Lower case begins a run on request, as it does a shape; behind the first letter it counts like any other.
    #expect(Self.runs("ab12cd34 Ab12cd34", [8], digits: 4) == [9])
    #expect(Self.runs("ab12cd34 Ab12cd34", [8], digits: 4, isCaseless: true) == [0, 9])
  }

  @Test func runsHaveAnEnd() {
    for count in [63, 64, 65, 126, 127] {
      let run = "A" + String(repeating: "1", count: count - 1)
      #expect(Self.runs("-\(run)-", [count], digits: count - 1) == [1])
      // All digits but one may stand at its end.
      let late = "A1" + String(repeating: "A", count: count - 10) + "12345678"
      #expect(Self.runs("-\(late) 1", [count], digits: 9) == [1], "\(count)")
    }
    #expect(Self.runs(String(repeating: "1", count: 128), Set(1...127), digits: 1) == [])
  }

  /// Rules that need context are told apart from the others.
  @Test func numbersForRulesThatNeedContext() {
    var builder = DispatchBuilder()
    builder.addShape(0, Shape(letters: 0...0, digits: [9]), isCaseless: false, needsContext: true)
    builder.addShape(1, Shape(runs: [5], digits: 2), isCaseless: false, needsContext: true)
    builder.addShape(2, Shape(letters: 0...0, digits: [4]), isCaseless: false, needsContext: false)
    let dispatch = Dispatch(builder)
    let bytes = Array("1234 56789 AB12C 1234".utf8)
    var scanner = Scanner()
    bytes.withUnsafeBufferPointer {
      scanner.scan($0, dispatch: dispatch, indexes: [], ruleRange: 0..<bytes.count, phraseRange: 0..<bytes.count)
    }
    #expect(scanner.starts.map(\.position).sorted() == [0, 17])
    func positions(_ rule: UInt16) -> [Int32] {
      let bit = Int(dispatch.numbers.bits(ruleCount: 3)[Int(rule)])
      return scanner.numbers.filter { $0.word == bit / 64 && $0.rules >> UInt64(bit % 64) & 1 == 1 }
        .map(\.position).sorted()
    }
    #expect(positions(0) == [0])
    #expect(positions(1) == [5, 11])
    #expect(positions(2) == [])
  }

  /// However many rules there are.
  @Test func rulesInSeveralGroups() {
    var builder = DispatchBuilder()
    for rule in 0..<700 {
      builder.addShape(
        UInt16(rule), Shape(letters: rule % 16...rule % 16, digits: [1 + rule % 60]), isCaseless: true,
        needsContext: false)
    }
    let dispatch = Dispatch(builder)
    for (letters, digits) in [(0, 1), (3, 20), (15, 60), (7, 8)] {
      let text = String(repeating: "x", count: letters) + String(repeating: "7", count: digits)
      let rules = Self.starts(text, dispatch).filter { $0.position == 0 }.map(\.rule)
      #expect(rules == (0..<700).filter { $0 % 16 == letters && $0 % 60 + 1 == digits })
    }
  }

  /// Starts lie in the range; the number may reach behind it.
  @Test func rangesAreKept() {
    var builder = DispatchBuilder()
    builder.addShape(0, Shape(letters: 0...0, digits: [9]), isCaseless: false, needsContext: false)
    let dispatch = Dispatch(builder)
    let text = "123456789 987654321"
    #expect(Self.starts(text, dispatch, in: 0..<1).map(\.position) == [0])
    #expect(Self.starts(text, dispatch, in: 1..<10).map(\.position) == [])
    #expect(Self.starts(text, dispatch, in: 10..<11).map(\.position) == [10])
  }

  /// The bitmaps are read in blocks of 64 bytes: a number is found wherever it stands.
  @Test func blocksDoNotMatter() {
    for offset in 0..<200 {
      let text = String(repeating: "-", count: offset) + "AB 123 456 789-" + String(repeating: ".", count: 70)
      #expect(Self.starts(text, letters: 2...2, digits: [9]) == [offset])
      #expect(Self.starts(text, digits: [9]) == [offset + 3])
    }
  }

  /// Against counting in the plainest way.
  @Test func agreesWithCountingByHand() {
    var random = SeededGenerator(21)
    let pieces = ["1", "22", "333", "4444", " ", " ", ".", "-", "/", "A", "bc", "_", ",", "\n", "é", "(", ")"]
    for letters in 0...2 {
      for count in 1...9 {
        var builder = DispatchBuilder()
        builder.addShape(0, Shape(letters: letters...letters, digits: [count]), isCaseless: true, needsContext: false)
        let dispatch = Dispatch(builder)
        for _ in 0..<100 {
          let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in pieces.randomElement(using: &random)! }
            .joined()
          #expect(
            Self.starts(text, dispatch).map(\.position)
              == Self.byHand(Array(text.utf8), letters: letters, digits: count), "\(letters)+\(count) in '\(text)'")
        }
      }
    }
  }

  private static func byHand(_ text: [UInt8], letters: Int, digits: Int) -> [Int] {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    return text.indices.filter { start in
      if start > 0, isDigit(text[start - 1]) || isLetter(text[start - 1]) { return false }
      var rest = text[start...]
      let head = rest.prefix(while: isLetter)
      guard head.count == letters else { return false }
      rest = rest.dropFirst(head.count)
      if letters > 0, let next = rest.first, " .-/()".utf8.contains(next) { rest = rest.dropFirst() }
      var total = 0
      while true {
        let group = rest.prefix(while: isDigit)
        total += group.count
        if group.isEmpty { return false }
        if total == digits { return true }
        rest = rest.dropFirst(group.count)
        let gap = rest.prefix { " .-/()".utf8.contains($0) }
        guard (1...3).contains(gap.count) else { return false }
        rest = rest.dropFirst(gap.count)
      }
    }
  }
}
