import Testing
import VeilFormats

@Suite struct JSONTreeTests {
  private func tree(_ text: String) throws -> JSONTree { try JSONTree(Array(text.utf8)) }

  @Test func knowsPlaces() throws {
    let tree = try tree(#" {"a": [1, "x\u00e9", {"b": null}], "a": true} "#)
    #expect(tree.root.members.map(\.name) == ["a", "a"])
    guard case .bool(true)? = tree.root["a"]?.value else { return #expect(Bool(false)) }
    let first = tree.root.members[0].value
    #expect(tree.text(first.elements[1]) == "xé")
    #expect(String(decoding: tree.bytes[first.elements[0].range], as: UTF8.self) == "1")
    #expect(first.elements[2]["b"]?.isNull == true)
  }

  @Test(arguments: [
    "", "{", "[1,]", #"{"a" 1}"#, "[1] 2", #"["\ud800"]"#, #"{"\ud800": 1}"#, "nul", "[01]", "\"a",
    String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
  ]) func refuses(_ text: String) {
    #expect(throws: JSONError.self) { try tree(text) }
  }

  @Test func editsKeepEveryOtherByte() throws {
    let tree = try tree(#"{ "a" : "x", "b":[1 , 2,3], "c":{} }"#)
    var edits = JSONEdits()
    edits.replace(tree.root["a"]!.range, with: Array(#""longer""#.utf8))
    edits.insert("new", Array("1".utf8), into: tree.root["c"]!)
    edits.insert("first", Array("2".utf8), into: tree.root)
    edits.removeElements(of: tree.root["b"]!) { tree.bytes[$0.range].elementsEqual("2".utf8) }
    edits.insert(Array("0".utf8), into: tree.root["b"]!)
    #expect(
      String(decoding: edits.applied(to: tree.bytes), as: UTF8.self)
        == #"{"first":2, "a" : "longer", "b":[0,1,3], "c":{"new":1} }"#)
  }

  @Test(arguments: 0..<16) func removesAnyMembers(_ unwanted: Int) throws {
    let tree = try tree(#"{"a": 1, "b": 2, "c": 3, "d": 4}"#)
    var edits = JSONEdits()
    edits.removeMembers(of: tree.root) { unwanted >> Int($0.name.utf8.first! - 97) & 1 == 1 }
    let rest = try JSONTree(edits.applied(to: tree.bytes))
    #expect(
      rest.root.members.map(\.name) == ["a", "b", "c", "d"].filter { unwanted >> Int($0.utf8.first! - 97) & 1 == 0 })
  }
}
