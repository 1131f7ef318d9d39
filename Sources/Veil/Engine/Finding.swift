/// A classified range of the original text.
public struct Finding: Sendable, Hashable {
  public var type: EntityType
  /// UTF-8 byte offsets into the original text, end exclusive. In a stream they count from its first byte.
  public var range: Range<Int>
  /// Belief from 0 to 1.
  public var score: Double
  /// Name of the rule or list that found it.
  public var rule: String

  public init(type: EntityType, range: Range<Int>, score: Double, rule: String) {
    self.type = type
    self.range = range
    self.score = score
    self.rule = rule
  }
}
