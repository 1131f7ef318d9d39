/// Well-known cities as each language calls them.
enum Exonyms {
  static let all: [(language: Language, names: [String])] = lists.map { language, names in
    let text = names.replacing("\n", with: " ")
    return (language, text.split(separator: "; ").map(String.init))
  }

  private static let lists: [(Language, String)] = [
    (
      .en,
      """
      London; New York; Los Angeles; Chicago; Boston; San Francisco; Seattle; Houston; Dallas; Miami; Denver;
      Atlanta; Toronto; Vancouver; Montreal; Sydney; Melbourne; Manchester; Birmingham; Edinburgh; Dublin; Paris;
      Berlin; Munich; Rome; Madrid; Tokyo; Singapore; Mumbai; Cologne; Vienna; Geneva; Brussels; Lisbon; Warsaw;
      Prague; Moscow; Istanbul; Cairo; Hong Kong; Shanghai; New Delhi; NYC
      """
    ),
    (
      .de,
      """
      Berlin; Hamburg; München; Köln; Frankfurt; Frankfurt am Main; Stuttgart; Düsseldorf; Leipzig; Dresden;
      Nürnberg; Hannover; Bremen; Wien; Zürich; Genf; Basel; Graz; Salzburg; Mailand; Rom; Venedig; Warschau;
      Prag; Brüssel; Lissabon; Paris; London; Moskau; Kopenhagen; Straßburg; Athen; Bukarest
      """
    ),
    (
      .nl,
      """
      Amsterdam; Rotterdam; Den Haag; Utrecht; Eindhoven; Groningen; Antwerpen; Gent; Brussel; Brugge; Leuven;
      Luik; Parijs; Londen; Berlijn; Keulen; Wenen; Rome; Warschau; Praag; Lissabon; Aken; Den Bosch;
      's-Hertogenbosch; Maastricht; Nijmegen; Haarlem; Leiden; Delft
      """
    ),
    (
      .fr,
      """
      Paris; Lyon; Marseille; Toulouse; Bordeaux; Lille; Nantes; Strasbourg; Nice; Rennes; Montpellier; Bruxelles;
      Genève; Lausanne; Montréal; Québec; Londres; Berlin; Munich; Cologne; Vienne; Rome; Milan; Venise; Varsovie;
      Prague; Moscou; Lisbonne; Barcelone; Alger; Tunis; Le Havre; La Rochelle
      """
    ),
    (
      .es,
      """
      Madrid; Barcelona; Valencia; Sevilla; Zaragoza; Málaga; Bilbao; Granada; Salamanca; Buenos Aires; Ciudad de
      México; Bogotá; Lima; Santiago; Guadalajara; Monterrey; Caracas; Quito; Montevideo; Londres; París; Berlín;
      Múnich; Nueva York; Roma; Milán; Lisboa; Varsovia; Moscú; Ginebra; Bruselas
      """
    ),
    (
      .it,
      """
      Roma; Milano; Napoli; Torino; Palermo; Genova; Bologna; Firenze; Venezia; Verona; Padova; Trieste; Bari;
      Catania; Parma; Modena; Londra; Parigi; Berlino; Monaco di Baviera; Vienna; Zurigo; Ginevra; Barcellona;
      Lisbona; Varsavia; Mosca; Bruxelles; New York; Atene; L'Aquila; La Spezia
      """
    ),
    (
      .pt,
      """
      Lisboa; Porto; Coimbra; Braga; Faro; São Paulo; Rio de Janeiro; Brasília; Salvador; Fortaleza; Belo
      Horizonte; Curitiba; Recife; Porto Alegre; Londres; Paris; Berlim; Munique; Nova Iorque; Roma; Milão;
      Madrid; Varsóvia; Moscovo; Genebra; Bruxelas; Luanda; Maputo
      """
    ),
    (
      .pl,
      """
      Warszawa; Kraków; Łódź; Wrocław; Poznań; Gdańsk; Szczecin; Lublin; Katowice; Białystok; Gdynia; Rzeszów; Toruń; Kielce;
      Olsztyn; Opole; Radom; Gliwice; Zakopane; Londyn; Paryż; Berlin; Monachium; Kolonia; Wiedeń; Rzym; Praga; Moskwa; Bruksela;
      Mediolan; Madryt; Nowy Jork; Kijów; Wilno; Lwów; Genewa
      """
    ),
  ]

  /// Polish cities as they stand in sentences: known as places, never filled in as a slot.
  static let inflected =
    """
    Warszawie Warszawy Warszawę Krakowie Krakowa Łodzi Wrocławiu Wrocławia Poznaniu Poznania Gdańsku Gdańska Szczecinie Szczecina
    Lublinie Lublina Katowicach Katowic Białymstoku Białegostoku Gdyni Rzeszowie Rzeszowa Toruniu Torunia Kielcach Olsztynie
    Londynie Londynu Paryżu Paryża Berlinie Berlina Monachium Wiedniu Wiednia Rzymie Rzymu Pradze Pragi Moskwie Moskwy Brukseli
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
