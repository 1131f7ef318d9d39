import Testing
import Veil

@testable import VeilGateway

@Suite struct ConversationTests {
  private let clock = TestClock()
  private let settings = Settings.Conversations(header: "X", maximum: 3, expiry: .seconds(60), entries: 100)

  private func store() -> ConversationStore { ConversationStore(settings, time: clock.time) }

  private func key(_ id: String, caller: String = "a", space: String? = nil) throws -> ConversationStore.Key {
    try #require(ConversationStore.Key(caller: caller, space: space, id: id))
  }

  /// Engines of the tests that need one: e-mail addresses only.
  private static let engine: Engine? = {
    var policy = Policy.default
    policy.types = [.email]
    policy.names = .off
    return try? Engine(policy)
  }()

  @Test func aConversationKeepsItsVault() throws {
    let store = store()
    let first = try store.open(key("1")).vault
    #expect(try store.open(key("1")).vault === first)
    #expect(try store.open(key("2")).vault !== first)
    #expect(store.count == 2)
  }

  @Test func nobodyComesByAnothersVault() throws {
    let store = store()
    let vault = try store.open(key("1")).vault
    #expect(try store.open(key("1", caller: "b")).vault !== vault)
    #expect(try store.open(key("1", space: "s")).vault !== vault)
  }

  @Test func theLeastRecentlyUsedGoesFirst() throws {
    let store = store()
    let vaults = try (1...3).map { try store.open(key("\($0)")).vault }
    _ = try store.open(key("1"))
    _ = try store.open(key("4"))
    #expect(store.count == 3)
    #expect(try store.open(key("1")).vault === vaults[0])
    #expect(try store.open(key("3")).vault === vaults[2])
    #expect(try store.open(key("2")).vault !== vaults[1])
  }

  @Test func conversationsAreForgottenInTime() throws {
    let store = store()
    let vault = try store.open(key("1")).vault
    clock.advance(.seconds(59))
    #expect(try store.open(key("1")).vault === vault)
    clock.advance(.seconds(59))
    store.removeExpired()
    #expect(store.count == 1)
    clock.advance(.seconds(1))
    store.removeExpired()
    #expect(store.count == 0)
    #expect(try store.open(key("1")).vault !== vault)
  }

  @Test func aRunningRequestKeepsItsConversationAlive() throws {
    let store = store()
    let running = try store.open(key("1"))
    clock.advance(.seconds(600))
    #expect(try store.open(key("1")).vault === running.vault)
    let vault = running.vault
    clock.advance(.seconds(600))
    withExtendedLifetime(running) { store.removeExpired() }
    #expect(store.count == 1)
    _ = vault
  }

  @Test func expiryCountsFromTheEndOfTheRequest() throws {
    let store = store()
    var running: Conversation? = try store.open(key("1"))
    let vault = try #require(running).vault
    clock.advance(.seconds(600))
    running = nil
    clock.advance(.seconds(59))
    #expect(try store.open(key("1")).vault === vault)
  }

  @Test func anEvictedVaultStaysWithItsRequest() throws {
    let store = store()
    let running = try store.open(key("1"))
    for id in 2...5 { _ = try store.open(key("\(id)")) }
    #expect(store.count == 3)
    // The next request begins anew, and the end of the first does not touch it.
    let next = try store.open(key("1"))
    #expect(next.vault !== running.vault)
    withExtendedLifetime(running) {}
  }

  @Test func memoryIsBounded() throws {
    let store = store()
    for id in 0..<10_000 { _ = try store.open(key("\(id)")) }
    #expect(store.count == 3)
    let vault = try store.open(key("x")).vault
    #expect(vault.limits.entries == 100 && vault.limits.bytes <= 64 << 10)
  }

  @Test func fewerConversationsAfterAReload() throws {
    let store = store()
    for id in 1...3 { _ = try store.open(key("\(id)")) }
    store.update(.init(header: "X", maximum: 1, expiry: .seconds(60), entries: 100))
    #expect(store.count == 1)
  }

  /// A vault that goes on from a conversation's, with a mapping.
  private func vault(_ conversation: Conversation, _ pairs: [(String, String)]) throws -> Vault {
    try Vault(entries: conversation.vault.entries, mapping: Mapping(pairs))
  }

  @Test func aVaultWithAMappingTakesThePlaceOfTheOneBefore() throws {
    let store = store()
    let conversation = try store.open(key("1"))
    let next = try vault(conversation, [("Project Falcon", "[PROJECT_1]")])
    try conversation.keep(next)
    #expect(try store.open(key("1")).vault === next)
    // To keep what is there changes nothing.
    let later = try store.open(key("1"))
    #expect(throws: Never.self) { try later.keep(next) }
  }

  @Test func anotherVaultWaitsForRunningRequests() throws {
    let store = store()
    let conversation = try store.open(key("1"))
    let next = try vault(conversation, [("Blue Heron", "[PROJECT_1]")])
    let other = try store.open(key("1"))
    #expect(throws: ConversationError.busy) { try conversation.keep(next) }
    withExtendedLifetime(other) {}
    _ = consume other
    #expect(throws: Never.self) { try conversation.keep(next) }
  }

  /// A request came and went while the other vault was being made: that does not know its placeholders.
  @Test func anotherVaultMayNotLackPlaceholders() throws {
    let store = store()
    let engine = try #require(Self.engine)
    let conversation = try store.open(key("1"))
    let next = try vault(conversation, [("Blue Heron", "[PROJECT_1]")])
    _ = try engine.pseudonymize("jane@example.com", vault: store.open(key("1")).vault)
    #expect(throws: ConversationError.busy) { try conversation.keep(next) }
    #expect(try store.open(key("1")).vault === conversation.vault)
  }

  @Test func aVaultOfAForgottenConversationIsNotKept() throws {
    let store = store()
    let conversation = try store.open(key("1"))
    let next = try vault(conversation, [("Blue Heron", "[PROJECT_1]")])
    for id in 2...5 { _ = try store.open(key("\(id)")) }
    #expect(throws: Never.self) { try conversation.keep(next) }
    #expect(try store.open(key("1")).vault !== next)
  }

  /// Requests of one conversation at the same time: each address has one placeholder, and what stands in a text like
  /// another's placeholder stays what it is.
  @Test func requestsAtTheSameTimeAgree() async throws {
    let store = store()
    let engine = try #require(Self.engine)
    let key = try key("1")
    // All begin before any has issued something.
    let conversations = try (0..<16).map { _ in try store.open(key) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, conversation) in conversations.enumerated() {
        group.addTask {
          for turn in 0..<20 {
            let text = "x\((number + turn) % 24)@example.com wrote of [EMAIL_\(turn)] to y\(number)@example.com"
            var stream = engine.makePseudonymizingStream(vault: conversation.vault, since: conversation.mark)
            var masked: [UInt8] = []
            try stream.append(text.utf8.span, to: &masked)
            _ = try stream.finish(to: &masked)
            let safe = String(decoding: masked, as: UTF8.self)
            #expect(!safe.contains("@"))
            #expect(engine.restore(safe, vault: conversation.vault).text == text)
          }
        }
      }
      try await group.waitForAll()
    }
    let entries = try store.open(key).vault.entries.filter { $0.original != nil && $0.isIssued }
    #expect(Set(entries.map(\.placeholder)).count == entries.count)
    #expect(Set(entries.map { $0.original ?? [] }).count == entries.count)
  }

  @Test func callersWithTheSameNamesNeverMix() async throws {
    let store = ConversationStore(.init(header: "X", maximum: 100, expiry: .seconds(60), entries: 100))
    let engine = try #require(Self.engine)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<32 {
        group.addTask {
          for turn in 0..<10 {
            let key = try #require(ConversationStore.Key(caller: "c\(caller)", space: nil, id: "same"))
            let conversation = try store.open(key)
            let text = "first\(caller)@example.com, turn\(turn)-\(caller)@example.com"
            let safe = try engine.pseudonymize(text, vault: conversation.vault)
            #expect(safe == "[EMAIL_1], [EMAIL_\(turn + 2)]")
            #expect(engine.restore(safe, vault: conversation.vault).text == text)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(store.count == 32)
  }

  @Test(arguments: ["", "a b", "caf\u{E9}", "a\n", String(repeating: "x", count: 257)]) func idsAreShort(_ id: String) {
    #expect(ConversationStore.Key(caller: "a", space: nil, id: id) == nil)
  }
}
