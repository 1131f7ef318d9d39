import Testing
import Veil
import VeilPolicyFile

/// Policies that build on others, types that are let in and left out, own domains.
@Suite struct PolicyExtendsTests {
  struct Missing: Error {}

  /// - Parameter files: by path; the one at `main` is read.
  private func read(_ files: [String: String], _ main: String = "main.yaml") throws -> PolicyFile {
    try PolicyFile(yaml: Array(files[main]!.utf8), path: main) { path in
      guard let text = files[path] else { throw Missing() }
      return Array(text.utf8)
    }
  }

  private func problems(_ files: [String: String]) -> [String] {
    do { try read(files).check() } catch let error as PolicyFileError {
      return error.problems.map { "\($0.file ?? "")|\($0.position.line):\($0.position.column)" }
    } catch {}
    return []
  }

  private let badge = EntityType("BADGE")!
  private let hostname = EntityType("HOSTNAME")!

  @Test(arguments: ReadyPolicy.allCases) func readyOnes(_ ready: ReadyPolicy) throws {
    let policy = try read(["main.yaml": "extends: \(ready.name)"]).policy
    #expect(policy.types == ready.policy.types)
    #expect(policy.classes == ready.policy.classes)
    #expect(policy.minimumScore == ready.policy.minimumScore)
    #expect(policy.excludedTypes == ready.policy.excludedTypes)
  }

  @Test func filesAreFoundBesideTheOneThatNamesThem() throws {
    let policy = try read(
      [
        "a/main.yaml": "extends: ../b/base.yaml\nallow: [one]", "b/base.yaml": "extends: c/deep.yaml\nallow: [two]",
        "b/c/deep.yaml": "extends: strict\nallow: [three]",
      ], "a/main.yaml"
    ).policy
    #expect(policy.allow == ["three", "two", "one"])
    #expect(policy.minimumScore == 0.3)
    let file = try read(["/x/main.yaml": "extends: base.yaml", "/x/base.yaml": "allow: [one]"], "/x/main.yaml")
    #expect(file.policy.allow == ["one"])
  }

  @Test func whatIsExtendedCanBeChanged() throws {
    let base = """
      minimum_score: 0.6
      minimum_scores: {NAME: 0.7, EMAIL: 0.7}
      operators: {default: redact, NAME: mask}
      deny: {BADGE: [night watch]}
      limits: {window: 4096, match: 1000}
      rules:
        - {name: one, type: BADGE, pattern: one, score: 1}
        - {name: two, type: BADGE, pattern: two, score: 1}
      """
    let policy = try read([
      "main.yaml": """
      extends: ./base.yaml
      minimum_scores: {EMAIL: 0.9}
      operators: {NAME: keep}
      limits: {match: 2000}
      catalogue: false
      disable: [one]
      rules:
        - {name: one, type: BADGE, pattern: uno, score: 1}
      """, "base.yaml": base,
    ]).policy
    #expect(policy.minimumScore == 0.6)
    #expect(policy.minimumScores == [.name: 0.7, .email: 0.9])
    #expect(policy.defaultOperator == .redact)
    #expect(policy.operators == [.name: .keep])
    #expect(policy.deny == [Policy.DenyEntry("night watch", badge)])
    #expect(policy.limits.window == 4096 && policy.limits.match == 2000)
    #expect(policy.rules.map(\.pattern) == ["two", "uno"])
  }

  @Test func howNamesAreLookedForIsInherited() throws {
    let base = ["base.yaml": "names: fast\nminimum_scores: {NAME: 0.4}"]
    func policy(_ text: String) throws -> Policy { try read(base.merging(["main.yaml": text]) { $1 }).policy }
    #expect(try policy("extends: ./base.yaml").names == .fast)
    #expect(try policy("extends: ./base.yaml\nnames: off").names == .off)
    let merged = try policy("extends: ./base.yaml\nnames: full\nminimum_scores: {ORG: 0.7, LOCATION: 0.8}")
    #expect(merged.names == .full)
    #expect(merged.minimumScores == [.name: 0.4, .organisation: 0.7, .location: 0.8])
  }

  @Test func problemsNameTheirFile() throws {
    #expect(
      problems([
        "main.yaml": "extends: sub/base.yaml\nminimum_score: 7",
        "sub/base.yaml": "allow: []\nextends: more.yaml\ncolour: red", "sub/more.yaml": "types: NAME",
      ]) == ["sub/base.yaml|3:1", "sub/more.yaml|1:8", "|2:16"])
    #expect(problems(["main.yaml": "extends: b.yaml", "b.yaml": "a: [1"]).allSatisfy { $0.hasPrefix("b.yaml|") })
    #expect(
      problems([
        "main.yaml": "extends: b.yaml\nrules:\n  - {name: x, type: X, pattern: '(', score: 1}",
        "b.yaml":
          "rules:\n  - {name: y, type: X, pattern: '[', score: 1}\n  - {name: z, type: X, pattern: z, score: 1}",
      ]) == ["b.yaml|2:5", "|3:5"])
    #expect(problems(["main.yaml": "extends: b.yaml\nallow: [fine]", "b.yaml": "allow: ['…']"]) == ["b.yaml|1:9"])
    #expect(problems(["main.yaml": "extends: b.yaml", "b.yaml": "domains: [a b]"]) == ["b.yaml|1:11"])
    #expect(problems(["main.yaml": "extends: missing.yaml"]) == ["|1:10"])
    #expect(problems(["main.yaml": "extends: gpdr"]) == ["|1:10"])
  }

  @Test func circlesEnd() throws {
    #expect(problems(["main.yaml": "extends: ./main.yaml"]) == ["|1:10"])
    #expect(problems(["main.yaml": "extends: b/../c.yaml", "c.yaml": "extends: ./main.yaml"]) == ["c.yaml|1:10"])
    var chain = ["main.yaml": "extends: f0.yaml"]
    for number in 0..<40 { chain["f\(number).yaml"] = "extends: f\(number + 1).yaml" }
    #expect(problems(chain) == ["f14.yaml|1:10"])
  }

  @Test func nothingElseIsReadWithoutLeave() {
    #expect(throws: PolicyFileError.self) { try PolicyFile(yaml: Array("extends: ./base.yaml".utf8)) }
  }

  @Test func typesAreLetInAndLeftOut() throws {
    let pci = try read(["main.yaml": "extends: pci\ninclude: [EMAIL]\nexclude: [NAME]"]).policy
    #expect(pci.admits(.email) && pci.admits(.paymentCard) && !pci.admits(.name) && !pci.admits(.phone))
    let rest = try read(["main.yaml": "exclude: [DATE]"]).policy
    #expect(!rest.admits(.date) && rest.admits(.dateOfBirth))
    for quiet in Catalogue.quietTypes {
      #expect(try read(["main.yaml": "include: [\(quiet)]"]).policy.admits(quiet))
      #expect(try !read(["main.yaml": "exclude: [DATE]"]).policy.admits(quiet))
    }
  }

  @Test func ownRulesBringTheirTypes() throws {
    let rule = "rules:\n  - {name: badge, type: BADGE, pattern: x, score: 1}"
    let file = try read(["main.yaml": "extends: pci\ndomains: [acme.example]\n\(rule)"])
    #expect(file.policy.admits(badge) && file.policy.admits(hostname) && !file.policy.admits(.email))
    #expect(file.remarks.isEmpty)
    // Who lists the types means just these.
    let listed = try read(["main.yaml": "extends: pci\ntypes: [NAME]\n\(rule)"])
    #expect(!listed.policy.admits(badge))
    #expect(listed.remarks.map(\.position.line) == [4])
  }

  @Test func whatDoesNothingIsToldAsARemark() throws {
    let file = try read(["main.yaml": "extends: gdpr\ndomains: [acme.example]\nclasses: [pii]\n"])
    #expect(file.remarks.map { [$0.position.line, $0.position.column] } == [[2, 11]])
    try file.check()
    #expect(throws: Never.self) { _ = try Engine(file.policy) }
  }

  @Test func domainsAreLookedFor() throws {
    let policy = try read(["main.yaml": "domains: [acme.example]"]).policy
    let findings = try Engine(policy).findings(in: "on build.acme.example")
    #expect(findings.map(\.type) == [hostname])
    #expect(problems(["main.yaml": "domains: [acme.example, 'a b']"]) == ["|1:25"])
  }
}
