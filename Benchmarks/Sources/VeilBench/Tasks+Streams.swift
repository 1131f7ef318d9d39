import Cases
import Corpora
import Foundation
import Veil

extension TaskOptions {
  /// A model's answer as it comes in, chunk by chunk; each chunk's output is handed on before the next.
  func prepareRestoring(_ input: Input) throws -> PreparedTask {
    let (answer, vault) = try answer(input)
    let documents = answer.documents(of: documentSize)
    let size = chunkSize
    return PreparedTask(bytes: answer.bytes.count, documents: documents.count, rules: 0) {
      var restored = 0
      var output: [UInt8] = []
      output.reserveCapacity(size + 4_096)
      for document in documents {
        restored += Passes.restore(document, chunk: size, vault, output: &output)
      }
      return restored
    }
  }

  /// A text with placeholders, and the vault that knows them: both as given, or placeholders put into any text.
  private func answer(_ input: Input) throws -> (Input, Vault) {
    if let mappingFile {
      let file = try Data(contentsOf: URL(fileURLWithPath: mappingFile))
      let pairs = try JSONDecoder().decode([String: String].self, from: file)
      return (input, try Vault(mapping: Mapping(pairs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })))
    }
    let text = PlaceholderText(input.bytes, count: placeholders)
    let entries = text.entries.map { Vault.Entry(placeholder: $0.placeholder, original: Array($0.original.utf8)) }
    return (Input(bytes: text.bytes), try Vault(entries: entries))
  }

  /// A text as it comes in, chunk by chunk, on its way to a model.
  func prepareStreaming(_ input: Input) throws -> PreparedTask {
    var policy = Policy.default
    policy.names = names
    let engine = try Engine(policy)
    let bytes = input.bytes
    let size = chunkSize
    return PreparedTask(bytes: bytes.count, documents: 1, rules: RuleSelection.active(in: policy).count) {
      var output: [UInt8] = []
      return try Passes.pseudonymize(bytes, chunk: size, engine, output: &output)
    }
  }

  /// Documents from all threads to one engine, as a server has them; of 64 KiB unless said.
  func prepareThreads(_ input: Input) throws -> PreparedTask {
    var policy = Policy.default
    policy.names = names
    let engine = try Engine(policy)
    let documents = input.documents(of: documentSize ?? 64 << 10)
    let threads = threads
    return PreparedTask(
      bytes: input.bytes.count, documents: documents.count, rules: RuleSelection.active(in: policy).count
    ) {
      try Threads.sum(over: documents, threads: threads) { try engine.findings(in: $0).count }
    }
  }
}
