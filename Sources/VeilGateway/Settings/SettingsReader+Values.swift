import VeilPolicyFile
import Yams

/// Values that only a gateway's configuration has.
extension SettingsReader {
  /// `10MiB`, `64 kB`, or bytes.
  mutating func size(_ node: Node, _ range: ClosedRange<Int>) -> Int? {
    let units = ["": 1, "B": 1, "kB": 1000, "MB": 1_000_000, "GB": 1_000_000_000].merging(
      ["KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30]) { $1 }
    guard let (count, unit) = quantity(node), let factor = units[unit] else {
      report(node, "expected a size like 65536, 64KiB or 10MiB")
      return nil
    }
    let (bytes, overflows) = count.multipliedReportingOverflow(by: factor)
    if !overflows, range.contains(bytes) { return bytes }
    report(node, "expected a size from \(range.lowerBound) to \(range.upperBound) bytes")
    return nil
  }

  /// `500ms`, `30s`, `5m`, `2h`, `1d`
  mutating func duration(_ node: Node, _ range: ClosedRange<Duration>) -> Duration? {
    let units = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
    guard let (count, unit) = quantity(node), let factor = units[unit] else {
      report(node, "expected a time like 500ms, 30s, 5m or 2h")
      return nil
    }
    let (milliseconds, overflows) = count.multipliedReportingOverflow(by: factor)
    if !overflows, range.contains(.milliseconds(milliseconds)) { return .milliseconds(milliseconds) }
    report(node, "expected a time from \(range.lowerBound.shortText) to \(range.upperBound.shortText)")
    return nil
  }

  /// A whole number and the letters behind it.
  private func quantity(_ node: Node) -> (count: Int, unit: String)? {
    guard let match = node.scalar?.string.wholeMatch(of: /([0-9]{1,15}) ?([A-Za-z]*)/), let count = Int(match.1) else {
      return nil
    }
    return (count, String(match.2))
  }

  mutating func url(_ node: Node) -> String? {
    guard let text = string(node) else { return nil }
    do { return try BaseURL(text).text } catch {
      report(node, error.message)
      return nil
    }
  }

  /// `https://chat.example.com`
  mutating func origin(_ node: Node) -> String? {
    guard let text = string(node) else { return nil }
    if let url = try? BaseURL(text), url.path.isEmpty, !text.hasSuffix("/") { return url.text }
    report(node, "expected an origin like https://chat.example.com, without a path")
    return nil
  }

  mutating func host(_ node: Node) -> String? {
    matching(node, /[A-Za-z0-9.:_%-]{1,255}/, "expected a host's name or address")
  }

  /// What stands in logs and metrics.
  mutating func name(_ node: Node) -> String? {
    matching(node, /[A-Za-z0-9._-]{1,64}/, "expected a name: 1 to 64 letters, digits, '.', '_' and '-'")
  }

  mutating func space(_ node: Node) -> String? {
    matching(node, /[A-Za-z0-9._-]{1,128}/, "expected a space: 1 to 128 letters, digits, '.', '_' and '-'")
  }

  mutating func hash(_ node: Node) -> [UInt8]? {
    let text = matching(node, /[0-9A-Fa-f]{64}/, "expected a SHA-256: 64 hexadecimal digits")
    guard var digits = text?[...] else { return nil }
    var bytes: [UInt8] = []
    while !digits.isEmpty {
      bytes.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
      digits = digits.dropFirst(2)
    }
    return bytes
  }

  mutating func headerName(_ node: Node, except reserved: Set<String>) -> String? {
    let name = matching(node, /[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}/, "expected a header's name")
    guard let name, !reserved.contains(name.lowercased()) else {
      if name != nil { report(node, "this header has a meaning of its own here") }
      return nil
    }
    return name
  }

  private mutating func matching(_ node: Node, _ pattern: Regex<Substring>, _ message: String) -> String? {
    if let text = node.scalar?.string, text.wholeMatch(of: pattern) != nil { return text }
    report(node, message)
    return nil
  }
}

extension Duration {
  static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

  /// In the largest unit that it is a whole number of, as the configuration writes it.
  fileprivate var shortText: String {
    let milliseconds = wholeMicroseconds / 1000
    for (unit, factor) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)] as [(String, Int)]
    where milliseconds >= factor && milliseconds % factor == 0 {
      return "\(milliseconds / factor)\(unit)"
    }
    return milliseconds == 0 ? "0s" : "\(milliseconds)ms"
  }
}
