extension Validator {
  /// RFC 4291 and dotted quads, by parts rather than by a pattern that counts colons.
  static func isIPAddress(_ text: Span<UInt8>) -> Bool {
    var end = 0
    var hasColon = false
    while end < text.count, text[end] != UInt8(ascii: "/"), text[end] != UInt8(ascii: "%") {
      if text[end] == UInt8(ascii: ":") { hasColon = true }
      end += 1
    }
    let address = text.extracting(0..<end)
    return hasColon ? isIPv6(address) : isIPv4(address)
  }

  static func isIPv4(_ text: Span<UInt8>) -> Bool {
    var parts = 0
    var value = -1
    var digits = 0
    for i in 0...text.count {
      let byte = i < text.count ? text[i] : UInt8(ascii: ".")
      if byte == UInt8(ascii: ".") {
        guard value >= 0, value <= 255 else { return false }
        parts += 1
        value = -1
        digits = 0
      } else {
        guard byte &- 0x30 < 10, digits < 3 else { return false }
        value = max(value, 0) * 10 + Int(byte &- 0x30)
        digits += 1
      }
    }
    return parts == 4
  }

  static func isIPv6(_ text: Span<UInt8>) -> Bool {
    var groups = 0
    var digits = 0
    var isCompressed = false
    var groupStart = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte == UInt8(ascii: ":") {
        if i + 1 < text.count, text[i + 1] == byte {
          guard !isCompressed else { return false }
          isCompressed = true
          i += 1
        } else if i == 0 || i == text.count - 1 {
          return false
        }
        if digits > 0 { groups += 1 }
        digits = 0
        groupStart = i + 1
      } else if byte == UInt8(ascii: ".") {
        guard isIPv4(text.extracting(groupStart..<text.count)) else { return false }
        return isCompressed ? groups <= 5 : groups == 6
      } else {
        guard hexValue(byte) != nil, digits < 4 else { return false }
        digits += 1
      }
      i += 1
    }
    if digits > 0 { groups += 1 }
    // One or two groups beside `::` are more often code than addresses, unless one of them is full.
    return isCompressed ? groups <= 7 && (groups >= 2 || text.count >= 6) : groups == 8
  }

  /// Domains at the top that are never addresses of people: file names and code read like hosts.
  private static let notTopLevel: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "txt", "html", "htm", "css", "js", "json", "xml", "py", "swift",
    "php", "exe", "dll", "zip2", "conf", "cfg", "ini", "yml", "yaml", "log", "tmp", "bak", "md5",
  ]

  /// RFC 5321 lengths; a top-level domain of letters, or punycode, that is no file extension.
  static func isEmail(_ text: Span<UInt8>) -> Bool {
    var at = -1
    for i in text.indices where text[i] == UInt8(ascii: "@") { at = i }
    // Spelled-out forms have no sign and are told by their words; the pattern has checked them.
    guard at >= 0 else { return true }
    guard (1...64).contains(at), text.count <= 254 else { return false }
    var dot = -1
    for i in at..<text.count where text[i] == UInt8(ascii: ".") { dot = i }
    guard dot > at + 1, text.count - dot > 2 else { return false }
    var top = ""
    for i in dot + 1..<text.count where text[i] < 0x80 { top.unicodeScalars.append(Unicode.Scalar(text[i] | 0x20)) }
    return !notTopLevel.contains(top)
  }

  /// RFC 3986: an authority whose host has a letter or digit, or an address in brackets; `file:///path` has none.
  static func isURL(_ text: Span<UInt8>) -> Bool {
    var start = 0
    for i in 0..<max(0, text.count - 2)
    where text[i] == UInt8(ascii: ":") && text[i + 1] == UInt8(ascii: "/") && text[i + 2] == UInt8(ascii: "/") {
      start = i + 3
      break
    }
    var host = start
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "/"), text[end] != UInt8(ascii: "?"),
      text[end] != UInt8(ascii: "#")
    {
      if text[end] == UInt8(ascii: "@") { host = end + 1 }
      end += 1
    }
    if end == start { return start > 0 && end < text.count }
    for i in host..<end where text[i] >= 0x80 || alphanumericValue(text[i]) != nil { return true }
    return false
  }
}
