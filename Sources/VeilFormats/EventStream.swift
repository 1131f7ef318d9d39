/// An event that a server sent.
public struct ServerSentEvent: Hashable, Sendable {
  /// What `event` said; empty when nothing did, which means `message`.
  public var type: [UInt8]
  /// The lines of `data`, with line feeds between them.
  public var data: [UInt8]
  /// The latest `id` of the stream; empty before the first.
  public var id: [UInt8]

  public init(type: [UInt8] = [], data: [UInt8], id: [UInt8] = []) {
    self.type = type
    self.data = data
    self.id = id
  }
}

extension ServerSentEvent {
  /// An event with this data, as it is sent.
  ///
  /// - Parameter data: without line ends.
  public static func encoded(_ data: [UInt8]) -> [UInt8] {
    assert(!data.contains { $0 == 0x0A || $0 == 0x0D }, "a line end would cut the event")
    var output: [UInt8] = []
    output.reserveCapacity(data.count + 8)
    output += "data: ".utf8
    output += data
    output += "\n\n".utf8
    return output
  }
}

/// An event, or what never becomes one, is longer than it may be.
public struct EventStreamError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Offset in the stream of the first byte too many.
  public var offset: Int
  /// Bytes that an event may have.
  public var limit: Int

  public init(offset: Int, limit: Int) {
    self.offset = offset
    self.limit = limit
  }

  public var description: String { "event of more than \(limit) bytes at byte \(offset)" }
}

/// Reads server-sent events (WHATWG HTML, section 9.2) from a stream that arrives in chunks; how it is cut changes nothing.
///
/// Lines end with CR, LF or both. An event without any `data` is none; one whose `data` is empty is. What comes after the
/// last empty line is no event. Bytes are taken as they come: whether they are UTF-8 is not looked at.
public struct EventStream: Sendable {
  /// Bytes that an event may have, with the line that is being read.
  public let limit: Int
  /// What the latest `retry` said, in milliseconds.
  public private(set) var reconnectionTime: Int?

  /// A line that is not complete.
  private var line: [UInt8] = []
  private var type: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false
  private var id: [UInt8] = []
  /// Bytes before the chunk.
  private var offset = 0
  private var isFirstLine = true
  /// The last byte was a CR: an LF now belongs to it.
  private var isAfterReturn = false

  public init(limit: Int = 1 << 20) { self.limit = limit }

  /// Bytes of an event that is not complete. At the end of the stream it was cut off.
  public var pendingBytes: Int { line.count + type.count + data.count }

  /// Appends the events that are complete by now.
  ///
  /// - Throws: ``EventStreamError``; the events before it were appended, and the stream must not be used further.
  public mutating func append(_ chunk: Span<UInt8>, to events: inout [ServerSentEvent]) throws(EventStreamError) {
    var position = 0
    if isAfterReturn, chunk.count > 0 {
      isAfterReturn = false
      if chunk[0] == 0x0A { position = 1 }
    }
    while position < chunk.count {
      let end = Self.lineEnd(in: chunk, from: position)
      let room = limit - line.count - data.count - type.count
      if end - position > room { throw EventStreamError(offset: offset + position + max(room, 0), limit: limit) }
      if end == chunk.count {
        line.append(chunk, position..<end)
        break
      }
      if line.isEmpty {
        take(chunk.extracting(position..<end), to: &events)
      } else {
        var whole: [UInt8] = []
        swap(&whole, &line)
        whole.append(chunk, position..<end)
        take(whole.span, to: &events)
        whole.removeAll(keepingCapacity: true)
        swap(&whole, &line)
      }
      position = end + 1
      guard chunk[end] == 0x0D else { continue }
      if position == chunk.count {
        isAfterReturn = true
      } else if chunk[position] == 0x0A {
        position += 1
      }
    }
    offset += chunk.count
  }

  /// Appends the events that are complete by now.
  public mutating func append(_ chunk: [UInt8], to events: inout [ServerSentEvent]) throws(EventStreamError) {
    try append(chunk.span, to: &events)
  }

  /// The next CR or LF, or the end.
  private static func lineEnd(in chunk: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < chunk.count, chunk[position] != 0x0A, chunk[position] != 0x0D { position += 1 }
    return position
  }

  private mutating func take(_ line: Span<UInt8>, to events: inout [ServerSentEvent]) {
    var start = 0
    if isFirstLine {
      isFirstLine = false
      if line.count >= 3, line[0] == 0xEF, line[1] == 0xBB, line[2] == 0xBF { start = 3 }
    }
    if start == line.count { return dispatch(to: &events) }
    var colon = start
    while colon < line.count, line[colon] != UInt8(ascii: ":") { colon += 1 }
    var value = min(colon + 1, line.count)
    if value < line.count, line[value] == UInt8(ascii: " ") { value += 1 }
    let range = value..<line.count
    switch colon - start {
    case 4 where line.holds("data", at: start):
      if hasData { data.append(0x0A) }
      data.append(line, range)
      hasData = true
    case 5 where line.holds("event", at: start):
      type.removeAll()
      type.append(line, range)
    case 2 where line.holds("id", at: start):
      if range.contains(where: { line[$0] == 0 }) { return }
      id.removeAll()
      id.append(line, range)
    case 5 where line.holds("retry", at: start):
      var time = 0
      for index in range {
        let digit = line[index] &- UInt8(ascii: "0")
        guard digit < 10, time < 1 << 40 else { return }
        time = time * 10 + Int(digit)
      }
      if !range.isEmpty { reconnectionTime = time }
    default: break
    }
  }

  private mutating func dispatch(to events: inout [ServerSentEvent]) {
    if hasData { events.append(ServerSentEvent(type: type, data: data, id: id)) }
    hasData = false
    if !data.isEmpty { data = [] }
    if !type.isEmpty { type = [] }
  }
}

extension Span<UInt8> {
  fileprivate func holds(_ text: StaticString, at start: Int) -> Bool {
    for (index, byte) in text.description.utf8.enumerated() where self[start + index] != byte { return false }
    return true
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    bytes.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
