import Corpora
import Veil

extension Case {
  /// Every kind of text at one length, and two kinds at every length.
  static var detecting: [Case] {
    let kinds = Corpus.allCases.map { detect($0, .document) }
    let sizes = [Corpus.clean, .prose].flatMap { corpus in
      Size.allCases.filter { $0 != .document }.map { detect(corpus, $0) }
    }
    return kinds + sizes + [detect(.chat, .document, names: .fast), detect(.chat, .document, names: .full)]
  }

  private static func detect(_ corpus: Corpus, _ size: Size, names: Policy.NameDetection = .off) -> Case {
    let suffix = names == .off ? "" : ", names \(names.rawValue)"
    return Case("detect \(corpus.rawValue) \(size.name)\(suffix)", isHeavy: size.isHeavy) {
      let engine = try names == .off ? engine() : engine(names: names)
      let text = corpus.bytes(size.rawValue)
      return { try engine.findings(in: text).count }
    }
  }

  /// What more rules cost where nothing is to be found.
  static var rules: [Case] {
    [10, 50, 100, 200].map { count in
      Case("detect clean 16 KB, \(count) rules") {
        var policy = Policy.default
        policy.names = .off
        policy.rules = RuleSelection.spread(count, of: policy)
        let engine = try Engine(policy)
        let text = Corpus.clean.bytes(Size.document.rawValue)
        return { try engine.findings(in: text).count }
      }
    }
  }

  /// What a user's list costs: to look for, and to load.
  static var mappings: [Case] {
    [0, 1_000, 100_000, 1_000_000].map { count in
      Case("detect clean 16 KB, \(count) entries", isHeavy: count > 1_000) {
        let engine = try engine()
        let mapping = try Mapping(pairs(count))
        let text = Corpus.clean.bytes(Size.document.rawValue)
        return { try engine.findings(in: text, mapping: mapping).count }
      }
    }
      + [1_000, 100_000].map { count in
        Case("load \(count) entries", isHeavy: count > 1_000) {
          let pairs = pairs(count)
          return { try Mapping(pairs).entries.count }
        }
      }
  }

  private static func pairs(_ count: Int) -> [(String, String)] {
    Lists.entries(count).map { ($0.original, $0.type) }
  }
}
