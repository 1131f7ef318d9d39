import CScan
import Testing

@testable import Scanning

/// The kernels that read words, against the same written plainly.
@Suite struct WordTests {
  /// Pieces of which words, and runs of them, are made.
  static let pieces = [
    "a", "Zebra", "1", "x9", "longerthansixteenbytes", " ", "  ", ".", "_", "-", "\n", "é", "É", "ß", "ẞ", "Ж", "ж",
    "σ",
    "ς", "İ", "ю", "שלום", "سلام", "मि", "का", "ी", "漢", "字", "々", "か", "ー", "ガ", "한", "국", "ก", "ี", "่", "๑", "٣", "。",
    "，", "„",
    "😀", "𐐀", "𝒳", "𠀋", "\u{301}", "\u{345}", "ŀ", "Ö", "ö", "ø", "å", "ả", "ẩ", "ъ",
  ]

  static func randomText(_ generator: inout SeededGenerator, pieces: [String] = pieces) -> String {
    let some = (0..<Int.random(in: 1...8, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
    let count = Int.random(in: 0...(Bool.random(using: &generator) ? 12 : 200), using: &generator)
    return (0..<count).map { _ in some.randomElement(using: &generator)! }.joined()
  }

  /// End and lower case of the word that begins at `start`.
  static func plainWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, lower: [UInt8])? {
    var lower: [UInt8] = []
    var position = start
    while position < text.count {
      let (scalar, next) = decode(text, at: position)
      let character = CharacterTable.shared[scalar]
      let isFirst = position == start
      if character.kind == .other || character.kind == .mark && isFirst { break }
      if character.kind == .ideograph, !isFirst { break }
      appendUTF8(character.lower, to: &lower)
      position = next
      guard character.kind == .ideograph else { continue }
      while position < text.count {
        let (mark, next) = decode(text, at: position)
        guard CharacterTable.shared[mark].kind == .mark else { break }
        appendUTF8(mark, to: &lower)
        position = next
      }
      break
    }
    return position > start ? (position, lower) : nil
  }

  static func plainHash(_ bytes: [UInt8]) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    for offset in stride(from: 0, to: max(16, bytes.count), by: 8) {
      var chunk: UInt64 = 0x2020_2020_2020_2020
      for (index, byte) in bytes.dropFirst(offset).prefix(8).enumerated() { chunk |= UInt64(byte) << UInt64(8 * index) }
      hash = foldMultiply(hash ^ chunk)
    }
    return hash
  }

  @Test func wordsAreReadAsWritten() {
    var generator = SeededGenerator(11)
    for round in 0..<4_000 {
      var text = Array(Self.randomText(&generator).utf8)
      if round % 50 == 0 { text = text.filter { $0 > 0x2F } }
      text.withUnsafeBufferPointer { text in
        var reader = WordReader(text)
        for start in text.indices where text[start] & 0xC0 != 0x80 {
          let word = reader.word(at: start)
          let plain = Self.plainWord(text, start)
          #expect(word?.end == plain?.end)
          #expect(word?.hash == plain.map { Self.plainHash($0.lower) })
          if let word, let plain {
            #expect((plain.lower + [0]).withUnsafeBufferPointer { reader.equals(word, $0.baseAddress!) })
          }
        }
      }
    }
  }

  @Test func longWord() {
    let text = Array((String(repeating: "Жé", count: 100) + "x" + String(repeating: "É", count: 31)).utf8)
    text.withUnsafeBufferPointer { text in
      var reader = WordReader(text)
      #expect(reader.word(at: 0)?.hash == Self.plainHash(Self.plainWord(text, 0)!.lower))
      #expect(reader.word(at: 0)?.end == text.count)
    }
  }

  /// Phrases of words and characters, found in random text as one word after another tells.
  @Test(arguments: [false, true]) func phrasesInRuns(matchesPlurals: Bool) {
    var generator = SeededGenerator(12)
    let pieces = Self.pieces + ["s", "es", "S"]
    for _ in 0..<1_000 {
      var index = PhraseIndex(matchesPlurals: matchesPlurals)
      for _ in 0..<6 {
        // A mark before the first word would be part of the hit.
        let phrase = Self.randomText(&generator, pieces: pieces).drop { !$0.isLetter }
        _ = index.insert(Array(phrase.prefix(12).utf8))
      }
      var text = Array(Self.randomText(&generator, pieces: pieces).utf8)
      // Runs are read a block at a time only where nothing beyond the text's end is read.
      if Bool.random(using: &generator) { text += Array(repeating: 0x20, count: 256) }
      text.withUnsafeBufferPointer { text in
        index.withView { view in
          var reader = WordReader(text)
          var expected: [PhraseHit] = []
          var found: [PhraseHit] = []
          var runs: [UInt32] = []
          var position = 0
          var isInRun = false
          while position < text.count {
            let isPart = isASCIIWord(text[position]) || text[position] >= 0x80
            if isPart, !isInRun { runs.append(UInt32(position)) }
            isInRun = isPart
            let word = reader.word(at: position)
            if let word { view.matches(from: word, in: &reader, to: &expected) }
            position = word?.end ?? decode(text, at: position).next
          }
          RunReader(filters: [view.scan]).read(text, runs[...]) { word, flags in
            if flags & 1 != 0 { view.matches(from: word, in: &reader, to: &found) }
            return true
          }
          #expect(found.map(Place.init) == expected.map(Place.init))
          let middle = text.count / 2
          let some = Scanner.hits(of: index, inRuns: runs, range: middle..<text.count, seesUnmarked: false, of: text)
          #expect(some.phrases.map(Place.init) == expected.map(Place.init).filter { $0.range.lowerBound >= middle })
        }
      }
    }
  }

  /// A hit, comparable.
  struct Place: Equatable {
    var range: Range<Int>
    var phrase: UInt32

    init(_ hit: PhraseHit) {
      range = Int(hit.start)..<Int(hit.end)
      phrase = hit.phrase
    }
  }

  @Test func wordsKnownWithoutMarks() {
    var generator = SeededGenerator(13)
    let pieces = ["é", "É", "ö", "ø", "å", "ß", "ả", "Þ", "a", "N", "ж", " ", "ł", "ǎ"]
    for _ in 0..<2_000 {
      var index = PhraseIndex()
      for _ in 0..<4 {
        let name = Array(Self.randomText(&generator, pieces: pieces).lowercased().prefix(4).utf8)
        _ = index.insert(PlainLetters.plain(name, Bool.random(using: &generator) ? .letters : .digraphs))
      }
      var text = Array(Self.randomText(&generator, pieces: pieces).utf8)
      if Bool.random(using: &generator) { text += Array(repeating: 0x20, count: 256) }
      text.withUnsafeBufferPointer { text in
        var reader = WordReader(text)
        var expected: Set<Range<Int>> = []
        var runs: [UInt32] = []
        var position = 0
        while position < text.count {
          guard let word = reader.word(at: position) else {
            position = decode(text, at: position).next
            continue
          }
          if runs.isEmpty || !text[Int(runs.last!)..<word.start].allSatisfy({ $0 > 0x20 }) {
            runs.append(UInt32(position))
          }
          let others = PlainLetters.others(of: Self.plainWord(text, position)!.lower)
          if others.contains(where: { index.id(ofWord: $0) != nil }) { expected.insert(word.start..<word.end) }
          position = word.end
        }
        let hits = Scanner.hits(of: index, inRuns: runs, range: 0..<text.count, seesUnmarked: true, of: text)
        #expect(expected.isSubset(of: hits.unmarked))
      }
    }
  }
}
