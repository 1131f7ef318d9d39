import Scanning
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
  static func relatives(of given: ArraySlice<UInt8>) -> [Relative] {
    table.row(of: given).map { table.relatives[$0] } ?? []
  }

  private struct Table {
    private(set) var relatives: [[Relative]] = []
    private var names = ByteRows()
    private var index = HashIndex()

    private func hash(_ name: ArraySlice<UInt8>) -> Int { KeyedHash.shared(name.span, tag: 0) }

    func row(of name: ArraySlice<UInt8>) -> Int? { index.find(hash(name)) { names[$0].elementsEqual(name) } }

    mutating func add(_ relative: Relative, to name: [UInt8]) {
      if let row = row(of: name[...]) { return relatives[row].append(relative) }
      index.insert(hash(name[...]), relatives.count)
      names.append(name)
      relatives.append([relative])
    }
  }

  private static let table: Table = {
    var table = Table()
    var count = 0
    let text = UnsafeBufferPointer(start: veil_list_nicknames(&count), count: count)
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }.map(Array.init)
      var standsAlone = true
      for word in words.dropFirst() {
        if word == [UInt8(ascii: "|")] {
          standsAlone = false
        } else {
          table.add(Relative(name: word, standsAlone: standsAlone), to: words[0])
          table.add(Relative(name: words[0], standsAlone: standsAlone), to: word)
        }
      }
    }
    return table
  }()
}
