import Veil
import VeilFormats

/// Puts originals back into plain text.
final class TextRestoring: Treatment {
  let treat: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
  private(set) var report = RestorationReport()
  private let vault: Vault
  private let escaping: Escaping
  private let outputs: Outputs
  private var stream: RestoringStream?

  init(_ vault: Vault, _ outputs: Outputs, escaping: Escaping) {
    self.vault = vault
    self.outputs = outputs
    self.escaping = escaping
  }

  func makeCutter() -> Cutter { { $0.isEmpty ? [] : [Array($0)] } }

  func begin(_ input: InputPath) throws {
    try outputs.begin(input)
    stream = RestoringStream(vault: vault, escaping: escaping)
  }

  func commit(_ chunk: [UInt8]) throws {
    try outputs.write { stream?.append(chunk.span, to: &$0) }
  }

  func end() throws {
    guard let stream = stream.take() else { return }
    var rest: [UInt8] = []
    report.add(stream.finish(to: &rest))
    try outputs.write { $0 += rest }
    try outputs.end()
  }

  func abandon() throws {
    stream = nil
    outputs.abandon()
  }

  func flush() throws { try outputs.flush() }
}

/// Puts originals back into a field of JSON Lines; every other byte stays.
final class LineRestoring: Treatment {
  struct Outcome: Sendable {
    var batch: LineBatch
    var lines: [(line: LineText, text: [UInt8])] = []
    var report = RestorationReport()
    /// At the line behind `lines`.
    var failure: Failure?
  }

  let treat: @Sendable (LineBatch) throws -> Outcome
  private(set) var report = RestorationReport()
  private let outputs: Outputs
  /// Of the JSON that was pseudonymized.
  private let firstStyle: JSONStyle
  private var style: JSONStyle

  init(_ vault: Vault, _ outputs: Outputs, escaping: Escaping, field: String, style: JSONStyle) {
    self.outputs = outputs
    firstStyle = style
    self.style = style
    treat = { batch in
      var outcome = Outcome(batch: batch)
      do {
        try batch.forEach { number, range in
          let line = try LineText(batch, number, range, field: field)
          var stream = RestoringStream(vault: vault, escaping: escaping)
          var text: [UInt8] = []
          stream.append(line.text.span, to: &text)
          outcome.report.add(stream.finish(to: &text))
          outcome.lines.append((line, text))
        }
      } catch let failure as Failure {
        outcome.failure = failure
      }
      return outcome
    }
  }

  func makeCutter() -> Cutter { LineCutter().cut }

  func begin(_ input: InputPath) throws {
    try outputs.begin(input)
    style = firstStyle
  }

  func commit(_ outcome: Outcome) throws {
    report.add(outcome.report)
    for (line, text) in outcome.lines {
      try outputs.write { line.write(text, batch: outcome.batch, style: &style, to: &$0) }
    }
    if let failure = outcome.failure { throw failure }
  }

  func end() throws { try outputs.end() }
  func abandon() throws { outputs.abandon() }
  func flush() throws { try outputs.flush() }
}

extension RestorationReport {
  /// Adds what another part of the work did.
  fileprivate mutating func add(_ other: RestorationReport) {
    restored.merge(other.restored, uniquingKeysWith: +)
    unnumbered.merge(other.unnumbered, uniquingKeysWith: +)
    for (placeholder, count) in other.unknown
    where unknown[placeholder] != nil || unknown.count < Self.maximumUnknown {
      unknown[placeholder, default: 0] += count
    }
    restoredCount += other.restoredCount
    unknownCount += other.unknownCount
  }
}
