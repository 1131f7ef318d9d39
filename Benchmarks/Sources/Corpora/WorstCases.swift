/// Text of nothing but what starts a search: each a kind of input that an attacker would send.
enum WorstCases {
  static func writeDigits(to writer: inout Writer) {
    writer.writeDigits(writer.random.chance(90) ? writer.random.number(1...48) : 1_200)
    writer.write(writer.random.pick([" ", ".", ""]))
  }

  static func writeSeparators(to writer: inout Writer) {
    writer.writeDigits(writer.random.number(1...4))
    writer.write(writer.random.pick([" ", "-", ".", "/", ":"]))
  }

  static func writeAt(to writer: inout Writer) {
    switch writer.random.below(4) {
    case 0: repeatText("@", writer.random.number(20...300), &writer)
    case 1: repeatText("a@", writer.random.number(10...60), &writer)
    case 2:
      repeatText("x", 63, &writer)
      writer.write("@")
    default: writer.write("user@ @example @.com a@b.")
    }
    if writer.random.chance(20) { writer.write(" ") }
  }

  static func writeDots(to writer: inout Writer) {
    repeatText(writer.random.pick([".", "a.", "1.", "..a", "com."]), writer.random.number(10...200), &writer)
    if writer.random.chance(10) { writer.write(" ") }
  }

  static func writeBrackets(to writer: inout Writer) {
    repeatText(
      writer.random.pick(["[", "]", "[NAME_", "[]", "<", "{{", "«", "[EMAIL_1", "[A_1][", "(("]),
      writer.random.number(5...120), &writer)
  }

  static func writeCapitals(to writer: inout Writer) {
    for _ in 0...writer.random.number(3...20) {
      for _ in 0...writer.random.below(14) { writer.output.append(UInt8(ascii: "A") + UInt8(writer.random.below(26))) }
      writer.write(writer.random.pick(["", "", "_", " ", "3"]))
    }
    if writer.random.chance(30) { writer.write("Aa Bb Cc Dd Ee Ff Gg ") }
  }

  static func writeHexadecimal(to writer: inout Writer) {
    writer.writeHexadecimal(writer.random.pick([4, 8, 12, 16, 32, 40, 64, 500]))
    writer.write(writer.random.pick(["-", ":", " ", "", "0x"]))
  }

  static func writeSlashes(to writer: inout Writer) {
    repeatText(
      writer.random.pick(["/", ":", "a:", "://", "http://", "\\\\", "a/b/", "=:"]), writer.random.number(5...120),
      &writer)
    if writer.random.chance(10) { writer.write(" ") }
  }

  private static func repeatText(_ text: String, _ count: Int, _ writer: inout Writer) {
    for _ in 0..<count { writer.write(text) }
  }
}
