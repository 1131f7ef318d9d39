import ArgumentParser
import Cases
import Corpora
import Foundation
import Veil

enum BenchTask: String, ExpressibleByArgument, CaseIterable {
  case detect
  case pseudonymize
  case roundtrip
  case restore
  case mapping
  case mappingOnly = "mapping-only"
  case rules
  case stream
  case threads
}

/// A task, ready to be done again and again.
struct PreparedTask {
  /// How much text a pass reads.
  var bytes: Int
  var documents: Int
  /// How many rules look for something.
  var rules: Int
  /// - Returns: how much was found or restored, so that passes of different programs can be compared.
  var pass: () throws -> Int
}

extension Policy.NameDetection: @retroactive ExpressibleByArgument {}

/// What is done and how, as arguments.
struct TaskOptions: ParsableArguments {
  @Option(help: "What is done.") var task: BenchTask
  @Option(help: "Cut the text into documents of so many bytes; one document by default.") var documentSize: Int?
  @Option(help: "How names are looked for.") var names = Policy.NameDetection.off
  @Option(help: "How many different placeholders are put into the text, for restore.") var placeholders = 1_000
  @Option(
    name: .customLong("mapping"),
    help: "For restore, a JSON object of originals and placeholders; the text has the placeholders then.")
  var mappingFile: String?
  @Option(help: "Bytes of a chunk, for restore and stream.") var chunkSize = 64
  @Option(help: "Entries of the user's mapping, for mapping and mapping-only.") var entries = 0
  @Option(
    name: .customLong("list"), help: "Entries of the user's mapping from a file, one in a line, instead of made ones.")
  var listFile: String?
  @Option(help: "Type of all entries; made ones are people and firms by turns by default, those of a file terms.")
  var type: String?
  @Option(help: "So many of the built-in rules, for rules; all by default.") var rules: Int?
  @Option(help: "How many threads, for threads.") var threads = 1

  func prepare(_ input: Input) throws -> PreparedTask {
    switch task {
    case .detect, .rules: try prepareDetecting(input, policy: policy)
    case .mapping: try prepareDetecting(input, policy: policy, mapping: mapping)
    case .mappingOnly: try prepareDetecting(input, policy: Policy(rules: [], names: .off), mapping: mapping)
    case .pseudonymize: try preparePseudonymizing(input)
    case .roundtrip: try prepareRoundTrip(input)
    case .restore: try prepareRestoring(input)
    case .stream: try prepareStreaming(input)
    case .threads: try prepareThreads(input)
    }
  }

  private var policy: Policy {
    var policy = Policy.default
    policy.names = names
    if task == .rules, let rules { policy.rules = RuleSelection.spread(rules, of: policy) }
    return policy
  }

  private var mapping: Mapping {
    get throws {
      guard let listFile else { return try Mapping(Lists.entries(entries).map { ($0.original, type ?? $0.type) }) }
      let lines = try Data(contentsOf: URL(fileURLWithPath: listFile)).split(separator: UInt8(ascii: "\n"))
      return try Mapping(lines.map { (String(decoding: $0, as: UTF8.self), type ?? "TERM") })
    }
  }

  private func prepareDetecting(_ input: Input, policy: Policy, mapping: Mapping? = nil) throws -> PreparedTask {
    let engine = try Engine(policy)
    return prepared(input, engine) { document in try engine.findings(in: document, mapping: mapping).count }
  }

  private func preparePseudonymizing(_ input: Input) throws -> PreparedTask {
    let engine = try Engine(policy)
    return prepared(input, engine) { document in
      let vault = try Vault()
      _ = try engine.pseudonymize(document, vault: vault)
      return vault.entries.count
    }
  }

  private func prepareRoundTrip(_ input: Input) throws -> PreparedTask {
    let engine = try Engine(policy)
    return prepared(input, engine) { try Passes.roundTrip($0, engine) }
  }

  private func prepared(
    _ input: Input, _ engine: Engine, analyse: @escaping ([UInt8]) throws -> Int
  ) -> PreparedTask {
    let documents = input.documents(of: documentSize)
    return PreparedTask(
      bytes: input.bytes.count, documents: documents.count, rules: RuleSelection.active(in: engine.policy).count
    ) {
      var findings = 0
      for document in documents { findings += try analyse(document) }
      return findings
    }
  }
}
