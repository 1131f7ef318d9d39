import Scanning
import Synchronization

/// Finds, pseudonymizes and restores. Compiled once from a policy, immutable, safe from any number of threads.
public struct Engine: Sendable {
  let program: Program
  private let pool: ScratchPool

  /// - Throws: ``PolicyError`` naming the part of the policy that cannot be compiled.
  public init(_ policy: Policy = .default) throws(PolicyError) {
    program = try Program(policy)
    pool = ScratchPool(policy.limits)
  }

  public var policy: Policy { program.policy }

  /// Findings of a whole text: sorted, never overlapping, in UTF-8 byte offsets, end exclusive.
  ///
  /// - Parameter label: the name of the field that the text stands in, where it stands in one.
  public func findings(
    in text: Span<UInt8>, label: FieldLabel? = nil, mapping: Mapping? = nil
  ) throws(EngineError) -> [Finding] {
    var stream = makeDetectingStream(label: label, mapping: mapping)
    var findings: [Finding] = []
    try stream.append(text, to: &findings)
    try stream.finish(to: &findings)
    return findings
  }

  public func findings(
    in text: [UInt8], label: FieldLabel? = nil, mapping: Mapping? = nil
  ) throws(EngineError) -> [Finding] {
    try findings(in: text.span, label: label, mapping: mapping)
  }

  public func findings(
    in text: String, label: FieldLabel? = nil, mapping: Mapping? = nil
  ) throws(EngineError) -> [Finding] {
    try findings(in: Array(text.utf8), label: label, mapping: mapping)
  }

  /// The text with placeholders for its findings; the way back is in the vault.
  ///
  /// - Parameter label: the name of the field that the text stands in, where it stands in one.
  public func pseudonymize(
    _ text: [UInt8], label: FieldLabel? = nil, vault: Vault
  ) throws(EngineError) -> [UInt8] {
    var stream = makePseudonymizingStream(vault: vault, label: label)
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    try stream.append(text.span, to: &output)
    try stream.finishUncounted(to: &output)
    return output
  }

  public func pseudonymize(
    _ text: String, label: FieldLabel? = nil, vault: Vault
  ) throws(EngineError) -> String {
    String(decoding: try pseudonymize(Array(text.utf8), label: label, vault: vault), as: UTF8.self)
  }

  /// The text with originals for the vault's placeholders, and what was done.
  public func restore(_ text: String, vault: Vault) -> Restoration {
    var stream = RestoringStream(vault: vault)
    var output: [UInt8] = []
    stream.append(Array(text.utf8).span, to: &output)
    let report = stream.finish(to: &output)
    return Restoration(text: String(decoding: output, as: UTF8.self), report: report)
  }

  /// - Parameter since: placeholders that the vault issued before this are taken for ours where the text has them; by
  ///   default those issued before the stream is made.
  public func makePseudonymizingStream(
    vault: Vault, since: Vault.Mark? = nil, label: FieldLabel? = nil
  ) -> PseudonymizingStream {
    PseudonymizingStream(engine: self, vault: vault, since: since ?? vault.mark, label: label)
  }

  public func makeDetectingStream(label: FieldLabel? = nil, mapping: Mapping? = nil) -> DetectingStream {
    DetectingStream(engine: self, label: label, mapping: mapping)
  }

  /// Cuts a stream into blocks that ``analyze(_:mapping:)`` can take in any order and on any thread.
  public func makeBlockCutter(label: FieldLabel? = nil) -> BlockCutter {
    BlockCutter(program.policy.limits, label: label)
  }

  /// All that can be known of a block by itself: the part of the work that can be spread over threads.
  public func analyze(_ block: consuming Block, mapping: Mapping? = nil) throws(EngineError) -> Analysis {
    var storage = FoldedText()
    return try analyze(block, mapping: mapping, using: &storage)
  }

  /// - Parameter storage: used for the folded text.
  func analyze(
    _ block: consuming Block, mapping: Mapping?, using storage: inout FoldedText
  ) throws(EngineError) -> Analysis {
    let scratch = pool.take()
    defer { pool.giveBack(scratch) }
    return try Recogniser(program: program, scratch: scratch).analyze(block, mapping: mapping, using: &storage)
  }
}

/// Keeps working memory between calls, so that a short text does not pay for a fresh one.
private final class ScratchPool: Sendable {
  private let limits: Policy.Limits
  private let free = Mutex<[Scratch]>([])

  init(_ limits: Policy.Limits) { self.limits = limits }

  func take() -> Scratch { free.withLock { $0.popLast() } ?? Scratch(limits) }

  func giveBack(_ scratch: Scratch) { free.withLock { if $0.count < 64 { $0.append(scratch) } } }
}
