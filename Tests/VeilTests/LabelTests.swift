import Testing
import Veil

/// Values behind labels: what may stand between the two, in prose and in structure.
@Suite struct LabelTests {
  static func engine(_ reach: Rule.Reach, validator: Validator? = nil) -> Result<Engine, any Error> {
    Result {
      let rule = Rule(
        "employee-id", EntityType("EMPLOYEE_ID")!, pattern: "[A-Z]?[0-9]{5,10}",
        trigger: .labels(["employee id", "badge", "matricule", "kişi no", "社員番号"], reach: reach), validator: validator,
        score: 0.8)
      return try Engine(Policy(rules: [rule], types: [rule.type], names: .off))
    }
  }

  static let adjacent = engine(.adjacent)
  static let near = engine(.near)

  static func found(_ text: String, _ engine: Result<Engine, any Error>) throws -> [String] {
    let bytes = Array(text.utf8)
    return try engine.get().findings(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// Directly behind, as both reaches allow.
  @Test(arguments: [
    "badge 1234567", "Badge: 1234567", "BADGE=1234567", "badge#1234567", "badge # 1234567", "badge no. 1234567",
    "badge number 1234567", "badge nr 1234567", "Badge Number: 1234567", "badge code 1234567", "badge_no=1234567",
    "badge is 1234567", "my badge is: 1234567", "badge (blue): 1234567", "badge := 1234567", "badge => 1234567",
    "badge:1234567", "badge - 1234567", "badge:\n1234567", "badge:\t1234567",
    "badge: \"1234567\"", "badge: (1234567)", "badge: `1234567`", "**Badge:** 1234567", "**Badge**: **1234567**",
    "employee id 1234567", "Employee ID: 1234567", "employee-id: 1234567", "EMPLOYEE_ID=1234567",
    "employee  id 1234567", "employee\u{A0}id 1234567", "employee\nid 1234567", "matricule : 1234567",
    "matricule n° 1234567",
    "Matricule numéro 1234567", "Kişi No: 1234567", "KİŞİ NO: 1234567", "社員番号：1234567", "社員番号1234567",
  ]) func standsRightBehind(_ text: String) throws {
    #expect(try Self.found(text, Self.adjacent) == ["1234567"])
    #expect(try Self.found(text, Self.near) == ["1234567"])
  }

  /// Words of the label written as one.
  @Test(arguments: ["employeeId: 1234567", "EmployeeID=1234567", "employeeid 1234567", "\"employeeId\":1234567"])
  func joinedLabels(_ text: String) throws {
    #expect(try Self.found(text, Self.adjacent) == ["1234567"])
  }

  /// Keys, tags and cells are labels as much as words in prose are.
  @Test(arguments: [
    #"{"badge": "1234567"}"#, #"{"badge":1234567}"#, #"{'employee_id': '1234567'}"#, #"{\"badge\": \"1234567\"}"#,
    #"{"employeeId" : "1234567", "x": 5}"#, "badge: 1234567  # yaml", "badge = \"1234567\"",
    "<badge>1234567</badge>", "<employeeId>1234567</employeeId>", #"<field name="badge">1234567</field>"#,
    #"<person badge="1234567"/>"#, "| Badge | 1234567 |", "| Employee ID | 1234567 | x |", "Badge\t1234567",
    "<td>Badge</td><td>1234567</td>", "<tr><th>Badge</th><td>1234567</td></tr>",
    "<tr>\n<td class=\"k\">Employee ID:</td> <td class=\"v\"><b>1234567</b></td>", "<dt>Badge</dt><dd>1234567</dd>",
    "?badge=1234567&x=1", "/people?employee_id=1234567", "badge|1234567|",
  ]) func structureLabels(_ text: String) throws {
    #expect(try Self.found(text, Self.adjacent) == ["1234567"])
  }

  /// Within 40 bytes without a digit on the same line, and no further.
  @Test func nearIsALittleFurther() throws {
    for text in [
      "badge of Ms Miller, 1234567", "the badge that she lost was 1234567", "badge with a number, 1234567",
      "employee id, as printed on the card: 1234567",
    ] {
      #expect(try Self.found(text, Self.near) == ["1234567"], "\(text)")
      #expect(try Self.found(text, Self.adjacent) == [], "\(text)")
    }
    for text in [
      "badge\nof someone 1234567", "badge 12 and 1234567",
      "badge \(String(repeating: "of many words ", count: 4))1234567",
    ] {
      #expect(try Self.found(text, Self.near) == [], "\(text)")
    }
  }

  @Test func nothingElseIsALabel() throws {
    for text in [
      "1234567", "badges 1234567", "mybadge 1234567", "badger: 1234567", "employee 1234567", "id: 1234567",
      "employee's id 1234567", "1234567 badge", "badge", "badge: ", "badge: none", "badge: 1234", "badge: 12345678901",
      "badge: x1234567", "badge: 1234567x", "badge: 1234567_", "badge. Then 1234567 of them",
    ] {
      #expect(try Self.found(text, Self.adjacent) == [], "\(text)")
    }
  }

  /// The finding is the value alone: nothing of what leads to it, nothing of what closes it.
  @Test func rangesAreThoseOfTheValue() throws {
    #expect(try Self.adjacent.get().findings(in: #"{"badge": "A1234567"}"#).map(\.range) == [11..<19])
    #expect(try Self.adjacent.get().findings(in: "Ärger mit badge n° 1234567.").map(\.range) == [21..<28])
    #expect(try Self.adjacent.get().findings(in: "badge: 1234567, badge: 7654321").map(\.range) == [7..<14, 23..<30])
  }

  /// The check has the last word behind a label, too.
  @Test func valuesAreChecked() throws {
    let engine = Self.engine(.near, validator: Validator(rawValue: "luhn"))
    #expect(try Self.found("badge: 123456782", engine) == ["123456782"])
    #expect(try Self.found("badge: 123456783", engine) == [])
    #expect(try Self.found("badge of Ms Miller 123456782", engine) == ["123456782"])
  }

  /// Labels in the words of a rule with a trigger of its own raise its score.
  @Test func labelsRaiseTheScore() throws {
    let rule = Rule(
      "employee-id", EntityType("EMPLOYEE_ID")!, pattern: "[0-9]{7}", trigger: .shape(digits: [7]), score: 0.3,
      context: [
        Rule.Context(["badge"], before: 48, after: 24, weight: 0.5), Rule.Context(["order"], before: 24, weight: -0.4),
      ])
    let engine = try Engine(Policy(rules: [rule], types: [rule.type], names: .off))
    #expect(try engine.findings(in: "number 1234567").isEmpty)
    #expect(try engine.findings(in: "the badge says 1234567").map(\.score) == [0.8])
    #expect(try engine.findings(in: "1234567 is the badge").map(\.score) == [0.8])
    #expect(try engine.findings(in: "badge of order 1234567").isEmpty)
    #expect(try engine.findings(in: "badge\(String(repeating: " ", count: 50))1234567").isEmpty)
    #expect(try engine.findings(in: "1234567\(String(repeating: " ", count: 30))badge").isEmpty)
    var strict = Policy(rules: [rule], types: [rule.type], minimumScore: 0.3, names: .off)
    #expect(try Engine(strict).findings(in: "number 1234567").count == 1)
    strict.minimumScore = 0.31
    #expect(try Engine(strict).findings(in: "number 1234567").isEmpty)
  }

  /// Recognising does not depend on where a text is cut into blocks.
  @Test func labelsWorkAcrossBlocks() throws {
    let rule = Rule(
      "employee-id", EntityType("EMPLOYEE_ID")!, pattern: "[0-9]{7}", trigger: .labels(["badge"]), score: 0.8)
    let limits = Policy.Limits(window: 1024, block: 1024)
    let engine = try Engine(Policy(rules: [rule], types: [rule.type], names: .off, limits: limits))
    for offset in stride(from: 900, to: 2200, by: 13) {
      let text = String(repeating: "word ", count: offset / 5) + "badge: 1234567 " + String(repeating: "x ", count: 900)
      #expect(try engine.findings(in: text).map(\.range.lowerBound) == [offset / 5 * 5 + 7])
    }
  }
}
