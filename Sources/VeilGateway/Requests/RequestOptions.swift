import Veil

/// What a request's headers ask for, with the configuration's answers where they are silent.
struct RequestOptions: Sendable {
  /// A stretch of a message that its sender wants masked.
  struct Position: Sendable, Hashable {
    /// Index into `messages`, or into the prompts.
    var message: Int
    /// UTF-8 bytes of that text.
    var range: Range<Int>
    var type: EntityType
  }

  /// What is looked for; empty: nothing.
  var classes: Set<EntityClass>
  /// False: only what mappings and positions list is replaced.
  var detects = true
  /// `X-Pii-Mapping`, checked.
  var mapping: [(String, String)] = []
  /// `X-Chat-History-Pii-Mapping`: what was issued earlier, checked, first spellings first.
  var history: [Vault.Entry] = []
  var positions: [Position] = []
  /// `X-Model`, which wins over the body's.
  var model: String?
  var upstreamKey: String?
  /// A base URL that the configuration allows; there only together with a key.
  var upstreamURL: String?
  var space: String?
  var traceID: String?
  var traceParent: TraceParent?
  var conversation: String?
  var returnsMapping: Bool
  var restores: Bool

  /// What the configuration says by itself.
  init(_ settings: Settings) {
    classes = settings.policy.classes
    if !settings.pseudonymize.pii { classes.remove(.pii) }
    if !settings.pseudonymize.oii { classes.remove(.oii) }
    returnsMapping = settings.answers.returnsMapping
    restores = settings.answers.restore
  }

  /// Whether anything may be replaced.
  var masks: Bool { detects && !classes.isEmpty || !mapping.isEmpty || !history.isEmpty || !positions.isEmpty }
}
