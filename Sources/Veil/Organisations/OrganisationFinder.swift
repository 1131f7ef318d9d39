import Scanning

/// Finds companies by their legal forms, by the labels of forms and tables, and by the short names that a text defines
/// for them.
///
/// Works on the hits of the lexicon as ``NameFinder`` does: a legal form or a label starts a search around it, and what
/// is looked at stays within ``reach``.
struct OrganisationFinder: Surroundings {
  enum Evidence: String, CaseIterable {
    case form, before, label, alias

    private static let rules = Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, RuleName("org-\($0.rawValue)")) })
    var rule: RuleName { Self.rules[self]! }
  }

  struct Organisation {
    var range: Range<Int>
    var score: Double
    var evidence: Evidence
  }

  /// A legal form as the text has it.
  struct Form {
    /// With a full stop that belongs to it.
    var range: Range<Int>
    var roles: WordRoles
    /// Two capitals that are often something else: `AS`, `SA`, `KG`.
    var isWeak: Bool
    /// A word of the language: `Company`, `Limited`.
    var isWord: Bool
  }

  private static let forms: WordRoles = [.legalForm, .legalFormBefore, .organisationEnding]

  /// Furthest that a name reaches from its form or label, in bytes.
  static let reach = 160

  private(set) var found: [Organisation] = []
  let text: UnsafeBufferPointer<UInt8>
  let hits: [PhraseHit]
  private let views: Lexicon.Views
  var reader: NameReader
  /// In the text's order; none within another.
  private(set) var forms: [Form] = []

  init(text: UnsafeBufferPointer<UInt8>, hits: [PhraseHit], views: Lexicon.Views) {
    self.text = text
    self.hits = hits
    self.views = views
    reader = NameReader(text: text, views: views)
  }

  func byte(_ position: Int) -> UInt8? { reader.byte(position) }

  /// Fills `found` with organisations that start in `core`; the same words may be found more than once.
  mutating func find(in core: Range<Int>) {
    var labels: [Range<Int>] = []
    for hit in hits where hit.index == 0 {
      let roles = views.roles(of: hit)
      guard !roles.isDisjoint(with: .startsOrganisation) else { continue }
      let range = Int(hit.start)..<Int(hit.end)
      if roles.contains(.organisationLabel) { labels.append(range) }
      if !roles.isDisjoint(with: Self.forms), let form = form(range, roles) { note(form) }
    }
    for label in labels { afterLabel(label) }
    for number in forms.indices {
      let first = found.count
      let form = forms[number]
      if unspacedScript(form) != .none {
        if form.roles.contains(.legalFormBefore) { afterUnspaced(form) }
        if form.roles.contains(.legalForm), found.count == first { beforeUnspaced(form) }
        continue
      }
      if !form.roles.isDisjoint(with: [.legalForm, .organisationEnding]) { beforeForm(number) }
      if form.roles.contains(.legalFormBefore) { afterForm(number) }
      if found.count == first + 2 { keepOne(of: form) }
      for index in first..<found.count { aliases(of: found[index].range) }
    }
    found.removeAll { !core.contains($0.range.lowerBound) }
  }

  /// Of the names on both sides of a form, the one that is meant: what a comma sets off stands before it, what is
  /// quoted behind it. Otherwise nearly all forms stand behind the name.
  private mutating func keepOne(of form: Form) {
    let next = byte(skipSpaces(form.range.upperBound))
    let isBehind = byte(skipSpacesBack(form.range.lowerBound) - 1) == UInt8(ascii: ",")
    let isBefore = next == UInt8(ascii: "\"") || ["uab", "sia"].contains(lowered(form.range))
    found.remove(at: isBefore && !isBehind ? found.count - 2 : found.count - 1)
  }

  mutating func add(_ range: Range<Int>, _ score: Double, _ evidence: Evidence) {
    found.append(Organisation(range: range, score: score, evidence: evidence))
  }
}

// MARK: - Forms

extension OrganisationFinder {
  /// Whether the hit is written as the list asks, and stands by itself.
  private mutating func form(_ range: Range<Int>, _ roles: WordRoles) -> Form? {
    let letters = reader.cases(range)
    if roles.contains(.inCapitals), letters.hasLower { return nil }
    if roles.contains(.withCapital), !letters.isFirstUpper { return nil }
    if roles.contains(.withCapitalEnd), !letters.isLastUpper { return nil }
    var end = range.upperBound
    let hasStop = byte(end - 1) == UInt8(ascii: ".")
    if !hasStop, byte(end) == UInt8(ascii: "."), isAbbreviation(stop: end) { end += 1 }
    if let next = byte(end), isASCIIWord(next) || "_@+=".utf8.contains(next) { return nil }
    if let next = byte(end), next >= 0x80, reader.isLetter(at: end), letters.hasUpper || letters.hasLower { return nil }
    // `co-operative`, `AS/400`, `Ltd-based`
    if let next = byte(end), next == UInt8(ascii: "-") || next == UInt8(ascii: "/"), let after = byte(end + 1),
      isASCIIWord(after) || after >= 0x80
    {
      return nil
    }
    if let before = byte(range.lowerBound - 1), ".@%/\\_#=".utf8.contains(before) { return nil }
    // `A. S.` are initials sooner than a form, `CO` is Colorado.
    if letters.count == 2, text[range].contains(0x20), !hasStop || isCapital(at: skipSpaces(end)) { return nil }
    if letters.count == 2, !roles.contains(.inCapitals), !letters.hasLower, end == range.upperBound, !hasStop {
      return nil
    }
    let isShort = letters.count <= 2 && !text[range].dropLast().contains(UInt8(ascii: ".")) && byte(end - 1) != 0x2E
    var isWord = false
    if roles.contains(.withCapital), range.count > 4, let token = reader.token(at: range.lowerBound) {
      isWord = !token.roles.isDisjoint(with: [.common, .organisationEnding])
    }
    return Form(range: range.lowerBound..<end, roles: roles, isWeak: isShort, isWord: isWord)
  }

  private func isCapital(at position: Int) -> Bool { byte(position).map(isUpper) ?? false }

  /// Whether a full stop behind a form belongs to it rather than to the sentence.
  private func isAbbreviation(stop: Int) -> Bool {
    guard let next = byte(stop + 1) else { return false }
    if ",;:)\"'".utf8.contains(next) { return true }
    guard next == 0x20, let after = byte(skipSpaces(stop + 1)) else { return false }
    return isLower(after) || isDigit(after) || after == UInt8(ascii: "(") || after == UInt8(ascii: "&")
      || after == UInt8(ascii: "\"")
  }

  /// Keeps the longest of forms that share their words: `GmbH & Co. KG` rather than its `KG`.
  private mutating func note(_ form: Form) {
    if let last = forms.last, last.range.overlaps(form.range) {
      if last.range.lowerBound == form.range.lowerBound, last.range.count == form.range.count {
        forms[forms.count - 1].roles.formUnion(form.roles)
      } else if form.range.count > last.range.count {
        forms[forms.count - 1] = form
      }
      return
    }
    forms.append(form)
  }

  /// The form that has a byte at `position`.
  func form(at position: Int) -> Form? {
    let next = forms.partitioningIndex { $0.range.upperBound > position }
    return next < forms.count && forms[next].range.contains(position) ? forms[next] : nil
  }
}
