import ArgumentParser
import Veil
import VeilPolicyFile

struct PolicyLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Proposes a rule from samples of an identifier.",
    discussion: """
      Reads one sample a line and prints a rule for a policy file, with what was seen as comments. Nothing is switched \
      on. With --against the pattern is tried on text that has none of these identifiers: what it finds there are false \
      alarms.

        veil policy learn --type EMPLOYEE_ID samples.txt
        veil policy learn --type EMPLOYEE_ID --label "staff no" --against letters/ samples.txt > policy.yaml
      """)

  @Argument(help: "Samples, one a line; `-` means standard input.", completion: .file())
  var samples: String

  @Option(help: ArgumentHelp("The type of the findings, like EMPLOYEE_ID.", valueName: "type"))
  var type: String

  @Option(help: ArgumentHelp("Words that stand before the identifier; may be repeated.", valueName: "words"))
  var label: [String] = []

  @Option(help: "Files and folders with other text; may be repeated.", completion: .file())
  var against: [String] = []

  func run() throws {
    guard let entityType = EntityType(type) else {
      throw ValidationError("--type: a name is made of A-Z and digits in groups joined by '_'")
    }
    if label.contains(where: { !$0.contains { $0.isLetter || $0.isNumber } }) {
      throw ValidationError("--label: a label needs a letter or digit")
    }
    let input = try Input(samples)
    let bytes = try input.readAll(limit: 16 << 20)
    do {
      let lesson = try Lesson(entityType, samples: bytes, labels: label)
      let proposal = try lesson.proposal(against: try specificity(lesson))
      let output = try Output(Output.standard)
      output.pending += proposal.utf8
      try output.commit()
    } catch let error as LearningError {
      let place = error.line.map { "\(input.name):\($0)" } ?? input.name
      throw Failure("\(place): \(error.reason)", isLocated: error.line != nil)
    }
  }

  private func specificity(_ lesson: Lesson) throws -> Specificity? {
    if against.isEmpty { return nil }
    var specificity = try lesson.makeSpecificity()
    for path in try inputPaths(against) {
      let input = try Input(path.path)
      let text = try input.readAll(limit: 1 << 30)
      do { try specificity.add(text) } catch { throw Failure("\(input.name): \(error)") }
    }
    return specificity
  }
}
