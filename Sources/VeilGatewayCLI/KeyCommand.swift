import ArgumentParser
import VeilGateway

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Makes a key for a caller.",
    discussion: """
      Prints the key, which is kept nowhere, and the line that stands for it in the configuration.

        veil-gateway key
        veil-gateway key --hash < key.txt       # the line for a key of your own
      """)

  @Flag(help: "Read a key from standard input instead of making one.")
  var hash = false

  func run() throws {
    guard hash else {
      let key = CallerKey.make()
      print("key: \(key)")
      return print(CallerKey.settingsLine(for: key))
    }
    guard let key = readLine(strippingNewline: true), key.utf8.count >= CallerKey.minimumLength,
      key.utf8.allSatisfy({ 0x21...0x7E ~= $0 })
    else {
      throw ValidationError(
        "expected a key of at least \(CallerKey.minimumLength) visible ASCII characters on standard input")
    }
    print(CallerKey.settingsLine(for: key))
  }
}
