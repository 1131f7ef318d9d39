/// Something like a program's source, with comments, strings, numbers and rarely a developer's address.
enum Code {
  static func writeFunction(to writer: inout Writer) {
    writer.write("// ")
    Sentences.writeStatement(to: &writer)
    if writer.random.chance(6) {
      writer.write("\n// Maintainer: ")
      Identifiers.writeAddress(to: &writer)
    }
    writer.write("\nfunc ")
    writeName(to: &writer)
    writer.write("(_ ")
    writeName(to: &writer)
    writer.write(": [Int], limit: Int = ")
    writer.write(writer.random.below(5_000))
    writer.write(") -> Bool {\n")
    for _ in 0...writer.random.number(2...7) { writeStatement(to: &writer, indentation: 4) }
    writer.write("    return \(writer.random.pick(["true", "false", "result != nil"]))\n}\n\n")
  }

  static func writeStatement(to writer: inout Writer, indentation: Int) {
    for _ in 0..<indentation { writer.write(" ") }
    switch writer.random.below(6) {
    case 0:
      writer.write("let ")
      writeName(to: &writer)
      writer.write(" = ")
      writeName(to: &writer)
      writer.write(".map { $0 * ")
      writer.write(writer.random.below(100))
      writer.write(" + ")
      writeName(to: &writer)
      writer.write(" }")
    case 1:
      writer.write("for index in 0..<")
      writer.write(writer.random.below(400))
      writer.write(" { ")
      writeName(to: &writer)
      writer.write("[index] += 1 }")
    case 2:
      writer.write("{\"")
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write("\": ")
      writer.write(writer.random.below(1_000))
      writer.write(", \"")
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write("\": \"")
      writer.writeWord(writer.random.pick(Vocabulary.shared.adjectives))
      writer.write("\"}")
    case 3:
      writer.write("guard let ")
      writeName(to: &writer)
      writer.write(" = try self.")
      writeName(to: &writer)
      writer.write("(at: 0x")
      writer.writeHexadecimal(4)
      writer.write(") else { throw Failure.")
      writeName(to: &writer)
      writer.write(" }")
    case 4:
      writer.write("print(\"")
      writer.writeWord(writer.random.pick(Vocabulary.shared.adjectives))
      writer.write(" ")
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write(": \\(")
      writeName(to: &writer)
      writer.write(")\")")
    default:
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write("_")
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write(" -= ")
      writer.write(writer.random.below(64))
    }
    writer.write("\n")
  }

  /// `basketOfRibbons`, or a word by itself.
  private static func writeName(to writer: inout Writer) {
    writer.writeWord(writer.random.pick(Vocabulary.shared.nouns).filter { $0 != UInt8(ascii: "-") })
    guard writer.random.chance(60) else { return }
    writer.beginSentence()
    writer.writeWord(writer.random.pick(Vocabulary.shared.plurals))
  }
}
