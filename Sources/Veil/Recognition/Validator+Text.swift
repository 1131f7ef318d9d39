extension Validator {
  /// Whether the check holds for a text, as it stands or with the separators that people write.
  public func accepts(_ text: String) -> Bool { accepts(Array(text.utf8).span) }
}
