import Veil

/// The saved form of a vault: JSON Lines, a header and then one line per entry in order of issue.
///
///     {"veil":"vault","version":1}
///     {"placeholder":"[NAME_1]","original":"Jane Roe"}
///     {"placeholder":"[SECRET_1]","base64":"/w=="}        not UTF-8
///     {"placeholder":"[NAME_7]","original":null}          the text itself has it: never given out
///     {"json":"\u00e9\/"}                                 how the JSON was written that was pseudonymized last
///
/// Entries never change once they are issued, so that a vault grows by appending. A line is complete with its line end;
/// what a crash leaves behind the last one was never used and is not read.
public enum VaultFile {
  public static let header = Array("{\"veil\":\"vault\",\"version\":1}\n".utf8)

  /// Appends the entry's line.
  public static func append(_ entry: Vault.Entry, to output: inout [UInt8]) {
    let style = JSONStyle()
    output.append(contentsOf: #"{"placeholder":"#.utf8)
    style.append(Array(entry.placeholder.utf8), to: &output)
    switch entry.original {
    case nil: output.append(contentsOf: #","original":null"#.utf8)
    case let original? where String(validating: original, as: UTF8.self) == nil:
      output.append(contentsOf: #","base64":"#.utf8)
      style.append(Base64.encode(original), to: &output)
    case let original?:
      output.append(contentsOf: #","original":"#.utf8)
      style.append(original, to: &output)
    }
    if !entry.isIssued { output.append(contentsOf: #","issued":false"#.utf8) }
    output.append(contentsOf: "}\n".utf8)
  }

  /// Appends a line with the style; the latest one counts.
  public static func append(_ style: JSONStyle, to output: inout [UInt8]) {
    output.append(contentsOf: #"{"json":"#.utf8)
    output += style.sample
    output.append(contentsOf: "}\n".utf8)
  }

  /// What a file holds.
  public struct Contents: Sendable {
    public var entries: [Vault.Entry] = []
    public var style = JSONStyle()
    /// How many bytes the complete lines take.
    public var count = 0
  }

  public static func read(_ bytes: [UInt8]) throws(VaultFileError) -> Contents {
    var contents = Contents()
    var start = 0
    var line = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      do {
        if line == 1 {
          try readHeader(bytes, start..<end)
        } else {
          try readLine(bytes, start..<end, &contents)
        }
      } catch {
        throw VaultFileError(line: line, reason: error.reason)
      }
      start = end + 1
    }
    if line == 0, !bytes.isEmpty { throw VaultFileError(line: 1, reason: "this is not a vault") }
    contents.count = start
    return contents
  }

  private static func readHeader(_ bytes: [UInt8], _ range: Range<Int>) throws(JSONError) {
    guard bytes[range].elementsEqual(header.dropLast()) else {
      throw JSONError(offset: range.lowerBound, reason: "this is not a vault of version 1")
    }
  }

  private static func readLine(_ bytes: [UInt8], _ range: Range<Int>, _ contents: inout Contents) throws(JSONError) {
    var placeholder: String?
    var style: JSONStyle?
    var original: [UInt8]?
    var isIssued = true
    var scanner = JSONScanner(bytes, in: range)
    try scanner.object { (scanner, key) throws(JSONError) in
      switch try key.decoded(from: bytes) {
      case Key.placeholder:
        placeholder = String(validating: try scanner.string().decoded(from: bytes), as: UTF8.self)
      case Key.original where scanner.next == UInt8(ascii: "\""):
        original = try scanner.string().decoded(from: bytes)
      case Key.base64:
        original = Base64.decode(try scanner.string().decoded(from: bytes))
        if original == nil { throw scanner.error("this is not base64") }
      case Key.issued:
        isIssued = scanner.next == UInt8(ascii: "t")
        try scanner.skipValue()
      case Key.json:
        var read = JSONStyle()
        _ = try scanner.string().decoded(from: bytes, noting: &read)
        style = read
      default: try scanner.skipValue()
      }
    }
    try scanner.finish()
    if let style { return contents.style = style }
    guard let placeholder else { throw scanner.error("an entry has no placeholder") }
    contents.entries.append(Vault.Entry(placeholder: placeholder, original: original, isIssued: isIssued))
  }

  private enum Key {
    static let placeholder = Array("placeholder".utf8)
    static let original = Array("original".utf8)
    static let base64 = Array("base64".utf8)
    static let issued = Array("issued".utf8)
    static let json = Array("json".utf8)
  }
}

/// Why a file is not a vault that can be used. Names the line, never the content.
public struct VaultFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public var line: Int
  public var reason: String

  public var description: String { "line \(line): \(reason)" }
}
