import VeilModel

/// Short and pet forms of given names, and what they are short for.
enum Nicknames {
  struct Relative: Sendable {
    /// As ``PlainLetters`` writes it.
    var name: [UInt8]
    /// Whether it means the bearer of the other by itself, not only before the family name.
    var standsAlone: Bool
  }

  /// Names that whoever bears a given name may also be called by; none when the list does not have it.
  ///
  /// - Parameter given: as ``PlainLetters`` writes it.
  static func relatives(of given: some Collection<UInt8>) -> [Relative] { table[Array(given)] ?? [] }

  private static let table: [[UInt8]: [Relative]] = {
    var table: [[UInt8]: [Relative]] = [:]
    var count = 0
    let text = UnsafeBufferPointer(start: veil_list_nicknames(&count), count: count)
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }.map(Array.init)
      var standsAlone = true
      for word in words.dropFirst() {
        if word == [UInt8(ascii: "|")] {
          standsAlone = false
        } else {
          table[words[0], default: []].append(Relative(name: word, standsAlone: standsAlone))
          table[word, default: []].append(Relative(name: words[0], standsAlone: standsAlone))
        }
      }
    }
    return table
  }()
}
