import Testing
import Veil
import VeilFormats

@Suite struct VaultFileTests {
  private static let entries = [
    Vault.Entry(placeholder: "[NAME_1]", original: Array("Jane \"J\" Roe\n".utf8)),
    Vault.Entry(placeholder: "«SECRET_2»", original: [0xFF, 0x00]),
    Vault.Entry(placeholder: "[NAME_7]", original: nil),
    Vault.Entry(placeholder: "{{EMAIL_1}}", original: Array("jörg@example.com".utf8), isIssued: false),
    Vault.Entry(placeholder: "[X_1]", original: []),
  ]

  private func file(_ entries: [Vault.Entry]) -> [UInt8] {
    var bytes = VaultFile.header
    for entry in entries { VaultFile.append(entry, to: &bytes) }
    return bytes
  }

  @Test func readsBackWhatItWrote() throws {
    let bytes = file(Self.entries)
    let contents = try VaultFile.read(bytes)
    #expect(contents.entries == Self.entries)
    #expect(contents.count == bytes.count)
  }

  @Test func isJSONLinesForPeople() {
    let text = String(decoding: file(Array(Self.entries[..<3])), as: UTF8.self)
    #expect(
      text == """
        {"veil":"vault","version":1}
        {"placeholder":"[NAME_1]","original":"Jane \\"J\\" Roe\\n"}
        {"placeholder":"«SECRET_2»","base64":"/wA="}
        {"placeholder":"[NAME_7]","original":null}

        """)
  }

  /// A crash may cut the file anywhere; every complete line is still good.
  @Test func readsUpToTheLastCompleteLine() throws {
    let bytes = file(Self.entries)
    for end in VaultFile.header.count...bytes.count {
      let contents = try VaultFile.read(Array(bytes[..<end]))
      let lines = bytes[..<end].count { $0 == UInt8(ascii: "\n") }
      #expect(contents.entries == Array(Self.entries[..<(lines - 1)]))
      #expect(contents.count == bytes[..<end].lastIndex(of: UInt8(ascii: "\n"))! + 1)
    }
  }

  @Test(arguments: [#""\u00E9\/\u003c""#, #""é/""#, #""\u00e9""#, "\"\""])
  func keepsTheStyle(_ sample: String) throws {
    var style = JSONStyle()
    var scanner = JSONScanner(Array(sample.utf8))
    _ = try scanner.string().decoded(from: Array(sample.utf8), noting: &style)
    var bytes = file(Self.entries)
    VaultFile.append(JSONStyle(), to: &bytes)
    VaultFile.append(style, to: &bytes)
    let contents = try VaultFile.read(bytes)
    #expect(contents.style.sample == style.sample)
    #expect(contents.entries == Self.entries)
  }

  @Test func anEmptyFileIsAnEmptyVault() throws {
    #expect(try VaultFile.read([]).entries.isEmpty)
  }

  @Test(arguments: [
    ("Dear Jane\n", 1), ("Dear Jane", 1), ("{\"veil\":\"vault\",\"version\":2}\n", 1), ("HEADER{}\n", 2),
    ("HEADER{\"placeholder\":5}\n", 2), ("HEADER{\"placeholder\":\"[A_1]\",\"original\":\"a\"}\nx\n", 3),
    ("HEADER{\"placeholder\":\"[A_1]\",\"base64\":\"/w\"}\n", 2),
    ("HEADER{\"placeholder\":\"[A_1]\",\"original\":\"\\ud800\"}\n", 2),
  ])
  func namesTheLine(_ text: String, _ line: Int) {
    let bytes = Array(text.replacing("HEADER", with: String(decoding: VaultFile.header, as: UTF8.self)).utf8)
    let error = #expect(throws: VaultFileError.self) { _ = try VaultFile.read(bytes) }
    #expect(error?.line == line)
    #expect(error?.description.contains("Jane") == false)
  }

  /// Every length of the last group, against the vectors of RFC 4648.
  @Test func writesBase64() throws {
    let vectors = [
      "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=", "foobar": "Zm9vYmFy",
    ]
    for (text, base64) in vectors {
      // 0xFF in front, so that the text is not UTF-8 and the alphabet is shifted by full groups.
      let original = [0xFF, 0xFF, 0xFF] + Array(text.utf8)
      var line: [UInt8] = []
      VaultFile.append(Vault.Entry(placeholder: "[A_1]", original: original), to: &line)
      #expect(String(decoding: line, as: UTF8.self).contains("\"base64\":\"////\(base64)\""))
      #expect(try VaultFile.read(VaultFile.header + line).entries.first?.original == original)
    }
  }
}
