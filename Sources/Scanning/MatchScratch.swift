internal import CPCRE2

/// Bounds on one attempt to match.
package struct MatchLimits: Sendable, Hashable {
  /// How often the matcher may try another way.
  package var match: UInt32
  /// How deep tries may nest. Bounds the interpreter only; machine code is bounded by its stack of 1 MiB.
  package var depth: UInt32
  /// Memory in KiB. Bounds the interpreter only.
  package var heap: UInt32

  package init(match: UInt32 = 200_000, depth: UInt32 = 10_000, heap: UInt32 = 4_096) {
    self.match = match
    self.depth = depth
    self.heap = heap
  }
}

/// What matching writes to: belongs to one task and serves any number of patterns.
package final class MatchScratch {
  let data: OpaquePointer
  let context: OpaquePointer
  /// For attempts that are made again where they come to a limit.
  let cautious: OpaquePointer
  private let stack: OpaquePointer?

  package init(limits: MatchLimits = MatchLimits()) {
    // Two pairs: the whole match and group 1.
    guard let data = pcre2_match_data_create_8(2, nil), let context = pcre2_match_context_create_8(nil),
      let cautious = pcre2_match_context_create_8(nil)
    else {
      // As Swift's own allocations do: nothing could be matched, and text must not pass unmatched.
      fatalError("out of memory")
    }
    self.data = data
    self.context = context
    self.cautious = cautious
    pcre2_set_match_limit_8(cautious, limits.match / 100)
    pcre2_set_depth_limit_8(cautious, limits.depth / 10)
    pcre2_set_heap_limit_8(cautious, limits.heap)
    pcre2_set_match_limit_8(context, limits.match)
    pcre2_set_depth_limit_8(context, limits.depth)
    pcre2_set_heap_limit_8(context, limits.heap)
    stack = pcre2_jit_stack_create_8(32 << 10, 1 << 20, nil)
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
    pcre2_match_context_free_8(cautious)
    pcre2_jit_stack_free_8(stack)
  }
}
