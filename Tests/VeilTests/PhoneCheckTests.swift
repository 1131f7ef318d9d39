import Testing
import Veil

/// The numbering plans as the check of telephone numbers reads them.
@Suite struct PhoneCheckTests {
  private func accepts(_ check: String, _ text: String) throws -> Bool {
    try #require(Validator(rawValue: check)).accepts(Array(text.utf8).span)
  }

  @Test(arguments: [
    "+1 415 555 0100", "+44 (0)20 7946 0958", "+39 06 1234 5670", "0049 30 23125017", "011 44 20 7946 0958",
    "020 7946 0958", "8 (495) 123-45-60", "06-20-123-4567", "(11) 96123-4566", "415-555-0100 ext. 12", "+999 1234567",
  ])
  func acceptsNumbersOfAPlan(_ text: String) throws {
    #expect(try accepts("phone", text))
  }

  @Test(arguments: [
    "+44 1", "+1 100 555 0100", "+1 415 555 010", "+33 0 12", "+354 410 12345", "020 79 46 09 5 8", "2024-01-15",
    "111-111-1111", "123456789", "0", "", "+", "()",
  ])
  func refusesWhatNoPlanHas(_ text: String) throws {
    #expect(try !accepts("phone", text))
  }

  @Test func everyDigitCountsWithACountryCode() throws {
    for country in ["+47 21 23 45 67", "+45 32 12 34 55", "+48 12 345 67 80", "+34 912 345 677"] {
      #expect(try accepts("phone", country))
      #expect(try !accepts("phone", String(country.dropLast())))
      #expect(try !accepts("phone", country + "0"))
    }
  }

  @Test func aLabelLeavesTheFormOpen() throws {
    #expect(try accepts("phone-digits", "555 1234"))
    #expect(try !accepts("phone-digits", "555 123"))
    #expect(try !accepts("phone-digits", "000-0000-000"))
    #expect(try !accepts("phone-digits", String(repeating: "12", count: 8)))
  }

  @Test func anyBytesAreAnswered() throws {
    var generator = SystemRandomNumberGenerator()
    for check in ["phone", "phone-digits", "date"] {
      let validator = try #require(Validator(rawValue: check))
      for length in 0..<200 {
        let bytes = (0..<length).map { _ in
          Bool.random(using: &generator) ? UInt8.random(in: 0x28...0x3A) : UInt8.random(in: 0...255)
        }
        _ = validator.accepts(bytes.span)
      }
    }
  }
}
