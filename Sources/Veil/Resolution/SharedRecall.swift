import Scanning
import Synchronization

/// Values that the texts of one vault have in common.
///
/// What a text has told is learned only when another one asks: most texts are the only one of their vault, and find
/// again by themselves what is theirs.
final class SharedRecall: Sendable {
  private struct State: Sendable {
    var recall = Recall()
    /// What nobody has asked for yet.
    var pending: [(value: [UInt8], type: EntityType, isDefined: Bool)] = []
    /// How many texts have told something.
    var tellers = 0
    /// Whether something was known beforehand.
    var hasStock = false

    mutating func add(_ entries: [Mapping.Entry]) {
      for entry in entries where NamesAhead.holds(for: entry.type) {
        pending.append((Array(entry.original.utf8), entry.type, false))
      }
    }

    mutating func learnPending() {
      for lesson in pending {
        recall.learn(lesson.value, type: lesson.type, lexicon: .builtIn, scope: .vault, isDefined: lesson.isDefined)
      }
      pending = []
    }
  }

  private let state: Mutex<State>
  /// Beyond this, it is learned, so that what repeats is kept but once.
  private static let mostPending = 1000

  /// Takes over what a saved vault knows of values that nothing but their surroundings gave away, and the names of people
  /// and organisations in a mapping.
  init(_ entries: [Vault.Entry], _ mapping: Mapping?) {
    var state = State()
    for entry in entries {
      guard let original = entry.original, let placeholder = Placeholder.read(entry.placeholder)?.placeholder,
        Recall.holds(for: placeholder.type) || NamesAhead.holds(for: placeholder.type)
      else { continue }
      // Other spellings of a name follow from the first; the short name of a company does not.
      let isDefined = placeholder.type == .organisation && placeholder.suffix != nil
      if NamesAhead.holds(for: placeholder.type), placeholder.suffix != nil, !isDefined { continue }
      state.pending.append((original, placeholder.type, isDefined))
    }
    state.add(mapping?.entries ?? [])
    state.hasStock = !state.pending.isEmpty
    self.state = Mutex(state)
  }

  init(_ entries: [Mapping.Entry]) {
    var state = State()
    state.add(entries)
    state.hasStock = !state.pending.isEmpty
    self.state = Mutex(state)
  }

  /// - Parameter teller: the number of the text that tells it; it gets one with the first value.
  func learn(_ value: [UInt8], type: EntityType, isDefined: Bool, from teller: inout Int?) {
    teller = state.withLock { [teller] state in
      if teller == nil { state.tellers += 1 }
      state.pending.append((value, type, isDefined))
      if state.pending.count > Self.mostPending { state.learnPending() }
      return teller ?? state.tellers
    }
  }

  /// - Parameter teller: the number of the text that asks, if it has told something.
  /// - Returns: nil when there is nothing but what that text knows itself.
  func withRecall<R: Sendable>(for teller: Int?, _ body: (Recall) -> R) -> R? {
    state.withLock { state in
      guard state.hasStock || state.tellers > (teller == nil ? 0 : 1) else { return nil }
      if !state.pending.isEmpty { state.learnPending() }
      return body(state.recall)
    }
  }
}
