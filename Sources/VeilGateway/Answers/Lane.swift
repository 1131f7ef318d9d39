import Veil

/// A text of an answer that comes in pieces: a choice's content, its reasoning, the arguments of one tool call, ….
final class Lane {
  /// From a value in JSON to one in it.
  enum Step: Hashable {
    case member(String)
    /// An element, by its `index` where it has one, else by its position.
    case element(Int, isIndexed: Bool)
  }

  /// From the choice to the text.
  let path: [Step]
  private var stream: RestoringStream
  /// Of a text whose positions annotations speak of.
  private(set) var indices: IndexMap?
  /// What `type` of the element that the text is in was, when it last came with one.
  var elementType: [UInt8]?

  init(path: [Step], isJSON: Bool, _ options: AnswerOptions) {
    self.path = path
    let isContent = path == [.member("delta"), .member("content")]
    stream = options.makeStream(isJSON: isJSON, recordsPlaces: isContent)
    if isContent { indices = IndexMap() }
  }

  /// - Parameter isEnd: Whether nothing may be held back.
  /// - Returns: What can be said by now.
  func append(_ text: [UInt8], isEnd: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    stream.append(text.span, to: &output)
    if isEnd { stream.flush(to: &output) }
    indices?.append(output, stream.takePlaces())
    return output
  }

  var heldBack: Int { stream.heldBack }

  var report: AnswerReport { AnswerReport(restored: stream.restoredCount, unknown: stream.unknownCount) }
}

/// One of the answers that a stream carries side by side.
final class AnswerChoice {
  let index: Int
  var hasFinished = false
  private(set) var lanes: [Lane] = []
  private var byPath: [[Lane.Step]: Lane] = [:]

  init(index: Int) { self.index = index }

  func lane(at path: [Lane.Step]) -> Lane? { byPath[path] }

  func add(_ lane: Lane) {
    lanes.append(lane)
    byPath[lane.path] = lane
  }
}
