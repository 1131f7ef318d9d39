import AllocationCounter
import Testing

#if canImport(Glibc)
  import Glibc
#endif

private final class Something {}

@Suite(.enabled(if: allocation_counter_works())) struct AllocationCounterTests {
  @Test func countsWhatIsAllocated() {
    var kept: [Something] = []
    kept.reserveCapacity(1_000)
    let (before, bytes) = (allocation_counter_count(), allocation_counter_bytes())
    for _ in 0..<1_000 { kept.append(Something()) }
    #expect(allocation_counter_count() - before == 1_000)
    #expect(allocation_counter_bytes() - bytes >= 16_000)
    #expect(kept.count == 1_000)
  }

  @Test func countsNothingWhereNothingIs() {
    var sum = 0
    let before = allocation_counter_count()
    for index in 0..<1_000 { sum &+= index }
    #expect(allocation_counter_count() == before)
    #expect(sum == 499_500)
  }

  /// A library's calls are counted as well: that is what makes Veil's and PCRE2's count.
  @Test func countsInLibraries() {
    let before = allocation_counter_count()
    let file = fopen("/dev/null", "r")
    let count = allocation_counter_count() - before
    fclose(file)
    #expect(count >= 1)
  }

  /// The counter must not change what memory is given.
  @Test func givesMemoryAsTheSystemDoes() {
    var memory: UnsafeMutableRawPointer?
    #expect(posix_memalign(&memory, 64, 100) == 0)
    #expect(Int(bitPattern: memory) % 64 == 0)
    free(memory)
    #expect(posix_memalign(&memory, 3, 100) == EINVAL)
    let zeroed = calloc(100, 8)
    #expect(zeroed?.load(fromByteOffset: 792, as: Int.self) == 0)
    free(realloc(zeroed, 1_000))
    free(nil)
  }
}
