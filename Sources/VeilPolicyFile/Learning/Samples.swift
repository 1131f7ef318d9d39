/// Why no rule can be learned. Names a line, never what stands in it.
public struct LearningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1; nil when it is about all of them.
  public var line: Int?
  public var reason: String

  init(line: Int? = nil, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}

/// Samples of one kind of identifier: the different lines of a text.
struct Samples {
  private(set) var texts: [String] = []
  private(set) var lines: [Int] = []
  /// Whether some are written in capitals only and some in small letters only: then `texts` has capitals.
  private(set) var isCaseless = false

  static let fewest = 3
  private static let most = 100_000
  private static let longest = 128

  /// Reads one sample a line; empty lines and those that begin with `#` and a space are left out.
  init(_ bytes: [UInt8]) throws(LearningError) {
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard let text = String(validating: line, as: UTF8.self) else {
        throw LearningError(line: number, "not valid UTF-8")
      }
      let sample = Self.plain(text)
      if sample.isEmpty || sample == "#" || sample.hasPrefix("# ") { continue }
      try Self.check(sample, number)
      texts.append(sample)
      lines.append(number)
    }
    unifyCase()
    removeRepetitions()
    guard texts.count >= Self.fewest else {
      throw LearningError("at least \(Self.fewest) different samples are needed; there are \(texts.count)")
    }
    guard texts.count <= Self.most else { throw LearningError("more than \(Self.most) samples") }
  }

  var count: Int { texts.count }

  /// Without surrounding spaces, and with the plain characters that patterns see in the place of typographic ones.
  private static func plain(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\u{2010}"..."\u{2015}", "\u{2212}": scalars.append("-")
      case _ where scalar.properties.generalCategory == .spaceSeparator || scalar == "\t" || scalar == "\r":
        scalars.append(" ")
      case "\u{FEFF}", "\u{200B}": continue
      default: scalars.append(scalar)
      }
    }
    let start = String(scalars).drop { $0 == " " }
    return String(start[..<(start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex)])
  }

  private static func check(_ sample: String, _ line: Int) throws(LearningError) {
    guard sample.utf8.count <= longest else {
      throw LearningError(line: line, "a sample has at most \(longest) bytes; is this one a text?")
    }
    guard sample.unicodeScalars.contains(where: isPartOfWord) else {
      throw LearningError(line: line, "a sample needs a letter or digit")
    }
    guard !sample.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw LearningError(line: line, "control characters")
    }
  }

  private mutating func unifyCase() {
    var upper = false
    var lower = false
    for text in texts {
      guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
      let hasUpper = text.utf8.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
      let hasLower = text.utf8.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
      if hasUpper && hasLower { return }
      upper = upper || hasUpper
      lower = lower || hasLower
    }
    guard upper && lower else { return }
    isCaseless = true
    texts = texts.map { $0.uppercased() }
  }

  private mutating func removeRepetitions() {
    var seen: Set<String> = []
    let kept = texts.indices.filter { seen.insert(texts[$0]).inserted }
    texts = kept.map { texts[$0] }
    lines = kept.map { lines[$0] }
  }
}

/// Letters and digits; all else separates.
func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || scalar.properties.isAlphabetic }

func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
