import Foundation
import Testing

@testable import Veil

/// Veil's checks against python-stdnum, an independent implementation. `make oracle` installs it; `Tests/Oracle` has the
/// program that asks it, the table of which module says what, and the list of deliberate differences.
@Suite struct OracleTests {
  /// What one line of the oracle says of a number.
  struct Verdict: Decodable {
    var validator: String
    var number: String
    var verdict: String
  }

  /// A difference that is meant, and why.
  struct Deviation {
    var validator: String
    var accepts: Bool
    var verdict: String
    var pattern: Regex<AnyRegexOutput>
    var place: String
  }

  static let folder = fixtures.deletingLastPathComponent().appending(path: "Tests/Oracle")

  /// A Python that has python-stdnum, or nil.
  static let python: String? = {
    let installed = fixtures.deletingLastPathComponent().appending(path: ".build/oracle/bin/python3").path
    let path = ProcessInfo.processInfo.environment["VEIL_ORACLE_PYTHON"] ?? installed
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    return (try? run(path, ["-c", "import stdnum; print(stdnum.__version__)"])) == "2.2\n" ? path : nil
  }()

  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program) \(arguments)")
    return String(decoding: data, as: UTF8.self)
  }

  /// The rows of a table, each with its fields and its place.
  static func rows(_ file: String) throws -> [(fields: [String], place: String)] {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated().compactMap { number, line in
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      return (line.split(separator: "\t").map(String.init), "\(file):\(number + 1)")
    }
  }

  /// Parts that checks are made of, which the oracle knows too.
  static let parts: [String: @Sendable ([UInt8]) -> Bool] = [
    "mod97": { Validator.mod97($0.span) }, "mod11-10": { Validator.mod11_10($0.span) },
    "verhoeff": { Validator.verhoeff($0.span) },
  ]

  static func accepts(_ number: String, _ check: String) -> Bool? {
    let bytes = Array(number.utf8)
    if let validator = Validator(rawValue: check) { return validator.accepts(bytes.span) }
    return parts[check].map { $0(bytes) }
  }

  @Test func everyCheckIsInTheTable() throws {
    var named: Set<String> = []
    for (fields, place) in try Self.rows("modules.tsv") {
      guard fields.count >= 3 else {
        Issue.record("\(place): needs a check, a module or -, and forms or a reason")
        continue
      }
      #expect(named.insert(fields[0]).inserted, "\(place): \(fields[0]) has two rows")
      #expect(Self.accepts("", fields[0]) != nil, "\(place): there is no check \(fields[0])")
    }
    for validator in Validator.allCases {
      #expect(named.contains(validator.rawValue), "modules.tsv has no row for \(validator.rawValue)")
    }
  }

  @Test(.enabled(if: python != nil, "python-stdnum 2.2 is not there: `make oracle` installs it"))
  func checksAgree() throws {
    let deviations = try Self.rows("deviations.tsv").map { fields, place in
      try #require(fields.count == 5 && ["accepts", "refuses"].contains(fields[1]), "\(place): needs five fields")
      return Deviation(
        validator: fields[0], accepts: fields[1] == "accepts", verdict: fields[2], pattern: try Regex(fields[3]),
        place: place)
    }
    let lines = try Self.run(try #require(Self.python), [Self.folder.appending(path: "oracle.py").path])
    var needed: Set<String> = []
    var counts: [String: (valid: Int, invalid: Int)] = [:]
    /// Numbers by what is wrong, so that a check that fails altogether is told once.
    var unexplained: [String: [String]] = [:]
    for line in lines.utf8.split(separator: UInt8(ascii: "\n")) {
      let verdict = try JSONDecoder().decode(Verdict.self, from: Data(line))
      let isValid = verdict.verdict == "valid"
      counts[verdict.validator, default: (0, 0)].valid += isValid ? 1 : 0
      counts[verdict.validator]!.invalid += isValid ? 0 : 1
      guard let accepts = Self.accepts(verdict.number, verdict.validator), accepts != isValid else { continue }
      let deviation = try deviations.first {
        try $0.validator == verdict.validator && $0.accepts == accepts && $0.verdict == verdict.verdict
          && $0.pattern.firstMatch(in: verdict.number) != nil
      }
      if let deviation {
        needed.insert(deviation.place)
      } else {
        let kind = "\(verdict.validator) \(accepts ? "accepts" : "refuses") \(verdict.verdict)"
        unexplained[kind, default: []].append(verdict.number)
      }
    }
    for (kind, numbers) in unexplained { Issue.record("\(kind): \(numbers.count), as \(numbers.prefix(5))") }
    for deviation in deviations { #expect(needed.contains(deviation.place), "\(deviation.place) is not needed") }
    for (fields, place) in try Self.rows("modules.tsv") where fields[1] != "-" {
      let count = counts[fields[0], default: (0, 0)]
      #expect(count.valid >= 30 && count.invalid >= 10, "\(place): \(count) numbers say too little")
    }
  }
}
