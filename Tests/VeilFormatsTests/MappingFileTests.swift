import Testing
import Veil
import VeilFormats

@Suite struct MappingFileTests {
  @Test func readsEitherDirection() throws {
    let json = #"{"John Doe": "[NAME_1]", "Project F\u00e4lcon": "PROJECT", "<PERSON_2>": "Jane Roe"}"#
    let mapping = try Mapping(json: Array(json.utf8))
    #expect(mapping.entries.map(\.original) == ["John Doe", "Project Fälcon", "Jane Roe"])
    #expect(mapping.entries.map(\.type.name) == ["NAME", "PROJECT", "PERSON"])
  }

  @Test(arguments: [
    (#"["John Doe"]"#, "byte 0"), (#"{"John Doe": 5}"#, "entry 1"), (#"{"a": "NAME", "John Doe": null}"#, "entry 2"),
    (#"{"John Doe": "NAME""#, "byte 19"), (#"{"John Doe": "\ud800"}"#, "byte"),
    (#"{"a": "[NAME_1]", "John Doe": "[NAME_1]"}"#, "entry 2"), (#"{"John Doe": "no placeholder"}"#, "entry 1"),
  ])
  func namesThePlaceAndNotTheContent(_ json: String, _ place: String) {
    let error = #expect(throws: MappingFileError.self) { _ = try Mapping(json: Array(json.utf8)) }
    #expect(error?.description.contains(place) == true)
    #expect(error?.description.contains("John") == false)
  }
}
