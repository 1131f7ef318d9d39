import TestSupport
import Testing

@Suite struct PseudonymizeTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test(arguments: [
    "", "nothing", "Write to jane@example.com.\n", "jane@example.com", "\u{FEFF}a\r\nb jane@example.com\r\n\r\n",
    "[EMAIL_1] jane@example.com [EMAIL_2] [EMAIL] [EMAIL_1]", "é\u{301}👩‍👩‍👧 jane@example.com \u{202E}x",
  ])
  func roundTrips(_ text: String) throws {
    try shell.write("in.txt", text)
    for script in [
      "veil pseudonymize in.txt --vault v -o safe.txt && veil restore safe.txt --vault v -o out.txt",
      "cat in.txt | veil pseudonymize --vault w > safe.txt && cat safe.txt | veil restore --vault w > out.txt",
    ] {
      #expect(try shell.run(script).status == 0)
      #expect(try shell.read("out.txt") == Array(text.utf8))
      #expect(!(try shell.text("safe.txt").contains("jane@")))
    }
  }

  @Test func roundTripsALongLine() throws {
    let text = String(repeating: "padding and more of it; ", count: 40_000) + "jane@example.com "
    try shell.write("in.txt", text + text)
    let result = try shell.run(
      "veil pseudonymize in.txt --vault v | tee safe.txt | wc -l && veil restore safe.txt --vault v | cmp - in.txt")
    #expect(result.status == 0)
    #expect(try shell.text("safe.txt").contains("[EMAIL_1]"))
  }

  @Test func keepsTheVaultToItsOwner() throws {
    try shell.write("in.txt", "jane@example.com")
    let result = try shell.run(
      "umask 0; veil pseudonymize -q in.txt --vault v && stat -c %a v; chmod 644 v; veil pseudonymize -q in.txt --vault v && stat -c %a v"
    )
    #expect(result.output.hasSuffix("600\n[EMAIL_1]600\n"))
  }

  @Test func goesOnNumbering() throws {
    let first = try shell.run("printf 'a@example.com b@example.com' | veil pseudonymize --vault v")
    #expect(first.output == "[EMAIL_1] [EMAIL_2]")
    let second = try shell.run("printf 'c@example.com b@example.com [EMAIL_1]' | veil pseudonymize --vault v")
    #expect(second.output == "[EMAIL_3] [EMAIL_2] [EMAIL_1]")
    let restored = try shell.run("printf '[EMAIL_1] [EMAIL_3]' | veil restore --vault v")
    #expect(restored.output == "a@example.com c@example.com")
  }

  @Test func takesAMapping() throws {
    try shell.write("m.json", #"{"John Doe": "[NAME_7]", "<PERSON_2>": "Jane Roe", "Project Falcon": "PROJECT"}"#)
    let first = "project falcon: John Doe, jane roe"
    try shell.write("in.txt", first)
    let safe = try shell.run("veil pseudonymize in.txt --mapping m.json --vault v | tee safe.txt")
    #expect(safe.output.hasPrefix("[PROJECT_1]: [NAME_7], <PERSON_2"))
    #expect(try shell.run("veil restore safe.txt --vault v").output == first)
    // The vault that is there and the mapping fit together, and what the mapping names comes to be known.
    let more = try shell.run("printf 'Jane Roe, John Doe' | veil pseudonymize --mapping m.json --vault v")
    #expect(more.output == "<PERSON_2>, [NAME_7]")
    #expect(try shell.run("printf '%s' '\(more.output)' | veil restore --vault v").output == "Jane Roe, John Doe")
    let found = try shell.run("veil detect --mapping m.json --types PROJECT in.txt")
    #expect(found.output.contains(#""type": "PROJECT", "start": 0, "end": 14"#))
  }

  @Test func refusesAMappingThatContradictsTheVault() throws {
    #expect(try shell.run("printf a@example.com | veil pseudonymize --vault v").status == 0)
    try shell.write("m.json", #"{"b@example.com": "[EMAIL_1]"}"#)
    let result = try shell.run("printf b@example.com | veil pseudonymize --vault v --mapping m.json")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("the mapping does not go with vault v: entry 1"))
    #expect(!result.errors.contains("@"))
  }

  @Test func survivesATornVault() throws {
    #expect(try shell.run("printf a@example.com | veil pseudonymize --vault v").status == 0)
    #expect(try shell.run("printf '{\"placeholder\":\"[EMAIL_2' >> v").status == 0)
    #expect(try shell.run("printf '[EMAIL_1]' | veil restore --vault v").output == "a@example.com")
    #expect(try shell.run("printf b@example.com | veil pseudonymize --vault v").output == "[EMAIL_2]")
    #expect(
      try shell.run("printf '[EMAIL_1] [EMAIL_2]' | veil restore --vault v").output == "a@example.com b@example.com")
  }

  /// What is visible can be restored, although the program is still running.
  @Test func savesBeforeItShows() throws {
    let script = """
      mkfifo in out
      veil pseudonymize -q --jsonl --vault v < in > out &
      exec 3> in 4< out
      for n in 1 2 3; do
        echo '{"text": "user'$n'@example.com"}' >&3
        read -r line <&4
        echo "$line" | veil restore -q --jsonl --vault v
      done
      exec 3>&-
      wait
      """
    let result = try shell.run(script)
    #expect(result.status == 0)
    #expect(result.output == (1...3).map { "{\"text\": \"user\($0)@example.com\"}\n" }.joined())
  }

  @Test func waitsForTheVault() throws {
    let script = """
      : > v
      exec 5< v
      flock 5 || exit 127
      printf a@example.com | veil pseudonymize --vault v > out 2> err &
      until grep -q waiting err; do sleep 0.05; done
      test ! -s out || exit 1
      flock -u 5
      wait $!
      """
    let result = try shell.run(script)
    guard result.status != 127 else { return }
    #expect(result.status == 0)
    #expect(try shell.text("out") == "[EMAIL_1]")
  }

  @Test func makesAFileWholeOrNotAtAll() throws {
    try shell.write("bad.txt", Array(String(repeating: "to jane@example.com\n", count: 10_000).utf8) + [0xFF])
    let failed = try shell.run("veil pseudonymize bad.txt --vault v -o out.txt; echo $?; ls -A | grep -c out; true")
    #expect(failed.output == "2\n0\n")
    try shell.write("out.txt", "before")
    #expect(try shell.run("veil pseudonymize bad.txt --vault v -o out.txt").status == 2)
    #expect(try shell.text("out.txt") == "before")
  }

  @Test func replacesFilesInPlace() throws {
    try shell.write("real.txt", "jane@example.com")
    let result = try shell.run(
      "chmod 640 real.txt; ln -s real.txt link.txt; veil pseudonymize -q link.txt --vault v -o link.txt; stat -c %a:%F real.txt link.txt"
    )
    #expect(result.output == "640:regular file\n777:symbolic link\n")
    #expect(try shell.text("real.txt") == "[EMAIL_1]")
    #expect(try shell.run("veil pseudonymize -q real.txt --vault v -o /dev/null").status == 0)
  }

  @Test func treatsFolders() throws {
    try shell.write("in/a.txt", "a@example.com")
    try shell.write("in/deep/er/b.txt", "b@example.com a@example.com")
    try shell.write("in/bad.bin", [0xFF])
    let result = try shell.run("veil pseudonymize in --vault v -o in/out")
    #expect(result.status == 2)
    #expect(result.errors.contains("in/bad.bin: invalid UTF-8"))
    #expect(try shell.text("in/out/a.txt") == "[EMAIL_1]")
    #expect(try shell.text("in/out/deep/er/b.txt") == "[EMAIL_2] [EMAIL_1]")
    #expect(!shell.exists("in/out/bad.bin"))
    #expect(try shell.run("veil restore in/out --vault v -o back && diff -r back in | sort").output.contains("bad.bin"))
    #expect(try shell.text("back/deep/er/b.txt") == "b@example.com a@example.com")
    // Results are not input again.
    #expect(
      try shell.run("rm in/bad.bin; veil pseudonymize in --vault v -o in/out; ls in/out").output == "a.txt\ndeep\n")
  }

  @Test func neverTreatsOrReplacesTheVault() throws {
    try shell.write("in/a.txt", "a@example.com")
    #expect(try shell.run("veil pseudonymize in/a.txt --vault in/v -o in/v").status == 2)
    #expect(
      try shell.run("veil pseudonymize in --vault in/v -o out && veil restore out --vault in/v -o in").status == 0)
    #expect(try shell.run("veil pseudonymize in --vault in/v -o out && ls out").output == "a.txt\n")
    #expect(try shell.text("in/a.txt") == "a@example.com")
    #expect(try shell.text("in/v").contains("a@example.com"))
  }

  @Test func refusesTwoResultsOfOneName() throws {
    try shell.write("a/x.txt", "a@example.com")
    try shell.write("b/x.txt", "b@example.com")
    let result = try shell.run("veil pseudonymize a b --vault v -o out")
    #expect(result.status == 2)
    #expect(result.errors.contains("a/x.txt and b/x.txt"))
    #expect(!shell.exists("out"))
  }

  @Test func joinsSeveralFiles() throws {
    try shell.write("a.txt", "a@example.com\n")
    try shell.write("b.txt", "b@example.com\n")
    #expect(try shell.run("veil pseudonymize b.txt a.txt --vault v").output == "[EMAIL_1]\n[EMAIL_2]\n")
  }

  @Test func doesTheSameWithAnyNumberOfJobs() throws {
    for number in 0..<40 {
      let lines = (0..<number * 100).map { "line \($0) to user\($0 % 71 * number)@example.com, and more text" }
      try shell.write("in/\(number).txt", lines.joined(separator: "\n"))
    }
    for (name, jobs) in [("one", 1), ("four", 4), ("many", 13)] {
      #expect(try shell.run("veil pseudonymize in --vault \(name).vault -o \(name) --jobs \(jobs)").status == 0)
      #expect(try shell.run("veil detect in --jobs \(jobs) > \(name).found").status == 0)
    }
    for name in ["four", "many"] {
      #expect(
        try shell.run("diff -r one \(name) && cmp one.vault \(name).vault && cmp one.found \(name).found").status == 0)
    }
    #expect(try shell.run("veil restore four --vault four.vault -o back --jobs 3 && diff -r in back").status == 0)
  }

  @Test func refusesWhatIsNoVault() throws {
    try shell.write("in.txt", "jane@example.com")
    try shell.write("v", "Dear Jane,\n")
    for command in ["pseudonymize", "restore"] {
      let result = try shell.run("veil \(command) in.txt --vault v")
      #expect(result.status == 2)
      #expect(result.errors.contains("vault v: line 1"))
      #expect(!result.errors.contains("Jane"))
    }
    #expect(try shell.text("v") == "Dear Jane,\n")
  }
}
