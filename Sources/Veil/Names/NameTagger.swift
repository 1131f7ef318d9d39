import Scanning
import VeilModel

/// The trained tagger's part in recognition: people's names, organisations without a legal form, places.
extension TaggerModel {
  /// The model that the library brings.
  static let builtIn: TaggerModel = {
    var count = 0
    let image = veil_names_model(&count)
    guard let model = TaggerModel(image: UnsafeBufferPointer(start: image, count: count)) else {
      // Built with a file that is no model: nothing of the input is involved.
      fatalError("the embedded name model cannot be read")
    }
    return model
  }()
}

extension Tagger.Label {
  static let all: [Self] = [.person, .organisation, .place]

  var type: EntityType {
    switch self {
    case .person: .name
    case .organisation: .organisation
    case .place: .location
    }
  }

  var rule: RuleName {
    switch self {
    case .person: .nameTagger
    case .organisation: .organisationTagger
    case .place: .locationTagger
    }
  }
}

extension Tagger {
  /// Where reading begins so that the first segment of the core is most likely whole: behind the last line end before
  /// it, as far as a sentence reaches back, else between words as far back as that.
  static func start(of core: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let earliest = max(0, core.lowerBound - 512)
    let before = text[earliest..<core.lowerBound]
    if let lineEnd = before.lastIndex(of: UInt8(ascii: "\n")) { return lineEnd + 1 }
    return earliest == 0 ? 0 : before.firstIndex(of: UInt8(ascii: " ")) ?? core.lowerBound
  }
}

extension NameFinder.Name {
  /// The score with the tagger's belief, 0 to 1, that this is a person's name: what lists alone speak for needs some of
  /// it, what a title or a label speaks for loses by the lack of it.
  func score(taggerSays belief: Double) -> Double {
    switch evidence {
    case .list, .initials, .inverted: return score - 0.5 * (1 - min(1, belief / 0.5))
    case .title, .greeting, .introduction, .label, .closing: return score - 0.6 * (1 - min(1, belief / 0.25))
    }
  }
}

extension Policy {
  /// How much more readily than not a word is taken for a name: a lower threshold asks for more names.
  var outsideWeight: Float {
    let lowest = [EntityType.name, .organisation, .location].filter(admits).map(threshold).min() ?? minimumScore
    return lowest < 0.5 ? Float(lowest - 0.5) * 2 : 0
  }
}
