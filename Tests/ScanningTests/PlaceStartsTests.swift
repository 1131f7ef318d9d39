import CScan
import Testing

@testable import Scanning

/// The kernel that finds where placeholders may begin, against a loop.
@Suite struct PlaceStartsTests {
  @Test func kernelsAgree() {
    var generator = SeededGenerator(77)
    for _ in 0..<200 {
      var starts = cscan_leads()
      withUnsafeMutableBytes(of: &starts) { sets in
        for index in sets.indices { sets[index] = .random(in: 0...255, using: &generator) }
      }
      for length in [0, 1, 2, 15, 16, 17, 31, 32, 33, 64, 100] {
        // Few bytes of the sets, or many.
        let high: UInt8 = Bool.random(using: &generator) ? 255 : 7
        let text = (0..<length).map { _ in UInt8.random(in: 0...high, using: &generator) }
        let previous = UInt8.random(in: 0...255, using: &generator)
        var output = [UInt8](repeating: 0, count: length)
        text.withUnsafeBufferPointer { text in
          let room = UnsafeBufferPointer(start: text.baseAddress, count: length)
          guard let base = room.baseAddress else { return }
          let expected = cscan_find_lead_portable(base, length, previous, &starts)
          #expect(cscan_find_lead(base, length, previous, &starts) == expected)
          let copied = output.withUnsafeMutableBufferPointer {
            cscan_copy_to_lead(base, length, previous, &starts, $0.baseAddress!)
          }
          #expect(copied == expected)
          #expect(output[..<copied].elementsEqual(text[..<copied]))
        }
      }
    }
  }
}
