import Scanning

extension Engine {
  /// Why a candidate was taken for a name: what stands around it, and what is known of its words.
  ///
  /// Looked up again from the text, so that finding names costs nothing for reasons that nobody asks for.
  ///
  /// - Parameter rules: The rules that found the same words as the same type, its own first.
  func evidence(for candidate: Candidate, foundBy rules: [String], in text: [UInt8]) -> [Explanation.Evidence] {
    guard candidate.source <= .pattern, candidate.number < 0 else { return [] }
    let surroundings = rules.compactMap(Explanation.Evidence.Kind.init(finder:))
    let label = Tagger.Label.all.first { $0.type == candidate.type && rules.contains($0.rule.text) }
    var evidence = label.map { taggerEvidence($0, candidate.range, in: text) } ?? []
    guard !surroundings.isEmpty || label != nil else { return [] }
    for kind in surroundings where !evidence.contains(where: { $0.kind == kind }) {
      evidence.append(Explanation.Evidence(kind))
    }
    guard candidate.type == .name else { return evidence }
    return evidence + wordEvidence(candidate.range, in: text)
  }

  private func wordEvidence(_ range: Range<Int>, in text: [UInt8]) -> [Explanation.Evidence] {
    withFold(around: range, reach: 64, of: text) { bytes, place in
      program.lexicon.withViews { views in
        var finder = NameFinder(text: bytes, hits: [], views: views)
        return finder.wordEvidence(in: place)
      }
    }
  }

  private func taggerEvidence(
    _ label: Tagger.Label, _ range: Range<Int>, in text: [UInt8]
  ) -> [Explanation.Evidence] {
    withFold(around: range, reach: 1024, of: text) { bytes, place in
      let grounds = Tagger(.builtIn).grounds(of: label, place, in: bytes, from: Tagger.start(of: place, in: bytes))
      return grounds.map { Explanation.Evidence(Explanation.Evidence.Kind($0.ground), weight: $0.weight) }
    }
  }

  /// Hands over a piece of the text, folded, and where in it a range of the text stands.
  private func withFold(
    around range: Range<Int>, reach: Int, of text: [UInt8],
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> [Explanation.Evidence]
  ) -> [Explanation.Evidence] {
    // What of the text is folded along, as far as a sentence's start is looked for and characters depend on others.
    var start = max(0, range.lowerBound - reach)
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(text.count, range.upperBound + reach)
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    var folder = Folder()
    var folded = FoldedText()
    let isFolded = text[start..<end].withUnsafeBufferPointer { bytes in
      (try? folder.fold(bytes, admitInvalid: true, into: &folded)) != nil
    }
    guard isFolded else { return [] }
    let place =
      folded.position(atOriginal: range.lowerBound - start)..<folded.position(atOriginal: range.upperBound - start)
    return folded.bytes.withUnsafeBufferPointer { body($0, place) }
  }
}

extension NameFinder {
  /// What is known of the words in a piece of the text, from the first to the last.
  fileprivate mutating func wordEvidence(in place: Range<Int>) -> [Explanation.Evidence] {
    var evidence: [Explanation.Evidence] = []
    var word = 0
    var position = place.lowerBound
    while position < place.upperBound {
      guard let token = reader.token(at: position) else {
        position += 1
        continue
      }
      word += 1
      let kinds = Self.kinds(of: token)
      evidence += (kinds.isEmpty ? [.unknownWord] : kinds).map { Explanation.Evidence($0, word: word) }
      if word == 1, token.letters == .capital, !isClauseStart(token.start) {
        evidence.append(Explanation.Evidence(.capitalInside, word: word))
      }
      position = token.end
    }
    return evidence
  }

  private static func kinds(of token: NameToken) -> [Explanation.Evidence.Kind] {
    if token.isInitial { return [.initial] }
    // All particles are words of their language.
    if token.letters == .lower, token.roles.contains(.particle) { return [.particle] }
    let all: [(WordRoles, Explanation.Evidence.Kind)] = [
      (.given, .givenName), (.family, .familyName), (.particle, .particle), (.suffix, .suffix),
      ([.common, .ambiguous], .commonWord),
    ]
    return all.filter { !token.roles.isDisjoint(with: $0.0) }.map(\.1)
  }
}

extension Explanation.Evidence.Kind {
  fileprivate init(_ ground: Tagger.Ground) {
    switch ground {
    case .word: self = .ownWord
    case .writing: self = .writing
    case .lists: self = .wordLists
    case .before: self = .precededBy
    case .behind: self = .followedBy
    case .together: self = .together
    }
  }

  /// What a finding of a finder, or of recall, rests on; nil for rules and lists.
  fileprivate init?(finder rule: String) {
    let parts = rule.split(separator: "-", maxSplits: 1).map(String.init)
    if rule == "seen-before" {
      self = .seenBefore
    } else if parts.first == "name", let finding = parts.last.flatMap(NameFinder.Evidence.init(rawValue:)) {
      switch finding {
      case .title: self = .title
      case .greeting: self = .greeting
      case .introduction: self = .introduction
      case .label: self = .label
      case .closing: self = .closing
      case .list: self = .list
      case .inverted: self = .inverted
      case .initials: self = .initials
      }
    } else if parts.first == "org", let finding = parts.last.flatMap(OrganisationFinder.Evidence.init(rawValue:)) {
      switch finding {
      case .form: self = .legalForm
      case .before: self = .legalFormBefore
      case .label: self = .label
      case .alias: self = .alias
      }
    } else {
      return nil
    }
  }
}
