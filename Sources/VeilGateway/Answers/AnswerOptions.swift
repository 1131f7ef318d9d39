import Veil

/// What is done to an answer.
struct AnswerOptions: Sendable {
  var vault: Vault
  /// Whether originals are put back. When not, texts pass as they are.
  var restores = true
  /// The placeholders that may be restored; nil: all.
  var only: Set<Placeholder>?
  /// What becomes of log probabilities where placeholders are restored.
  var logprobs = Settings.Logprobs.drop
  /// A JSON object that the answer carries as `pii_mapping`.
  var returnedMapping: [UInt8]?
  /// Whether the request asked for JSON (`response_format`): then the content is JSON, and values are escaped for it.
  var contentIsJSON = false
  /// Whether token counts are taken out of streams, because the gateway asked for them and not the client.
  var hidesUsage = false
  /// What must not appear in messages of the upstream's: its key.
  var secrets: [[UInt8]] = []
  var limits = Settings.Limits()

  init(vault: Vault) { self.vault = vault }

  /// Whether texts may come to differ from what the upstream sent.
  var changesTexts: Bool { restores && !vault.isEmpty }

  /// Whether log probabilities are taken out. They are left as they are otherwise: their tokens cannot be restored.
  var dropsLogprobs: Bool { changesTexts && logprobs == .drop }

  /// - Parameter isJSON: Whether the text is JSON.
  func makeStream(isJSON: Bool = false, recordsPlaces: Bool = false) -> RestoringStream {
    RestoringStream(
      vault: vault, escaping: isJSON ? .json : .none, only: restores ? only : [], recordsPlaces: recordsPlaces)
  }
}

/// What was done to an answer.
struct AnswerReport: Sendable, Equatable {
  /// Placeholders that became originals.
  var restored = 0
  /// Placeholders of a known type that stand for nothing; they stay.
  var unknown = 0
}

/// What the provider says that an answer took.
struct TokenUsage: Sendable, Equatable {
  var prompt = 0
  var completion = 0
  var total = 0
}

/// Why an answer cannot be handed on. Says nothing of what is in it.
enum AnswerError: Error, Equatable {
  case notJSON
  /// JSON, but without `choices`: ``ErrorBodyRestorer`` makes an error of it, in case it is one.
  case notCompletion
  case tooLong
}
