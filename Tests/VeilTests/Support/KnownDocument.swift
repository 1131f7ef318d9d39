@testable import Veil

/// A document whose findings are known: the vault's side of pseudonymizing, without an engine.
struct KnownDocument {
  enum Piece {
    case text([UInt8])
    case finding([UInt8], EntityType)
  }

  static let ssn = EntityType("US_SSN")!
  /// All that may be issued; some look like parts of others.
  static let types = [EntityType.name, .email, ssn] + ["SSN", "B", "NAME_B", "NAME_UPPER"].map { EntityType($0)! }
  var pieces: [Piece] = []

  /// Fragments that placeholders and what is taken for them are made of, in any order.
  static let fragments: [[UInt8]] =
    [
      "[", "]", "{", "{{", "}", "}}", "<", ">", "«", "»", "［", "］", "＜", "＞", "【", "】", "(", ")",
      "NAME", "NAME_1", "NAME_2", "NAME_3", "NAME_01", "name_1", "Name 1", "NAME-1", "NAME\\_1", "NAME\\\\_1", "_1",
      "1",
      "2", "12", "0", "_", "__", "\\", "\\_", "\\[", "\\]", "\\\\[", "**", "*", "`", "&lt;", "&gt;", "&", "lt;",
      "&#91;",
      "&#93;", "%5B", "%5D", "%", "\\u005b", "\\u005d", "\\u003c", " ", "  ", "-", "\n", "\r\n", "s", "'s", "’s", "'",
      "A", "x", "é", "\u{200B}", "\u{2011}", "\u{A0}", "🙂", "e\u{301}", "א", "[NAME_1]", "[NAME_2]", "[name 1]",
      "US_SSN_1", "[US-SSN-1]", "SSN_1", "US_", "TEXT_1", "[TEXT_1]", "[TEXT_2]", "[NAME]", "<NAME>", "{{EMAIL}}",
      "_GIVEN", "_FAMILY", "_B", "_C", "_UPPER", "_LOWER", "[EMAIL_1_UPPER]", "EMAIL_1", "{{NAME_1}}", "«NAME_1»",
      "B", "B_1", "_B_1", "SSN_1", "US", "SSN", "[SSN 1]", "[US SSN_1]", "NAME_B_1", "[name b 1]", "[NAME_B]",
      "UPPER_1",
      "%5BNAME_1%5D", "\\u005bname 2\\u005d", "<NAME_1>", "&lt;NAME_1&gt;", "[**NAME_1**]", "[NAME_1's]", "[ NAME_1 ]",
      "NAME_1s", "NAME_9999999999", "\0",
    ].map { Array($0.utf8) } + [[0xFF], [0xC2], [0xE2], [0xE2, 0x80], [0xEF, 0xBC], [0x80], [0xE3, 0x80]]

  static let originals: [([UInt8], EntityType)] =
    [
      ("John Doe", .name), ("JOHN DOE", .name), ("John", .name), ("Doe", .name), ("Doe, John", .name),
      ("John Smith", .name), ("[NAME_1]", .name), ("jane@example.com", .email), ("JANE@EXAMPLE.COM", .email),
      ("Jane@example.com", .email), ("078-05-1120", ssn), ("078051120", ssn), ("078-05-1120", types[3]),
      ("b", types[4]),
      ("x", types[5]), ("NAME_1", types[6]),
    ].map { (Array($0.0.utf8), $0.1) }

  init() {}

  init(_ random: inout SeededGenerator, upTo count: Int = 14) {
    for _ in 0..<Int.random(in: 1...count, using: &random) {
      if Int.random(in: 0..<4, using: &random) == 0 {
        let (original, type) = Self.originals.randomElement(using: &random)!
        pieces.append(.finding(original, type))
      } else {
        pieces.append(.text(Self.fragments.randomElement(using: &random)!))
      }
    }
  }

  var text: [UInt8] {
    pieces.flatMap { piece in
      switch piece {
      case .text(let bytes), .finding(let bytes, _): bytes
      }
    }
  }

  func makeWriter(
    _ vault: Vault, since mark: Vault.Mark = .start, brackets: Policy.Brackets = .square
  ) -> LiteralGuard {
    LiteralGuard(vault: vault, since: mark, types: Self.types, brackets: brackets)
  }

  /// Writes one piece.
  func write(
    _ piece: Int, _ writer: inout LiteralGuard, _ output: inout [UInt8], cut: (Int) -> Int = { $0 }
  ) throws {
    switch pieces[piece] {
    case .text(let bytes):
      for chunk in chunks(of: bytes, cut: cut) { try writer.append(text: chunk.span, to: &output) }
    case .finding(let bytes, let type): try writer.append(finding: bytes.span, type: type, to: &output)
    }
  }

  func pseudonymized(
    _ vault: Vault, since mark: Vault.Mark = .start, brackets: Policy.Brackets = .square,
    cut: (Int) -> Int = { $0 }
  ) throws -> [UInt8] {
    var output: [UInt8] = []
    var writer = makeWriter(vault, since: mark, brackets: brackets)
    for piece in pieces.indices { try write(piece, &writer, &output, cut: cut) }
    try writer.finish(to: &output)
    return output
  }
}

/// - Parameter cut: How many bytes of the rest come next.
func chunks(of bytes: [UInt8], cut: (Int) -> Int) -> [[UInt8]] {
  var chunks: [[UInt8]] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    chunks.append(Array(rest.prefix(cut(rest.count))))
    rest = rest.dropFirst(chunks.last!.count)
  }
  return chunks
}

/// - Parameter cut: How many bytes of the rest come next.
func restore(
  _ text: [UInt8], _ vault: Vault, _ escaping: Escaping = .none, cut: (Int) -> Int = { $0 }
) -> (bytes: [UInt8], report: RestorationReport) {
  var output: [UInt8] = []
  var stream = RestoringStream(vault: vault, escaping: escaping)
  for chunk in chunks(of: text, cut: cut) { stream.append(chunk.span, to: &output) }
  let report = stream.finish(to: &output)
  return (output, report)
}

func restore(_ text: String, _ vault: Vault, _ escaping: Escaping = .none) -> String {
  String(decoding: restore(Array(text.utf8), vault, escaping).bytes, as: UTF8.self)
}

extension Vault {
  /// Issues a placeholder; by default for a name.
  @discardableResult
  func issue(
    _ original: String, _ type: EntityType = .name, mapped: Int? = nil, brackets: Policy.Brackets = .square
  ) throws -> String {
    var output: [UInt8] = []
    let bytes = Array(original.utf8)
    var none = NamesAhead()
    try appendPlaceholder(
      for: bytes.span, type: type, mapped: mapped, ahead: &none, brackets: brackets, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
