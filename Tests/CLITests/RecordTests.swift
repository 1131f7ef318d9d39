import TestSupport
import Testing

/// `--jsonl`: one field is treated, every other byte stays.
@Suite struct RecordTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func rewritesTheFieldAlone() throws {
    let input =
      #"{ "id":1 , "note":"n@example.com\u0041", "body" : "to a@example.com \u00e9\n" , "x":[1e5,{"body":"b@example.com"}] }"#
      + "\r\n\r\n" + #"{"body":"nothing \u0041","q":null}"# + "\n" + #"{"body":null}"# + "\n"
      + #"{"body":"b@example.com"}"#
    try shell.write("in.jsonl", input)
    let script = "veil pseudonymize --jsonl --field body in.jsonl --vault v -o safe.jsonl && cat safe.jsonl"
    let result = try shell.run(script)
    #expect(result.status == 0)
    // The nested member of the same name is not the field.
    let last = #"{"body":"b@example.com"}"#
    let treated = input.dropLast(last.utf8.count).replacing("to a@example.com", with: "to [EMAIL_1]")
    #expect(result.output == treated + #"{"body":"[EMAIL_2]"}"#)
    let restored = try shell.run("veil restore --jsonl --field body safe.jsonl --vault v")
    #expect(restored.output == input)
  }

  /// The habits of Python, PHP and Go.
  @Test(arguments: [
    #"{"text": "caf\u00e9 \ud83d\ude00 j\u00f6rg@example.com / \u2028"}"#,
    #"{"text": "Dear J\u00f6rg M\u00fcller, welcome"}"#,
    #"{"text":"a@example.com wrote at https:\/\/www.example.com\/users\/jroe?id=7 \t"}"#,
    #"{"text":"café \u003ca@example.com\u003e \u0026 /"}"#,
  ])
  func comesBackByteForByte(_ line: String) throws {
    try shell.write("in.jsonl", line + "\n")
    let result = try shell.run(
      "veil pseudonymize --jsonl --vault v in.jsonl -o safe && veil restore --jsonl --vault v safe | cmp - in.jsonl")
    #expect(result.status == 0)
    #expect(!(try shell.text("safe").contains("@")))
  }

  @Test func hasOneVaultForAllRecords() throws {
    let records = (0..<2000).map { "{\"text\": \"\($0): user\($0 % 150)@example.com\"}\n" }.joined()
    try shell.write("in.jsonl", records)
    for jobs in [1, 3] {
      let script = "veil pseudonymize --jsonl --vault v\(jobs) --jobs \(jobs) in.jsonl -o safe\(jobs)"
      #expect(try shell.run(script).status == 0)
    }
    let result = try shell.run(
      "cmp safe1 safe3 && cmp v1 v3 && wc -l < v1 && veil restore --jsonl --vault v1 --jobs 3 safe1 | cmp - in.jsonl")
    #expect(result.status == 0)
    #expect(result.output == "151\n")
  }

  @Test func showsNothingUntreated() throws {
    try shell.write(
      "in.jsonl", "{\"text\": \"a@example.com\"}\n{\"txet\": \"b@example.com\"}\n{\"text\": \"c@example.com\"}\n")
    let result = try shell.run("veil pseudonymize --jsonl --vault v in.jsonl")
    #expect(result.status == 2)
    #expect(result.output == "{\"text\": \"[EMAIL_1]\"}\n")
    #expect(result.errors.contains("in.jsonl: line 2, byte 0: field 'text' is missing"))
    #expect(try shell.run("veil pseudonymize --jsonl --vault v in.jsonl -o out.jsonl").status == 2)
    #expect(!shell.exists("out.jsonl"))
  }

  @Test func refusesARecordTooLargeToHold() throws {
    let result = try shell.run("head -c 40000000 /dev/zero | tr '\\0' ' ' | veil detect --jsonl")
    #expect(result.status == 2)
    #expect(result.errors.contains("line 1 is longer than 32 MiB"))
  }
}
