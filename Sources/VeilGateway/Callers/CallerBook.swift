import Synchronization

/// Who may call: finds the account of a presented key.
final class CallerBook: Sendable {
  private let time: TimeSource
  private let entries: Mutex<[Entry]>
  /// Everybody's, while no callers are configured.
  private let nobody: CallerAccount

  private struct Entry {
    var keyHash: [UInt8]
    var account: CallerAccount
  }

  init(_ callers: [Settings.Caller], time: TimeSource = .system) {
    self.time = time
    nobody = CallerAccount(Settings.Caller(name: "", keyHash: []), time: time)
    entries = Mutex([])
    update(callers)
  }

  /// Takes over other settings. Callers that stay, by their names, keep what they have used, also with another key.
  func update(_ callers: [Settings.Caller]) {
    entries.withLock { entries in
      let accounts = Dictionary(entries.map { ($0.account.name, $0.account) }) { first, _ in first }
      entries = callers.map { caller in
        let account = accounts[caller.name] ?? CallerAccount(caller, time: time)
        account.update(caller)
        return Entry(keyHash: caller.keyHash, account: account)
      }
    }
  }

  /// The account of a request.
  ///
  /// - Parameters:
  ///   - authorization: all values of `Authorization`. Other schemes than `Bearer` are no keys.
  ///   - apiKey: all values of `X-API-Key`.
  func account(authorization: [String], apiKey: [String]) throws(CallerRefusal) -> CallerAccount {
    let entries = entries.withLock { $0 }
    if entries.isEmpty { return nobody }
    let keys = Set((authorization.compactMap(Self.bearer) + apiKey).filter { !$0.isEmpty })
    guard let key = keys.first else { throw .noKey }
    guard keys.count == 1 else { throw .severalKeys }
    let hash = CallerKey.hash(key)
    // All of them, and all bytes of each: how long it takes tells nothing.
    var found: CallerAccount?
    for entry in entries where Self.areEqual(hash, entry.keyHash) { found = entry.account }
    guard let found else { throw .wrongKey }
    return found
  }

  private static func bearer(_ value: String) -> String? {
    guard let space = value.firstIndex(of: " "), value[..<space].lowercased() == "bearer" else { return nil }
    return String(value[space...].drop { $0 == " " })
  }

  private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for index in a.indices { difference |= a[index] ^ b[index] }
    return difference == 0
  }
}
