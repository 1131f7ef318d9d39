import Veil
import VeilFormats

/// Restores a streamed answer: bytes of the upstream's event stream in, events for the client out.
///
/// Each text of the answer is a ``Lane`` by itself, so that a placeholder may be cut over any number of events, with those
/// of other texts in between. An event leaves at once with what cannot be part of a placeholder; what is held back
/// leaves in or before the event that finishes its choice, and before token counts and the end.
struct StreamRestorer: ~Copyable {
  let options: AnswerOptions
  private var events: EventStream
  var choices: [Int: AnswerChoice] = [:]
  /// Choices and their lanes.
  var laneCount = 0
  var leaves: LeafRestorer
  /// The chunk that made-up ones are modelled on.
  var latest: JSONTree?
  /// A mapping that has not been sent yet.
  var unsentMapping: [UInt8]?
  /// Token counts that came before the last text.
  var early: [[UInt8]] = []
  /// What the provider says that the answer took, as it said last.
  var usage: TokenUsage?
  /// Whether the end or an error was given out; nothing comes after it.
  private(set) var isDone = false

  init(_ options: AnswerOptions) {
    self.options = options
    events = EventStream(limit: options.limits.event)
    leaves = LeafRestorer(options)
    unsentMapping = options.returnedMapping
  }

  var heldBackBytes: Int { choices.values.reduce(0) { $1.lanes.reduce($0) { $0 + $1.heldBack } } }

  var report: AnswerReport {
    var report = leaves.report
    for choice in choices.values {
      for lane in choice.lanes {
        report.restored += lane.report.restored
        report.unknown += lane.report.unknown
      }
    }
    return report
  }

  /// - Returns: Complete events, each to be written at once.
  mutating func append(_ chunk: [UInt8]) -> [[UInt8]] { append(chunk.span) }

  /// - Returns: Complete events, each to be written at once.
  mutating func append(_ chunk: Span<UInt8>) -> [[UInt8]] {
    if isDone { return [] }
    var received: [ServerSentEvent] = []
    var isTooLong = false
    do { try events.append(chunk, to: &received) } catch { isTooLong = true }
    var output: [[UInt8]] = []
    for event in received {
      do { try take(event, to: &output) } catch { fail(error, to: &output) }
      if isDone { return output }
    }
    if isTooLong { fail(.eventTooLong, to: &output) }
    return output
  }

  /// How the upstream's stream came to its end.
  enum Ending {
    case clean
    case failed(code: String, message: String)

    static let lost = Ending.failed(
      code: "upstream_lost", message: "The connection to the model's provider was lost before the answer was complete.")
  }

  /// - Returns: Complete events, each to be written at once.
  mutating func finish(_ ending: Ending) -> [[UInt8]] {
    if isDone { return [] }
    var output: [[UInt8]] = []
    switch ending {
    case .clean:
      // Some providers leave out the end. Others are cut off, which must not look like an end.
      if !choices.isEmpty, choices.values.allSatisfy(\.hasFinished) {
        end(to: &output)
      } else {
        fail(.incomplete, to: &output)
      }
    case .failed(let code, let message): fail(StreamFailure(code: code, message: message), to: &output)
    }
    return output
  }

  private mutating func take(_ event: ServerSentEvent, to output: inout [[UInt8]]) throws(StreamFailure) {
    if event.data.isEmpty { return }
    if event.data.starts(with: "[DONE]".utf8) { return end(to: &output) }
    let isError = event.type.elementsEqual("error".utf8)
    guard let tree = try? JSONTree(event.data, admitsLoneSurrogates: true), tree.root.isObject else {
      throw isError ? .error : .notChunk
    }
    if isError || tree.isTruthy(tree.root["error"]) {
      flush(to: &output)
      let error = ErrorBodyRestorer(options).event(tree, &leaves)
      send(error, to: &output)
      isDone = true
      return
    }
    if tree.root["choices"] == nil, tree.isTruthy(tree.root["detail"]) { throw .error }
    try take(chunk: tree, to: &output)
  }

  private mutating func end(to output: inout [[UInt8]]) {
    flush(to: &output)
    for json in early { send(json, to: &output) }
    output.append(ServerSentEvent.encoded(Array("[DONE]".utf8)))
    isDone = true
  }

  private mutating func fail(_ failure: StreamFailure, to output: inout [[UInt8]]) {
    flush(to: &output)
    output.append(ServerSentEvent.encoded(failure.json))
    isDone = true
  }

  /// Sends one line of JSON.
  func send(_ json: [UInt8], to output: inout [[UInt8]]) {
    // Between the parts of JSON a line feed is as good as a space, and within strings there is none.
    let line = json.contains(0x0A) ? json.map { $0 == 0x0A ? 0x20 : $0 } : json
    output.append(ServerSentEvent.encoded(line))
  }
}

/// Why a stream ends with an error. Says nothing of what was in it.
struct StreamFailure: Error {
  var code: String
  var message: String

  static let error = StreamFailure(
    code: "upstream_error", message: "The model's provider reported an error in the middle of the answer.")
  static let notChunk = StreamFailure(
    code: "upstream_invalid", message: "The model's provider sent something that is no part of an answer.")
  static let eventTooLong = StreamFailure(
    code: "upstream_event_too_long", message: "The model's provider sent an event that is longer than is allowed.")
  static let tooManyLanes = StreamFailure(
    code: "upstream_too_many_texts", message: "The model's provider sent more texts side by side than are allowed.")
  static let incomplete = StreamFailure(
    code: "upstream_incomplete", message: "The model's provider ended the answer before it was complete.")

  /// `{"error":…}`
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.object("error") { json in
        json.member("message", message)
        json.member("type", "upstream_error")
        json.member("param", nil)
        json.member("code", code)
      }
    }
    return json.bytes
  }
}
