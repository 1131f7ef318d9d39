import Testing

@testable import Veil

/// What the checks are built of.
@Suite struct DigitsTests {
  static func digits(_ text: String) -> Digits { Digits(Array(text.utf8).span) }
  static func characters(_ text: String) -> Characters36 { Characters36(Array(text.utf8).span) }

  @Test func digitsSkipTheRest() {
    let digits = Self.digits("12-3 a4／٥.")
    #expect(digits.count == 4)
    #expect((0..<4).map { digits[$0] } == [1, 2, 3, 4])
    #expect(digits[4] == 0 && digits[-1] == 0 && digits[1000] == 0)
    #expect(Self.digits("").count == 0)
  }

  @Test func digitsReadAsNumbers() {
    let digits = Self.digits("0123456789")
    #expect(digits.sum([1, 2, 3, 4]) == 1 * 2 + 2 * 3 + 3 * 4)
    #expect(digits.sum([]) == 0)
    #expect(Self.digits("99").sum([1, 1, 1]) == 18)
    #expect(digits.sum([0, -1]) == -1)
    #expect(digits.number(2..<5) == 234)
    #expect(digits.number(0..<2) == 1)
    #expect(digits.number(3..<3) == 0)
    #expect(digits.remainder(0..<10, 97) == 123_456_789 % 97)
    // Cut rather than overflown.
    #expect(Self.digits(String(repeating: "9", count: 30)).number(0..<30) == 999_999_999_999_999_999)
    // 10 to the 30th less one.
    #expect(Self.digits(String(repeating: "9", count: 30)).remainder(0..<30, 11) == 0)
  }

  @Test func repeatedDigitsAreTold() {
    #expect(Self.digits("1111").isRepeated && Self.digits("1-1").isRepeated)
    #expect(!Self.digits("1112").isRepeated && !Self.digits("2111").isRepeated)
    #expect(!Self.digits("1").isRepeated && !Self.digits("").isRepeated)
  }

  @Test func whatExceedsTheCapacityIsCounted() {
    let long = Self.digits(String(repeating: "7", count: 100))
    #expect(long.count == 100)
    #expect(long[Digits.capacity - 1] == 7 && long[Digits.capacity] == 0)
    #expect(Self.characters(String(repeating: "z", count: 100)).count == 100)
  }

  @Test func charactersAreCapitalsAndDigits() {
    let characters = Self.characters("gb-82 wE.é9")
    #expect(characters.count == 7)
    #expect((0..<7).map { characters[$0] } == Array("GB82WE9".utf8))
    #expect((0..<7).map { characters.value($0) } == [16, 11, 8, 2, 32, 14, 9])
    #expect((0..<7).map { characters.isDigit($0) } == [false, false, true, true, false, false, true])
    #expect((0..<7).map { characters.isLetter($0) } == [true, true, false, false, true, true, false])
    #expect(characters[7] == 0 && characters[-1] == 0 && characters.value(7) == 0)
    #expect(!characters.isDigit(7) && !characters.isLetter(7))
    #expect(Self.characters("az09").value(1) == 35)
  }

  /// Each with examples that its standard or its makers print.
  @Test(arguments: [
    ("luhn", "7992739871", "3"), ("luhn", "411111111111111", "1"),
    ("mod11-10", "8609574271", "9"), ("mod11-10", "0794", "5"),
    ("verhoeff", "236", "3"), ("verhoeff", "8473643095483728456789", "2"),
  ]) func oneCheckDigitFits(_ scheme: String, _ number: String, _ check: String) throws {
    let accepts = try #require(Self.schemes[scheme])
    for digit in 0...9 {
      #expect(accepts(Array("\(number)\(digit)".utf8)) == ("\(digit)" == check), "\(scheme) \(number)\(digit)")
    }
  }

  @Test func mod97LeavesOne() {
    // The creditor reference RF18 5390 0754 7034, its first four characters moved to the end.
    #expect(Self.mod97("539007547034RF18"))
    #expect(Self.mod97("5390 0754 7034 rf18"))
    #expect(!Self.mod97("539007547034RF19"))
    #expect(!Self.mod97("539007547043RF18"))
  }

  /// One other digit, and two neighbours in each other's place, as far as a scheme promises to tell.
  @Test(arguments: ["luhn", "mod11-10", "verhoeff"]) func slipsAreTold(_ scheme: String) throws {
    let accepts = try #require(Self.schemes[scheme])
    var random = SeededGenerator(7)
    for _ in 0..<200 {
      var number = (0..<Int.random(in: 3...17, using: &random)).map { _ in UInt8.random(in: 0x30...0x39, using: &random)
      }
      number.append(0x30)
      while !accepts(number) { number[number.count - 1] += 1 }
      for place in number.indices {
        for digit in UInt8(0x30)...0x39 where digit != number[place] {
          var other = number
          other[place] = digit
          #expect(!accepts(other), "\(String(decoding: other, as: UTF8.self))")
        }
      }
      // Luhn takes 09 for 90, and MOD 11,10 some neighbours.
      guard scheme == "verhoeff" else { continue }
      for place in 1..<number.count where number[place] != number[place - 1] {
        var other = number
        other.swapAt(place, place - 1)
        #expect(!accepts(other), "\(String(decoding: other, as: UTF8.self))")
      }
    }
  }

  @Test(arguments: ["", "1", "x", "-", "\u{0}", String(repeating: "0", count: 60)])
  func tooShortAndTooLongAreRefused(_ text: String) {
    for (name, accepts) in Self.schemes { #expect(!accepts(Array(text.utf8)), "\(name)") }
    #expect(!Self.mod97(text))
  }

  /// No check traps, whatever the bytes are.
  @Test func anyBytesAreJudged() {
    var random = SeededGenerator(11)
    let likely = Array("0123456789ABCXZabcxz -./+<".utf8)
    for length in 0..<70 {
      for _ in 0..<20 {
        let any = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        let near = (0..<length).map { _ in likely.randomElement(using: &random)! }
        for validator in Validator.allCases {
          _ = validator.accepts(any.span)
          _ = validator.accepts(near.span)
        }
      }
    }
    let none: [UInt8] = []
    // An address that is spelled out has no sign to go by: its pattern is its check.
    for validator in Validator.allCases where validator != .email {
      let isAccepted = validator.accepts(none.span)
      #expect(!isAccepted, "\(validator.rawValue) accepts nothing at all")
    }
  }

  @Test func daysOfTheCalendar() {
    #expect(Validator.isDay(year: 2024, month: 2, day: 29) && Validator.isDay(year: 2000, month: 2, day: 29))
    #expect(!Validator.isDay(year: 2023, month: 2, day: 29) && !Validator.isDay(year: 1900, month: 2, day: 29))
    #expect(Validator.isDay(year: 1999, month: 12, day: 31) && !Validator.isDay(year: 1999, month: 4, day: 31))
    #expect(!Validator.isDay(year: 1999, month: 0, day: 1) && !Validator.isDay(year: 1999, month: 13, day: 1))
    #expect(!Validator.isDay(year: 1999, month: 1, day: 0) && !Validator.isDay(year: 999, month: 1, day: 1))
  }

  private static func mod97(_ text: String) -> Bool { Validator.mod97(Array(text.utf8).span) }

  private static let schemes: [String: @Sendable ([UInt8]) -> Bool] = [
    "luhn": { Validator.luhn($0.span) }, "mod11-10": { Validator.mod11_10($0.span) },
    "verhoeff": { Validator.verhoeff($0.span) },
  ]
}
