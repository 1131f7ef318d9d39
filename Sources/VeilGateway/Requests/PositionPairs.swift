import Veil
import VeilFormats

/// What `X-Pii-Positions` points to, as pairs for a mapping.
struct PositionPairs: Sendable {
  private(set) var pairs: [(String, String)] = []
  private var spots: [Spot] = []

  private static let place: [Problem.Step] = ["header", "X-Pii-Positions"]

  /// A place that must be covered by findings.
  private struct Spot: Sendable {
    var text: [UInt8]
    var range: Range<Int>
    var index: Int
  }

  init(_ positions: [RequestOptions.Position], in body: RequestBody) throws(RequestProblems) {
    for (index, position) in positions.enumerated() {
      let place = Self.place + [.index(index)]
      guard let text = Self.text(position.message, of: body) else {
        throw RequestProblems(Problem("value_error", place + ["message"], "There is no such message with a text"))
      }
      guard position.range.upperBound <= text.count,
        [position.range.lowerBound, position.range.upperBound].allSatisfy({
          $0 == text.count || text[$0] & 0xC0 != 0x80
        })
      else {
        throw RequestProblems(
          Problem("value_error", place, "The position is not within the text, or cuts through a character"))
      }
      let value = String(decoding: text[position.range], as: UTF8.self)
      guard Placeholder.read(value) == nil, let spot = Self.spot(text, position.range, index) else {
        throw RequestProblems(Problem("value_error", place, "What stands there is no plain text"))
      }
      spots.append(spot)
      if !pairs.contains(where: { $0.0.utf8.elementsEqual(value.utf8) }) { pairs.append((value, position.type.name)) }
    }
  }

  private static func text(_ message: Int, of body: RequestBody) -> [UInt8]? {
    let root = body.tree.root
    let node: JSONNode?
    switch body.kind {
    case .chat:
      let messages = root["messages"]?.elements ?? []
      node = messages.indices.contains(message) ? messages[message]["content"] : nil
    case .completion:
      let prompts = root["prompt"]?.elements ?? []
      node = prompts.indices.contains(message) ? prompts[message] : message == 0 ? root["prompt"] : nil
    }
    guard case .string(let string)? = node?.value else { return nil }
    return body.tree.text(string)
  }

  /// In text that is JSON, values are looked at one by one, without their escapes.
  private static func spot(_ text: [UInt8], _ range: Range<Int>, _ index: Int) -> Spot? {
    guard let nested = NestedJSON(text) else { return Spot(text: text, range: range, index: index) }
    guard let piece = nested.pieces.first(where: { $0.range.contains(range.lowerBound) }),
      range.upperBound <= piece.range.upperBound
    else { return nil }
    let inner = range.lowerBound - piece.range.lowerBound..<range.upperBound - piece.range.lowerBound
    guard let tree = piece.tree else { return Spot(text: Array(text[piece.range]), range: inner, index: index) }
    guard let string = leaf(of: tree.root, around: inner), !string.hasEscapes else { return nil }
    let start = string.range.lowerBound
    return Spot(
      text: Array(tree.bytes[string.range]), range: inner.lowerBound - start..<inner.upperBound - start, index: index)
  }

  private static func leaf(of node: JSONNode, around range: Range<Int>) -> JSONString? {
    switch node.value {
    case .string(let string):
      return string.range.lowerBound <= range.lowerBound && range.upperBound <= string.range.upperBound ? string : nil
    case .array(let elements):
      for element in elements where element.range.contains(range.lowerBound) { return leaf(of: element, around: range) }
    case .object(let members):
      for member in members where member.value.range.contains(range.lowerBound) {
        return leaf(of: member.value, around: range)
      }
    default: break
    }
    return nil
  }

  /// A mapping finds whole words: what it did not find must not go out.
  func check(_ engine: Engine, _ vault: Vault) throws(RequestProblems) {
    for spot in spots {
      let place = Self.place + [.index(spot.index)]
      let findings: [Finding]
      do { findings = try engine.findings(in: spot.text, mapping: vault.mapping) } catch {
        throw RequestProblems(Problem.notChecked(place, error))
      }
      var position = spot.range.lowerBound
      for finding in findings where finding.range.lowerBound <= position {
        position = max(position, finding.range.upperBound)
      }
      guard position >= spot.range.upperBound else {
        throw RequestProblems(Problem("value_error", place, "Only whole words can be masked"))
      }
    }
  }
}
