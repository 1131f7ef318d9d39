/// Text in records: forms full of identifiers, and lines that servers write.
enum Records {
  static func writeForm(to writer: inout Writer) {
    for _ in 0...writer.random.number(3...8) {
      Identifiers.writeField(to: &writer)
      writer.write(writer.random.chance(25) ? "; " : "\n")
      if writer.random.chance(12) {
        Sentences.writeStatement(to: &writer)
        writer.write("\n")
      }
    }
    writer.write("\n")
  }

  static func writeLogLine(to writer: inout Writer) {
    switch writer.random.below(4) {
    case 0: writeAccess(to: &writer)
    case 1: writeService(to: &writer)
    default: writeEvent(to: &writer)
    }
    writer.write("\n")
  }

  /// A web server's line.
  private static func writeAccess(to writer: inout Writer) {
    Identifiers.writeHost(to: &writer)
    writer.write(" - - [")
    writer.write(writer.random.number(1...28), digits: 2)
    writer.write("/Mar/2026:")
    writeClock(to: &writer)
    writer.write(" +0000] \"\(writer.random.pick(["GET", "GET", "POST", "PUT"])) /")
    for _ in 0...writer.random.below(3) {
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write("/")
    }
    writer.write(writer.random.below(90_000))
    writer.write(" HTTP/1.1\" \(writer.random.pick([200, 200, 200, 204, 301, 404, 500])) ")
    writer.write(writer.random.below(60_000))
    writer.write(" \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\"")
  }

  /// A line of pairs.
  private static func writeService(to writer: inout Writer) {
    writer.write("level=\(writer.random.pick(["info", "info", "debug", "warn", "error"])) ts=2026-03-17T")
    writeClock(to: &writer)
    writer.write("Z caller=")
    writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
    writer.write(".go:")
    writer.write(writer.random.below(900) + 10)
    writer.write(" msg=\"")
    for _ in 0...writer.random.number(2...5) {
      writer.writeWord(writer.random.pick(Vocabulary.shared.participles))
      writer.write(" ")
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write(" ")
    }
    writer.write("\" duration=")
    writer.write(writer.random.below(4_000))
    writer.write("ms trace=")
    writer.writeHexadecimal(16)
    guard writer.random.chance(10) else { return }
    writer.write(" user=")
    Identifiers.writeAddress(to: &writer)
  }

  /// A program's line with counters and addresses in memory.
  private static func writeEvent(to writer: inout Writer) {
    writer.write("03-17 ")
    writeClock(to: &writer)
    writer.writePattern(".###  1###  #### \(writer.random.pick(["D", "I", "W"])) ")
    for _ in 0..<2 {
      writer.beginSentence()
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
    }
    writer.write(": ")
    for _ in 0...writer.random.number(2...7) {
      writer.writeWord(writer.random.pick(Vocabulary.shared.nouns))
      writer.write("=")
      switch writer.random.below(4) {
      case 0: writer.write(writer.random.pick(["true", "false", "null"]))
      case 1:
        writer.write("0x")
        writer.writeHexadecimal(7)
      default: writer.write(writer.random.below(20_000))
      }
      writer.write(", ")
    }
  }

  private static func writeClock(to writer: inout Writer) {
    for (place, limit) in [24, 60, 60].enumerated() {
      if place > 0 { writer.write(":") }
      writer.write(writer.random.below(limit), digits: 2)
    }
  }
}
