import Testing

@testable import Veil

@Suite struct EscapingTests {
  @Test(arguments: [
    (Escaping.none, "a\"b\\c\n<d>&'e' é/%~\u{1}"),
    (.json, "a\\\"b\\\\c\\n<d>&'e' é/%~\\u0001"),
    (.html, "a&quot;b\\c\n&lt;d&gt;&amp;&#39;e&#39; é/%~\u{1}"),
    (.url, "a%22b%5Cc%0A%3Cd%3E%26%27e%27%20%C3%A9%2F%25~%01"),
  ])
  func valuesAreEscapedWhereTheyLand(escaping: Escaping, expected: String) throws {
    let vault = try Vault()
    try vault.issue("a\"b\\c\n<d>&'e' é/%~\u{1}", .text)
    #expect(restore("\"<[TEXT_1]>'s", vault, escaping) == "\"<\(expected)>'s")
  }

  /// A value that looks like a placeholder is not looked at again.
  @Test func restoredTextIsNotScanned() throws {
    let vault = try Vault()
    try vault.issue("[NAME_2]")
    try vault.issue("[NAME_1]")
    #expect(restore("[NAME_1][NAME_2][NAME_1", vault) == "[NAME_2][NAME_1][[NAME_2]")
  }
}
