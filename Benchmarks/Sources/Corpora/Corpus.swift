/// Text to measure with, made from a seed: the same bytes for the same seed and size, on every machine.
public enum Corpus: String, Sendable, CaseIterable {
  /// Prose, lists and turns of a conversation with a number here and there, and nothing to be found by a rule.
  case clean
  /// The same with one identifier in 300 bytes.
  case prose
  /// Forms and records: an identifier in every line.
  case dense
  /// Many scripts, with full-width digits, zero-width characters and an identifier here and there.
  case multilingual
  case logs
  case code
  /// Conversations in which people are named.
  case chat
  case worstDigits = "worst-digits"
  case worstSeparators = "worst-separators"
  case worstAt = "worst-at"
  case worstDots = "worst-dots"
  case worstBrackets = "worst-brackets"
  case worstCapitals = "worst-capitals"
  case worstHexadecimal = "worst-hex"
  case worstSlashes = "worst-slashes"

  public static let defaultSeed: UInt64 = 1

  /// Texts that no one would write, made to be as slow as can be.
  public static var worstCases: [Corpus] { allCases.filter { $0.rawValue.hasPrefix("worst-") } }

  public var fileName: String { rawValue + ".txt" }

  /// At most so many bytes: whole characters, and nothing of it depends on how many are asked for.
  public func bytes(_ count: Int, seed: UInt64 = defaultSeed) -> [UInt8] {
    var writer = Writer(random: Random(seed: seed, purpose: rawValue), capacity: count)
    while writer.output.count < count { writeParagraph(to: &writer) }
    var end = min(count, writer.output.count)
    while end < writer.output.count, writer.output[end] & 0xc0 == 0x80 { end -= 1 }
    writer.output.removeSubrange(end...)
    return writer.output
  }

  private func writeParagraph(to writer: inout Writer) {
    switch self {
    case .clean: Prose.writeParagraph(to: &writer)
    case .prose: Prose.writeParagraph(to: &writer, identifierEvery: 300)
    case .dense: Records.writeForm(to: &writer)
    case .multilingual: Multilingual.writeParagraph(to: &writer)
    case .logs: Records.writeLogLine(to: &writer)
    case .code: Code.writeFunction(to: &writer)
    case .chat: Prose.writeConversation(to: &writer)
    case .worstDigits: WorstCases.writeDigits(to: &writer)
    case .worstSeparators: WorstCases.writeSeparators(to: &writer)
    case .worstAt: WorstCases.writeAt(to: &writer)
    case .worstDots: WorstCases.writeDots(to: &writer)
    case .worstBrackets: WorstCases.writeBrackets(to: &writer)
    case .worstCapitals: WorstCases.writeCapitals(to: &writer)
    case .worstHexadecimal: WorstCases.writeHexadecimal(to: &writer)
    case .worstSlashes: WorstCases.writeSlashes(to: &writer)
    }
  }
}
