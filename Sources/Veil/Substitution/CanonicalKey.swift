import Scanning

/// What makes two originals of a type the same entity, however they are written.
struct CanonicalKey {
  /// Equal for two spellings of the same.
  private(set) var bytes: [UInt8]
  /// What on its own also means this entity as long as no other in the vault has it: given and family names, a company's
  /// name without its form, a telephone number without its country code.
  private(set) var parts = ByteRows()
  /// Those of them that, met before as the whole of an entity, are this one.
  private(set) var forerunners = ByteRows()
  /// What this name is without its second given name.
  private(set) var withoutMiddle: [UInt8]?
  private(set) var isPersonName = false

  init(_ original: [UInt8], _ type: EntityType) { self.init(original, Kind(type)) }

  init(_ original: [UInt8], _ kind: Kind) {
    switch kind {
    case .exact: bytes = original
    case .words: bytes = matchKey(original)
    case .organisation:
      bytes = matchKey(original)
      if !bytes.isPlainWord { arrangeOrganisation() }
    case .name:
      bytes = matchKey(original)
      isPersonName = true
      if !bytes.isPlainWord { arrangeName() }
    case .phone:
      bytes = matchKey(original)
      let digits = Self.digits(bytes)
      // Fewer are a number in letters, or none at all.
      if digits.count >= 7 {
        bytes = digits
        findNationalNumber()
      }
    case .url: bytes = Self.withLowerCaseHost(original)
    case .identifier: bytes = Self.withoutSeparators(matchKey(original))
    case .unknown:
      let folded = matchKey(original)
      var (content, digits) = (0, 0)
      for byte in folded where isASCIIWord(byte) || byte >= 0x80 {
        content += 1
        if isDigit(byte) { digits += 1 }
      }
      if digits >= 5 && digits * 2 >= content {
        bytes = Self.withoutSeparators(folded)
      } else {
        // Lists find `project-falcon` by `Project Falcon`.
        bytes = folded
        for place in bytes.indices where bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "_") {
          bytes[place] = 0x20
        }
      }
    }
  }

  private static func withoutSeparators(_ folded: [UInt8]) -> [UInt8] {
    folded.filter { isASCIIWord($0) || $0 >= 0x80 }
  }

  /// How originals of a type compare.
  enum Kind: Sendable {
    /// Every byte matters: passwords, secrets, escaped text.
    case exact
    /// Case, white space and folding do not.
    case words
    /// Nor do separators.
    case identifier
    /// An identifier when it is mostly digits, otherwise words.
    case unknown
    /// Words without the marks that a legal form may be written with: `Acme, Inc.` is `ACME Inc`.
    case organisation
    case name, phone, url

    init(_ type: EntityType) {
      switch type {
      case .text, .password, .secret: self = .exact
      case .name, EntityType.person: self = .name
      case .phone: self = .phone
      case .url: self = .url
      case .email, .address, .date, .dateOfBirth, .username, .ipAddress: self = .words
      case .organisation: self = .organisation
      case .iban, .paymentCard, .usSSN, .uuid, .macAddress: self = .identifier
      default: self = .unknown
      }
    }
  }

  private mutating func arrangeName() {
    let key = PersonKey(bytes)
    parts = key.parts
    if PlainLetters.mayHaveMarks(bytes) {
      let other = PersonKey(bytes, .digraphs)
      if other.whole != key.whole {
        if !key.parts.contains(other.whole) { parts.append(other.whole) }
        for row in other.parts.indices where !other.parts[row].elementsEqual(key.whole) {
          if !key.parts.contains(Array(other.parts[row])) { parts.append(other.parts[row]) }
        }
      }
    }
    bytes = key.whole
    forerunners = key.initials
    withoutMiddle = key.withoutMiddle
  }

  private mutating func arrangeOrganisation() {
    let lexicon = Lexicon.builtIn
    let (plainName, shortNames) = Recall.shortNames(ofOrganisation: bytes, lexicon)
    let whole = Self.withoutMarks(bytes)
    for name in shortNames {
      let part = Self.withoutMarks(name)
      if part != whole, !part.isEmpty { parts.append(part) }
    }
    if plainName.count < bytes.count {
      let name = Self.withoutMarks(Array(plainName))
      if parts.contains(name) { forerunners.append(name) }
    }
    bytes = whole
  }

  /// Without the marks that a legal form may be written with.
  private static func withoutMarks(_ folded: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(folded.count)
    for byte in folded {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "\""), UInt8(ascii: "'"): break
      case UInt8(ascii: "-"), UInt8(ascii: "_"): plain.append(0x20)
      default: plain.append(byte)
      }
    }
    return plain
  }

  /// Digits, a `+` before an international number, and `x` before an extension.
  private static func digits(_ folded: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    for byte in folded {
      if isDigit(byte) {
        digits.append(byte)
      } else if byte == UInt8(ascii: "+"), digits.isEmpty {
        digits.append(byte)
      } else if byte == UInt8(ascii: "x") || byte == UInt8(ascii: "#"), digits.last != UInt8(ascii: "x") {
        digits.append(UInt8(ascii: "x"))
      }
    }
    if digits.starts(with: "00".utf8) { digits.replaceSubrange(..<2, with: "+".utf8) }
    return digits
  }

  /// Marks the part after the country code; a number without one loses its trunk prefix.
  private mutating func findNationalNumber() {
    guard bytes.first == UInt8(ascii: "+") else {
      // 0 in most countries, 1 before the ten digits of North America.
      if bytes.first == UInt8(ascii: "0") || bytes.count == 11 && bytes.first == UInt8(ascii: "1") {
        bytes.removeFirst()
      }
      return
    }
    let code = Self.countryCodeLength(bytes[1...])
    guard bytes.count - 1 - code >= 6 else { return }
    let national = 1 + code
    // `+44 (0) 20 …`
    if bytes[national] == UInt8(ascii: "0"), bytes[1..<national] != Array("39".utf8)[...] {
      bytes.remove(at: national)
    }
    parts.append(bytes[min(national, bytes.count)...])
    forerunners = parts
  }

  /// Country codes are prefix-free (ITU-T E.164): 1 and 7 have one digit, these have two, all others three.
  private static func countryCodeLength(_ digits: ArraySlice<UInt8>) -> Int {
    guard let first = digits.first, let second = digits.dropFirst().first else { return 0 }
    switch (first - UInt8(ascii: "0"), second - UInt8(ascii: "0")) {
    case (1, _), (7, _): return 1
    case (2, 0), (2, 7), (3, 0...4), (3, 6), (3, 9), (4, 0...1), (4, 3...9), (5, 1...8), (6, 0...6), (8, 1...2), (8, 4),
      (8, 6), (9, 0...5), (9, 8):
      return 2
    default: return 3
    }
  }

  /// Scheme and host in lower case, the rest as it is.
  private static func withLowerCaseHost(_ url: [UInt8]) -> [UInt8] {
    var bytes = url
    var slashes = 0
    for (position, byte) in url.enumerated() {
      if byte == UInt8(ascii: "/") { slashes += 1 }
      if slashes > 2 || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { bytes[position] |= 0x20 }
    }
    return bytes
  }
}

extension Collection<UInt8> {
  /// Whether it is ASCII letters and digits alone: a name that is no more has no parts and no other forms.
  var isPlainWord: Bool { allSatisfy(isASCIIWord) }
}

extension EntityType {
  /// Not one of ours, but common in mappings.
  static let person = EntityType(known: "PERSON")

  /// Whether its originals are names of people, with a given and a family name.
  var isPersonName: Bool { self == .name || self == .person }
}
