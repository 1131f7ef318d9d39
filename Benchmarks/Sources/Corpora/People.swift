/// Invented people: frequent given names with surnames, put together at random.
enum People {
  static func writeName(to writer: inout Writer) {
    writer.write(writer.random.pickSkewed(given))
    writer.write(" ")
    if writer.random.chance(8) { writer.write(writer.random.pick(["A. ", "J. ", "M. ", "van ", "de "])) }
    writer.write(writer.random.pickSkewed(surnames))
  }

  static func writeGivenName(to writer: inout Writer) { writer.write(writer.random.pickSkewed(given)) }

  static func writeTitledName(to writer: inout Writer) {
    writer.write(writer.random.pick(["Mr. ", "Ms. ", "Mrs. ", "Dr. "]))
    writer.write(writer.random.pickSkewed(surnames))
  }

  static func writeUserName(to writer: inout Writer) {
    writer.write(writer.random.pickSkewed(given).lowercased())
    writer.write(writer.random.pick([".", "_", ".", ""]))
    writer.write(writer.random.pickSkewed(surnames).lowercased())
    if writer.random.chance(35) { writer.write(writer.random.number(1...99)) }
  }

  static let given = words(
    """
    John Mary David Anna Michael Sarah James Laura Robert Emma Peter Julia Thomas Maria Daniel Sophie Paul Elena Mark
    Alice Andrew Nina Martin Clara George Helen Simon Ruth Philip Karen Adam Diana Lucas Irene Oliver Martha Henry Rosa
    Victor Nora Samuel Eva Frank Vera Hugo Carla Leon Olga Oscar Tanya Felix Priya Ivan Aisha Omar Mei Kenji Fatima Raj
    Ingrid Lars Astrid Pedro Lucia Marco Chiara Jan Marta Pavel Zofia Ahmed Leila Hassan Yuki Chen Amara Kwame Zanele
    """)

  private static let surnames = words(
    """
    Smith Miller Johnson Brown Davis Wilson Taylor Clark Lewis Walker Young King Wright Hill Green Baker Nelson Carter
    Mitchell Turner Parker Collins Edwards Stewart Morris Rogers Cooper Peterson Reed Bailey Bell Ward Cox Richardson
    Wood Watson Brooks Bennett Gray Hughes Price Myers Foster Sanders Ross Long Powell Jenkins Perry Butler Barnes
    Fisher Henderson Coleman Simmons Graham Reynolds Hamilton Wallace West Cole Hayes Gibson Bryant Ellis Stevens Murray
    Ford Marshall Owens McDonald Harrison Kennedy Wells Webb Tucker Burns Crawford Henry Boyd Mason Kowalski Nguyen
    Schmidt Rossi Fernandez Petrov Yamamoto Okafor Haddad Lindqvist Novak Silva Kumar Patel Hansen Moreau Visser
    """)

  private static func words(_ list: String) -> [String] {
    list.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
