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
        func copied(_ copy: (UnsafePointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Int) -> [UInt8] {
          // One byte more, so that there is always one.
          let padded = text + [0]
          var output = [UInt8](repeating: 0, count: length + 1 + Int(CSCAN_LEAD_ROOM))
          let end = padded.withUnsafeBufferPointer { text in
            output.withUnsafeMutableBufferPointer { output in copy(text.baseAddress!, output.baseAddress!) }
          }
          return Array(output[..<(end - start)])
        }
        let expected = copied { cscan_copy_to_lead_portable($0, length, start, previous, &starts, $1) }
        #expect(copied { cscan_copy_to_lead($0, length, start, previous, &starts, $1) } == expected)
        #expect(text[start...].starts(with: expected))
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
        let found = Self.read(text, at: start)
        #expect(found?.count == end.map { $0 + 1 - start })
        guard let found, let end else { continue }
        let alone = Array(text[start...end])
        #expect(Self.read(alone) == found)
        #expect(Self.read(alone + [1]) == found)
        #expect(Self.read([0x40] + alone) != found)
      }
    }
  }

  private static func read(_ text: [UInt8], at start: Int = 0) -> BracketedText? {
    BracketedText(text.span, at: start)
  }
}
