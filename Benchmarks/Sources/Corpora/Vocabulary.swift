/// Words of an invented but English-looking language: stems from the lists below with endings, prefixes and compounds.
///
/// Many thousand distinct words come of it, so that hashed word filters meet the variety they meet in real text.
struct Vocabulary: Sendable {
  static let shared = Vocabulary()

  /// Words of one kind and form.
  struct Words: Sendable {
    /// Stems, the most frequent first.
    let common: [[UInt8]]
    /// What is made of them.
    let rare: [[UInt8]]

    fileprivate init(_ common: [String], _ rare: [String], form: (String) -> String = { $0 }) {
      self.common = common.map { Array(form($0).utf8) }
      self.rare = rare.map { Array(form($0).utf8) }
    }
  }

  let nouns: Words
  let plurals: Words
  let verbs: Words
  let pastForms: Words
  let participles: Words
  let thirdForms: Words
  let adjectives: Words
  let adverbs: Words

  private init() {
    let noun = Self.distinctWords(Self.nounList)
    let verb = Self.distinctWords(Self.verbList)
    let adjective = Self.distinctWords(Self.adjectiveList)
    let short = noun.filter { $0.utf8.count <= 5 }
    let actors = verb.map { Self.verb($0, "er") }
    let qualities = adjective.map { ($0.hasSuffix("y") ? $0.dropLast() + "i" : $0[...]) + "ness" }.map(String.init)
    let compounds = short.enumerated().flatMap { index, first in
      (0..<24).map { first + short[(index * 7 + $0 * 13 + 5) % short.count] }
    }
    var seen = Set(noun)
    let rareNouns = (actors + qualities + compounds).filter { seen.insert($0).inserted }
    let rareVerbs = ["re", "over", "out", "under"].flatMap { prefix in verb.map { prefix + $0 } }
    let negated = ["un", "non", "super", "half-"].flatMap { prefix in adjective.map { prefix + $0 } }
    let rareAdjectives = noun.map { $0 + "like" } + negated
    nouns = Words(noun, rareNouns)
    plurals = Words(noun, rareNouns, form: Self.plural)
    verbs = Words(verb, rareVerbs)
    pastForms = Words(verb, rareVerbs) { Self.verb($0, "ed") }
    participles = Words(verb, rareVerbs) { Self.verb($0, "ing") }
    thirdForms = Words(verb, rareVerbs, form: Self.plural)
    adjectives = Words(adjective, rareAdjectives)
    adverbs = Words(adjective, rareAdjectives, form: Self.adverb)
  }

  private static func distinctWords(_ list: String) -> [String] {
    var seen = Set<Substring>()
    return list.split { $0 == " " || $0 == "\n" }.filter { seen.insert($0).inserted }.map(String.init)
  }

  private static func endsInConsonantAndY(_ word: String) -> Bool {
    let end = word.utf8.suffix(2)
    return end.last == UInt8(ascii: "y") && !"aeiou".utf8.contains(end.first ?? 0)
  }

  private static func plural(_ word: String) -> String {
    if endsInConsonantAndY(word) { return word.dropLast() + "ies" }
    return word + (["s", "x", "ch", "sh", "z"].contains { word.hasSuffix($0) } ? "es" : "s")
  }

  private static func verb(_ stem: String, _ ending: String) -> String {
    if stem.hasSuffix("e") { return stem.dropLast() + ending }
    if endsInConsonantAndY(stem), ending != "ing" { return stem.dropLast() + "i" + ending }
    return stem + ending
  }

  private static func adverb(_ adjective: String) -> String {
    if adjective.hasSuffix("y") { return adjective.dropLast() + "ily" }
    if adjective.hasSuffix("le") { return adjective.dropLast() + "y" }
    return adjective + (adjective.hasSuffix("ic") ? "ally" : "ly")
  }
}

extension Vocabulary {
  private static let nounList = """
    time year people way day thing world school state family student group country problem hand part place case week
    company system program question work number night point home water room area money story fact month lot right study
    book eye job word business issue side kind head house service friend power hour game line end member law car city
    name team minute idea body back parent face level office door health person art war history party result change
    morning reason research girl guy moment air teacher force education foot boy age policy music market sense nation
    plan college interest death experience effect use class control field development role effort rate heart drug show
    leader light voice wife mind price report decision son view relationship town road difference value building action
    season society tax director position player record paper space ground form event matter center couple site project
    activity star table need court oil situation cost industry figure street image phone data picture practice piece
    land product doctor wall patient worker news test movie north south love step basket kettle lantern meadow harbour
    garden ladder cellar orchard window chimney saddle barrel anchor bridge tunnel mirror pillow blanket candle curtain
    drawer fence glacier hammer island jacket kitchen locker magnet needle oven pebble quarry ribbon shelter thread
    umbrella valley wagon yard acorn bakery cabin dairy engine ferry gravel hedge ivory jungle kernel lemon marble
    nectar onion parcel quilt ridge sparrow timber unit vessel willow yarn zipper apron beacon canal desk elbow
    fountain gallery hammock inlet jigsaw kiosk lagoon mortar notebook orbit paddle queue raft sponge turbine urn vault
    walnut axle bracket clamp drill easel flange gasket hinge ignition jar keel lever manifold nozzle outlet piston
    rotor spindle throttle valve wedge ledger invoice tariff surplus deficit budget margin levy quota rebate refund
    tender voucher warrant treaty statute clause petition verdict appeal mandate census ballot charter decree summit
    comma syllable vowel stanza chapter preface glossary index footnote margin paragraph headline caption draft
    archive buffer cache cluster column cursor daemon folder gateway kernel layer mutex network packet parser query
    replica schema socket stack thread token tuple vector widget theorem lemma corollary integer fraction ratio slope
    tangent axis polygon sphere cone cylinder prism lattice graph vertex edge node leaf root branch trunk bark twig
    petal stem seed husk shell nest feather beak claw hoof mane fur scale fin gill antler whisker tusk horn
    """

  private static let verbList = """
    ask work seem call turn start show play like live believe happen provide include continue change watch follow
    create open walk offer remember consider appear serve expect stay reach kill remain suggest raise pass require
    report decide pull return explain hope develop carry receive agree support produce cover point close reduce listen
    cause arrive manage note describe notice answer apply assume attend avoid belong borrow cancel check claim collect
    compare complain complete confirm connect contain cook count cross damage dance deliver deny depend deserve destroy
    discover discuss divide doubt dream earn employ enable enjoy enter escape examine exist express extend fail fill
    finish fold form gather guess handle hunt identify ignore imagine improve increase influence inform intend invite
    involve join jump justify kick knock land last laugh launch lean learn lift link lock mark match measure mention
    mind miss mix name need obtain occur order paint park perform phone pick place plant post pour practise prepare
    present press prevent print protect prove publish push record reflect refuse relate release remove repair repeat
    replace reply represent rescue rest reveal review roll rush save search select separate settle shake share shout
    sign smile sort sound spell spoil stretch struggle succeed suffer suppose surprise survive taste tend thank touch
    trace train travel treat trust unite visit wait want warn wash waste weigh whisper wish wonder yawn yield adjust
    anchor attach balance bless brush bundle calculate capture carve chase clarify combine compress consult crawl decode
    delay detach dilute echo encode enlarge evaluate fasten filter forward freight gallop glance grease guard harvest
    hesitate hover illustrate inspect insert invent iterate juggle knead label linger load loosen merge migrate mount
    mumble navigate observe offload optimise outline parse patch polish ponder postpone pretend probe pronounce quote
    rattle refine rehearse render restore retrieve rinse rotate scatter scratch shelter shuffle simplify sketch smooth
    soften sprinkle squeeze stack stumble summarise surround swallow switch tackle tangle tighten toast trade transform
    translate trickle tumble twist unfold unload update upgrade utter validate vanish verify wander whistle wrestle
    """

  private static let adjectiveList = """
    good new first last long great little own other old right big high different small large next early young important
    few public bad same able local sure free better true whole clear recent certain full human major strong possible
    late hard real common poor natural significant similar hot dead central happy serious ready simple left physical
    general environmental financial blue democratic dark various entire close legal religious cold final main green nice
    huge popular traditional cultural wide private past foreign fine strange single short deep modern total normal open
    basic heavy quick quiet rapid rare rich rigid robust rough round rural safe sandy scarce sharp shiny silent sleepy
    slight slow smooth soft solid sour spare stable stale steady steep sticky stiff still straight strict subtle sudden
    sweet swift tall tame tart tender tense thick thin tidy tight tiny tired tough typical ugly uneven unique usual
    vague valid vast vivid warm weak wealthy weary weird wet wild wise wooden worthy abrupt absent absurd active acute
    adequate agile ample ancient angry anxious arid artistic atomic awkward bare bitter blank bleak blunt bold brave
    brief bright brisk brittle broad bulky busy calm careful cautious cheap chilly civic clever clumsy coarse compact
    complex concise constant content coral costly crisp crooked crude curious curved damp dense distant dizzy dreary
    dull durable dusty eager earnest easy elastic elegant empty exact exotic faint fair famous fancy fertile fierce flat
    fluent fluid formal fragile frail frank fresh frosty frugal gentle genuine giant glad gloomy golden graceful grand
    grave greedy grim gritty hollow honest humble humid hungry icy idle ill inner intense jolly keen kind lame lavish
    lazy lean level light likely linear liquid lively lofty lonely loose loud loyal lucid lush magnetic marine mature
    meek mellow merry mild minor misty mobile modest moist muddy mute narrow nasty neat nervous noble noisy novel numb
    """
}
