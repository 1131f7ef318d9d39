/// Personal and organisational identifiers, none of anybody: documented test numbers, addresses and ranges reserved for
/// examples (RFC 2606, 5737, 3849, 7042; 555-01xx; Ofcom's and ACMA's numbers for drama), and numbers that only a label makes one.
enum Identifiers {
  /// What is written, and how it is led in.
  private struct Kind {
    var leads: [String]
    var write: @Sendable (inout Writer) -> Void
  }

  /// One identifier with the words before it, as a part of a sentence.
  static func writePhrase(to writer: inout Writer) {
    let kind = writer.random.pickSkewed(kinds)
    writer.write(writer.random.pick(kind.leads))
    kind.write(&writer)
  }

  /// One identifier behind a label, as on a form.
  static func writeField(to writer: inout Writer) {
    let field = writer.random.pick(fields)
    writer.write(field.leads[0])
    field.write(&writer)
  }

  // The frequent ones first: they are picked more often.
  private static let kinds: [Kind] = [
    Kind(leads: ["write to ", "my e-mail is ", "reach me at ", "forward it to "], write: writeAddress),
    Kind(leads: ["call ", "my number is ", "phone: ", "text me at "], write: writePhone),
    Kind(leads: ["see ", "the link is ", "it is documented at "], write: writeLink),
    Kind(leads: ["from ", "the host ", "allow "], write: writeHost),
    Kind(leads: ["born on ", "my date of birth is ", "DOB: "], write: writeBirthday),
    Kind(leads: ["card ", "charged to ", "the card is "], write: writeCard),
    Kind(leads: ["account ", "IBAN ", "pay to "], write: writeAccount),
    Kind(leads: ["I live at ", "deliver to ", "the address is "], write: writeStreet),
    Kind(leads: ["SSN ", "my social security number is "], write: writeSocialSecurity),
    Kind(leads: ["under "], write: writeReference),
    Kind(leads: ["session ", "request "], write: writeUUID),
    Kind(leads: ["from the adapter "], write: writeHardwareAddress),
    Kind(leads: ["with the key "], write: { $0.write($0.random.pick(keys)) }),
    Kind(leads: ["to the wallet "], write: { $0.write("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa") }),
  ]

  private static let fields: [Kind] = [
    Kind(leads: ["E-mail: "], write: writeAddress),
    Kind(leads: ["Phone: "], write: writePhone),
    Kind(leads: ["Website: "], write: writeLink),
    Kind(leads: ["IP address: "], write: writeHost),
    Kind(leads: ["Date of birth: "], write: writeBirthday),
    Kind(leads: ["Card number: "], write: writeCard),
    Kind(leads: ["IBAN: "], write: writeAccount),
    Kind(leads: ["Address: "], write: writeStreet),
    Kind(leads: ["SSN: "], write: writeSocialSecurity),
    Kind(leads: ["Reference: "], write: writeReference),
    Kind(leads: ["Name: "], write: { People.writeName(to: &$0) }),
    Kind(leads: ["Employee ID: "], write: { $0.writePattern("E-######") }),
    Kind(leads: ["MRN: "], write: { $0.writePattern("########") }),
    Kind(leads: ["Passport No: "], write: { $0.writePattern("X#######") }),
    Kind(leads: ["Username: "], write: { People.writeUserName(to: &$0) }),
    Kind(leads: ["MAC: "], write: writeHardwareAddress),
  ]

  private static let keys = ["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"]
  private static let domains = ["example.com", "example.org", "example.net", "mail.example.com", "corp.example.org"]
  private static let cards = [
    "4111 1111 1111 1111", "4012 8888 8888 1881", "5555 5555 5555 4444", "5105-1051-0510-5100", "378282246310005",
    "6011111111111117", "4242424242424242", "3530111333300000",
  ]
  private static let accounts = [
    "GB82 WEST 1234 5698 7654 32", "DE89 3704 0044 0532 0130 00", "FR14 2004 1010 0505 0001 3M02 606",
    "NL91ABNA0417164300", "CH93 0076 2011 6238 5295 7", "ES9121000418450200051332",
  ]
  private static let phones = [
    "(2##) 555-01##", "+1 3##-555-01##", "7##-555-01##", "+44 20 7946 0###", "01632 960###", "07700 900###",
    "+61 2 5550 ####", "+1 (4##) 555-01##",
  ]
  private static let streets = ["Elm", "Oak", "Maple", "Station", "Church", "Mill", "Garden", "River", "Example"]
  private static let streetEndings = ["Street", "Road", "Avenue", "Lane"]
  private static let towns = ["Springfield", "Riverton", "Fairview", "Milltown", "Oakdale"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  static func writeAddress(to writer: inout Writer) {
    People.writeUserName(to: &writer)
    writer.write("@")
    writer.write(writer.random.pick(domains))
  }

  static func writePhone(to writer: inout Writer) { writer.writePattern(writer.random.pick(phones)) }

  static func writeLink(to writer: inout Writer) {
    writer.write("https://www.")
    writer.write(writer.random.pick(domains))
    for _ in 0...writer.random.below(3) {
      writer.write("/")
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
    }
    if writer.random.chance(30) { writer.writePattern("?page=##") }
  }

  static func writeHost(to writer: inout Writer) {
    guard writer.random.chance(80) else {
      writer.write("2001:db8::")
      writer.writeHexadecimal(4)
      writer.write(":")
      return writer.writeHexadecimal(4)
    }
    writer.write(writer.random.pick(["192.0.2.", "198.51.100.", "203.0.113."]))
    writer.write(writer.random.number(1...254))
  }

  static func writeHardwareAddress(to writer: inout Writer) {
    writer.write("00:00:5E:00:53:")
    writer.writeHexadecimal(2)
  }

  static func writeUUID(to writer: inout Writer) {
    writer.writeHexadecimal(8)
    for part in ["-0000-4000-8000-"] { writer.write(part) }
    writer.writeHexadecimal(12)
  }

  private static func writeBirthday(to writer: inout Writer) {
    let day = writer.random.number(1...28)
    let month = writer.random.below(12)
    let year = writer.random.number(1940...2005)
    if writer.random.chance(50) {
      writer.write("\(day) \(months[month]) \(year)")
    } else {
      writer.write("\(year)-")
      writer.write(month + 1, digits: 2)
      writer.write("-")
      writer.write(day, digits: 2)
    }
  }

  private static func writeCard(to writer: inout Writer) { writer.write(writer.random.pick(cards)) }

  private static func writeAccount(to writer: inout Writer) { writer.write(writer.random.pick(accounts)) }

  private static func writeStreet(to writer: inout Writer) {
    writer.write(writer.random.number(1...240))
    writer.write(" \(writer.random.pick(streets)) \(writer.random.pick(streetEndings)), ")
    writer.write(writer.random.pick(towns))
    writer.writePattern(", XX 0####")
  }

  // The ten numbers that were set aside for advertisements.
  private static func writeSocialSecurity(to writer: inout Writer) { writer.writePattern("987-65-432#") }

  private static func writeReference(to writer: inout Writer) {
    writer.writePattern(
      writer.random.pick(["customer number K-#######", "invoice no. INV-2024-####", "order number ###-####-###"]))
  }
}
