import Testing
import Veil

/// Own domains of a policy.
@Suite struct DomainTests {
  private func found(_ text: String, _ domains: [String] = ["acme.example", "corp", "münchen.example"]) throws
    -> [String]
  {
    let engine = try Engine(Policy(rules: [], domains: domains, names: .off))
    return try engine.findings(in: text).map {
      #expect($0.type == EntityType("HOSTNAME") && $0.rule == "own-domain")
      return String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("See build01.eu.acme.example for it.", ["build01.eu.acme.example"]),
    ("acme.example", ["acme.example"]), ("ACME.Example.", ["ACME.Example"]),
    ("https://build.acme.example/job/7?at=db-2.acme.example:5432", ["build.acme.example", "db-2.acme.example"]),
    ("(wiki.acme.example), \"x_y.acme.example\"", ["wiki.acme.example", "x_y.acme.example"]),
    ("ssh db1.corp and db2.corp,db3.lab.corp", ["db1.corp", "db2.corp", "db3.lab.corp"]),
    ("auf www.münchen.example", ["www.münchen.example"]), ("访问build.acme.example谢谢", ["build.acme.example"]),
    (#"\\files.acme.example\share"#, ["files.acme.example"]),
    ("a.b.c.d.e.f.g.h.acme.example", ["a.b.c.d.e.f.g.h.acme.example"]),
    ("host=x.acme.example;port=1", ["x.acme.example"]), ("b\u{200B}uild.acme。example", ["b\u{200B}uild.acme。example"]),
  ])
  func findsTheDomainAndHostsBelowIt(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected)
  }

  @Test(arguments: [
    "jane@acme.example", "jane@mail.acme.example", "notacme.example", "acme.example.com", "acme.examples",
    "acmexexample",
    "acme-example", "corp", "the corp. is large", "acme. example", "acme.example@example.com", "example", "x.corporate",
  ])
  func leavesTheRestAlone(_ text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test func isAnOrdinaryFindingAmongOthers() throws {
    let engine = try Engine(Policy(domains: ["acme.example"]))
    let types = try engine.findings(in: "jane@acme.example on build.acme.example").map(\.type.name)
    #expect(types == ["EMAIL", "HOSTNAME"])
    #expect(Policy.default.entityClass(of: EntityType("HOSTNAME")!) == .oii)
    let vault = try Vault()
    #expect(try engine.pseudonymize("on build.acme.example", vault: vault) == "on [HOSTNAME_1]")
  }

  @Test func manyDomainsAndLongHostsAreNoTrouble() throws {
    let domains = (0..<500).map { "d\($0).example" }
    #expect(
      try found("on a.d0.example, b.d499.example and c.d500.example", domains) == ["a.d0.example", "b.d499.example"])
    #expect(try found("on a.d7.example", domains.reversed()) == ["a.d7.example"])
    let run = String(repeating: "a.", count: 40_000)
    #expect(try found(run + "acme.example").count <= 1)
  }

  @Test(arguments: [
    "", ".", "acme..example", "-acme.example", "acme.example.", "acme example", "a@b.example", "10.0.0.1", "a/b",
  ])
  func refusesWhatIsNoDomain(_ domain: String) throws {
    let error = try #require(throws: PolicyError.self) { try Engine(Policy(domains: ["acme.example", domain])) }
    #expect(error.place == "domains[1]")
    #expect(domain.isEmpty || domain == "." || !error.description.contains(domain))
  }
}
