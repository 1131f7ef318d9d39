import Testing

@testable import VeilGateway

/// Base URLs: what was compared is what is called.
@Suite struct SettingsURLTests {
  @Test(arguments: [
    ("https://api.example.com/v1", "https://api.example.com/v1"),
    ("HTTPS://API.Example.com:443/V1//", "https://api.example.com/V1"),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"), ("http://[::1]:80/v1", "http://[::1]/v1"),
  ]) func areWrittenInOneForm(_ text: String, _ expected: String) throws {
    #expect(try BaseURL(text).text == expected)
  }

  @Test(arguments: [
    "", "api.example.com", "ftp://a.example", "https://", "https:///v1", "https://user:secret@a.example", "https://a@b",
    "https://a.example/v1?x=1", "https://a.example/#x", "https://a.example:0", "https://a.example:99999",
    "https://a.example:", "https://a.example/../v1", "https://a.example/v1/..", "https://a.example/%2e%2e/v1",
    "https://a.example//v1", "https://a.example\\@b.example", "https://a b.example", "https://a.example/\u{E9}",
    "https://a.example/v1\n", "https://exa%6Dple.com",
  ]) func whatCouldBeReadInTwoWaysIsRefused(_ text: String) {
    #expect(throws: BaseURL.Failure.self) { try BaseURL(text) }
  }

  @Test func whatLiesBelowIsContained() throws {
    let allowed = try BaseURL("https://models.example.com/openai")
    for text in ["https://models.example.com/openai", "https://MODELS.example.com:443/openai/v1"] {
      #expect(allowed.contains(try BaseURL(text)))
    }
    for text in [
      "http://models.example.com/openai", "https://models.example.com", "https://models.example.com/openai2",
      "https://models.example.com:8443/openai", "https://models.example.com.evil.example/openai",
    ] { #expect(!allowed.contains(try BaseURL(text))) }
  }
}
