import Synchronization

/// Counts the requests that are being answered, so that no more are taken than the settings admit.
final class Running: Sendable {
  private let count = Atomic(0)

  var now: Int { count.load(ordering: .relaxed) }

  /// - Returns: what stands for the request as long as somebody holds it; nil when there are too many.
  func enter(limit: Int) -> Slot? {
    let running = count.add(1, ordering: .relaxed).newValue
    let slot = Slot(self)
    return running <= limit ? slot : nil
  }

  /// One request. It ends with the last one that holds this: an answer may never be sent, because its caller has gone.
  final class Slot: Sendable {
    private let running: Running

    init(_ running: Running) { self.running = running }

    deinit { running.count.subtract(1, ordering: .relaxed) }
  }
}
