import Testing
import Veil

/// What the ready policies look for.
@Suite struct ReadyPolicyTests {
  private func types(_ name: String) throws -> Set<EntityType> {
    let policy = try #require(Policy.named(name))
    return Set(Catalogue.types.map(\.type).filter(policy.admits))
  }

  private func tagged(_ tag: TypeDescription.Tag) -> Set<EntityType> { Catalogue.types(tagged: tag) }

  @Test func namesAreAClosedList() {
    #expect(
      ReadyPolicy.allCases.map(\.name) == ["default", "strict", "gdpr", "hipaa", "pci", "secrets", "oii"])
    #expect(Policy.named("nonsense") == nil)
    #expect(Policy.named("") == nil)
  }

  @Test(arguments: ReadyPolicy.allCases) func compilesAndSaysWhatItIsFor(_ ready: ReadyPolicy) throws {
    #expect(!ready.title.isEmpty && !ready.title.hasSuffix("."))
    #expect(ready.sentence.hasSuffix("."))
    _ = try Engine(ready.policy)
    #expect(try !types(ready.name).isEmpty)
  }

  @Test func theDefaultLeavesQuietTypesOut() throws {
    let all = Set(Catalogue.types.map(\.type))
    #expect(try types("default") == all.subtracting(tagged(.quiet)))
    #expect(try types("strict") == all)
    let strict = try #require(Policy.named("strict"))
    #expect(strict.minimumScore < Policy.default.minimumScore)
    for quiet in tagged(.quiet) {
      #expect(!Policy.default.admits(quiet))
      #expect(Policy(types: [quiet]).admits(quiet), "a type that is named is looked for")
    }
  }

  /// Which names are found is said by the types, so that a file which lets one in needs to say nothing else.
  @Test(arguments: ReadyPolicy.allCases) func namesAreLookedForWithEverything(_ ready: ReadyPolicy) {
    #expect(ready.policy.names == .full)
  }

  @Test func plainDatesAreFoundUnlessToldOtherwise() throws {
    let text = "Seen on 2024-01-15 in the clinic."
    #expect(try Engine().findings(in: text).map(\.type) == [.date])
    let keeping = try Engine(Policy(operators: [.date: .keep]))
    #expect(try keeping.pseudonymize(text, vault: Vault()) == text)
    #expect(try Engine(Policy(excludedTypes: [.date])).findings(in: text).isEmpty)
  }

  @Test func gdprIsAboutPersons() throws {
    let types = try types("gdpr")
    for description in Catalogue.types {
      let isQuiet = description.tags.contains(.quiet) && !description.tags.contains(.special)
      let isExpected = description.entityClass == .pii && !isQuiet
      #expect(types.contains(description.type) == isExpected, "\(description.type)")
    }
    #expect(tagged(.special).isSubset(of: types))
  }

  @Test func oiiIsAboutOrganisations() throws {
    #expect(try types("oii").allSatisfy { Catalogue.description(of: $0)?.entityClass == .oii })
    #expect(try types("oii").isDisjoint(with: types("gdpr")))
  }

  @Test func taggedPoliciesHaveWhatTheirNamesPromise() throws {
    #expect(
      try types("hipaa").isSuperset(of: [
        .name, .location, .address, .date, .dateOfBirth, .phone, .email, .usSSN, .url, .ipAddress, .macAddress,
      ]))
    #expect(try types("pci").isSuperset(of: [.paymentCard, .name]))
    #expect(try types("secrets").isSuperset(of: [.password, .secret]))
    #expect(try types("secrets").isDisjoint(with: [.name, .organisation, .location, .address, .phone, .email, .date]))
  }

  @Test func secretsAndCardsLeaveTheRestAlone() throws {
    let text = "Jane Roe, jane@example.com, password: correct-horse-7, card 4111 1111 1111 1111"
    #expect(try Engine(#require(Policy.named("secrets"))).findings(in: text).map(\.type) == [.password])
    #expect(
      try Engine(#require(Policy.named("pci"))).findings(in: text).map(\.type) == [.name, .paymentCard])
  }
}
