/// What samples that are built alike have in common: parts, one behind the other.
struct SampleForm {
  var parts: [FormPart]
  /// How many samples have it.
  var count: Int

  /// The forms of all samples, the most frequent first.
  ///
  /// - Throws: ``LearningError`` when they have nothing in common, or some are unlike all others.
  static func forms(of samples: Samples) throws(LearningError) -> [SampleForm] {
    let cut = samples.texts.map(SamplePieces.init)
    let builds = Dictionary(grouping: cut.indices) { cut[$0].build }
    if builds.count <= most, builds.values.allSatisfy({ $0.count > 1 }) {
      return try sorted(builds.values.map { form(of: $0.map { cut[$0] }) })
    }
    // Tokens made by chance are each built in their own way; anything else is an exception or a mistake.
    let isTangled = cut.contains { $0.build.contains { $0.count > 3 } }
    guard isTangled || builds.values.allSatisfy({ $0.count * 2 < samples.count }) else {
      let odd = builds.values.filter { $0.count == 1 }.joined().min()
      if let odd {
        throw LearningError(
          line: samples.lines[odd], "built unlike all other samples; take it out, or give more like it")
      }
      throw LearningError("the samples are built in \(builds.count) ways; learn a rule for each kind")
    }
    let layouts = Dictionary(grouping: cut.indices) { cut[$0].pieces.count }
    guard layouts.count <= most, layouts.values.allSatisfy({ $0.count > 1 }) else { throw nothingInCommon }
    var forms: [SampleForm] = []
    for members in layouts.values { forms.append(try mixedForm(of: members.map { cut[$0] })) }
    return try sorted(forms)
  }

  /// More ways to write an identifier than this are different identifiers.
  private static let most = 3
  /// Texts that a part may be one of.
  private static let mostVariants = 8

  private static let nothingInCommon = LearningError("the samples have nothing in common that a pattern could say")

  private static func sorted(_ forms: [SampleForm]) throws(LearningError) -> [SampleForm] {
    for form in forms {
      // Anything may stand between the parts: then they are not parts of one thing.
      for case .oneOf(let texts) in form.parts where texts.count > mostVariants { throw nothingInCommon }
    }
    return forms.sorted { ($0.count, $1.pattern) > ($1.count, $0.pattern) }
  }

  private static func form(of samples: [SamplePieces]) -> SampleForm {
    let isAlone = samples[0].build.joined().count { $0 == .digits } == 1
    return assemble(samples) { pieces in
      let runs = pieces.map(Run.runs)
      return runs[0].indices.flatMap { number in part(of: runs.map { $0[number] }, isAlone: isAlone) }
    }
  }

  private static func mixedForm(of samples: [SamplePieces]) throws(LearningError) -> SampleForm {
    var isPossible = true
    let form = assemble(samples) { pieces in
      let runs = pieces.map(Run.runs)
      if Set(runs.map { $0.map(\.kind) }).count == 1 {
        return runs[0].indices.flatMap { number in part(of: runs.map { $0[number] }, isAlone: true) }
      }
      let lengths = pieces.map(\.unicodeScalars.count)
      // Short ones, or of all lengths, would be any word.
      isPossible = isPossible && lengths.min()! >= 6 && lengths.max()! * 4 <= lengths.min()! * 5
      return [
        .mixed(
          CharacterClass(of: pieces, among: CharacterClass.ofMixtures), lengths.min()!...lengths.max()!,
          hasDigit: pieces.allSatisfy { $0.unicodeScalars.contains(where: isDigit) },
          hasLetter: !pieces.contains { $0.unicodeScalars.allSatisfy(isDigit) })
      ]
    }
    guard isPossible else { throw nothingInCommon }
    return form
  }

  /// Gaps and pieces in turn.
  private static func assemble(_ samples: [SamplePieces], _ parts: ([String]) -> [FormPart]) -> SampleForm {
    var form = SampleForm(parts: [], count: samples.count)
    for number in samples[0].gaps.indices {
      let gaps = Set(samples.map { $0.gaps[number] })
      if gaps.count > 1 {
        form.parts.append(
          .oneOf(gaps.sorted { $0.utf8.count > $1.utf8.count || $0.utf8.count == $1.utf8.count && $0 < $1 }))
      } else if let gap = gaps.first, !gap.isEmpty {
        form.parts.append(.literal(gap))
      }
      if number < samples[0].pieces.count { form.parts += parts(samples.map { $0.pieces[number] }) }
    }
    return form
  }

  /// - Parameter isAlone: whether there is no other number in the samples: then it is the number, never a year.
  private static func part(of runs: [Run], isAlone: Bool) -> [FormPart] {
    let texts = runs.map(\.text)
    let lengths = texts.map(\.unicodeScalars.count)
    let range = lengths.min()!...lengths.max()!
    let variants = Set(texts)
    if runs[0].kind == .digits {
      if !isAlone, range == 4...4, texts.allSatisfy({ $0.hasPrefix("19") || $0.hasPrefix("20") }) { return [.year] }
      if variants.count == 1, isNoChance(texts[0].utf8.count, runs.count, of: 10) { return [.literal(texts[0])] }
      let prefix = commonPrefix(texts)
      // Samples taken one after the other begin alike without meaning it.
      if runs.count >= 8, prefix.count * 2 <= range.lowerBound, isNoChance(prefix.count, runs.count, of: 10) {
        return [
          .literal(prefix), .characters(.digits, range.lowerBound - prefix.count...range.upperBound - prefix.count),
        ]
      }
      return [.characters(.digits, range)]
    }
    if variants.count == 1 { return [.literal(texts[0])] }
    let counts = Dictionary(grouping: texts) { $0 }.mapValues(\.count)
    if variants.count <= mostVariants, counts.values.allSatisfy({ $0 > 1 }) { return [.oneOf(variants.sorted())] }
    let prefix = commonPrefix(texts)
    let kind = CharacterClass(of: texts, among: CharacterClass.ofLetters)
    if prefix.count < range.lowerBound, isNoChance(prefix.count, runs.count, of: 26) {
      return [
        .literal(prefix), .characters(kind, range.lowerBound - prefix.count...range.upperBound - prefix.count),
      ]
    }
    return [.characters(kind, range)]
  }

  /// Whether so many samples would hardly agree in so many characters if these were drawn at random.
  private static func isNoChance(_ characters: Int, _ samples: Int, of size: Int) -> Bool {
    characters > 0 && Double(characters * (samples - 1)) * (size == 10 ? 1 : 1.4) >= 4
  }

  private static func commonPrefix(_ texts: [String]) -> String {
    var prefix = Substring(texts[0])
    for text in texts { while !text.hasPrefix(prefix) { prefix = prefix.dropLast() } }
    return String(prefix)
  }
}

extension SampleForm {
  var pattern: String { parts.map(\.pattern).joined() }
  var size: Double { parts.reduce(1) { $0 * $1.size } }
  var words: String { parts.map(\.words).joined(separator: ", ") }
  var digitCount: Int { parts.reduce(0) { $0 + $1.digitCount } }
  var fixedLetterCount: Int { parts.reduce(0) { $0 + $1.fixedLetterCount } }
  /// Bytes at most.
  var longest: Int { parts.reduce(0) { $0 + $1.longest } }
}
