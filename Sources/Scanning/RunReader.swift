import CScan

/// Reads runs of words that are not plain ASCII, as the kernel finds them: only words are seen that a phrase may begin
/// with.
struct RunReader {
  let filters: [cscan_filter]
  /// Whether words are seen, too, that the first index may have without the marks of their letters.
  var seesUnmarked = false

  /// Calls `body` with the words of runs that begin at some places, in order, and the flags that the kernel gives them,
  /// until it returns false.
  @inline(__always)
  func read(_ text: UnsafeBufferPointer<UInt8>, _ runs: ArraySlice<UInt32>, _ body: (Word, UInt32) -> Bool) {
    let room = 128
    var cursor = cscan_cursor()
    withUnsafeTemporaryAllocation(of: cscan_run_word.self, capacity: room) { words in
      while true {
        let count = withUnsafePointer(to: CharacterTable.scan) { characters in
          runs.withUnsafeBufferPointer { runs in
            cscan_run_words(
              text.baseAddress!, text.count, runs.baseAddress, runs.count, &cursor, characters, filters, filters.count,
              seesUnmarked ? PlainLetters.scan : nil, words.baseAddress!, room)
          }
        }
        for found in words[..<count] {
          let word = Word(start: Int(found.word.start), end: Int(found.word.end), hash: found.word.hash)
          guard body(word, found.flags) else { return }
        }
        if count < room { return }
      }
    }
  }
}

extension Scanner {
  /// What an index has of the words of some runs, which an earlier scan of the same text found.
  ///
  /// - Parameters:
  ///   - runs: where they begin, in order.
  ///   - range: where the words begin.
  ///   - seesUnmarked: whether words are wanted, too, that may be phrases without the marks of their letters.
  package static func hits(
    of index: PhraseIndex, inRuns runs: [UInt32], range: Range<Int>, seesUnmarked: Bool,
    of text: UnsafeBufferPointer<UInt8>
  ) -> (phrases: [PhraseHit], unmarked: [Range<Int>]) {
    var phrases: [PhraseHit] = []
    var unmarked: [Range<Int>] = []
    var reader = WordReader(text)
    index.withView { view in
      let runReader = RunReader(filters: [view.scan], seesUnmarked: seesUnmarked)
      let first = firstRun(runs, reaching: range.lowerBound)
      let end = runs[first...].firstIndex { Int($0) >= range.upperBound } ?? runs.count
      runReader.read(text, runs[first..<end]) { word, flags in
        guard word.start < range.upperBound else { return false }
        guard word.start >= range.lowerBound else { return true }
        if flags & 1 != 0 { view.matches(from: word, in: &reader, to: &phrases) }
        if flags & UInt32(CSCAN_UNMARKED) != 0 { unmarked.append(word.start..<word.end) }
        return true
      }
    }
    return (phrases, unmarked)
  }

  /// Index of the last run that begins at or before `position`, or 0.
  private static func firstRun(_ runs: [UInt32], reaching position: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle]) <= position { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
