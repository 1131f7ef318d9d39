import Testing

@testable import Veil

/// What models and formats make of placeholders, and what is none.
@Suite struct PlaceholderParserTests {
  let vault: Vault

  init() throws {
    vault = try Vault()
    try vault.issue("Ann Lee")
    try vault.issue("Bob Ray")
    try vault.issue("078-05-1120", EntityType("US_SSN")!)
    try vault.issue("ann@example.com", .email)
  }

  @Test(arguments: [
    "[NAME_1]", "[name_1]", "[Name_1]", "[NAME 1]", "[name 1]", "[NAME-1]", "[NAME\u{2011}1]", "[NAME\u{A0}1]",
    "[NAME_01]", "[NAME_0000000001]", "[ NAME_1 ]", "[**NAME_1**]", "[*NAME_1*]", "[`NAME_1`]", "[__NAME_1__]",
    "[**`NAME_1`**]", "［NAME_1］", "【NAME_1】", "<NAME_1>", "＜NAME_1＞", "{NAME_1}", "{{NAME_1}}", "｛NAME_1｝", "«NAME_1»",
    "‹NAME_1›", "\\[NAME_1\\]", "\\[NAME\\_1\\]", "[NAME\\_1]", "\\\\[NAME\\\\_1\\\\]", "&lt;NAME_1&gt;",
    "&#91;NAME_1&#93;",
    "\\u003cNAME_1\\u003e", "%5BNAME_1%5D", "%7B%7BNAME_1%7D%7D", "NAME_1", "NAME\\_1", "NAME_001",
  ])
  func restored(text: String) {
    #expect(restore(text, vault) == "Ann Lee")
    #expect(restore("x \(text), y", vault) == "x Ann Lee, y")
  }

  /// What is around a placeholder stays, and so do its endings.
  @Test(arguments: [
    ("**[NAME_1]**", "**Ann Lee**"), ("{[NAME_1]}", "{Ann Lee}"), ("[[NAME_1]]", "[Ann Lee]"),
    ("([NAME_1])", "(Ann Lee)"),
    ("(NAME_1)", "(Ann Lee)"), ("**NAME_1**", "**Ann Lee**"), ("`NAME_1`", "`Ann Lee`"), ("\"NAME_1\"", "\"Ann Lee\""),
    ("\\[NAME_1]", "\\Ann Lee"), ("[NAME_1\\]", "[Ann Lee\\]"), ("[NAME_1](x)", "Ann Lee(x)"),
    ("<NAME_1]", "<Ann Lee]"),
    ("[NAME_1]'s", "Ann Lee's"), ("[NAME_1's]", "Ann Lee's"), ("[NAME_1’s]", "Ann Lee’s"), ("[NAME_1s]", "Ann Lees"),
    ("[NAME_1]s", "Ann Lees"), ("NAME_1's", "Ann Lee's"), ("NAME_1s", "Ann Lees"), ("[NAME_1']", "Ann Lee'"),
    ("Ex-NAME_1", "Ex-Ann Lee"), ("请NAME_1谢", "请Ann Lee谢"), ("[NAME_1][NAME_2]", "Ann LeeBob Ray"),
    ("[NAME_1 and NAME_2]", "[Ann Lee and Bob Ray]"), ("[us ssn 1]", "078-05-1120"), ("[US-SSN-1]", "078-05-1120"),
    ("US_SSN_1", "078-05-1120"), ("[US_SSN]", "078-05-1120"), ("\\[EMAIL\\]", "ann@example.com"),
  ])
  func surroundings(text: String, expected: String) {
    #expect(restore(text, vault) == expected)
  }

  @Test(arguments: [
    // Another number, another spelling, another type.
    "[NAME_12]", "NAME_12", "[NAME_3]", "[NAME_1_Z]", "NAME_1_Z", "[NAME_1_GIVENS]", "[PHONE_1]", "PHONE_1",
    "[NAME_0]", "[NAME_00000000001]", "[NAME_99999999999]", "[NAME_1_2]", "NAME_1_2", "NAME_1_GIVEN_X",
    // Without brackets only what is unmistakable.
    "name_1", "Name_1", "NAME 1", "NAME-1", "XNAME_1", "MY_NAME_1", "_NAME_1", "NAME_1_", "NAME_1x", "NAME_1\\_x",
    "1NAME_1",
    // Another separator in the same placeholder, or none; more decoration than there may be.
    "[NAME1]", "NAME1", "[US SSN_1]", "[NAME__1]", "[NAME  1]", "[   name 1]", "[****name 1****]", "[**name 1*]",
    // Without a number: several of the type, another writing, other brackets than ours.
    "[NAME]", "[email]", "<EMAIL>", "[ EMAIL ]", "EMAIL", "[US SSN]", "[EMAIL's]",
    "[na\u{200B}me 1]", "[", "]", "[]", "[NAME", "[name 1", "name 1]", "&lt;name 1",
  ])
  func untouched(text: String) {
    #expect(restore(text, vault) == text)
    #expect(restore("x \(text), y", vault) == "x \(text), y")
  }

  @Test func derivedSpellings() {
    #expect(restore("[NAME_1_GIVEN] [name 1 family] [NAME_1_UPPER] NAME_1_LOWER", vault) == "Ann Lee ANN LEE ann lee")
    #expect(restore("[EMAIL_1_UPPER] [EMAIL_1_GIVEN]", vault) == "ANN@EXAMPLE.COM [EMAIL_1_GIVEN]")
  }

  @Test func bytesThatAreNotText() {
    let text: [UInt8] = [0xFF, 0xE2, 0x80] + Array("[NAME_1]".utf8) + [0xC2, 0x80, 0, 0xEF]
    #expect(restore(text, vault).bytes == [0xFF, 0xE2, 0x80] + Array("Ann Lee".utf8) + [0xC2, 0x80, 0, 0xEF])
  }

  /// What cannot become a placeholder of a type in the vault is written at its first wrong byte.
  @Test(arguments: [
    ("[NAME_1", 7), ("[PROJ", 0), ("[P", 0), ("[x", 0), ("NAM", 3), ("NAMX", 0), ("xNAM", 0), ("Hello N", 1),
    ("Hello", 0),
    ("[NAME_1] ", 0), ("<div", 0), ("&l", 2), ("&la", 3), ("&lx", 0), ("\\", 1), ("\\n", 0), ("%5", 2), ("%4", 0),
    ("\u{E2}\u{80}", 0),
  ])
  func heldBack(text: String, count: Int) {
    var stream = RestoringStream(vault: vault)
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    stream.append(bytes.span, to: &output)
    #expect(stream.heldBack == count)
    _ = stream.finish(to: &output)
  }

  /// The bound is reached by no writing of the longest type, whatever it ends with.
  @Test func holdBackBound() throws {
    let type = try #require(EntityType(Array(repeating: "A", count: 24).joined(separator: "_") + "B"))
    #expect(type.name.utf8.count == EntityType.maximumLength)
    let vault = try Vault()
    try vault.issue("x", type)
    let long =
      "\\u005b  **`" + type.name.split(separator: "_").joined(separator: "\\\\_")
      + "\\\\_0000000001\\\\_ABCDEFGH’s`**  \\u005d"
    var stream = RestoringStream(vault: vault)
    var output: [UInt8] = []
    var most = 0
    for byte in long.utf8 {
      let chunk = [byte]
      stream.append(chunk.span, to: &output)
      most = max(most, stream.heldBack)
    }
    #expect(most == long.utf8.count - 1)
    #expect(most <= stream.holdBack && stream.holdBack < most + 8)
    _ = stream.finish(to: &output)
    #expect(output == Array(long.utf8))
  }

  @Test func report() throws {
    let text = "[NAME_1] [NAME_9] [name_1] NAME_9 [NAME_1_GIVEN] [NAME] [PHONE_1] [NAME_2_B]"
    let report = restore(Array(text.utf8), vault).report
    #expect(
      report.restored.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } == ["NAME_1 2", "NAME_1_GIVEN 1"])
    #expect(report.unknown.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } == ["NAME_2_B 1", "NAME_9 2"])
    #expect(report.unnumbered == [.name: 1])
    #expect(report.restoredCount == 3 && report.unknownCount == 4)
  }

  /// What the text had before is neither restored nor reported.
  @Test func literalsAreNotUnknown() throws {
    var document = KnownDocument()
    document.pieces = [.text(Array("NAME_1 [NAME_2] ".utf8)), .finding(Array("Ann".utf8), .name)]
    let vault = try Vault()
    let text = try document.pseudonymized(vault)
    #expect(String(decoding: text, as: UTF8.self) == "NAME_1 [NAME_2] [NAME_3]")
    let restoration = restore(text, vault)
    #expect(restoration.bytes == document.text && restoration.report.unknownCount == 0)
  }

  @Test func unknownPlaceholdersAreCountedInBoundedMemory() {
    let text = (3..<3_000).map { "[NAME_\($0)]" }.joined()
    let report = restore(Array(text.utf8), vault).report
    #expect(report.unknown.count == RestorationReport.maximumUnknown && report.unknownCount == 2_997)
  }
}
