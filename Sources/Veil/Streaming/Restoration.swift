/// What a restoration did: which placeholders, how often.
public struct RestorationReport: Hashable, Sendable {
  public var restored: [Placeholder: Int] = [:]
  /// Of a type that the vault knows, but an identifier that it does not: left as it was. At most
  /// ``maximumUnknown`` different ones; ``unknownCount`` counts all.
  public var unknown: [Placeholder: Int] = [:]
  public var restoredCount = 0
  public var unknownCount = 0
  /// `[NAME]` without a number where the vault has several of the type or none.
  public var unnumbered: [EntityType: Int] = [:]
  public static let maximumUnknown = 1_000

  public init() {}
}

/// A restored text and what was done to it.
public struct Restoration: Hashable, Sendable {
  public var text: String
  public var report: RestorationReport

  public init(text: String, report: RestorationReport) {
    self.text = text
    self.report = report
  }
}
