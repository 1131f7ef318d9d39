/// Addresses of machines, public and private, and UUIDs.
extension Catalogue {
  private static let privateIP = EntityType(known: "PRIVATE_IP")
  /// RFC 1918, RFC 6598 (carrier-grade NAT), link-local and loopback: what tells of an organisation's own network.
  private static let ownIPv4 =
    #"(?:10|127|192\.168|172\.(?:1[6-9]|2[0-9]|3[01])|169\.254|100\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\."#
  /// Unique local (RFC 4193) and link-local addresses, and private ones of IPv4 in a mapped address.
  private static let ownIPv6 = #"(?:[Ff](?:[CcDd][0-9A-Fa-f]{2}|[Ee][89ABab][0-9A-Fa-f]):|::(?:[Ff]{4}:)?\#(ownIPv4))"#

  private static let octet = #"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"#
  private static let hex = #"[0-9A-Fa-f]"#
  /// Not inside another number, nor the version of a product: `Chrome/120.0.0.0`.
  private static let ipv4Start = #"(?<![0-9A-Za-z]\.)(?<![A-Za-z]/)"#
  private static let ipv4End = #"(?!\.?[0-9])(?:/(?:3[0-2]|[12]?[0-9])(?![0-9./]))?"#

  private static let ipv4 =
    #"(?!0\.0\.0\.0|255\.|(?:[0-9]\.){3}[0-9](?![0-9]))\#(octet)(?:\.\#(octet)){3}\#(ipv4End)"#
  private static let ipv4Context = [
    Rule.Context(
      ["version", "v", "ver", "release", "build", "firmware", "driver", "section", "chapter", "clause", "figure"],
      before: 16, weight: -0.5)
  ]
  private static let ipv6 =
    #"""
    (?:(?<![:.])(?=[0-9A-Fa-f:.]{0,45}[0-9])(?:(?:\#(hex){1,4}:){7}\#(hex){1,4}|(?:\#(hex){1,4}:){6}\#(octet)\#
    (?:\.\#(octet)){3}|(?:\#(hex){1,4}(?::\#(hex){1,4}){0,6})?::(?:(?:\#(hex){1,4}:){0,6}(?:\#(octet)\#
    (?:\.\#(octet)){3}|\#(hex){1,4}))?)(?![:.]\#(hex)))(?:%[A-Za-z0-9][A-Za-z0-9.\-]{0,15})?(?:/(?:12[0-8]\#
    |1[01][0-9]|[1-9]?[0-9]))?
    """#

  static let network =
    hosts + [
      // Ports are left out. A mask of a network is no one's address.
      Rule(
        "ipv4", .ipAddress, pattern: #"\#(ipv4Start)(?!\#(ownIPv4))\#(ipv4)"#,
        trigger: .digits(4, within: 7, run: 1...3, next: "."),
        validator: .ipAddress, score: 0.9, context: ipv4Context),
      Rule(
        "ipv4-private", privateIP, pattern: #"\#(ipv4Start)(?=\#(ownIPv4))\#(ipv4)"#,
        trigger: .digits(4, within: 7, run: 1...3, next: "."),
        validator: .ipAddress, score: 0.9, context: ipv4Context),
      // Four single digits are more often the number of a section: only behind a word for an address.
      Rule(
        "ipv4-short", .ipAddress,
        pattern: #"""
          (?i:ip(?:v4)?(?:[ _\-]?addr(?:ess)?)?|addr(?:ess)?|dns|server|nameserver|resolver|host|ping|gateway)\#
          (?:\#(sign)|[ ]{1,2}(?:is[ ])?)(?:\\?["'])?(?!0\.0\.0\.0)([0-9](?:\.[0-9]){3})\#(ipv4End)
          """#,
        trigger: .phrases([
          "ip", "ipv4", "addr", "address", "dns", "server", "nameserver", "resolver", "host", "ping", "gateway",
        ]), validator: .ipAddress, score: 0.8),
      Rule(
        "ipv6", .ipAddress, pattern: #"(?!\#(ownIPv6))\#(ipv6)"#,
        trigger: .around(UInt8(ascii: ":"), over: .hexadecimal, count: 0...4, next: .hexadecimalOrColon),
        validator: .ipAddress, score: 0.9),
      Rule(
        "ipv6-private", privateIP, pattern: #"(?=\#(ownIPv6))\#(ipv6)"#,
        trigger: .around(UInt8(ascii: ":"), over: .hexadecimal, count: 0...4, next: .hexadecimalOrColon),
        validator: .ipAddress, score: 0.9),
      Rule(
        "mac-colon", .macAddress, pattern: #"(?<!:)(?:\#(hex){2}:){5}\#(hex){2}(?!:)"#,
        trigger: .around(UInt8(ascii: ":"), over: .hexadecimal, count: 2...2, next: .hexadecimal),
        validator: .macAddress, score: 0.9),
      Rule(
        "mac-dash", .macAddress, pattern: #"(?<!-)(?:\#(hex){2}-){5}\#(hex){2}(?!-)"#,
        trigger: .around(UInt8(ascii: "-"), over: .hexadecimal, count: 2...2, next: .hexadecimal),
        validator: .macAddress, score: 0.9),
      // Digits alone could be a decimal number with points between the thousands.
      Rule(
        "mac-dot", .macAddress,
        pattern: #"""
          (?<!\.)(?=[0-9.]{0,13}[A-Fa-f])\#(hex){4}\.\#(hex){4}\.\#(hex){4}(?!\.\#(hex))
          """#,
        trigger: .around(UInt8(ascii: "."), over: .hexadecimal, count: 4...4, next: .hexadecimal),
        validator: .macAddress, score: 0.85),
      Rule(
        "uuid", .uuid, pattern: #"(?<!-)\#(hex){8}-\#(hex){4}-\#(hex){4}-\#(hex){4}-\#(hex){12}(?!-)"#,
        trigger: .around(UInt8(ascii: "-"), over: .hexadecimal, count: 8...8, next: .hexadecimal),
        score: 0.9),
    ]
}
