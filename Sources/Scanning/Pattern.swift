internal import CPCRE2

/// What came of an attempt to match. Ranges are byte offsets into the text, end exclusive.
package enum MatchResult: Sendable, Hashable {
  case none
  /// `group1` is nil when the pattern has no group 1 or it took no part in the match.
  case found(whole: Range<Int>, group1: Range<Int>?)
  /// The attempt came to see the end of the text, and `isEnd` was false: more text could change the outcome.
  case needsMore
  /// A limit was hit, so that nothing is known.
  case limit
}

/// Why a pattern does not compile.
package struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Byte of the pattern at which PCRE2 gave up.
  package var offset: Int
  package var message: String

  package var description: String { "at byte \(offset) of the pattern: \(message)" }
}

/// A compiled regular expression over UTF-8.
///
/// `\w`, `\d` and the like mean ASCII unless the pattern begins with `(*UCP)`; CR, LF and CRLF each end a line; `\C` is
/// refused, since it cuts characters.
///
/// Unchecked, because the compiler cannot see that PCRE2 only reads the code once `init` has made it.
package final class Pattern: @unchecked Sendable {
  package struct Options: Sendable, Hashable {
    package var isCaseless: Bool
    /// A match begins where matching starts, nowhere later.
    package var isAnchored: Bool
    /// For which texts machine code is made; the interpreter matches the others, with the same outcome but for limits.
    var machineCode = MachineCode.anyText

    package init(isCaseless: Bool = false, isAnchored: Bool = false) {
      self.isCaseless = isCaseless
      self.isAnchored = isAnchored
    }
  }

  enum MachineCode: Sendable {
    case none
    /// Texts that nothing follows.
    case wholeText
    /// Texts that more may follow.
    case openText
    case anyText
  }

  private let code: OpaquePointer

  package init(_ source: String, options: Options = Options()) throws(PatternError) {
    code = try Self.compile(source, Self.bits(options))
    // Without machine code (a processor that PCRE2 does not know) the interpreter matches.
    let kinds =
      switch options.machineCode {
      case .none: UInt32(0)
      case .wholeText: PCRE2_JIT_COMPLETE
      case .openText: PCRE2_JIT_PARTIAL_HARD
      case .anyText: PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD
      }
    if kinds != 0 { pcre2_jit_compile_8(code, kinds) }
  }

  deinit { pcre2_code_free_8(code) }

  /// Tries to match once. An anchored pattern matches at `start` or not at all.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8; what stands before `start` is seen by lookbehind.
  ///   - start: A byte offset at a character's first byte or the end.
  ///   - isEnd: Whether nothing follows `text`. If something may, an attempt that sees the end says `needsMore`.
  ///   - isCautious: Whether to give up at much narrower limits.
  package func match(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, scratch: MatchScratch, isEnd: Bool, isCautious: Bool = false
  ) -> MatchResult {
    let context = isCautious ? scratch.cautious : scratch.context
    precondition(start >= 0 && start <= text.count)
    // Checked here and nowhere else: PCRE2 is told not to check, and would read outside the text.
    precondition(start == text.count || text[start] & 0xC0 != 0x80, "start inside a character")
    var spans = cpcre2_spans()
    // An empty buffer may have no address; any will do for no bytes.
    let rc = withUnsafeMutablePointer(to: &spans) { spans in
      guard let base = text.baseAddress else {
        var nothing: UInt8 = 0
        return cpcre2_match(code, &nothing, 0, 0, isEnd ? 0 : 1, scratch.data, context, spans)
      }
      return cpcre2_match(code, base, text.count, start, isEnd ? 0 : 1, scratch.data, context, spans)
    }
    switch rc {
    case 1:
      return .found(
        whole: spans.start..<spans.end,
        group1: spans.group_start < 0 ? nil : spans.group_start..<spans.group_end)
    case PCRE2_ERROR_NOMATCH: return .none
    case PCRE2_ERROR_PARTIAL: return .needsMore
    default: return .limit  // also what cannot happen here: nothing is known then either
    }
  }
}

/// How the matches of a pattern begin, found out without making machine code for it.
package struct PatternStart: Sendable {
  /// The bytes that a match can begin with; all when PCRE2 does not know or the pattern can match nothing.
  package let firstBytes: ByteSet
  /// No match is shorter than this, in characters, so neither in bytes.
  package let minimumLength: Int
  /// Whether the pattern might match an empty text.
  package let canBeEmpty: Bool

  package init(of source: String, isCaseless: Bool = false) throws(PatternError) {
    // PCRE2 works this out only for patterns that search.
    let code = try Pattern.compile(source, Pattern.bits(Pattern.Options(isCaseless: isCaseless)))
    defer { pcre2_code_free_8(code) }
    firstBytes = Pattern.firstBytes(of: code)
    minimumLength = Int(Pattern.info(code, UInt32(PCRE2_INFO_MINLENGTH)))
    canBeEmpty = Pattern.info(code, UInt32(PCRE2_INFO_MATCHEMPTY)) != 0
  }
}

extension Pattern {
  fileprivate static func bits(_ options: Options) -> UInt32 {
    let common = UInt32(PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C) | (options.isCaseless ? PCRE2_CASELESS : 0)
    // Families of anchored patterns are started at known places; looking ahead for their last literal would read the
    // whole text each time.
    return options.isAnchored ? common | PCRE2_ANCHORED | UInt32(PCRE2_NO_START_OPTIMIZE) : common
  }

  fileprivate static func compile(_ source: String, _ options: UInt32) throws(PatternError) -> OpaquePointer {
    var source = source
    var error: Int32 = 0
    var offset = 0
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    // Not left to how the library was built.
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    pcre2_set_bsr_8(context, UInt32(PCRE2_BSR_UNICODE))
    let code = source.withUTF8 { bytes in
      guard let base = bytes.baseAddress else {
        var nothing: UInt8 = 0
        return pcre2_compile_8(&nothing, 0, options, &error, &offset, context)
      }
      return pcre2_compile_8(base, bytes.count, options, &error, &offset, context)
    }
    guard let code else { throw PatternError(offset: offset, message: message(error)) }
    return code
  }

  private static func message(_ error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(error, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }

  fileprivate static func info(_ code: OpaquePointer, _ what: UInt32) -> UInt32 {
    var value: UInt32 = 0
    pcre2_pattern_info_8(code, what, &value)
    return value
  }

  fileprivate static func firstBytes(of code: OpaquePointer) -> ByteSet {
    guard info(code, UInt32(PCRE2_INFO_MATCHEMPTY)) == 0 else { return .all }
    if info(code, UInt32(PCRE2_INFO_FIRSTCODETYPE)) == 1 {
      let byte = UInt8(truncatingIfNeeded: info(code, UInt32(PCRE2_INFO_FIRSTCODEUNIT)))
      var set = ByteSet([byte])
      // PCRE2 does not say whether this byte is meant in one case or in both.
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): set.insert(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): set.insert(byte & ~0x20)
      default: break
      }
      return set
    }
    var bitmap: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTBITMAP), &bitmap)
    guard let bitmap else { return .all }
    return ByteSet((0...255).filter { bitmap[Int($0) >> 3] >> ($0 & 7) & 1 == 1 })
  }
}
