import TestSupport
import Testing
import VeilPolicyFile

/// The schema and the reader know the same.
@Suite struct PolicySchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema(PolicyFile.schema) }

  /// The keys that the reader names where it meets one that it does not know.
  private func readersKeys(_ yaml: String) -> Set<String> {
    do throws(PolicyFileError) { _ = try PolicyFile(yaml: Array(yaml.utf8)) } catch {
      let message = error.problems.map(\.message).first { $0.hasPrefix("unknown key") } ?? ""
      return Set(message.split(separator: "may have ").last?.split(separator: ", ").map(String.init) ?? [])
    }
    return []
  }

  private func keys(_ schema: JSON?) -> Set<String> { Set(schema?["properties"]?.members.keys.map { $0 } ?? []) }

  @Test func bothHaveTheSameKeys() throws {
    let root = schema.root
    let definitions = try #require(root["$defs"])
    #expect(readersKeys("nonsense: 1").count > 15)
    #expect(readersKeys("nonsense: 1") == keys(root))
    #expect(readersKeys("limits: {nonsense: 1}") == keys(root["properties"]?["limits"]))
    #expect(readersKeys("rules: [{nonsense: 1}]") == keys(definitions["rule"]))
    let rule = "name: a, type: A, pattern: a, score: 1"
    #expect(readersKeys("rules: [{\(rule), context: [{nonsense: 1}]}]") == keys(definitions["context"]))
    let triggers = definitions["trigger"]?["anyOf"]?.elements.reduce(into: Set()) { $0.formUnion(keys($1)) }
    #expect(readersKeys("rules: [{\(rule), trigger: {nonsense: 1}}]") == triggers)
  }

  @Test func thereAreSamples() { #expect(SamplePolicy.valid.count >= 5 && SamplePolicy.invalid.count >= 5) }

  @Test(arguments: SamplePolicy.valid) func samplesAreValid(_ sample: SamplePolicy) throws {
    #expect(schema.problems(try JSON(yaml: sample.text)) == [])
    let file = try sample.read()
    try file.check()
    #expect(file.remarks == [])
  }

  @Test(arguments: SamplePolicy.invalid) func problemsAreFoundByBoth(_ sample: SamplePolicy) throws {
    let error = #expect(throws: PolicyFileError.self) { try sample.read().check() }
    let found = error?.problems.map { problem in
      let file = problem.file?.split(separator: "/").last.map { "\($0):" } ?? ""
      return "\(file)\(problem.position.line):\(problem.position.column)"
    }
    #expect(found == sample.expectedProblems)
    // What lies in other files, and in patterns, is not the form of this one.
    let hasForm = ["keys.yaml", "values.yaml", "extends-bad.yaml"].contains(sample.testDescription)
    #expect(schema.problems(try JSON(yaml: sample.text)).isEmpty != hasForm)
  }

  /// One value that each key refuses, and the schema too.
  @Test(arguments: [
    "extends: ''", "types: NAME", "types: [name]", "include: [1a]", "exclude: {}", "classes: [all]",
    "type_classes: {A: x}",
    "type_classes: {a: pii}", "minimum_score: 2", "minimum_scores: {A: -1}", "allow: x", "deny: [x]", "deny: {a: [x]}",
    "domains: acme.example", "names: 3", "names: faster", "operators: {A: hide}", "operators: {a: keep}",
    "brackets: '( )'",
    "limits: {match: 0}", "limits: {window: x}", "limit_action: pass", "invalid_utf8: drop", "catalogue: none",
    "disable: us-ssn", "rules: {}", "rules: [{name: A, type: A, pattern: a, score: 1}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, boundary: line}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, priority: 5000}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, validator: sum}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, context: [{words: [x]}]}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, context: [{words: [x], weight: 2}]}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, trigger: {shape: '8++9'}}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, trigger: {shape: 2x}}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, trigger: {run: 11+2, digits: 3}}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, trigger: {run: 11}}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, trigger: {labels: [x], reach: far}}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, trigger: {around: ab, over: letters, count: [1, 2]}}]",
    "rules: [{name: a, type: A, pattern: a, score: 1, trigger: {around: a, over: letters, count: [1]}}]", "- a", "text",
  ])
  func refuseTheSame(_ yaml: String) throws {
    #expect(throws: PolicyFileError.self) { try PolicyFile(yaml: Array(yaml.utf8)) }
    #expect(!schema.problems(try JSON(yaml: yaml)).isEmpty)
  }
}
