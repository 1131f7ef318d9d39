import Glibc
import Logging
import Synchronization
import VeilFormats

/// Writes log lines as JSON, one object a line: time, level, message and fields.
///
/// The gateway's own lines have fixed messages and fields without text, see ``LogField``. What libraries log may quote
/// what they were given; of theirs only the fixed beginning is kept, up to the first colon, from `info` on.
struct JSONLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  private let label: String
  private let time: TimeSource
  private let write: @Sendable ([UInt8]) -> Void

  init(
    label: String, level: Logger.Level = .info, time: TimeSource = .system,
    write: @escaping @Sendable ([UInt8]) -> Void = standardError
  ) {
    self.label = label
    self.time = time
    self.write = write
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let isOwn = event.source == Self.ownModule
    if !isOwn, event.level < .info { return }
    let message = event.message.description
    var fields: [(key: String, value: Logger.MetadataValue)] = [
      ("time", .string(CalendarTime(time.unixTime()).text)), ("level", .string(event.level.rawValue)),
      ("message", .string(isOwn ? message : String(message.prefix { $0 != ":" }))),
    ]
    if isOwn {
      fields += metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    } else {
      fields.append(("library", .string(event.source)))
    }
    var line: [UInt8] = []
    append(fields, to: &line)
    line.append(UInt8(ascii: "\n"))
    write(line)
  }

  private static let ownModule = Logger.currentModuleName()

  private func append(_ fields: [(key: String, value: Logger.MetadataValue)], to line: inout [UInt8]) {
    line.append(UInt8(ascii: "{"))
    for (index, field) in fields.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      JSONStyle().append(Array(field.key.utf8), to: &line)
      line.append(UInt8(ascii: ":"))
      append(field.value, to: &line)
    }
    line.append(UInt8(ascii: "}"))
  }

  private func append(_ value: Logger.MetadataValue, to line: inout [UInt8]) {
    switch value {
    case .dictionary(let fields): append(fields.sorted { $0.key < $1.key }, to: &line)
    case .stringConvertible(let number as Int): line += "\(number)".utf8
    case .stringConvertible(let number as Double) where number.isFinite: line += "\(number)".utf8
    default: JSONStyle().append(Array(value.description.utf8), to: &line)
    }
  }

  /// Writes a line at once, so that lines of several threads do not mix. What cannot be written is lost: a full disk is
  /// no reason to stop answering.
  @Sendable static func standardError(_ line: [UInt8]) {
    standardErrorLock.withLock { _ in
      var rest = line[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  private static let standardErrorLock = Mutex(())
}

extension Logger.Level {
  init(_ level: Settings.Log.Level) { self = Logger.Level(rawValue: level.rawValue) ?? .info }
}

extension Logger {
  /// The module of the file that calls, as log events name their source.
  fileprivate static func currentModuleName(fileID: StaticString = #fileID) -> String {
    String("\(fileID)".prefix { $0 != "/" })
  }
}
