/// Street names of German- and Dutch-speaking countries that nearly every town has. They start the search for an
/// address without a postcode, since nothing else about a single word before a number does.
enum Streets {
  static let names: [String] = germanNames + dutchNames + phrases

  private static let germanNames =
    combine(germanStems, ["straße", "strasse", "str"]) + combine(germanWays, ["weg", "platz", "allee", "gasse"])
    + combine(germanAdjectives, [" straße", " strasse", " str", " weg", " platz", " allee", " chaussee"])
  private static let dutchNames =
    combine(dutchStems, ["straat", "laan", "weg", "plein"]) + combine(dutchWater, ["kade", "gracht", "singel", "dijk"])

  private static func combine(_ stems: [String], _ endings: [String]) -> [String] {
    stems.flatMap { stem in endings.map { stem + $0 } }
  }

  private static let germanStems = words(
    """
    acker adler ahorn alte amsel apfel arndt au bach bad bahnhof beethoven berg berliner birken bismarck blücher
    blumen breite brücken brunnen buchen burg dorf eichen eichendorff einstein elisabeth erlen eschen falken feld
    fichten fischer flur friedens friedhof friedrich garten gartenstadt gerber goethe grimm haupt heide hermann
    herren hinden hoch hof industrie jahn johannes kaiser kant kapellen karl kasernen kastanien kepler kiefern kirch
    kloster kolping könig körner kreuz kurze land lange lerchen lessing linden luisen luther markt marien martin
    mittel mittlere mozart mühl mühlen münster muster nelken neue nord ober obere park paul pappel pest pestalozzi
    post rathaus raiffeisen ring robert-koch rosen sand schiller schloss schmiede schubert schul schulze schützen
    see siedlung sonnen stein süd tal tannen teich theodor-heuss turm uhland ulmen unter untere wald wasser weber
    weiden wein wiesen wilhelm ziegel ziegelei zeppelin
    """)
  private static let germanWays = words(
    """
    ahorn amsel bahnhofs berg birken blumen brunnen buchen dorf eichen erlen eschen falken feld finken fichten
    flieder garten goethe hasel heide hof holunder karls kastanien kiefern kirch kirschen königs lerchen linden
    markt meisen mühlen mozart muster nelken park rathaus rosen rotdorn sand schiller schloss schul sonnen stein
    tannen tulpen veilchen wacholder wald weiden wein wiesen
    """)
  private static let germanAdjectives = words(
    """
    alte berliner breite bremer dresdner frankfurter große hamburger hannoversche kleine kölner leipziger lange
    münchner münchener neue nürnberger obere potsdamer stuttgarter untere wiener
    """)
  private static let dutchStems = words(
    """
    acacia beatrix beuken berken boom boslaan bos burgemeester dorps eiken emma esdoorn hoofd industrie irene iris
    juliana julianastraat kapel kasteel kastanje kerk kleine klooster konings koningin korte lange linden maas
    margriet markt mark meidoorn molen nieuw nieuwe noorder oranje oude park parallel piet-hein pastorie populieren
    prinsen prinses prins-hendrik raadhuis rijks rozen school sport spoor station stations sering tulpen veld voor
    wilgen wilhelmina zand zuider zonne
    """)
  private static let dutchWater = words(
    "heren keizers konings nassau noorder oude prinsen prins-hendrik singel stads wester zuider")
  private static let phrases = [
    "am markt", "am alten markt", "alter markt", "am bahnhof", "am sportplatz", "an der kirche", "auf der höhe",
    "im winkel", "in der au", "unter den linden", "zum sportplatz", "kurfürstendamm", "neuer markt", "neuer weg",
    "hoher weg", "jungfernstieg", "reeperbahn", "zeil", "mariahilfer straße", "kärntner straße", "graben",
    "ringstraße", "stephansplatz", "grote markt", "coolsingel", "dam", "damrak", "rokin", "leidseplein", "meir",
    "damstraat", "hoogstraat", "nieuwstraat", "hoofdweg", "stationsplein",
  ]

  private static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }
}
