import Veil

/// A vault for ``checkRestoring(_:)``, with some of its placeholders as they are written.
struct SampleVault: Sendable {
  let vault: Vault
  let placeholders: [String]

  private init(_ entries: KeyValuePairs<String, String?>, bytes: [String: [UInt8]] = [:]) throws(VaultError) {
    vault = try Vault(
      entries: entries.map { placeholder, original in
        Vault.Entry(
          placeholder: placeholder, original: bytes[placeholder] ?? original.map { Array($0.utf8) },
          isIssued: original != nil)
      })
    placeholders = entries.filter { $0.value != nil }.map(\.key)
  }

  static let all = Result { () throws(VaultError) in
    try [
      // One of each type: a number may be missing.
      SampleVault(["[NAME_1]": "John Doe", "[EMAIL_1]": "jane.doe@example.com", "[IP_ADDRESS_1]": "192.0.2.17"]),
      // Other spellings, numbers that the text has, originals that look like placeholders or are not UTF-8.
      SampleVault(
        [
          "[NAME_1]": "Jane Roe", "[NAME_1_GIVEN]": "Jane", "[NAME_2]": "MARIA", "[NAME_2_B]": "maria", "[NAME_3]": nil,
          "[TEXT_1]": "[NAME_1]", "[TEXT_2]": "<", "[PASSWORD_1]": "\"\\\n&<>'", "[SECRET_1]": "", "[EMAIL]": nil,
          "[EMAIL_12]": "j@example.org",
        ], bytes: ["[SECRET_1]": [0xFF, 0xC3, 0x28]]),
      // All brackets, types that are alike, the longest of everything.
      SampleVault([
        "<PERSON_1>": "王小明", "{{ORG_1}}": "Acme {{ORG_2}}", "«A1_B2_7»": "x", "[A1_7]": "y",
        "[A1_B2_C3_9999999999]": "z",
        "[NAME_OF_A_PERSON_OR_OF_AN_ORGANISATION_OR_PLACE_1]": "long", "[US_SSN_4]": "123-45-6789", "[US_5]": "us",
      ]),
      // Nothing but numbers that the text has.
      SampleVault(["[NAME_1]": "John", "[NAME]": nil, "[NAME_2]": nil, "[NAME_1_A]": nil]),
    ]
  }
}
