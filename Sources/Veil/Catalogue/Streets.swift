/// Street names that nearly every town of German- and Dutch-speaking countries has and that end in no word for street.
/// They start the search for an address without a postcode, since nothing else about a word before a number does.
enum Streets {
  static let names = [
    "am markt", "am alten markt", "alter markt", "neuer markt", "am bahnhof", "am sportplatz", "am park", "am see",
    "am wald", "am berg", "am bach", "am hang", "am anger", "am ring", "am rathaus", "am schloss", "am friedhof",
    "am kirchplatz", "an der kirche", "an der mühle", "an der bahn", "an der schule", "auf der höhe", "auf dem berg",
    "hinter der kirche", "im winkel", "im grund", "im tal", "im wiesengrund", "in der au", "in den gärten",
    "unter den linden", "unter den eichen", "zum sportplatz", "zur mühle", "neuer weg", "alter weg", "hoher weg",
    "kurfürstendamm", "jungfernstieg", "reeperbahn", "ku'damm", "grote markt", "oude markt", "nieuwmarkt", "coolsingel",
    "damrak", "rokin", "meir", "kerkhof", "dorpsstraat", "het plein", "de dam",
  ]
}
