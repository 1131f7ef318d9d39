import Veil
import VeilFormats

/// Finds what is in plain text.
final class TextDetection: Treatment {
  struct Outcome: Sendable {
    var analysis: Analysis
    var range: Range<Int>
  }

  let treat: @Sendable (Block) throws -> Outcome
  private(set) var tally = Tally()
  private let engine: Engine
  private let mapping: Mapping?
  /// Nil where findings are only counted.
  private let outputs: Outputs?
  /// Nil where a program reads the output.
  private let table: FindingTable?
  private var stream: DetectingStream?
  private var path = ""

  init(_ engine: Engine, _ mapping: Mapping?, _ outputs: Outputs?, table: FindingTable?) {
    self.engine = engine
    self.mapping = mapping
    self.outputs = outputs
    self.table = table
    treat = { Outcome(analysis: try engine.analyze($0, mapping: mapping), range: $0.range) }
  }

  func makeCutter() -> Cutter {
    let cut = textCutter(engine)
    guard let text = table?.makeText() else { return cut }
    return { chunk in
      text.append(chunk)
      return try cut(chunk)
    }
  }

  func begin(_ input: InputPath) throws {
    path = input.path
    table?.begin(path)
    stream = engine.makeDetectingStream(mapping: mapping)
  }

  func commit(_ outcome: Outcome) throws {
    var findings: [Finding] = []
    stream?.append(outcome.analysis, to: &findings)
    for finding in findings { tally.add(finding) }
    try outputs?.write { output in
      for finding in findings {
        if let table {
          table.append(finding, to: &output)
        } else {
          output.append(contentsOf: "{\"file\": ".utf8)
          JSONStyle().append(Array(path.utf8), to: &output)
          output.append(contentsOf: ", \(members(finding))}\n".utf8)
        }
      }
    }
    // What is decided late starts in an earlier block, but never as far back as the largest window.
    table?.forget(before: outcome.range.lowerBound - 1 << 20)
  }

  func end() throws { table?.end() }
  func abandon() throws { table?.end() }
  func flush() throws { try outputs?.flush() }
}

/// Finds what is in a field of JSON Lines.
final class LineDetection: Treatment {
  struct Outcome: Sendable {
    var output: [UInt8] = []
    var tally = Tally()
    /// At the line behind those in `output`.
    var failure: Failure?
  }

  let treat: @Sendable (LineBatch) throws -> Outcome
  private(set) var tally = Tally()
  /// Nil where findings are only counted.
  private let outputs: Outputs?

  init(_ engine: Engine, _ mapping: Mapping?, _ outputs: Outputs?, field: String) {
    self.outputs = outputs
    treat = { batch in
      var outcome = Outcome()
      do {
        try batch.forEach { number, range in
          let line = try LineText(batch, number, range, field: field)
          guard let record = line.record else { return }
          let findings = try located(number, field) { () throws(EngineError) in
            try engine.findings(in: line.text, mapping: mapping)
          }
          Self.append(record, findings, batch, to: &outcome)
        }
      } catch let failure as Failure {
        outcome.failure = failure
      }
      return outcome
    }
  }

  private static func append(
    _ record: JSONLine, _ findings: [Finding], _ batch: LineBatch, to outcome: inout Outcome
  ) {
    outcome.output.append(contentsOf: "{\"id\": ".utf8)
    outcome.output.append(contentsOf: record.id.map { batch.bytes[$0] } ?? Array("null".utf8)[...])
    outcome.output.append(contentsOf: ", \"entities\": [".utf8)
    for (index, finding) in findings.enumerated() {
      outcome.output.append(contentsOf: "\(index == 0 ? "" : ", "){\(members(finding))}".utf8)
      outcome.tally.add(finding)
    }
    outcome.output.append(contentsOf: "]}\n".utf8)
  }

  func makeCutter() -> Cutter { LineCutter().cut }
  func begin(_ input: InputPath) throws {}

  func commit(_ outcome: Outcome) throws {
    tally.merge(outcome.tally)
    try outputs?.write { $0 += outcome.output }
    if let failure = outcome.failure { throw failure }
  }

  func end() throws {}
  func abandon() throws {}
  func flush() throws { try outputs?.flush() }
}

/// A finding's members as they stand in a JSON object.
func members(_ finding: Finding) -> String {
  let score = rounded(finding.score)
  var rule: [UInt8] = []
  JSONStyle().append(Array(finding.rule.utf8), to: &rule)
  return """
    "type": "\(finding.type)", "start": \(finding.range.lowerBound), "end": \(finding.range.upperBound), \
    "score": \(score), "rule": \(String(decoding: rule, as: UTF8.self))
    """
}

/// To four decimals, because sums of weights are not exact: 0.97, never 0.9700000000000001.
func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }
