import Veil
import VeilFormats

/// A request as its provider receives it, and all that is needed to read the answer.
struct MaskedRequest: Sendable {
  /// What differs from the caller's bytes: placeholders, the model's name, the hint, attachments that were taken out.
  var body: [UInt8]
  /// The way back. Another than was passed in, when mappings had to be added to that.
  var vault: Vault
  /// How many findings of each type were replaced.
  var counts: [EntityType: Int]
  /// Placeholders that texts of the caller's own have; nil where all may be restored.
  var known: Set<Placeholder>?
  /// The model as the caller named it.
  var model: String
  var isStream: Bool
  var includesUsage: Bool

  /// How many findings were replaced.
  var count: Int { counts.values.reduce(0, +) }
}

extension MaskedRequest {
  /// - Parameters:
  ///   - upstreamModel: the model as the provider calls it; nil: as the caller does.
  ///   - vault: of the conversation, where there is one.
  ///   - wantsUsage: Streams are asked for their usage, whatever the caller says.
  /// - Throws: ``RequestProblems``; nothing may be forwarded then.
  init(
    _ request: RequestBody, _ options: RequestOptions, settings: Settings, engines: EngineSet,
    upstreamModel: String? = nil, vault known: Vault? = nil, wantsUsage: Bool = false
  ) throws(RequestProblems) {
    let engines = try Self.compiled(engines, options)
    let positions = try PositionPairs(options.positions, in: request)
    vault = try options.vault(adding: positions.pairs, to: known)
    try positions.check(engines.texts, vault)
    model = options.model ?? request.model ?? ""
    if options.masks { try Self.check(model, options, engines.identifiers, vault) }

    var masker = Masker(engines: engines, vault: vault, settings: settings, masks: options.masks)
    var document = Document(request.tree)
    try masker.walk(request, &document)
    if !model.isEmpty { document.replaceModel(upstreamModel ?? model) }
    document.edits.removeMembers(of: request.tree.root) { request.table.root.members[$0.name]?.kind == .refused }
    if wantsUsage, request.isStream, !request.includesUsage { document.askForUsage() }
    if masker.count > 0, settings.hint.isOn, request.kind == .chat {
      Hint.insert(settings.hint.text, into: &document, emptied: masker.emptied)
    }
    body = document.edits.applied(to: document.tree.bytes)
    counts = masker.counts
    self.known = settings.answers.keepsSystemValues ? masker.known(options, positions) : nil
    isStream = request.isStream
    includesUsage = request.includesUsage
  }

  private static func compiled(
    _ engines: EngineSet, _ options: RequestOptions
  ) throws(RequestProblems) -> EngineSet.Engines {
    do { return try engines.engines(for: options) } catch {
      // A part of a policy that was compiled as a whole at the start.
      throw RequestProblems([Problem("policy_error", ["policy"], error.description)], status: 500)
    }
  }

  /// A model's name is sent as it is or not at all.
  private static func check(
    _ model: String, _ options: RequestOptions, _ engine: Engine, _ vault: Vault
  ) throws(RequestProblems) {
    let place: [Problem.Step] = options.model == nil ? ["body", "model"] : ["header", "X-Model"]
    let findings: [Finding]
    do { findings = try engine.findings(in: model, mapping: vault.mapping) } catch {
      throw RequestProblems(Problem.notChecked(place, error))
    }
    guard findings.isEmpty else {
      throw RequestProblems(Problem("value_error", place, "The name of a model should hold nothing to be masked"))
    }
  }
}

extension Document {
  fileprivate mutating func replaceModel(_ model: String) {
    let json = JSONWriter.string(model)
    for member in tree.root.members where member.name == "model" && tree.text(member.value) != model {
      edits.replace(member.value.range, with: json)
    }
    if tree.root["model"] == nil { edits.insert("model", json, into: tree.root) }
  }

  fileprivate mutating func askForUsage() {
    let yes = Array("true".utf8)
    let options = Array(#"{"include_usage":true}"#.utf8)
    for member in tree.root.members where member.name == "stream_options" {
      let asked = member.value.members.filter { $0.name == "include_usage" }
      if !member.value.isObject {
        edits.replace(member.value.range, with: options)
      } else if asked.isEmpty {
        edits.insert("include_usage", yes, into: member.value)
      }
      // A boolean that was written in another way has been replaced already.
      for member in asked where member.value.isFlag || member.value.isNull {
        edits.replace(member.value.range, with: yes)
      }
    }
    if tree.root["stream_options"] == nil { edits.insert("stream_options", options, into: tree.root) }
  }
}

extension RequestOptions {
  /// What is replaced wherever it occurs: the mapping, and of what was issued earlier that which the engine does not look
  /// for itself. The other it finds again as it did then, and no more than then.
  var fixedPairs: [(String, String)] {
    let earlier: [(String, String)] = history.compactMap { entry in
      guard let original = entry.original.flatMap({ String(validating: $0, as: UTF8.self) }),
        let type = Placeholder.read(entry.placeholder)?.placeholder.type, type != .text,
        !detects || classes.isEmpty || Catalogue.description(of: type) == nil, Placeholder.read(original) == nil
      else { return nil }
      return (original, entry.placeholder)
    }
    return MappingPairs.merged(mapping, earlier)
  }

  /// A vault for these mappings: the one that is there, unless something is to be added to it.
  ///
  /// - Parameter pairs: also replaced wherever they occur.
  func vault(adding pairs: [(String, String)] = [], to vault: Vault? = nil) throws(RequestProblems) -> Vault {
    let fixed = MappingPairs.merged(fixedPairs, pairs)
    if let vault, fixed.isEmpty, history.isEmpty { return vault }
    var entries = vault?.entries ?? []
    let have = Set(entries.map(\.placeholder))
    // The turns of a conversation mostly bring the same.
    if let vault, history.allSatisfy({ have.contains($0.placeholder) }),
      let mapping = try? Mapping(fixed), vault.mapping?.entries == mapping.entries
    {
      return vault
    }
    entries += history.filter { !have.contains($0.placeholder) }
    do {
      return try MappingPairs.vault(entries: entries, fixed, limits: vault?.limits ?? Vault.Limits())
    } catch {
      throw RequestProblems(Problem(error.type, ["header", "X-Pii-Mapping"], error.message))
    }
  }
}

extension JSONWriter {
  static func string(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.string(text)
    return json.bytes
  }
}
