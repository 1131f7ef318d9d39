import Testing

@testable import VeilGateway

@Suite struct SettingsTests {
  @Test func listensOnLoopbackUnlessToldOtherwise() { #expect(Settings().listen.host == "127.0.0.1") }
}
