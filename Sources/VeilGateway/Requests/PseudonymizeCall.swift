import Veil
import VeilFormats

/// `POST /v1/pseudonymize`: a text or a whole request, as a provider would receive it. Nothing is sent.
struct PseudonymizeCall: Sendable {
  private enum Input: Sendable {
    case text(String)
    case request(RequestBody)
  }

  private let input: Input
  let options: RequestOptions

  /// - Parameter options: of the call's headers; the body may add a mapping.
  init(_ bytes: [UInt8], options: RequestOptions) throws(RequestProblems) {
    var body = try CallBody(bytes)
    var options = options
    if let request = body.node("request") {
      if body.node("text") != nil {
        body.problems.append(
          Problem.notSupported(["body", "text"], "Either a text or a request can be pseudonymized at once"))
      }
      try body.check()
      input = .request(
        try RequestBody(
          Array(body.tree.bytes[request.range]), kind: RequestBody.kind(of: request), model: options.model ?? ""))
    } else {
      input = .text(body.requiredText("text"))
    }
    let given = body.mapping("mapping")
    if !given.isEmpty {
      do { _ = try MappingPairs.mapping(given) } catch {
        body.problems.append(Problem(error.type, ["body", "mapping"], error.message))
      }
      options.mapping = MappingPairs.merged(given, options.mapping)
    }
    if case .text = input, !options.positions.isEmpty {
      body.problems.append(
        Problem.notSupported(["header", "X-Pii-Positions"], "Positions are those of a request's messages"))
    }
    try body.check()
    self.options = options
  }

  /// - Parameter upstreamModel: a model as its provider calls it; nil: as the caller does.
  func answer(
    settings: Settings, engines: EngineSet, upstreamModel: (String) -> String? = { _ in nil }, wantsUsage: Bool = false
  ) throws(RequestProblems) -> (body: [UInt8], counts: [EntityType: Int]) {
    var json = JSONWriter()
    let vault: Vault
    let counts: [EntityType: Int]
    let name: String
    let result: [UInt8]
    switch input {
    case .text(let text):
      name = "text"
      vault = try options.vault()
      var masked: [UInt8] = []
      do {
        var stream = try engines.engines(for: options).texts.makePseudonymizingStream(vault: vault)
        try stream.append(Array(text.utf8).span, to: &masked)
        counts = try stream.finish(to: &masked)
      } catch {
        throw RequestProblems.notAnswered(error, ["body", "text"])
      }
      var string: [UInt8] = []
      JSONStyle().append(masked, to: &string)
      result = string
    case .request(let request):
      name = "request"
      let masked = try MaskedRequest(
        request, options, settings: settings, engines: engines,
        upstreamModel: (options.model ?? request.model).flatMap(upstreamModel), wantsUsage: wantsUsage)
      (vault, counts, result) = (masked.vault, masked.counts, masked.body)
    }
    json.object { json in
      json.name(name)
      json.raw(result)
      json.mapping("pii_mapping", vault)
      json.counts("counts", counts)
    }
    return (json.bytes, counts)
  }
}
