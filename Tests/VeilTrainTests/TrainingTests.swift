import Foundation
import Testing

@testable import VeilTrain

/// Training on a corpus that is small enough for a test: what it must do whatever the data are.
@Suite struct TrainingTests {
  static let rowBits = 12

  /// Sentences with a name each, and as many without.
  static func sentences() -> [Sentence] {
    var all: [Sentence] = []
    for (number, name) in ["Anna", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hugo"].enumerated() {
      for verb in ["met", "saw", "called"] {
        var builder = SentenceBuilder()
        builder.append("yesterday we \(verb) ")
        builder.append(name, as: .person)
        builder.append(" in the garden")
        all.append(builder.sentence(document: number))
        builder = SentenceBuilder()
        builder.append("the Old \(["House", "Clock", "Bridge"][number % 3]) was \(verb) by nobody")
        all.append(builder.sentence(document: number))
      }
    }
    return all
  }

  static func reader(_ weights: Weights) -> TaggerReader {
    TaggerReader(image: image(weights))
  }

  static func image(_ weights: Weights) -> ModelImage {
    ModelImage(weights: [weights, weights], rowBits: rowBits, evidence: [], phrases: [:])
  }

  static func train(seed: UInt64) -> Weights {
    var samples = Samples()
    let reader = reader(Weights(rowBits: rowBits))
    for sentence in sentences() { samples.add(sentence, reader) }
    var trainer = Trainer()
    trainer.rowBits = rowBits
    return trainer.train(samples, seed: seed) { _ in }
  }

  @Test func learnsWhatItIsShown() {
    let reader = Self.reader(Self.train(seed: 1))
    for sentence in Self.sentences() {
      #expect(reader.find(in: sentence.text, language: 0).map(\.span) == sentence.spans)
    }
    // A name that it has not seen, by what stands around it.
    let unseen = Array("yesterday we met Zoltan in the garden".utf8)
    #expect(reader.find(in: unseen, language: 0).map(\.span) == [Span(start: 17, end: 23, label: .person)])
  }

  @Test func theSeedDecidesEveryByte() {
    let first = Self.image(Self.train(seed: 1))
    #expect(first.bytes.elementsEqual(Self.image(Self.train(seed: 1)).bytes))
    #expect(!first.bytes.elementsEqual(Self.image(Self.train(seed: 2)).bytes))
  }

  /// The sums that are kept for words must not depend on what was read before.
  @Test func whatWasReadBeforeChangesNothing() {
    let weights = Self.train(seed: 1)
    let used = Self.reader(weights)
    for number in 0..<6000 { _ = used.find(in: Array("Word\(number % 7)x\(number) Aa\(number) Bb".utf8), language: 0) }
    let fresh = Self.reader(weights)
    for sentence in Self.sentences() {
      let (left, right) = (used.find(in: sentence.text, language: 0), fresh.find(in: sentence.text, language: 0))
      #expect(left.map(\.span) == right.map(\.span))
      #expect(left.map(\.score) == right.map(\.score))
    }
  }

  @Test func aTruncatedImageIsRefused() throws {
    let image = Self.image(Weights(rowBits: Self.rowBits))
    for count in [0, 7, 24, 100, image.bytes.count - 1] {
      #expect(!ModelImage.isReadable(UnsafeBufferPointer(rebasing: image.bytes[..<count])))
    }
    #expect(ModelImage.isReadable(UnsafeBufferPointer(image.bytes)))
  }
}

/// What is wrong with data is said with file and line, never with content.
@Suite struct TrainingDataTests {
  static func file(_ name: String, _ content: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("veil-train-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent(name)
    try Data(content.utf8).write(to: url)
    return url
  }

  @Test func aBadCorpusLineIsNamed() throws {
    let url = try Self.file("bad.iob2", "Anna\tB-PER\nsecret\n")
    #expect {
      try Corpus(contentsOf: url, language: .en)
    } throws: {
      "\($0)".contains("bad.iob2:2") && !"\($0)".contains("secret")
    }
  }

  @Test func aBadTemplateIsNamed() throws {
    let url = try Self.file("en-bad.txt", "language: en\nHello {given}\nsecret {nothing}\n")
    var complaints: [String] = []
    let templates = try Template.all(of: url) { complaints.append("\($0)") }
    #expect(templates.count == 1)
    #expect(complaints.count == 1 && complaints[0].contains("en-bad.txt:3") && !complaints[0].contains("secret"))
  }

  @Test func namesStandWhereTheTextHasThem() throws {
    let url = try Self.file(
      "ok.conll", "He\tO\nmet\tO\nDr.\tB-PER\nAnna\tI-PER\nRoe\tI-PER\n,\tO\nof\tO\nAcme\tB-ORG\n.\tO\n")
    let corpus = try Corpus(contentsOf: url, language: .en)
    let sentence = try #require(corpus.sentences(spaced: false).first)
    #expect(String(decoding: sentence.text, as: UTF8.self) == "He met Dr. Anna Roe, of Acme.")
    // Titles are no part of names.
    #expect(
      sentence.spans == [Span(start: 11, end: 19, label: .person), Span(start: 24, end: 28, label: .organisation)])
    let spaced = try #require(corpus.sentences(spaced: true).first)
    #expect(String(decoding: spaced.text, as: UTF8.self) == "He met Dr. Anna Roe , of Acme .")
  }

  @Test func placeholdersTakeTheNamesLabelsAway() {
    var builder = SentenceBuilder()
    builder.append("Ask ")
    builder.append("Anna", as: .person)
    builder.append(" about 4711")
    var random = Random(seed: 3)
    let masked = builder.sentence(document: 0).withPlaceholders(1, &random)
    #expect(masked.spans.isEmpty)
    #expect(!masked.text.contains(UInt8(ascii: "7")) || !String(decoding: masked.text, as: UTF8.self).contains("4711"))
  }

  /// All templates of the repository can be read, and there are as many as the decision record says.
  @Test func templatesAreWhole() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/VeilTrain/templates")
    var count = 0
    for file in try Template.files(in: folder) {
      count += try Template.all(of: file) { Issue.record("\($0)") }.count
    }
    #expect(count >= 3_000)
  }
}
