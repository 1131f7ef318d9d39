import Foundation

/// Fills templates: each time with other names.
struct TemplateFiller: Sendable {
  let persons: Persons
  let places: Places
  let organisations: Organisations

  init(lexicon: Lexicon, lists: URL, statistics: WordStatistics? = nil) throws {
    persons = Persons(pools: try NamePools(lexicon: lexicon, lists: lists, statistics: statistics))
    places = Places(lexicon: lexicon)
    organisations = Organisations(persons: persons, places: places)
  }

  func fill(_ template: Template, document: Int = 0, _ random: inout Random) -> Sentence {
    var filling = Filling()
    fill(template.parts, template.language, group: nil, &filling, &random)
    return filling.builder.sentence(document: document)
  }

  private struct Filling {
    var builder = SentenceBuilder()
    /// The kind of the slot that the last span consists of, for joining the parts of one name that stand side by side.
    var lastKind: Template.Kind?
    var lastPerson: Persons.Person?
  }

  private func fill(
    _ parts: [Template.Part], _ language: Language, group person: Persons.Person?, _ filling: inout Filling,
    _ random: inout Random
  ) {
    for part in parts {
      switch part {
      case .text(let text): filling.builder.append(text)
      case .alternatives(let all): fill(random.pick(all), language, group: person, &filling, &random)
      case .group(let label, let parts):
        let start = filling.builder.count
        let member = persons.person(language, &random)
        fill(parts, language, group: member, &filling, &random)
        filling.builder.close(from: start, as: label)
        filling.lastKind = nil
      case .slot(let slot):
        if let person {
          filling.builder.append(text(of: slot, language, person, &random))
        } else if let label = slot.kind.label {
          let continues = label == .person && Self.continues(filling, slot.kind)
          let own =
            continues ? filling.lastPerson ?? persons.person(language, &random) : persons.person(language, &random)
          filling.builder.append(text(of: slot, language, own, &random), as: label)
          if continues { filling.builder.joinLastTwo() }
          filling.lastKind = slot.kind
          filling.lastPerson = own
        } else {
          filling.builder.append(text(of: slot, language, nil, &random))
        }
      }
    }
  }

  /// `{given} {family}` and `{initial}. {family}` side by side are one person, though written without a group.
  private static func continues(_ filling: Filling, _ kind: Template.Kind) -> Bool {
    guard let last = filling.lastKind, let span = filling.builder.spans.last, span.label == .person else {
      return false
    }
    let between = filling.builder.text[span.end...]
    let isSpace = between.elementsEqual(" ".utf8)
    let isDot = between.elementsEqual(". ".utf8) || between.elementsEqual(".".utf8)
    switch (last, kind) {
    case (.given, .family), (.nick, .family), (.given, .initial), (.nick, .initial), (.family, .given): return isSpace
    case (.initial, .family), (.initial, .initial): return isSpace || isDot
    default: return false
    }
  }

  private func text(
    of slot: Template.Slot, _ language: Language, _ person: Persons.Person?, _ random: inout Random
  ) -> String {
    let person = person ?? persons.person(language, &random)
    let text =
      switch slot.kind {
      case .name: persons.name(of: person, language, &random)
      case .given where slot.isCommon: persons.common(\.given, language, &random)
      case .family where slot.isCommon: persons.common(\.family, language, &random)
      case .given: persons.given(of: person, language, &random)
      case .family: persons.family(of: person, language, &random)
      case .initial: persons.initial(&random)
      case .nick: persons.nick(language, &random)
      case .org: organisations.organisation(language, &random)
      case .company: organisations.company(language, &random)
      case .firm: organisations.firm(language, &random)
      case .shop: organisations.shop(language, &random)
      case .agency: organisations.agency(&random)
      case .street: organisations.street(language, &random)
      case .state: random.pick(FirmLists.states)
      case .city: places.city(language, &random)
      case .country: places.country(language, &random)
      case .region: places.region(language, &random)
      case .place: places.place(language, &random)
      case .number, .amount, .date, .time, .month, .weekday, .code, .version: Figures.text(slot.kind, language, &random)
      case .email, .phone, .product, .url, .path: Addresses.text(slot.kind, language, persons, &random)
      case .office, .condition, .drug, .procedure, .people, .ethnic, .institution, .party, .act, .currency, .acronym,
        .hex,
        .identifier, .pet, .storm, .title:
        Vocabulary.text(slot.kind, language, persons, &random)
      }
    return slot.letterCase?.applied(to: text) ?? text
  }
}
