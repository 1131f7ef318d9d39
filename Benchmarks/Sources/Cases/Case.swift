import Corpora
import Veil

/// Something small that is measured by itself.
public struct Case: Sendable {
  public let name: String
  /// Whether it is too much to be run instruction by instruction.
  public let isHeavy: Bool
  /// Makes ready what is not measured; what it gives is measured, and says how much it found.
  public let prepare: @Sendable () throws -> () throws -> Int

  init(_ name: String, isHeavy: Bool = false, prepare: @escaping @Sendable () throws -> () throws -> Int) {
    self.name = name
    self.isHeavy = isHeavy
    self.prepare = prepare
  }

  public static var all: [Case] {
    detecting + rules + mappings + pseudonymizing + roundTrips + restoring + chunks
  }

  /// The whole catalogue and no names: names cost more than all else together. One for all cases, as in a server.
  static func engine() throws -> Engine { try shared.get() }

  private static let shared = Result {
    let made = try engine(names: .off)
    try warm(made)
    return made
  }

  /// An engine makes patterns and their automata when it needs them, the latter once a rule was tried some forty times.
  /// Left to the cases, what one of them costs would depend on those before it.
  private static func warm(_ engine: Engine) throws {
    let texts = Corpus.allCases.map { $0.bytes(Size.document.rawValue) }
    for _ in 0..<48 {
      for text in texts { _ = try engine.findings(in: text) }
    }
  }

  static func engine(names: Policy.NameDetection) throws -> Engine {
    var policy = Policy.default
    policy.names = names
    return try Engine(policy)
  }
}

/// How long a measured text is.
enum Size: Int, CaseIterable {
  case message = 200
  case page = 1_024
  case document = 16_384
  case file = 1_048_576

  var name: String {
    switch self {
    case .message: "200 B"
    case .page: "1 KB"
    case .document: "16 KB"
    case .file: "1 MB"
    }
  }

  var isHeavy: Bool { self == .file }
}
