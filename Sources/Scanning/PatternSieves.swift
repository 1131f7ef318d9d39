import Synchronization

/// What tells by the text at a place that a pattern cannot match there, for patterns by their numbers: a ``PatternSieve``,
/// made when a pattern is first asked about, and automata, made when the sieve lets it through again and again.
///
/// Unchecked, because each is published once, by an atomic exchange, and lives as long as this does.
package final class PatternSieves: @unchecked Sendable {
  private let patterns: [LazyPattern]
  private let slots: UnsafeMutablePointer<Slot>

  fileprivate struct Slot: ~Copyable {
    /// ``PatternSieve/places``.
    let sieve = Atomic<UnsafeMutablePointer<UInt16>?>(nil)
    let automata = Atomic<UnsafeMutablePointer<Automata>?>(nil)
    /// How often the sieve has let the pattern through.
    let count = Atomic<Int>(0)
  }

  /// To begin an automaton takes as long as some hundred attempts take to fail.
  private static let patience = 40

  package init(_ patterns: [LazyPattern]) {
    self.patterns = patterns
    slots = .allocate(capacity: max(1, patterns.count))
    for number in patterns.indices { (slots + number).initialize(to: Slot()) }
  }

  deinit {
    for number in patterns.indices {
      slots[number].sieve.load(ordering: .acquiring)?.deallocate()
      if let automata = slots[number].automata.load(ordering: .acquiring) {
        automata.deinitialize(count: 1)
        automata.deallocate()
      }
    }
    slots.deinitialize(count: patterns.count)
    slots.deallocate()
  }

  /// Whether the pattern may match at `start`; yes of a number that no pattern has.
  @inline(__always)
  package func admits(_ number: UInt16, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    view.admits(number, text, at: start)
  }

  /// The same whatever was asked before: for an attempt that came to a limit, which must not depend on it.
  package func admitsSurely(_ number: UInt16, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard Int(number) < patterns.count else { return true }
    return (slots[Int(number)].automata.load(ordering: .acquiring) ?? makeAutomata(Int(number))).pointee
      .admits(text, at: start)
  }

  /// The same without counting of references, as long as this lives.
  @inline(__always)
  var view: View { View(slots: slots, count: patterns.count, owner: Unmanaged.passUnretained(self)) }

  struct View {
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let count: Int
    fileprivate let owner: Unmanaged<PatternSieves>

    @inline(__always)
    func admits(_ number: UInt16, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
      guard Int(number) < count else { return true }
      guard admitsFirst(number, text, at: start) else { return false }
      return admitsSieved(number, text, at: start)
    }

    /// As far as the sieve tells.
    @inline(__always)
    private func admitsFirst(_ number: UInt16, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
      let known = slots[Int(number)].sieve.load(ordering: .acquiring)
      let places = known ?? owner._withUnsafeGuaranteedRef { $0.makeSieve(Int(number)) }
      let end = min(PatternSieve.reach, text.count - start)
      var place = 0
      while place < end {
        if places[Int(text[start &+ place])] >> UInt16(truncatingIfNeeded: place) & 1 == 0 { return false }
        place &+= 1
      }
      return true
    }

    /// The same of a place that the sieve admits.
    @inline(__always)
    func admitsSieved(_ number: UInt16, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
      guard Int(number) < count else { return true }
      guard let automata = slots[Int(number)].automata.load(ordering: .acquiring) else {
        return owner._withUnsafeGuaranteedRef { $0.admitsEarly(Int(number), text, at: start) }
      }
      return automata.pointee.admits(text, at: start)
    }
  }

  @inline(never)
  fileprivate func admitsEarly(_ number: Int, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard slots[number].count.wrappingAdd(1, ordering: .relaxed).newValue > Self.patience else { return true }
    return makeAutomata(number).pointee.admits(text, at: start)
  }

  @inline(never)
  fileprivate func makeSieve(_ number: Int) -> UnsafeMutablePointer<UInt16> {
    let sieve = patterns[number].makeSieve()
    let places = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
    places.initialize(from: sieve.places, count: 256)
    let (isMine, other) = slots[number].sieve.compareExchange(
      expected: nil, desired: places, ordering: .acquiringAndReleasing)
    if isMine { return places }
    // Another thread was faster.
    places.deallocate()
    return other!
  }

  @inline(never)
  private func makeAutomata(_ number: Int) -> UnsafeMutablePointer<Automata> {
    let made = UnsafeMutablePointer<Automata>.allocate(capacity: 1)
    made.initialize(to: Automata(patterns[number].makeAutomata()))
    let (isMine, other) = slots[number].automata.compareExchange(
      expected: nil, desired: made, ordering: .acquiringAndReleasing)
    if isMine { return made }
    made.deinitialize(count: 1)
    made.deallocate()
    return other!
  }
}

/// The automata of one pattern, asked without counting of references.
private struct Automata: ~Copyable {
  private let all: UnsafeMutableBufferPointer<Unmanaged<PatternAutomaton>>
  /// The one that said no last: it most often says so again.
  private let latest = Atomic<Int>(0)

  init(_ automata: [PatternAutomaton]) {
    all = .allocate(capacity: automata.count)
    _ = all.initialize(from: automata.map(Unmanaged.passRetained))
  }

  deinit {
    for automaton in all { automaton.release() }
    all.deallocate()
  }

  @inline(__always)
  borrowing func admits(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard !all.isEmpty else { return true }
    let first = latest.load(ordering: .relaxed)
    guard all[first]._withUnsafeGuaranteedRef({ $0.admits(text, at: start) }) else { return false }
    for number in all.indices
    where number != first && !all[number]._withUnsafeGuaranteedRef({ $0.admits(text, at: start) }) {
      latest.store(number, ordering: .relaxed)
      return false
    }
    return true
  }
}
