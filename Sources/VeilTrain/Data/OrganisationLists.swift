/// What organisations' names are made of, by language. Patterns hold slots: see `Organisations.fill`.
enum OrganisationLists {
  static func patterns(_ language: Language) -> [String] {
    (institutions[language] ?? "").split(separator: "\n").map(String.init)
  }

  static func trades(_ language: Language) -> [String] {
    (trades[language] ?? "").split(separator: "\n").flatMap { $0.split(separator: ";") }.map {
      $0.trimmingPrefix(" ").description
    }
  }

  static func legalForms(_ language: Language) -> [String] {
    (legalForms[language] ?? "").split(separator: ";").map { $0.trimmingPrefix(" ").description }
  }

  private static let legalForms: [Language: String] = [
    .en: """
    Inc.; Inc; , Inc.; Ltd; Ltd.; Limited; LLC; , LLC; Corp.; Corp; Corporation; Co.; PLC; plc; LLP; L.P.; & Co.; & Sons; Pty Ltd; \
    Incorporated; Company; Group; Holdings; Holdings Ltd; Pvt. Ltd.; & Partners; & Associates; Partners LLP; N.A.; LP; & Co
    """,
    .de: """
    GmbH; GmbH; AG; KG; GmbH & Co. KG; OHG; e.V.; e. V.; UG; UG (haftungsbeschränkt); SE; gGmbH; e.K.; GbR; eG; KGaA; mbH; \
    Aktiengesellschaft; & Söhne; & Partner; PartG mbB; Holding GmbH; Gruppe
    """,
    .nl:
      "B.V.; BV; N.V.; NV; VOF; V.O.F.; BVBA; Stichting; Holding B.V.; & Zonen; Groep; C.V.; U.A.; vzw; & Partners; Beheer B.V.",
    .fr:
      "SA; S.A.; SARL; SAS; S.A.S.; SASU; EURL; SNC; SCI; & Fils; & Cie; Groupe; SE; SCOP; S.A.R.L.; Holding; & Associés; SELARL",
    .es:
      "S.A.; SA; S.L.; SL; S.L.U.; S.A.U.; S. A.; S. L.; S.A. de C.V.; S.R.L.; Hermanos; e Hijos; & Asociados; Grupo; S. Coop.; S.A.S.; Ltda.",
    .it:
      "S.p.A.; SpA; S.r.l.; Srl; S.r.l.s.; S.a.s.; S.n.c.; & C.; & Figli; Soc. Coop.; Holding; Gruppo; S.p.a.; ONLUS; & Associati; SRL",
    .pt:
      "S.A.; SA; Lda.; Lda; Ltda.; Ltda; EIRELI; & Filhos; SGPS; ME; EPP; Unipessoal Lda; & Associados; Grupo; S/A; S.A; MEI",
    .pl:
      "Sp. z o.o.; sp. z o.o.; S.A.; SA; Sp. k.; sp. j.; Sp. z o.o. Sp. k.; s.c.; S.K.A.; i Wspólnicy; Grupa; Holding S.A.; i Synowie",
  ]

  private static let trades: [Language: String] = [
    .en: """
    Logistics; Systems; Software; Capital; Foods; Energy; Motors; Airlines; Insurance; Technologies; Labs; Media; Partners; Consulting
    Bank; Pharma; Robotics; Security; Solutions; Industries; Electric; Construction; Homes; Properties; Realty; Plumbing; Dental; Law
    Hardware; Bakery; Coffee; Brewing; Kitchen; Grill; Diner; Books; Records; Studios; Games; Sports; Fitness; Outfitters; Shipping
    Freight; Couriers; Travel; Tours; Hotels; Resorts; Clinic; Health; Medical; Biotech; Therapeutics; Analytics; Data; Cloud; Networks
    Mobile; Wireless; Telecom; Broadcasting; Press; Publishing; Design; Architects; Engineering; Steel; Mining; Oil; Gas; Petroleum
    Chemicals; Paper; Textiles; Apparel; Shoes; Jewelers; Furniture; Interiors; Gardens; Farms; Dairy; Vineyards; Wines; Seafood; Auto
    Tires; Cycles; Rentals; Leasing; Finance; Financial; Investments; Ventures; Trust; Savings; Credit Union; Advisors; Accounting
    Recruiting; Staffing; Marketing; Events; Catering; Cleaning; Security Services; Pest Control; Roofing; Windows; Express; Digital
    """,
    .de: """
    Logistik; Systeme; Software; Energie; Versicherung; Versicherungen; Bau; Maschinenbau; Anlagenbau; Elektrotechnik; Technik; Medien
    Verlag; Druck; Bank; Pharma; Chemie; Stahl; Metallbau; Holzbau; Möbel; Küchen; Immobilien; Hausverwaltung; Consulting; Beratung
    Reisen; Spedition; Transporte; Autohaus; Reifen; Apotheke; Bäckerei; Metzgerei; Brauerei; Gasthof; Hotel; Optik; Akustik; Bürotechnik
    Datentechnik; Solar; Umwelttechnik; Kunststoffe; Textil; Mode; Sport; Gartenbau; Landtechnik; Medizintechnik; Labor; Werkzeuge; Werke
    """,
    .nl: """
    Logistiek; Transport; Bouw; Installatie; Techniek; Verzekeringen; Makelaardij; Advies; Advocaten; Notarissen; Accountants; Software
    Automatisering; Media; Uitgeverij; Drukkerij; Bakkerij; Slagerij; Bloemen; Tuinen; Kwekerij; Zuivel; Voeding; Reizen; Hotels; Schoenen
    Mode; Meubelen; Keukens; Auto's; Fietsen; Banden; Schoonmaak; Beveiliging; Uitzendbureau; Energie; Water; Zorg; Thuiszorg; Kliniek
    """,
    .fr: """
    Logistique; Transports; Construction; Bâtiment; Électricité; Assurances; Immobilier; Conseil; Avocats; Notaires; Informatique; Logiciels
    Médias; Éditions; Imprimerie; Boulangerie; Traiteur; Vins; Fromages; Voyages; Hôtels; Mode; Meubles; Cuisines; Automobiles; Cycles
    Nettoyage; Sécurité; Intérim; Énergie; Santé; Pharma; Laboratoires; Textiles; Acier; Chimie; Finances; Banque; Jardins; Travaux
    """,
    .es: """
    Logística; Transportes; Construcciones; Obras; Instalaciones; Seguros; Inmobiliaria; Consultores; Abogados; Asesores; Informática
    Sistemas; Medios; Ediciones; Imprenta; Panadería; Catering; Vinos; Aceites; Viajes; Hoteles; Moda; Muebles; Cocinas; Motor; Limpiezas
    Seguridad; Energía; Salud; Farma; Laboratorios; Textil; Aceros; Química; Finanzas; Jardinería; Alimentación; Conservas; Servicios
    """,
    .it: """
    Logistica; Trasporti; Costruzioni; Impianti; Assicurazioni; Immobiliare; Consulenza; Avvocati; Informatica; Sistemi; Editore; Edizioni
    Tipografia; Pasticceria; Vini; Oleificio; Viaggi; Hotel; Moda; Arredamenti; Cucine; Auto; Pulizie; Sicurezza; Energia; Salute; Farma
    Laboratori; Tessuti; Acciai; Chimica; Finanza; Giardini; Alimentari; Servizi; Meccanica; Ceramiche; Marmi; Elettronica
    """,
    .pt: """
    Logística; Transportes; Construções; Obras; Instalações; Seguros; Imobiliária; Consultoria; Advogados; Informática; Sistemas; Mídia
    Editora; Gráfica; Padaria; Vinhos; Azeites; Viagens; Turismo; Hotéis; Modas; Móveis; Cozinhas; Automóveis; Limpezas; Segurança; Energia
    Saúde; Farma; Laboratórios; Têxteis; Metalúrgica; Química; Finanças; Jardins; Alimentos; Serviços; Cerâmicas; Eletrônica
    """,
    .pl: """
    Logistyka; Transport; Budownictwo; Instalacje; Ubezpieczenia; Nieruchomości; Doradztwo; Kancelaria; Informatyka; Systemy; Media
    Wydawnictwo; Drukarnia; Piekarnia; Catering; Podróże; Hotele; Moda; Meble; Kuchnie; Auto; Sprzątanie; Ochrona; Energia; Zdrowie; Farma
    Laboratoria; Tekstylia; Stal; Chemia; Finanse; Ogrody; Spożywcze; Usługi; Technika; Maszyny; Ceramika; Elektronika
    """,
  ]

  private static let institutions: [Language: String] = [
    .en: """
    University of {city}
    {city} University
    {city} State University
    {region} State University
    {city} College
    {family} College
    {family} University
    {city} Institute of Technology
    {family} Institute
    {family} School of Business
    {city} High School
    {family} Elementary School
    St. {given}'s School
    {city} General Hospital
    St. {given}'s Hospital
    {family} Memorial Hospital
    {city} Medical Center
    {family} Clinic
    {city} Children's Hospital
    Bank of {place}
    {city} Savings Bank
    First National Bank of {city}
    {family} Bank
    {city} City Council
    City of {city}
    {region} Department of Health
    Department of {ministry}
    Ministry of {ministry}
    {city} Police Department
    {region} Court of Appeals
    {country} Football Association
    {city} United
    {city} FC
    {city} Rovers
    {city} {animals}
    {city} Symphony Orchestra
    {city} Museum of Art
    {family} Museum
    {city} Public Library
    {city} Airport Authority
    {city} Water Authority
    {city} School District
    {city} Chamber of Commerce
    {city} Times
    {city} Post
    The {city} Herald
    Daily {city}
    Radio {city}
    {family} Foundation
    The {family} Trust
    {given} {family} Foundation
    {family} & {family}
    {family} and {family}
    {family}, {family} & {family}
    {family}, {family} & {family} LLP
    {family} Brothers
    {family} & Sons
    {given}'s {trade}
    {given}'s
    {family}'s
    {nationality} Red Cross
    {nationality} Airlines
    Royal {nationality} Society
    National Bank of {country}
    National Institute of {ministry}
    International {ministry} Organization
    {ministry} Workers Union
    Association of {nationality} {trade}
    {city} Housing Association
    The {word} {animal}
    The {word} {word}
    {word} Party
    """,
    .de: """
    Universität {city}
    Technische Universität {city}
    TU {city}
    Hochschule {city}
    Uniklinik {city}
    Universitätsklinikum {city}
    Klinikum {city}
    Krankenhaus {city}
    St.-{given}-Krankenhaus
    {family}-Gymnasium
    {given}-{family}-Schule
    Gesamtschule {city}
    Amtsgericht {city}
    Landgericht {city}
    Oberlandesgericht {city}
    Finanzamt {city}
    Stadt {city}
    Gemeinde {city}
    Landkreis {city}
    Stadtwerke {city}
    Sparkasse {city}
    Volksbank {city}
    Bank {city}
    Polizeipräsidium {city}
    Bundesamt für {ministry}
    Bundesministerium für {ministry}
    Ministerium für {ministry}
    {family}-Stiftung
    {given}-{family}-Stiftung
    Autohaus {family}
    Bäckerei {family}
    Apotheke {family}
    Gasthof {family}
    Praxis Dr. {family}
    Kanzlei {family}
    Kanzlei {family} & {family}
    {family} & {family}
    {family} & Söhne
    Gebr. {family}
    Gebrüder {family}
    FC {city}
    SV {city}
    TSV {city}
    1. FC {city}
    Verein für {ministry} {city}
    {city}er Zeitung
    {city}er Verkehrsbetriebe
    {city} Aktuell
    Radio {city}
    Theater {city}
    Museum {city}
    {family} {trade}
    {family} {trade} GmbH
    {trade} {family}
    Hotel {family}
    """,
    .nl: """
    Universiteit {city}
    Hogeschool {city}
    Ziekenhuis {city}
    Sint {given} Ziekenhuis
    Gemeente {city}
    Rechtbank {city}
    Gerechtshof {city}
    Politie {city}
    Ministerie van {ministry}
    Stichting {family}
    Stichting {word}
    {family} Advocaten
    {family} & {family}
    {family} en Zonen
    Gebroeders {family}
    Bakkerij {family}
    Garage {family}
    Makelaardij {family}
    {family} {trade}
    {city}se Courant
    FC {city}
    VV {city}
    {given} {family} College
    Basisschool De {word}
    Museum {city}
    Radio {city}
    Bank van {city}
    Zorggroep {city}
    Huisartsenpraktijk {family}
    Apotheek {family}
    """,
    .fr: """
    Université de {city}
    Université {family}
    École {family}
    Lycée {given}-{family}
    Collège {family}
    Hôpital {family}
    Hôpital de {city}
    CHU de {city}
    Clinique Saint-{given}
    Mairie de {city}
    Ville de {city}
    Préfecture de {city}
    Tribunal de {city}
    Cour d'appel de {city}
    Ministère de {ministry}
    Banque de {city}
    Caisse d'Épargne de {city}
    Fondation {family}
    Fondation {given} {family}
    Cabinet {family}
    Cabinet {family} et {family}
    Maison {family}
    Garage {family}
    Boulangerie {family}
    Pharmacie {family}
    Éditions {family}
    Groupe {family}
    Établissements {family}
    Ets {family}
    {family} et Fils
    {family} & {family}
    {family} Frères
    {trade} {family}
    {trade} {city}
    Olympique de {city}
    FC {city}
    AS {city}
    Radio {city}
    Le Courrier de {city}
    Musée de {city}
    Théâtre de {city}
    Association {word}
    """,
    .es: """
    Universidad de {city}
    Universidad {family}
    Instituto {family}
    Colegio San {given}
    Colegio {family}
    Hospital de {city}
    Hospital San {given}
    Hospital General de {city}
    Clínica {family}
    Ayuntamiento de {city}
    Juzgado de {city}
    Audiencia Provincial de {city}
    Ministerio de {ministry}
    Consejería de {ministry}
    Banco de {city}
    Caja {city}
    Fundación {family}
    Fundación {given} {family}
    Bufete {family}
    {family} y {family}
    {family} e Hijos
    Hermanos {family}
    Talleres {family}
    Panadería {family}
    Farmacia {family}
    Editorial {family}
    Grupo {family}
    {trade} {family}
    {trade} {city}
    Real {city}
    Club Deportivo {city}
    Atlético {city}
    Diario de {city}
    Radio {city}
    Museo de {city}
    Teatro {family}
    Asociación {word}
    """,
    .it: """
    Università di {city}
    Politecnico di {city}
    Liceo {family}
    Istituto {family}
    Scuola {given} {family}
    Ospedale di {city}
    Ospedale San {given}
    Clinica {family}
    ASL {city}
    Comune di {city}
    Tribunale di {city}
    Corte d'appello di {city}
    Questura di {city}
    Ministero della {ministry}
    Banca di {city}
    Banca Popolare di {city}
    Cassa di Risparmio di {city}
    Fondazione {family}
    Studio {family}
    Studio Legale {family}
    {family} e {family}
    {family} & Figli
    Fratelli {family}
    Officine {family}
    Panificio {family}
    Farmacia {family}
    Edizioni {family}
    Gruppo {family}
    {trade} {family}
    {trade} {city}
    AC {city}
    Corriere di {city}
    Radio {city}
    Museo di {city}
    Teatro {family}
    Associazione {word}
    """,
    .pt: """
    Universidade de {city}
    Universidade Federal de {city}
    Instituto {family}
    Colégio São {given}
    Escola {family}
    Hospital de {city}
    Hospital São {given}
    Clínica {family}
    Câmara Municipal de {city}
    Prefeitura de {city}
    Tribunal de {city}
    Ministério da {ministry}
    Banco de {city}
    Caixa {city}
    Fundação {family}
    Fundação {given} {family}
    {family} & {family}
    {family} e Filhos
    {family} Advogados
    Irmãos {family}
    Oficina {family}
    Padaria {family}
    Farmácia {family}
    Editora {family}
    Grupo {family}
    {trade} {family}
    {trade} {city}
    Sporting de {city}
    Clube de {city}
    Diário de {city}
    Rádio {city}
    Museu de {city}
    Associação {word}
    """,
    .pl: """
    Uniwersytet {family}
    Politechnika {city}
    Szkoła Podstawowa nr {number}
    Liceum im. {family}
    Szpital {city}
    Szpital św. {given}
    Przychodnia {word}
    Urząd Miasta {city}
    Sąd Rejonowy {city}
    Ministerstwo {ministry}
    Bank {city}
    Fundacja {family}
    Fundacja {word}
    Kancelaria {family}
    {family} i {family}
    {family} i Synowie
    Bracia {family}
    Piekarnia {family}
    Apteka {word}
    Wydawnictwo {family}
    Grupa {family}
    {trade} {family}
    Zakłady {trade} {city}
    KS {city}
    Radio {city}
    Kurier {city}
    Muzeum {city}
    Stowarzyszenie {word}
    """,
  ]

  static func ministries(_ language: Language) -> [String] {
    (ministries[language] ?? "").split(separator: ";").map { $0.trimmingPrefix(" ").description }
  }

  private static let ministries: [Language: String] = [
    .en:
      "Health; Finance; Education; Justice; Defense; Transport; Labor; Energy; Agriculture; Foreign Affairs; Trade; Housing; Science; Culture",
    .de:
      "Gesundheit; Finanzen; Bildung; Justiz; Verkehr; Arbeit und Soziales; Umwelt; Wirtschaft; Inneres; Familie; Landwirtschaft; Kultur",
    .nl:
      "Volksgezondheid; Financiën; Onderwijs; Justitie; Verkeer; Sociale Zaken; Economische Zaken; Defensie; Binnenlandse Zaken; Landbouw",
    .fr:
      "la Santé; la Justice; l'Éducation; l'Intérieur; la Défense; la Culture; l'Économie; l'Agriculture; la Recherche; l'Écologie",
    .es:
      "Sanidad; Hacienda; Educación; Justicia; Defensa; Transportes; Trabajo; Cultura; Interior; Economía; Agricultura; Igualdad",
    .it: "Salute; Giustizia; Difesa; Cultura; Pubblica Istruzione; Ricerca; Funzione Pubblica",
    .pt: "Saúde; Justiça; Educação; Defesa; Cultura; Economia; Agricultura; Fazenda; Administração Interna; Ciência",
    .pl:
      "Zdrowia; Finansów; Edukacji; Sprawiedliwości; Obrony Narodowej; Kultury; Infrastruktury; Rolnictwa; Rozwoju; Cyfryzacji",
  ]

  static let nationalities =
    "American British Canadian Australian Irish German French Indian Japanese Swedish Nigerian Brazilian Kenyan Danish"
    .split(separator: " ").map(String.init)
  static let animals =
    "Tigers Lions Bears Eagles Hawks Sharks Wolves Bulls Rangers Giants Kings Royals Pirates Rockets Stars Falcons Panthers"
    .split(separator: " ").map(String.init)
  static let animal =
    "Lion Swan Bear Fox Crown Anchor Bell Horse Hound Stag Eagle Ship Plough Hart Rose Oak Dragon Goose Pheasant Boar"
    .split(separator: " ").map(String.init)
  static let words: [Language: [String]] = [
    .en: """
    Silver Golden Blue Red Green Black White Bright Clear Deep Rapid Quiet North South East West Summit Harbor River Stone Oak Pine
    Maple Cedar Iron Copper Steel Glass Cloud Sky Star Sun Moon Ocean Wave Tide Bay Hill Ridge Valley Field Meadow Forest Garden Bridge
    Gate Tower Castle Crown Anchor Compass Beacon Lantern Spark Flame Ember Frost Storm Thunder Falcon Raven Fox Wolf Bear Lion Arrow
    Shield Sword Key Pixel Signal Vector Quantum Fusion Prime Alpha Delta Omega Zenith Apex Nova Orbit Atlas Titan Pioneer Liberty Unity
    Horizon Vista Legacy Heritage Modern Urban Metro Pacific Atlantic Alpine Northern United National General Global First Premier
    """.split(whereSeparator: \.isWhitespace).map(String.init),
    .de:
      "Sonne Morgenstern Brücke Lichtblick Zukunft Heimat Anker Linde Adler Hirsch Krone Post Regenbogen Kompass Nordlicht Südstern"
      .split(separator: " ").map(String.init),
    .nl:
      "Zonnebloem Regenboog Brug Anker Kompas Molen Linde Vlinder Ster Horizon Toekomst Haven Poort Schakel Wegwijzer"
      .split(separator: " ").map(String.init),
    .fr:
      "Soleil Étoile Horizon Avenir Espoir Lumière Alliance Renaissance Océan Mistral Aurore Boussole Phare Concorde Azur"
      .split(separator: " ").map(String.init),
    .es: "Sol Estrella Horizonte Futuro Esperanza Luz Alianza Renacer Aurora Faro Brújula Puente Camino Norte Alborada"
      .split(separator: " ").map(String.init),
    .it:
      "Sole Stella Orizzonte Futuro Speranza Luce Alleanza Rinascita Aurora Faro Bussola Ponte Arcobaleno Girasole Quercia"
      .split(separator: " ").map(String.init),
    .pt: "Sol Estrela Horizonte Futuro Esperança Luz Aliança Aurora Farol Bússola Ponte Caminho Girassol Raízes Maré"
      .split(separator: " ").map(String.init),
    .pl:
      "Słońce Gwiazda Horyzont Przyszłość Nadzieja Światło Tęcza Kompas Most Zorza Latarnia Wspólnota Dobro Skarb Promyk"
      .split(separator: " ").map(String.init),
  ]
}
