import Synchronization

/// A pattern that is compiled when it is first tried. Most patterns of a large catalogue are never tried on a given text,
/// and compiling them is most of what starting costs.
///
/// Unchecked, because the pattern is published once, by an atomic exchange, and lives as long as this does.
package final class LazyPattern: @unchecked Sendable {
  private let source: @Sendable () -> String
  private let options: Pattern.Options
  private let compiled: Atomic<UnsafeRawPointer?>

  /// - Parameter source: known to compile; asked for when the pattern is first tried.
  package init(_ source: @escaping @Sendable () -> String, options: Pattern.Options) {
    self.source = source
    self.options = options
    compiled = Atomic(nil)
  }

  package init(_ pattern: Pattern) {
    source = { "" }
    options = Pattern.Options()
    compiled = Atomic(UnsafeRawPointer(Unmanaged.passRetained(pattern).toOpaque()))
  }

  deinit {
    if let pattern = compiled.load(ordering: .acquiring) { Unmanaged<Pattern>.fromOpaque(pattern).release() }
  }

  package var pattern: Pattern {
    if let pattern = compiled.load(ordering: .acquiring) {
      return Unmanaged<Pattern>.fromOpaque(pattern).takeUnretainedValue()
    }
    return compile()
  }

  @inline(never)
  private func compile() -> Pattern {
    let pattern: Pattern
    do {
      pattern = try Pattern(source(), options: options)
    } catch {
      // Only patterns of the catalogue come here, each of which a test compiles.
      preconditionFailure("\(error)")
    }
    let made = Unmanaged.passRetained(pattern)
    let (isMine, other) = compiled.compareExchange(
      expected: nil, desired: UnsafeRawPointer(made.toOpaque()), ordering: .acquiringAndReleasing)
    if isMine { return pattern }
    // Another thread was faster.
    made.release()
    return Unmanaged<Pattern>.fromOpaque(other!).takeUnretainedValue()
  }
}
