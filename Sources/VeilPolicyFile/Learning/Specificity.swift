import Veil

/// How often a pattern is found in text that holds none of what it looks for, or hardly any.
public struct Specificity: Sendable {
  public private(set) var bytes = 0
  public private(set) var findings = 0
  /// Findings that are samples themselves.
  public private(set) var samples = 0
  private let engine: Engine
  private let known: Set<String>
  private let isCaseless: Bool

  /// - Parameter known: the samples, in capitals where case does not matter.
  init(_ rule: Rule, known: Set<String>) throws(PolicyError) {
    var policy = Policy(rules: [rule], excludedTypes: [], minimumScore: 0, names: .off)
    // Whatever it is, it is no reason to leave it uncounted.
    policy.invalidUTF8 = .opaque
    engine = try Engine(policy)
    self.known = known
    isCaseless = rule.isCaseless
  }

  /// Counts what is found in a text.
  public mutating func add(_ text: [UInt8]) throws(EngineError) {
    bytes += text.count
    for finding in try engine.findings(in: text) where finding.type != .text {
      findings += 1
      let found = String(decoding: text[finding.range], as: UTF8.self)
      if known.contains(isCaseless ? found.uppercased() : found) { samples += 1 }
    }
  }

  public var findingsPerMegabyte: Double { Double(findings - samples) * 1e6 / Double(max(bytes, 1)) }

  /// Less text says nothing.
  var isTelling: Bool { bytes >= 100_000 }
}
