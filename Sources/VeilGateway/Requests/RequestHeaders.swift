import Veil

extension RequestOptions {
  /// Documented for other gateways, without anything here that they could apply to.
  static let unsupported = [
    "X-Collection-Ids", "X-Collection-Descriptions", "X-Uploaded-Files", "X-Request-Type", "X-Name", "X-Parent-Span-Id",
  ]

  /// Reads the headers that this gateway understands. Others are none of its business.
  ///
  /// - Parameters:
  ///   - headers: Values by name in lower case.
  ///   - engines: Look into the trace id, which is logged.
  /// - Throws: ``RequestProblems`` with all that is wrong with them.
  init(_ headers: [String: [String]], settings: Settings, engines: EngineSet) throws(RequestProblems) {
    self.init(settings)
    var reader = HeaderReader(headers)
    readSwitches(&reader, settings)
    readMappings(&reader)
    readUpstream(&reader, settings)
    readIdentity(&reader, settings, engines)
    for name in RequestOptions.unsupported where reader.text(name) != nil {
      reader.fail(name, "not_supported", "This gateway has nothing that the header could apply to")
    }
    if !reader.problems.isEmpty { throw RequestProblems(reader.problems) }
  }

  private mutating func readSwitches(_ reader: inout HeaderReader, _ settings: Settings) {
    let switches: [(String, EntityClass)] = [
      ("X-Apply-Pii-Pseudonymization", .pii), ("X-Apply-Oii-Pseudonymization", .oii),
    ]
    for (name, kind) in switches {
      guard let isOn = reader.flag(name) else { continue }
      if !isOn {
        classes.remove(kind)
      } else if settings.policy.classes.contains(kind) {
        classes.insert(kind)
      } else {
        reader.fail(name, "not_supported", "The policy of this gateway does not look for this class")
      }
    }
    returnsMapping = reader.flag("X-Return-Pii-Mapping") ?? returnsMapping
    restores = reader.flag("X-Restore-Response") ?? restores
  }

  private mutating func readMappings(_ reader: inout HeaderReader) {
    let automatic = "X-Auto-Pii-Mapping"
    detects = reader.flag(automatic) ?? true
    let given = "X-Pii-Mapping"
    let earlier = "X-Chat-History-Pii-Mapping"
    do throws(Problem.InMapping) {
      if let pairs = try reader.json(given).map(MappingPairs.read) {
        _ = try MappingPairs.mapping(pairs)
        mapping = pairs
      }
    } catch {
      reader.fail(given, error)
    }
    do throws(Problem.InMapping) {
      if let pairs = try reader.json(earlier).map(MappingPairs.read) { history = try MappingPairs.entries(pairs) }
    } catch {
      reader.fail(earlier, error)
    }
    if !mapping.isEmpty, !history.isEmpty {
      do { _ = try MappingPairs.vault(entries: history, mapping) } catch { reader.fail(given, error) }
    }
    if let json = reader.json("X-Pii-Positions") {
      do throws(RequestProblems) {
        positions = try Position.read(json, at: ["header", "X-Pii-Positions"])
      } catch {
        reader.problems += error.problems
      }
    }
    if !detects, mapping.isEmpty, history.isEmpty, positions.isEmpty, reader.problems.isEmpty {
      reader.fail(automatic, "value_error", "Without a mapping or positions nothing would be replaced")
    }
  }

  private mutating func readUpstream(_ reader: inout HeaderReader, _ settings: Settings) {
    model = reader.word("X-Model", upTo: 256) { (0x21...0x7E).contains($0) || $0 >= 0x80 || $0 == 0x20 }
    upstreamKey = reader.word("X-Model-Api-Key", upTo: 4096) { (0x21...0x7E).contains($0) }
    let name = "X-Model-Api-Base-Url"
    guard let text = reader.text(name) else { return }
    guard let url = try? BaseURL(text) else {
      return reader.fail(name, "url_parsing", "Input should be an http or https URL without query or fragment")
    }
    guard settings.allowedBaseURLs.contains(where: { (try? BaseURL($0))?.contains(url) == true }) else {
      return reader.fail(name, "not_supported", "The configuration does not allow this URL")
    }
    guard upstreamKey != nil else {
      return reader.fail(name, "not_supported", "X-Model-Api-Key is needed with it: configured keys never go there")
    }
    upstreamURL = url.text
  }

  private mutating func readIdentity(_ reader: inout HeaderReader, _ settings: Settings, _ engines: EngineSet) {
    func isIdentifier(_ byte: UInt8) -> Bool { isASCIIWord(byte) || byte == UInt8(ascii: "-") }
    let spaces = ["X-Aimable-Space-Id", "X-Space-Id"].compactMap { name in
      reader.word(name, upTo: 128) { isIdentifier($0) || $0 == UInt8(ascii: ".") }
    }
    space = spaces.first
    if spaces.count == 2, spaces[0] != spaces[1] {
      reader.fail("X-Space-Id", "value_error", "X-Aimable-Space-Id names another space")
    }
    let trace = "X-Trace-Id"
    traceID = reader.word(trace, upTo: 64, isIdentifier)
    if let traceID, engines.findsIdentifiers(in: traceID) {
      reader.fail(trace, "value_error", "The id goes into logs and looks like personal data")
      self.traceID = nil
    }
    traceParent = reader.text("traceparent").flatMap { TraceParent($0) }
    let name = settings.conversations?.header ?? Settings.Conversations().header
    conversation = reader.word(name, upTo: 256) { (0x21...0x7E).contains($0) }
    if conversation != nil, settings.conversations == nil {
      reader.fail(name, "not_supported", "Conversations are not configured here")
    }
  }

  private func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }
}

/// Reads single headers and collects what is wrong with them.
struct HeaderReader {
  var problems: [Problem] = []
  private let headers: [String: [String]]

  init(_ headers: [String: [String]]) { self.headers = headers }

  mutating func fail(_ name: String, _ type: String, _ message: String, _ facts: [String: Problem.Fact] = [:]) {
    problems.append(Problem(type, ["header", .name(name)], message, facts))
  }

  mutating func fail(_ name: String, _ problem: Problem.InMapping) { fail(name, problem.type, problem.message) }

  /// The value without spaces around it; nil where there is none or nothing in it.
  mutating func text(_ name: String) -> String? {
    guard let value = value(name), !value.isEmpty else { return nil }
    return value
  }

  /// The value, which may be empty. A header that comes twice must say the same twice.
  private mutating func value(_ name: String) -> String? {
    guard let values = headers[name.lowercased()], let first = values.first else { return nil }
    guard values.allSatisfy({ $0.utf8.elementsEqual(first.utf8) }) else {
      fail(name, "value_error", "The header is there several times with different values")
      return nil
    }
    return String(first.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// A boolean in one of pydantic's spellings.
  mutating func flag(_ name: String) -> Bool? {
    guard let value = value(name) else { return nil }
    if let flag = Spelling.flag(value) { return flag }
    fail(name, "bool_parsing", "Input should be a valid boolean, unable to interpret input")
    return nil
  }

  /// A value of certain bytes.
  mutating func word(_ name: String, upTo maximum: Int, _ isAllowed: (UInt8) -> Bool) -> String? {
    guard let text = text(name) else { return nil }
    guard text.utf8.count <= maximum else {
      fail(
        name, "string_too_long", "String should have at most \(maximum) characters", ["max_length": .integer(maximum)])
      return nil
    }
    guard text.utf8.allSatisfy(isAllowed) else {
      fail(name, "string_pattern_mismatch", "The value has characters that are not allowed here")
      return nil
    }
    return text
  }

  /// The bytes of a value that is JSON, or JSON with percent escapes, or in base64 or base64url.
  mutating func json(_ name: String) -> [UInt8]? { text(name).map { Spelling.json(Array($0.utf8)) } }
}
