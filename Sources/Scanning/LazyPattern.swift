import Synchronization

/// A pattern that is compiled when it is first tried. Most patterns of a large catalogue are never tried on a given text,
/// and compiling them is most of what starting costs. For the same reason machine code is made for those only that are
/// tried again and again, and for each of the two ways to match, with and without more text to come, by itself.
///
/// Unchecked, because a compiled pattern is published once, by an atomic exchange, and lives as long as this does.
package final class LazyPattern: @unchecked Sendable {
  private let source: @Sendable () -> String
  private let options: Pattern.Options
  private let interpreted = Slot()
  private let whole = Slot()
  private let open = Slot()
  private let tries = Atomic<Int>(0)
  /// Making machine code takes as long as some hundred attempts, and is worth about half the time of each.
  private static let interpretedTries = 50

  /// - Parameter source: known to compile; asked for when the pattern is first tried.
  package init(_ source: @escaping @Sendable () -> String, options: Pattern.Options) {
    self.source = source
    self.options = options
  }

  /// As ``Pattern/match(_:from:scratch:isEnd:isCautious:)``.
  package func match(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, scratch: MatchScratch, isEnd: Bool
  ) -> MatchResult {
    guard let pattern = isEnd ? whole.pattern : open.pattern else {
      return matchEarly(text, from: start, scratch: scratch, isEnd: isEnd)
    }
    return pattern._withUnsafeGuaranteedRef { $0.match(text, from: start, scratch: scratch, isEnd: isEnd) }
  }

  /// One of the first attempts. What comes to a limit is left to the machine code, so that nothing depends on which
  /// attempts were the first: within a hundredth of the limits both come to the same.
  @inline(never)
  private func matchEarly(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, scratch: MatchScratch, isEnd: Bool
  ) -> MatchResult {
    if tries.wrappingAdd(1, ordering: .relaxed).newValue <= Self.interpretedTries {
      let pattern = interpreted.pattern ?? interpreted.publish(compile(.none))
      let result = pattern._withUnsafeGuaranteedRef {
        $0.match(text, from: start, scratch: scratch, isEnd: isEnd, isCautious: true)
      }
      if result != .limit { return result }
    }
    let pattern = isEnd ? whole.publish(compile(.wholeText)) : open.publish(compile(.openText))
    return pattern._withUnsafeGuaranteedRef { $0.match(text, from: start, scratch: scratch, isEnd: isEnd) }
  }

  private func compile(_ machineCode: Pattern.MachineCode) -> Pattern {
    var options = options
    options.machineCode = machineCode
    do {
      return try Pattern(source(), options: options)
    } catch {
      // Only patterns that a test has compiled, or the program before, come here.
      preconditionFailure("\(error)")
    }
  }

  func makeSieve() -> PatternSieve { PatternSieve(source(), isCaseless: options.isCaseless) }

  /// - Returns: none for a pattern that cannot be read.
  func makeAutomata() -> [PatternAutomaton] {
    var parser = PatternParser(source(), isCaseless: options.isCaseless)
    guard let syntax = parser.parse() else { return [] }
    return PatternAutomaton.all(of: syntax, groups: parser.groups)
  }
}

/// A place for a pattern that is there once someone has made it.
private struct Slot: ~Copyable {
  private let pointer = Atomic<UnsafeRawPointer?>(nil)

  @inline(__always)
  var pattern: Unmanaged<Pattern>? {
    pointer.load(ordering: .acquiring).map { Unmanaged<Pattern>.fromOpaque($0) }
  }

  /// - Returns: the pattern that is there from now on: another thread may have been faster.
  borrowing func publish(_ pattern: Pattern) -> Unmanaged<Pattern> {
    let made = Unmanaged.passRetained(pattern)
    let (isMine, other) = pointer.compareExchange(
      expected: nil, desired: UnsafeRawPointer(made.toOpaque()), ordering: .acquiringAndReleasing)
    if isMine { return made }
    made.release()
    return Unmanaged<Pattern>.fromOpaque(other!)
  }

  deinit { pattern?.release() }
}
