import Foundation

/// A check that does not notice every change of one digit: a row of `Fixtures/catalogue/undetected.tsv`.
struct UndetectedChange {
  /// The largest share of all changes of one digit, in the fixtures, that may pass.
  var most: Double
  var reason: String

  /// By the name of the check.
  static func byCheck() throws -> [String: UndetectedChange] {
    let table = try String(contentsOf: fixtures.appending(path: "catalogue/undetected.tsv"), encoding: .utf8)
    return try table.split(separator: "\n").filter { !$0.hasPrefix("#") }.reduce(into: [:]) { rows, line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let most = Double(fields[1]), rows[fields[0]] == nil else {
        throw CatalogueFixture.Failure(description: "undetected.tsv: '\(line)' is no row, or a second one")
      }
      rows[fields[0]] = UndetectedChange(most: most, reason: fields[2])
    }
  }

  /// Rules that take a mistyped value on purpose, because its label or surroundings leave no doubt of what it is.
  static let tolerantRules: Set<String> = ["iban-labelled", "payment-card-mistyped", "us-ssn-labelled"]
}
