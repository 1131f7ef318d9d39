import Veil
import VeilPolicyFile
import Yams

/// Builds settings from YAML and overrides, and goes on behind a problem so that all of them are told at once.
struct SettingsReader: YAMLReading {
  var settings = Settings()
  var problems: [SettingsError.Problem] = []
  var remarks: [SettingsError.Problem] = []
  /// Where the parts stand that ``Settings/contradictions`` may name.
  private var places: [String: (source: String, position: Position?)] = [:]
  private let path: String?
  private let load: ((String) throws -> [UInt8])?
  /// The variable or option that is being read; nil in the file.
  private var override: String?

  init(path: String?, load: ((String) throws -> [UInt8])?) {
    self.path = path
    self.load = load
  }

  /// The keys at the top, with those of sections that have nothing but keys and values.
  static let sections: [String: [String]] = [
    "listen": ["host", "port", "allowed_origins"],
    "pseudonymize": ["pii", "oii"],
    "answers": ["restore", "return_mapping", "keep_system_values", "logprobs"],
    "hint": ["enabled", "text"],
    "conversations": ["header", "maximum", "expires", "entries"],
    "limits": ["body", "event", "answer", "lanes", "connections", "requests", "keep_alive", "shutdown"],
    "log": ["level"],
  ]
  static let keys = [
    "listen", "policy", "pseudonymize", "answers", "hint", "attachments", "conversations", "limits", "upstreams",
    "allowed_base_urls", "callers", "log",
  ]
  /// Settings that are one word or number, which variables can set.
  static let scalarPaths: [[String]] =
    [["policy"], ["attachments"], ["hint"], ["conversations"]]
    + sections.flatMap { section, keys in keys.filter { $0 != "allowed_origins" }.map { [section, $0] } }

  mutating func read(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return problems.append(problem(at: Position(nil), "the file is not valid UTF-8"))
    }
    do {
      if let root = try Yams.compose(yaml: text) { read(root) }
    } catch {
      let problem = PolicyFileError.Problem(yaml: error, file: nil)
      problems.append(self.problem(at: problem.position, problem.message))
    }
  }

  mutating func read(_ value: SettingsOverride) {
    guard let node = value.node() else { return }
    override = value.source
    read(node)
    override = nil
  }

  /// A misspelt variable would do nothing and say nothing.
  mutating func refuseUnknownVariables(_ overrides: [SettingsOverride]) {
    let keys = settings.upstreams.map(\.key)
    for override in overrides where override.path == nil && !keys.contains(.environment(override.source)) {
      problems.append(
        .init(source: override.source, position: nil, message: "no setting has this variable, and no upstream's key"))
    }
  }

  private mutating func read(_ root: Node) {
    // A file of comments only.
    if root.scalar?.string == "" { return }
    guard let fields = fields(root, Self.keys, of: "the configuration") else { return }
    if let node = fields["listen"] { readListen(node) }
    if let node = fields["policy"] { readPolicy(node) }
    if let node = fields["pseudonymize"] { readPseudonymize(node) }
    if let node = fields["answers"] { readAnswers(node) }
    if let node = fields["hint"] { readHint(node) }
    if let node = fields["attachments"] { settings.attachments = choice(node, Self.attachments) ?? .refuse }
    if let node = fields["conversations"] { readConversations(node) }
    if let node = fields["limits"] { readLimits(node) }
    if let node = fields["upstreams"] { readUpstreams(node) }
    if let node = fields["allowed_base_urls"] { settings.allowedBaseURLs = list(node) { $0.url($1) } }
    if let node = fields["callers"] { readCallers(node) }
    if let node = fields["log"], let fields = section(node, "log"), let level = fields["level"] {
      settings.log.level = choice(level, Self.levels) ?? .info
    }
  }

  static let attachments = Dictionary(uniqueKeysWithValues: Settings.Attachments.allCases.map { ($0.rawValue, $0) })
  static let logprobs = Dictionary(uniqueKeysWithValues: Settings.Logprobs.allCases.map { ($0.rawValue, $0) })
  static let levels = Dictionary(uniqueKeysWithValues: Settings.Log.Level.allCases.map { ($0.rawValue, $0) })

  private mutating func section(_ node: Node, _ name: String) -> [String: Node]? {
    fields(node, Self.sections[name] ?? [], of: "`\(name)`")
  }

  private mutating func readListen(_ node: Node) {
    guard let fields = section(node, "listen") else { return }
    if let node = fields["host"] {
      settings.listen.host = host(node) ?? settings.listen.host
      note("listen.host", node)
    }
    if let node = fields["port"] { settings.listen.port = integer(node, 0...65535) ?? 0 }
    if let node = fields["allowed_origins"] { settings.listen.allowedOrigins = list(node) { $0.origin($1) } }
  }

  private mutating func readPseudonymize(_ node: Node) {
    guard let fields = section(node, "pseudonymize") else { return }
    if let node = fields["pii"] { settings.pseudonymize.pii = flag(node) ?? true }
    if let node = fields["oii"] { settings.pseudonymize.oii = flag(node) ?? true }
  }

  private mutating func readAnswers(_ node: Node) {
    guard let fields = section(node, "answers") else { return }
    if let node = fields["restore"] { settings.answers.restore = flag(node) ?? true }
    if let node = fields["return_mapping"] { settings.answers.returnsMapping = flag(node) ?? false }
    if let node = fields["keep_system_values"] { settings.answers.keepsSystemValues = flag(node) ?? true }
    if let node = fields["logprobs"] { settings.answers.logprobs = choice(node, Self.logprobs) ?? .drop }
  }

  /// `false`, `true`, or what differs from the standard.
  private mutating func readHint(_ node: Node) {
    if node.scalar != nil { return settings.hint.isOn = flag(node) ?? true }
    guard let fields = section(node, "hint") else { return }
    if let node = fields["enabled"] { settings.hint.isOn = flag(node) ?? true }
    if let node = fields["text"] { settings.hint.text = string(node) ?? "" }
  }

  /// `false`, `true`, or what differs from the standard.
  private mutating func readConversations(_ node: Node) {
    var conversations = settings.conversations ?? Settings.Conversations()
    if node.scalar != nil { return settings.conversations = flag(node) == true ? conversations : nil }
    guard let fields = section(node, "conversations") else { return }
    if let node = fields["header"] {
      let refused = ReservedHeaders.own.union(ReservedHeaders.never).subtracting(["x-conversation-id"])
      conversations.header = headerName(node, except: refused) ?? conversations.header
    }
    if let node = fields["maximum"] { conversations.maximum = integer(node, 1...10_000_000) ?? 1 }
    if let node = fields["expires"] { conversations.expiry = duration(node, .seconds(1)...(.days(365))) ?? .zero }
    if let node = fields["entries"] { conversations.entries = integer(node, 1...1_000_000) ?? 1 }
    settings.conversations = conversations
  }

  private mutating func readLimits(_ node: Node) {
    guard let fields = section(node, "limits") else { return }
    if let node = fields["body"] { settings.limits.body = size(node, 1 << 10...1 << 30) ?? 0 }
    if let node = fields["event"] { settings.limits.event = size(node, 1 << 10...1 << 26) ?? 0 }
    if let node = fields["answer"] { settings.limits.answer = size(node, 1 << 10...1 << 32) ?? 0 }
    if let node = fields["lanes"] { settings.limits.lanes = integer(node, 1...65_536) ?? 1 }
    if let node = fields["connections"] { settings.limits.connections = integer(node, 1...1_000_000) ?? 1 }
    if let node = fields["requests"] { settings.limits.requests = integer(node, 1...1_000_000) ?? 1 }
    if let node = fields["keep_alive"] {
      settings.limits.keepAlive = duration(node, .seconds(1)...(.seconds(3600))) ?? .zero
    }
    if let node = fields["shutdown"] {
      settings.limits.shutdown = duration(node, .zero...(.seconds(3600))) ?? .zero
    }
  }

  /// A ready policy's name, a file, or a policy that is part of this file.
  private mutating func readPolicy(_ node: Node) {
    let policy: PolicyFile
    var file: String?
    do throws(PolicyFileError) {
      if node.mapping != nil {
        policy = try PolicyFile(node: node, path: override == nil ? path : nil, load: load)
      } else {
        guard let name = string(node) else { return }
        switch PolicyReference(name) {
        case .ready(let ready): return settings.policy = ready.policy
        case nil: return report(node, PolicyReference.help)
        case .file(let name):
          let path = resolve(name)
          guard let load else { return report(node, "no other file can be read here") }
          let bytes: [UInt8]
          do { bytes = try load(path) } catch { return report(node, "the policy's file: \(error)") }
          file = path
          policy = try PolicyFile(yaml: bytes, path: path, load: load)
        }
      }
      try policy.check()
      settings.policy = policy.policy
      remarks += policy.remarks.map { located($0, file) }
    } catch { problems += error.problems.map { located($0, file) } }
  }
}

/// Places and what is said of them.
extension SettingsReader {
  mutating func report(_ node: Node, _ message: String) { problems.append(problem(at: Position(node.mark), message)) }

  private func problem(at position: Position, _ message: String) -> SettingsError.Problem {
    .init(source: override ?? fileName, position: override == nil ? position : nil, message: message)
  }

  private func located(_ problem: PolicyFileError.Problem, _ file: String?) -> SettingsError.Problem {
    if let file = problem.file ?? file {
      return .init(source: file, position: problem.position, message: problem.message)
    }
    return self.problem(at: problem.position, problem.message)
  }

  mutating func note(_ part: String, _ node: Node) {
    places[part] = (override ?? fileName, override == nil ? Position(node.mark) : nil)
  }

  func located(_ contradiction: Settings.Contradiction) -> SettingsError.Problem {
    let place = places[contradiction.part] ?? (contradiction.part, nil)
    return .init(source: place.source, position: place.position, message: contradiction.message)
  }

  /// A path that stands in the file or in an override, as seen from outside.
  func resolve(_ name: String) -> String {
    PolicySource(chain: override == nil ? path.map { [$0] } ?? [] : [], load: nil).resolve(name)
  }

  /// In the order of the lines, variables last; what is said of other files first, for it may explain the rest.
  var problemsInOrder: [SettingsError.Problem] {
    func key(_ problem: SettingsError.Problem) -> (Int, String, Position) {
      let rank = problem.position == nil ? 2 : problem.source == fileName ? 1 : 0
      return (rank, problem.source, problem.position ?? Position(nil))
    }
    return problems.sorted { key($0) < key($1) }
  }

  private var fileName: String { path ?? "configuration" }
}
