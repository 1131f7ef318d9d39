/// Organisations that look like people or like plain words: firms called by their founders, shops, and acronyms.
enum FirmLists {
  /// Firms without a legal form.
  static let firms: [Language: [String]] = [
    .en: Vocabulary.entries(
      """
      {family} {family}; {family} {family}; {family} {family}; {family} & {family}; {family} and {family}; {family}, {family}
      {family}, {family} & {family}; {family} {family} {family}; {family} {family} Solicitors; {family} {family} LLP; {family} Law
      {family} & Associates; {family} Associates; {family} Partners; {family} {family} Partners; {family} Brothers; {family} Bros
      {family} & Co; {family} & Daughters; {family} {trade}; {family} Group; {family} Holdings; {family}-{family}; {given} {family}
      {given} {family} Ltd; {initial}.{initial}. {family}; {initial}. {initial}. {family}; {family} Legal; {family} Chambers; {family}
      {family} Capital; {family} {family} Capital; {family} Advisors; {family} Consulting; {family} {family} Architects
      """),
    .de: Vocabulary.entries(
      """
      {family} {family}; {family} & {family}; {family} und {family}; {family}, {family} & Partner; {family} Rechtsanwälte; Kanzlei {family}
      {family} & Kollegen; Gebrüder {family}; {family} Bau; {family} {trade}; Autohaus {family}; Bäckerei {family}; {family}; {given} {family}
      """),
    .fr: Vocabulary.entries(
      """
      {family} {family}; {family} & {family}; {family} et {family}; {family} Associés; Cabinet {family}; Maison {family}; {family} Frères
      Établissements {family}; {family} {trade}; {family} et Fils; Groupe {family}; {family}; {given} {family}; Chez {given}
      """),
    .es: Vocabulary.entries(
      """
      {family} {family}; {family} & {family}; {family} y {family}; {family} Abogados; Bufete {family}; Hermanos {family}; Casa {family}
      {family} e Hijos; Grupo {family}; Talleres {family}; {family}; {given} {family}; Casa {given}; Bar {given}
      """),
    .it: Vocabulary.entries(
      """
      {family} {family}; {family} & {family}; {family} e {family}; Studio {family}; Fratelli {family}; {family} & Figli; Gruppo {family}
      Officine {family}; Trattoria da {given}; Da {given}; Bar {given}; {family}; {given} {family}; Casa {family}
      """),
    .pt: Vocabulary.entries(
      """
      {family} {family}; {family} & {family}; {family} e {family}; {family} Advogados; Irmãos {family}; Casa {family}; {family} & Filhos
      Grupo {family}; Oficina {family}; Padaria {family}; {family}; {given} {family}; Bar do {given}; Tasca da {given}
      """),
    .nl: Vocabulary.entries(
      """
      {family} {family}; {family} & {family}; {family} en {family}; {family} Advocaten; Gebroeders {family}; {family} & Zonen; Bakkerij {family}
      Garage {family}; {family} Bouw; {family} Groep; {family}; {given} {family}; Café {given}; Bij {given}
      """),
    .pl: Vocabulary.entries(
      """
      {family} {family}; {family} & {family}; {family} i {family}; Kancelaria {family}; Bracia {family}; {family} i Synowie; Grupa {family}
      Piekarnia {family}; {family} {trade}; Apteka {family}; {family}; {given} {family}; U {given}; Bar {given}
      """),
  ]

  /// Shops, cafés and restaurants.
  static let shops = Vocabulary.entries(
    """
    {given}'s; {given}'s; {family}'s; {given}'s Pizza; {given}'s Diner; {given}'s Kitchen; {given}'s Cafe; {given}'s Bar & Grill; {given}'s Bakery
    {given}'s Place; {given}'s Auto; {given}'s Barber Shop; {given}'s Nails; {given}'s Flowers; {given}'s Burgers; {given}'s Bistro; {given}'s Deli
    {family}'s Steakhouse; {family}'s Market; {family}'s Bakery; {family}'s Pub; {family}'s Hardware; {family}'s Bar; {family}'s Farm Shop
    Big {given}'s; Papa {given}'s; Mama {given}; Mama {given}'s; Uncle {given}'s; Aunt {given}'s; Old {family}'s; Café {given}; Chez {given}
    Casa {given}; Casa {family}; El {family}; La {given}; Taqueria {family}; Trattoria {given}; Ristorante {family}; The {word} {animal}
    The {animal} & {animal}; The {word} Spoon; {word} Garden; {word} Dragon; {word} Palace; {word} Wok; Taste of {country}; Little {city}
    {city} Grill; {city} Noodle House; {nationality} Kitchen; Thai {word}; {word} Sushi; {word} Nails; {word} Salon; {word} Spa; {word} Coffee
    {given} & {given}; {given} & {family}; {given} & Co; {family} Outfitters; {family} Jewelers; {family} Motors; {city} Toyota; {family} Ford
    {word} Dental; {family} Dental; {family} Eye Care; {word} Veterinary Clinic; {city} Animal Hospital; {word} Fitness; {family} Plumbing
    """)

  /// Public bodies and others that everybody calls by their letters.
  static let agencies = """
    UN EC UNESCO UNICEF UNHCR WHO WTO ILO IMF NATO OECD OSCE OPEC ASEAN FIFA UEFA IOC FIA NBA NFL NHL FBI CIA NSA DHS ICE FDA FCC FTC SEC IRS EPA
    NASA NOAA CDC FEMA USDA DOJ DOE DOD NIH NHS BBC ITV CNN NBC CBS ABC NPR PBS MI5 MI6 GCHQ HMRC DVLA FCA RSPCA NSPCC RAF ECB EMA ESA CERN ECHR
    ECtHR CJEU Interpol Europol Frontex KGB FSB NKVD PKK PLO IRA ETA ANC BJP SPD CDU FDP ÖVP SNP UKIP DUP GOP DNC RNC ACLU NAACP AARP AFL-CIO UAW
    NRA PETA WWF MSF ICRC IBM HP AMD SAP BMW VW BP GE GM UBS HSBC RBS ING KPMG PwC EY DHL UPS FedEx AT&T BT MIT UCLA USC NYU LSE ETH TUM CNRS ARD
    ZDF ORF SRF RTL TF1 RAI RTVE PSOE PP CGT CGIL INPS ENEL TUC GMB DGB IG ADAC TÜV AOK DRK RTÉ SNCF EDF ZUS PKP NBP
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Roads, squares and buildings.
  static let streets: [Language: [String]] = [
    .en: Vocabulary.entries(
      """
      {family} Street; {family} St; {family} St.; {family} Road; {family} Rd; {family} Avenue; {family} Ave; {family} Ave.; {family} Lane
      {family} Ln; {family} Drive; {family} Dr; {family} Boulevard; {family} Blvd; {family} Court; {family} Ct; {family} Place; {family} Way
      {family} Terrace; {family} Square; {given} Street; {city} Road; {city} Street; N {family} St; West {family} Avenue; Old {family} Road
      Upper {family} Street; {word} Street; {word} Lane; {word} Hill Road; {number}th Street; {family} Bridge; {family} Park; {family} Plaza
      Route {number}; Highway {number}; I-{number}; {family} Expressway; {family} Mall; {family} Tower; {family} Building; {family} House
      """),
    .de: Vocabulary.entries(
      """
      {family}straße; {family}straße; {family}str.; {family}-Straße; {given}-{family}-Straße; {city}er Straße; {family}weg; {family}gasse
      {family}platz; {family}allee; Am {family}berg; {given}straße; {family}brücke; {family}park; {family}ring; A{number}; B{number}
      """),
    .fr: Vocabulary.entries(
      """
      rue {family}; rue {given} {family}; avenue {family}; avenue de {city}; boulevard {family}; place {family}; rue de {city}; quai {family}
      rue Saint-{given}; impasse {family}; Place {family}; Avenue {given} {family}; A{number}; N{number}; pont {family}
      """),
    .es: Vocabulary.entries(
      """
      calle {family}; Calle {given} {family}; C/ {family}; Avenida {family}; avenida de {city}; Plaza {family}; plaza de {city}; Paseo de {family}
      Calle San {given}; Ronda de {city}; Puente de {family}; A-{number}; N-{number}
      """),
    .it: Vocabulary.entries(
      """
      via {family}; Via {given} {family}; via {city}; viale {family}; corso {family}; Corso {city}; piazza {family}; Piazza San {given}
      vicolo {family}; largo {family}; Ponte {family}; A{number}
      """),
    .pt: Vocabulary.entries(
      """
      Rua {family}; Rua {given} {family}; rua de {city}; Avenida {family}; Av. {given} {family}; Praça {family}; Travessa {family}; Largo de São {given}
      Praça da {word}; Ponte {family}; A{number}; BR-{number}
      """),
    .nl: Vocabulary.entries(
      """
      {family}straat; {family}laan; {family}weg; {family}plein; {given} {family}straat; {city}sestraat; {city}seweg; {family}kade; {family}gracht
      {family}brug; {family}park; A{number}; N{number}
      """),
    .pl: Vocabulary.entries(
      """
      ul. {family}; ulica {family}; al. {family}; aleja {family}; plac {family}; pl. {family}; os. {word}; rondo {family}; most {family}; A{number}; S{number}
      """),
  ]

  /// Short forms of states and provinces that stand after a city.
  static let states = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV
    WI WY DC ON QC BC AB NSW VIC QLD TX CA NY FL CA TX NY IL PA OH MA WA Calif. Mass. Tex. Fla. Ont.
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
