/// A model's name or a pattern of names: `*` stands for any characters, also none. Case counts.
struct ModelPattern: Sendable, Hashable {
  private let parts: [Substring.UTF8View]
  let text: String

  init(_ text: String) {
    self.text = text
    parts = text.split(separator: "*", omittingEmptySubsequences: false).map(\.utf8)
  }

  /// Whether it names one model alone.
  var isName: Bool { parts.count == 1 }

  func matches(_ model: String) -> Bool {
    var rest = Substring(model).utf8
    guard parts.count > 1 else { return rest.elementsEqual(parts[0]) }
    guard rest.starts(with: parts[0]) else { return false }
    rest = rest.dropFirst(parts[0].count)
    let last = parts[parts.count - 1]
    // Each part at its first place leaves the most for those behind it.
    for part in parts[1..<parts.count - 1] where !part.isEmpty {
      guard let place = Self.find(part, in: rest) else { return false }
      rest = rest[place...].dropFirst(part.count)
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  private static func find(_ part: Substring.UTF8View, in text: Substring.UTF8View) -> Substring.UTF8View.Index? {
    text.indices.first { text[$0...].starts(with: part) }
  }

  static func == (a: ModelPattern, b: ModelPattern) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
