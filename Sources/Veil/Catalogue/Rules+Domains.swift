/// The hosts of a policy's own domains.
extension Policy {
  /// One rule for all of them; none when there are no domains.
  ///
  /// - Throws: ``PolicyError`` with the place of a domain that cannot be one.
  func domainRules() throws(PolicyError) -> [Rule] {
    var alternatives: Set<String> = []
    for (position, domain) in domains.enumerated() {
      guard Self.isDomain(domain) else {
        throw PolicyError(
          place: "domains[\(position)]", reason: "not a domain: labels joined by dots, like acme.example")
      }
      // A name without a dot is a word; only hosts below it are certain.
      alternatives.insert((domain.contains(".") ? "" : Self.hosts("1,8")) + domain.replacingDots())
    }
    if alternatives.isEmpty { return [] }
    let any = alternatives.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "|")
    let rule = Rule(
      "own-domain", EntityType(known: "HOSTNAME"),
      // The walk back from a dot may end before the host: in `//build.acme.example` it does.
      pattern:
        #"[\w.!#$%&'*+/=?^`{|}~\-\x{80}-\x{10FFFF}]{0,128}?(?<![\#(Self.inHost).@])(\#(Self.hosts("0,8"))(?:\#(any)))"#
        + #"(?![\#(Self.inHost)@]|\.[\#(Self.inHost)])"#,
      trigger: .around(UInt8(ascii: "."), over: .addressLocal, count: 1...128, next: .letters), isCaseless: true,
      boundary: .none, score: 0.95)
    return [rule]
  }

  /// What a label of a host is made of, for use inside a class.
  private static let inHost = Catalogue.letters + #"0-9_\-"#

  private static func hosts(_ count: String) -> String { #"(?:[\#(inHost)]{1,63}\.){\#(count)}"# }

  private static func isDomain(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 120, let last = labels.last?.unicodeScalars.first, !("0"..."9").contains(last) else {
      return false
    }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.unicodeScalars.allSatisfy { scalar in
          scalar == "-" || scalar == "_" || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic
        }
    }
  }
}

extension String {
  /// As a pattern: only dots mean something in it among what a domain may hold.
  fileprivate func replacingDots() -> String { split(separator: ".").joined(separator: #"\."#) }
}
