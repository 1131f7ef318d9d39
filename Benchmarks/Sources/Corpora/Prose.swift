/// What people write to each other and to a model.
enum Prose {
  /// A heading, a paragraph, a list, a snippet or a question, each as often as in a conversation with a model.
  ///
  /// - Parameter identifierEvery: how many bytes there are to one identifier; nil for none.
  static func writeParagraph(to writer: inout Writer, identifierEvery distance: Int? = nil) {
    func identify(_ writer: inout Writer) {
      guard let distance, writer.output.count >= writer.nextIdentifier else { return }
      writer.output.removeLast()
      writer.write(", ")
      Identifiers.writePhrase(to: &writer)
      writer.write(".")
      writer.nextIdentifier += writer.random.number(distance / 2...3 * distance / 2)
    }
    switch writer.random.below(20) {
    case 0:
      writer.write("User: ")
      Sentences.writeRequest(to: &writer)
    case 1:
      writer.write("Assistant: ")
      for _ in 0...writer.random.below(3) {
        Sentences.writeStatement(to: &writer)
        identify(&writer)
        writer.write(" ")
      }
    case 2, 3:
      let isNumbered = writer.random.chance(50)
      for item in 1...writer.random.number(3...7) {
        writer.write(isNumbered ? "\(item). " : "- ")
        Sentences.writeStatement(to: &writer)
        identify(&writer)
        writer.write("\n")
      }
    case 4:
      writer.write("```\n")
      for _ in 0...writer.random.below(4) { Code.writeStatement(to: &writer, indentation: 0) }
      writer.write("```")
    default:
      for _ in 0...writer.random.below(8) {
        Sentences.writeStatement(to: &writer)
        identify(&writer)
        writer.write(writer.random.chance(12) ? "\n" : " ")
      }
    }
    writer.write("\n\n")
  }

  /// Some turns between a customer and a clerk, who greet, name and thank each other.
  static func writeConversation(to writer: inout Writer) {
    for turn in 0...writer.random.number(2...8) {
      writer.write(turn.isMultiple(of: 2) ? "User: " : "Assistant: ")
      writeTurn(to: &writer)
      writer.write("\n")
    }
    writer.write("\n")
  }

  private static func writeTurn(to writer: inout Writer) {
    switch writer.random.below(8) {
    case 0:
      writer.write("Hello ")
      People.writeGivenName(to: &writer)
      writer.write(", thanks for your message. ")
    case 1:
      writer.write("My name is ")
      People.writeName(to: &writer)
      writer.write(" and I work with ")
      People.writeTitledName(to: &writer)
      writer.write(". ")
    case 2:
      writer.write("I spoke to ")
      People.writeName(to: &writer)
      writer.write(" on \(writer.random.pick(["Monday", "Tuesday", "Friday"])), who asked ")
      People.writeGivenName(to: &writer)
      writer.write(" to look into it. ")
    default: break
    }
    for _ in 0...writer.random.below(3) {
      if writer.random.chance(30) {
        Sentences.writeRequest(to: &writer)
      } else {
        Sentences.writeStatement(to: &writer)
      }
      writer.write(" ")
    }
    if writer.random.chance(12) {
      writer.write("Also, ")
      Identifiers.writePhrase(to: &writer)
      writer.write(". ")
    }
    guard writer.random.chance(15) else { return }
    writer.write("Best regards, ")
    People.writeName(to: &writer)
  }
}
