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
        let start = Int.random(in: 0...length, using: &generator)
        let copies = [cscan_copy_to_lead_portable, cscan_copy_to_lead].map { copy in
          var output = [UInt8](repeating: 0, count: length + Int(CSCAN_LEAD_ROOM))
          let end = text.withUnsafeBufferPointer { text in
            output.withUnsafeMutableBufferPointer {
              text.baseAddress.map { base in copy(base, length, start, previous, &starts, $0.baseAddress!) } ?? 0
            }
          }
          return Array(output[..<(end - start)])
        }
        #expect(copies[0] == copies[1])
        #expect(copies[0].elementsEqual(text[start...].prefix(copies[0].count)))
      }
    }
  }

  /// The end of a text in brackets, against a loop.
  @Test func brackets() {
    var generator = SeededGenerator(78)
    for length in 1...40 {
      for _ in 0..<50 {
        let text = (0..<length).map { _ in UInt8.random(in: 0x40...0x60, using: &generator) }
        let start = Int.random(in: 0..<length, using: &generator)
        let end = text[start...].prefix(Int(CSCAN_BRACKETED)).firstIndex(of: UInt8(ascii: "]"))
        let found = BracketedText(text.span, at: start)
        #expect(found?.count == end.map { $0 + 1 - start })
        guard let found, let end else { continue }
        let alone = Array(text[start...end])
        #expect(found == BracketedText(alone.span, at: 0))
        #expect(BracketedText((alone + [1]).span, at: 0) == found)
        #expect(BracketedText(([0x40] + alone).span, at: 0) != found)
      }
    }
  }
}
