import Veil

/// The pattern that samples come to, and what can be said of it.
struct LearnedPattern {
  var forms: [SampleForm]
  var isCaseless: Bool

  /// How much a match says by itself.
  enum Strength: Comparable {
    /// Ordinary words match, too.
    case word
    /// Numbers of any kind match, too.
    case number
    /// Other identifiers are likely to look the same.
    case weak
    /// A letter that is always there, and a number.
    case fair
    /// Fixed letters that hardly anything else begins with.
    case strong
  }

  init(_ samples: Samples) throws(LearningError) {
    forms = try SampleForm.forms(of: samples)
    isCaseless = samples.isCaseless
  }

  var text: String { forms.count == 1 ? forms[0].pattern : "(?:\(forms.map(\.pattern).joined(separator: "|")))" }

  /// How many texts it matches.
  var size: Double { forms.reduce(0) { $0 + $1.size } }

  var strength: Strength { forms.map(Self.strength).min()! }

  private static func strength(_ form: SampleForm) -> Strength {
    if form.digitCount == 0 { return .word }
    if form.parts.allSatisfy(\.hasNoLetter) { return .number }
    // `Room 123`: the word before is a label rather than a part.
    let hasLabel = zip(form.parts, form.parts.dropFirst()).contains { word, gap in
      word.texts.contains { $0.contains(where: \.isLowercase) } && gap.texts.contains { $0.contains(" ") }
    }
    if hasLabel { return .weak }
    if form.fixedLetterCount >= 2, form.digitCount >= 3 { return .strong }
    return form.fixedLetterCount >= 1 && form.digitCount >= 4 ? .fair : .weak
  }

  // MARK: - Trigger

  /// What finds the beginning of a match at the least cost.
  var trigger: Rule.Trigger {
    if let literals { return .literals(literals) }
    if let shape { return shape }
    if let run { return run }
    let digits = forms.map(\.digitCount).min()!
    let longest = forms.map(\.longest).max()!
    return digits >= 3 && longest <= 64 ? .digits(digits, within: longest) : .derived
  }

  /// Texts that all matches begin with, if each has the three characters that a literal needs.
  private var literals: [String]? {
    var all: Set<String> = []
    for form in forms {
      var starts = [""]
      loop: for part in form.parts {
        switch part {
        case .literal(let text): starts = starts.map { $0 + text }
        case .oneOf(let texts) where !texts.contains("") && starts.count * texts.count <= 16:
          starts = starts.flatMap { start in texts.map { start + $0 } }
        default: break loop
        }
      }
      let areUsable = starts.allSatisfy { start in
        start.utf8.count >= 3 && start.utf8.allSatisfy { $0 < 0x80 }
          && start.unicodeScalars.first.map(isPartOfWord) == true
      }
      guard areUsable else { return nil }
      all.formUnion(starts)
    }
    return all.sorted()
  }

  /// Capitals, perhaps, and then digits in groups.
  private var shape: Rule.Trigger? {
    var letters: ClosedRange<Int>?
    var digits: Set<Int> = []
    for form in forms {
      guard let start = Self.shape(form, isCaseless: isCaseless) else { return nil }
      letters = letters.map {
        min($0.lowerBound, start.letters.lowerBound)...max($0.upperBound, start.letters.upperBound)
      }
      letters = letters ?? start.letters
      digits.formUnion(start.digits)
    }
    return letters.map { .shape(letters: $0, digits: digits) }
  }

  /// Letters and digits that are mixed, nothing else before them.
  private var run: Rule.Trigger? {
    var lengths: Set<Int> = []
    for form in forms {
      guard form.parts.count == 1, case .mixed(let kind, let count, hasDigit: true, _) = form.parts[0] else {
        return nil
      }
      guard kind != .anyLettersAndDigits, isCaseless || !kind.hasSmallLetters, count.upperBound <= 127 else {
        return nil
      }
      lengths.formUnion(count)
    }
    return .run(lengths, digits: 1)
  }

  private static func shape(
    _ form: SampleForm, isCaseless: Bool
  ) -> (letters: ClosedRange<Int>, digits: ClosedRange<Int>)? {
    var letters = 0...0
    var digits = 0...0
    func add(_ count: ClosedRange<Int>, to sum: inout ClosedRange<Int>) {
      sum = sum.lowerBound + count.lowerBound...sum.upperBound + count.upperBound
    }
    var hasGap = false
    loop: for part in form.parts {
      let scalars = part.texts.joined().unicodeScalars
      if digits == 0...0, !hasGap, part.isOfLetters(isCaseless: isCaseless) {
        add(part.length, to: &letters)
      } else if part.isOfDigits {
        add(part.length, to: &digits)
      } else if digits != 0...0 {
        break loop
      } else if !part.texts.isEmpty, part.length.upperBound <= 1,
        scalars.allSatisfy({ " .-/".unicodeScalars.contains($0) }),
        letters.lowerBound > 0, !hasGap
      {
        hasGap = true
      } else {
        return nil
      }
    }
    guard letters.upperBound <= 7, digits.lowerBound >= 3, digits.upperBound <= 63 else { return nil }
    return (letters, digits)
  }
}

extension FormPart {
  /// What it says exactly; nothing for characters of a class.
  fileprivate var texts: [String] {
    switch self {
    case .literal(let text): [text]
    case .oneOf(let texts): texts
    case .characters, .mixed, .year: []
    }
  }

  fileprivate var isOfDigits: Bool {
    switch self {
    case .characters(.digits, _), .year: true
    case .literal(let text): text.unicodeScalars.allSatisfy(isDigit)
    default: false
    }
  }

  /// Letters that a shape may begin with: ASCII, and capitals unless case does not matter.
  fileprivate func isOfLetters(isCaseless: Bool) -> Bool {
    func areRight(_ text: String) -> Bool {
      text.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) || isCaseless && ("a"..."z").contains($0) }
    }
    return switch self {
    case .characters(.capitals, _): true
    case .literal(let text): areRight(text)
    case .oneOf(let texts): texts.allSatisfy { !$0.isEmpty && areRight($0) }
    default: false
    }
  }
}
