import Foundation
import Synchronization

enum Threads {
  private final class Progress: Sendable {
    let next = Atomic(0)
    let total = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
  }

  /// Every element once, whichever thread is free takes the next.
  static func sum<Element: Sendable>(
    over elements: [Element], threads: Int, _ body: @escaping @Sendable (Element) throws -> Int
  ) throws -> Int {
    let progress = Progress()
    let group = DispatchGroup()
    for _ in 0..<threads {
      group.enter()
      // Threads and not a pool: there are as many as were asked for, whatever the machine has.
      Thread {
        defer { group.leave() }
        do {
          while true {
            let index = progress.next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < elements.count else { return }
            progress.total.wrappingAdd(try body(elements[index]), ordering: .relaxed)
          }
        } catch {
          progress.failure.withLock { $0 = error }
        }
      }.start()
    }
    group.wait()
    if let error = progress.failure.withLock({ $0 }) { throw error }
    return progress.total.load(ordering: .relaxed)
  }
}
