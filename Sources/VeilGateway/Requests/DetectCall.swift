import Veil
import VeilFormats

/// `POST /v1/pii/detect`: a text, and what is found in it.
struct DetectCall: Sendable {
  let text: String
  let options: RequestOptions
  /// Nil: as the policy has it.
  let names: Policy.NameDetection?
  /// The conversation whose vault is to be used, and the space it belongs to.
  let thread: String?
  let space: String?

  init(_ bytes: [UInt8], settings: Settings) throws(RequestProblems) {
    var body = try CallBody(bytes)
    text = body.requiredText("text")
    var options = RequestOptions(settings)
    options.classes = settings.policy.classes
    let asked = [body.flag("include_oii"), body.flag("include_business_data")].compactMap { $0 }
    if !asked.isEmpty, !asked.contains(true) { options.classes.remove(.oii) }
    switch body.flag("enhanced_mode") {
    case true: names = .full
    case false: names = settings.policy.names == .off ? .off : .fast
    case nil: names = nil
    }
    options.history = body.entries("existing_mapping")
    thread = body.text("thread_id")
    space = body.text("space_id")
    if thread != nil, settings.conversations == nil {
      body.problems.append(Problem.notSupported(["body", "thread_id"], "Conversations are not configured here"))
    } else if thread != nil, space == nil {
      body.problems.append(Problem.missing(["body", "space_id"]))
    }
    self.options = options
    try body.check()
  }

  /// What is answered, and the vault that the thread goes on with.
  func answer(
    _ engines: EngineSet, vault known: Vault? = nil
  ) throws(RequestProblems) -> (body: [UInt8], vault: Vault, counts: [EntityType: Int]) {
    let choice = EngineSet.Choice(classes: options.classes, names: names ?? engines.policy.names)
    let vault = try options.vault(to: known)
    let bytes = Array(text.utf8)
    let explanations: [Explanation]
    var masked: [UInt8] = []
    var counts: [EntityType: Int] = [:]
    do {
      let engine = try engines.engines(choice).texts
      // Another vault in the same state: it must not learn from what it is about to be asked.
      explanations = try engine.explain(bytes, vault: try Vault(entries: vault.entries, mapping: vault.mapping))
      var stream = engine.makePseudonymizingStream(vault: vault)
      try stream.append(bytes.span, to: &masked)
      counts = try stream.finish(to: &masked)
    } catch {
      throw RequestProblems.notAnswered(error, ["body", "text"])
    }
    return (json(explanations, masked, bytes, vault, engines.policy), vault, counts)
  }

  private func json(
    _ explanations: [Explanation], _ masked: [UInt8], _ bytes: [UInt8], _ vault: Vault, _ policy: Policy
  ) -> [UInt8] {
    let issued = Issued(vault)
    let findings = explanations.map { explanation in
      (explanation, explanation.operator == .placeholder ? issued.placeholder(of: explanation.finding, in: bytes) : nil)
    }
    var json = JSONWriter()
    json.object { json in
      json.name("redacted_text")
      json.string(masked)
      json.mapping("pii_mapping", vault)
      json.object("entity_details") { json in
        let placed = findings.compactMap { finding, placeholder in placeholder.map { ($0, finding.finding.type) } }
        for (placeholder, uses) in Dictionary(grouping: placed, by: \.0).sorted(by: { $0.key < $1.key }) {
          json.object(placeholder) { json in
            json.member("type", uses[0].1.name)
            json.member("class", "\(policy.entityClass(of: uses[0].1))")
            json.member("count", uses.count)
          }
        }
      }
      json.array("findings") { json in
        for (explanation, placeholder) in findings { write(explanation, placeholder, policy, to: &json) }
      }
    }
    return json.bytes
  }

  private func write(
    _ explanation: Explanation, _ placeholder: String?, _ policy: Policy, to json: inout JSONWriter
  ) {
    let finding = explanation.finding
    json.object { json in
      json.member("type", finding.type.name)
      json.member("class", "\(policy.entityClass(of: finding.type))")
      json.member("start", finding.range.lowerBound)
      json.member("end", finding.range.upperBound)
      json.member("score", finding.score)
      json.member("rule", finding.rule)
      json.member("reason", explanation.summary)
      json.member("placeholder", placeholder)
    }
  }
}

/// Placeholders by what they stand for.
private struct Issued {
  private struct Key: Hashable {
    var type: EntityType
    var original: [UInt8]
  }

  private var placeholders: [Key: String] = [:]

  init(_ vault: Vault) {
    for entry in vault.entries where entry.isIssued {
      guard let original = entry.original, let type = Placeholder.read(entry.placeholder)?.placeholder.type else {
        continue
      }
      placeholders[Key(type: type, original: original)] = entry.placeholder
    }
  }

  func placeholder(of finding: Finding, in text: [UInt8]) -> String? {
    placeholders[Key(type: finding.type, original: Array(text[finding.range]))]
  }
}

extension RequestProblems {
  /// A text that could not be treated, or an engine or vault that could not be made.
  static func notAnswered(_ error: any Error, _ place: [Problem.Step]) -> RequestProblems {
    switch error {
    case let error as EngineError: RequestProblems(Problem.notChecked(place, error))
    case let error as VaultError: RequestProblems(Problem.notChecked(place, .vault(error)))
    case let error as RequestProblems: error
    default: RequestProblems([Problem("policy_error", ["policy"], "The policy could not be compiled")], status: 500)
    }
  }
}
