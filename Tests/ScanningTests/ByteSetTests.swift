import CScan
import Testing

@testable import Scanning

@Suite struct ByteSetTests {
  @Test func holdsExactlyWhatIsInserted() {
    var generator = SeededGenerator(1)
    for _ in 0..<100 {
      let members = Set(
        (0..<Int.random(in: 0...60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) })
      let set = ByteSet(members)
      for byte in UInt8.min...UInt8.max { #expect(set[byte] == members.contains(byte)) }
      #expect(set.count == members.count)
      #expect(set.isEmpty == members.isEmpty)
      #expect(set.union(ByteSet([7])) == ByteSet(members.union([7])))
    }
    #expect(ByteSet.all.count == 256)
  }

  @Test func finderFindsTheFirstByte() {
    let finder = ByteFinder(ByteSet("@&".utf8))
    let text = Array("no sign here, but one @ and one & there".utf8)
    text.withUnsafeBufferPointer { text in
      #expect(finder.firstIndex(in: text) == 22)
      #expect(finder.firstIndex(in: text, from: 23) == 32)
      #expect(finder.firstIndex(in: text, from: 33) == text.count)
      #expect(finder.firstIndex(in: text, from: text.count) == text.count)
    }
    #expect(finder.firstIndex(in: UnsafeBufferPointer(start: nil, count: 0)) == 0)
    #expect(finder.firstIndex(in: text.span, from: 23) == 32)
  }

  @Test func bytesAboveASCIIAreFoundTogether() {
    let finder = ByteFinder(ByteSet([0xC3]))
    #expect(finder.firstIndex(in: Array("abc—".utf8).span) == 3)
  }
}

/// The kernels' levels against a loop, at every alignment. The address sanitizer shows that nothing beyond is read.
@Suite struct KernelTests {
  static let levels = [CSCAN_PORTABLE, CSCAN_SSSE3, CSCAN_AVX2].filter { $0.rawValue <= cscan_best_level().rawValue }

  static func randomSet(_ generator: inout SeededGenerator) -> (cscan_set, Set<UInt8>) {
    var set = cscan_set()
    var members: Set<UInt8> = []
    for _ in 0..<Int.random(in: 0...20, using: &generator) { members.insert(.random(in: 0...127, using: &generator)) }
    withUnsafeMutableBytes(of: &set.low) { low in
      for byte in members { low[Int(byte & 15)] |= 1 << (byte >> 4) }
    }
    if Bool.random(using: &generator) {
      set.high = 1
      members.formUnion(128...255)
    }
    return (set, members)
  }

  @Test(arguments: levels) func planesMatchALoop(level: cscan_level) {
    var generator = SeededGenerator(2)
    for alignment in 0..<64 {
      let counts = [
        0, 1, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, Int.random(in: 0...500, using: &generator),
      ]
      for count in counts {
        let bytes = (0..<(alignment + count)).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let chosen = (0..<Int.random(in: 1...9, using: &generator)).map { _ in Self.randomSet(&generator) }
        let sets = chosen.map(\.0)
        let blocks = (count + 63) / 64
        // One more word than is to be written: it must stay as it is.
        var planes = [UInt64](repeating: 0xDEAD, count: blocks * sets.count + 1)
        bytes.withUnsafeBufferPointer {
          cscan_planes_at(level, $0.baseAddress.map { $0 + alignment }, count, sets, sets.count, &planes)
        }
        var expected = [UInt64](repeating: 0, count: blocks * sets.count) + [0xDEAD]
        for (index, byte) in bytes[alignment...].enumerated() {
          for (s, members) in chosen.map(\.1).enumerated() where members.contains(byte) {
            expected[index / 64 * sets.count + s] |= 1 << UInt64(index % 64)
          }
        }
        #expect(planes == expected, "alignment \(alignment), count \(count)")
      }
    }
  }

  @Test(arguments: levels) func findMatchesALoop(level: cscan_level) {
    var generator = SeededGenerator(3)
    for alignment in 0..<64 {
      var (set, members) = Self.randomSet(&generator)
      // Mostly bytes outside the set, so that long texts are walked.
      let outside = (UInt8.min...UInt8.max).filter { !members.contains($0) }
      for count in 0..<140 {
        let bytes = (0..<(alignment + count)).map { _ in
          Int.random(in: 0..<40, using: &generator) == 0
            ? UInt8.random(in: 0...255, using: &generator) : outside.randomElement(using: &generator) ?? 0
        }
        let found = bytes.withUnsafeBufferPointer {
          cscan_find_at(level, $0.baseAddress.map { $0 + alignment }, count, &set)
        }
        let expected = bytes[alignment...].firstIndex { members.contains($0) } ?? bytes.count
        #expect(found == expected - alignment, "alignment \(alignment), count \(count)")
      }
    }
  }

  @Test func bestLevelHasAName() {
    #expect(["portable", "ssse3", "avx2"].contains(String(cString: cscan_level_name(cscan_best_level()))))
  }
}
