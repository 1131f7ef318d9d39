import Synchronization
import Veil

/// Vaults that outlive their request, in memory only: by caller, space and the client's id, so that nobody comes by
/// another's. Safe from any thread.
///
/// A conversation is forgotten when its time is over or when others need its place. A request that runs keeps its vault
/// to the end; the next one of this conversation begins anew then.
final class ConversationStore: Sendable {
  /// Which conversation is meant. Never written to logs.
  struct Key: Hashable, Sendable {
    let caller: String
    let space: String?
    let id: String

    /// - Returns: nil unless the id is 1 to 256 visible ASCII characters.
    init?(caller: String, space: String?, id: String) {
      guard 1...256 ~= id.utf8.count, id.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
      self.caller = caller
      self.space = space
      self.id = id
    }
  }

  private let time: TimeSource
  private let state: Mutex<State>

  fileprivate struct State {
    var settings: Settings.Conversations
    var entries: [Key: Entry] = [:]
    /// Keys in the order of their use, each perhaps several times: only the one with the entry's number counts.
    var uses: [(key: Key, number: Int)] = []
    var firstUse = 0
    var lastNumber = 0
  }

  fileprivate struct Entry {
    var vault: Vault
    /// Tells this vault from others that the key had or will have.
    var identity: Int
    var running = 0
    var lastUse: Duration
    var useNumber = 0
  }

  init(_ settings: Settings.Conversations, time: TimeSource = .system) {
    self.time = time
    state = Mutex(State(settings: settings))
  }

  /// Takes over other bounds. Vaults that are there keep their limit of entries.
  func update(_ settings: Settings.Conversations) {
    let now = time.uptime()
    state.withLock { state in
      state.settings = settings
      state.removeExpired(now)
    }
  }

  var count: Int { state.withLock { $0.entries.count } }

  /// Forgets what has expired. Opening does so, too; this is for times without requests.
  func removeExpired() {
    let now = time.uptime()
    state.withLock { $0.removeExpired(now) }
  }

  /// The conversation of a request, a new one if there is none. Hold it as long as the request runs.
  func open(_ key: Key) throws(ConversationError) -> Conversation {
    let now = time.uptime()
    let opened: Result<(Vault, Int), ConversationError> = state.withLock { state in
      state.removeExpired(now)
      do throws(ConversationError) { return .success(try state.open(key, now)) } catch { return .failure(error) }
    }
    let (vault, identity) = try opened.get()
    return Conversation(vault: vault, key: key, identity: identity, store: self)
  }

  fileprivate func keep(_ vault: Vault, _ key: Key, _ identity: Int) throws(ConversationError) {
    let isKept = state.withLock { state in
      guard let entry = state.entries[key], entry.identity == identity, entry.vault !== vault else { return true }
      guard entry.running == 1 else { return false }
      state.entries[key]?.vault = vault
      return true
    }
    if !isKept { throw .busy }
  }

  fileprivate func close(_ key: Key, _ identity: Int) {
    let now = time.uptime()
    state.withLock { state in
      guard state.entries[key]?.identity == identity else { return }
      state.entries[key]?.running -= 1
      state.use(key, now)
    }
  }
}

extension ConversationStore.State {
  fileprivate mutating func open(
    _ key: ConversationStore.Key, _ now: Duration
  ) throws(ConversationError) -> (Vault, Int) {
    if entries[key] == nil {
      // For each entry its placeholder, and originals that are rather long.
      let limits = Vault.Limits(entries: settings.entries, bytes: max(64 << 10, settings.entries * 128))
      let vault: Vault
      do { vault = try Vault(limits: limits) } catch { throw .vault(error) }
      lastNumber += 1
      entries[key] = ConversationStore.Entry(vault: vault, identity: lastNumber, lastUse: now)
    }
    entries[key]?.running += 1
    use(key, now)
    while entries.count > settings.maximum, removeOldest(usedBefore: nil) {}
    // Its own place is the last that would be given up, and there is room for one at least.
    guard let entry = entries[key] else { throw .busy }
    return (entry.vault, entry.identity)
  }

  fileprivate mutating func use(_ key: ConversationStore.Key, _ now: Duration) {
    lastNumber += 1
    entries[key]?.lastUse = now
    entries[key]?.useNumber = lastNumber
    uses.append((key, lastNumber))
    guard uses.count > 2 * entries.count + 64 else { return }
    uses = uses[firstUse...].filter { entries[$0.key]?.useNumber == $0.number }
    firstUse = 0
  }

  fileprivate mutating func removeExpired(_ now: Duration) {
    while removeOldest(usedBefore: now - settings.expiry) {}
    while entries.count > settings.maximum, removeOldest(usedBefore: nil) {}
  }

  /// Forgets the one that was used least recently; with a time only if that was before it, and none of its requests
  /// runs.
  ///
  /// - Returns: Whether it did.
  private mutating func removeOldest(usedBefore time: Duration?) -> Bool {
    while firstUse < uses.count {
      let (key, number) = uses[firstUse]
      if let entry = entries[key], entry.useNumber == number {
        if let time {
          guard entry.lastUse <= time else { return false }
          if entry.running > 0 {
            // As if it were used now: it is.
            firstUse += 1
            use(key, time + settings.expiry)
            continue
          }
        }
        entries[key] = nil
        firstUse += 1
        return true
      }
      firstUse += 1
    }
    return false
  }
}

/// A conversation that a request works on. It counts as running as long as this exists.
final class Conversation: Sendable {
  let vault: Vault
  /// When the request began, for the `since:` of all of its texts. What the conversation had issued by then is ours
  /// where a text has it. Placeholders of requests that run at the same time come later: they are literal text, and
  /// escaped.
  let mark: Vault.Mark
  private let key: ConversationStore.Key
  private let identity: Int
  private let store: ConversationStore

  fileprivate init(vault: Vault, key: ConversationStore.Key, identity: Int, store: ConversationStore) {
    self.vault = vault
    mark = vault.mark
    self.key = key
    self.identity = identity
    self.store = store
  }

  /// What the conversation goes on with: a vault that a mapping was added to takes the place of the one before.
  ///
  /// - Throws: `busy` where other requests work on that one, or have since this one began: two vaults would give one
  ///   placeholder to two originals.
  func keep(_ vault: Vault) throws(ConversationError) {
    if vault === self.vault { return }
    guard self.vault.mark == mark else { throw .busy }
    try store.keep(vault, key, identity)
  }

  deinit { store.close(key, identity) }
}

/// Why a conversation cannot go on.
enum ConversationError: Error, Hashable {
  /// A mapping came while other requests of it run.
  case busy
  case vault(VaultError)
}
