import Veil

/// Ways through the public API that are measured in more than one place.
public enum Passes {
  /// A text there and back, with a vault of its own, as a request to a model and its answer have it.
  ///
  /// - Returns: How much was restored.
  public static func roundTrip(_ text: [UInt8], _ engine: Engine) throws -> Int {
    let vault = try Vault()
    let masked = try engine.pseudonymize(text, vault: vault)
    var stream = RestoringStream(vault: vault)
    var restored: [UInt8] = []
    restored.reserveCapacity(text.count)
    stream.append(masked.span, to: &restored)
    let report = stream.finish(to: &restored)
    guard restored == text else { throw NotRestored() }
    return report.restoredCount
  }

  /// A text on its way to a model as it comes in, chunk by chunk; what a chunk gives is handed on before the next.
  ///
  /// - Returns: How much was found.
  public static func pseudonymize(
    _ text: [UInt8], chunk size: Int, _ engine: Engine, output: inout [UInt8]
  ) throws -> Int {
    var stream = engine.makePseudonymizingStream(vault: try Vault())
    for start in stride(from: 0, to: text.count, by: size) {
      try stream.append(text.span.extracting(start..<min(text.count, start + size)), to: &output)
      output.removeAll(keepingCapacity: true)
    }
    return try stream.finish(to: &output).values.reduce(0, +)
  }

  /// A model's answer in the same way, but handed on when there are a few kilobytes: to empty an array for each chunk of a
  /// few bytes takes as long as to restore it.
  ///
  /// - Returns: How much was restored.
  public static func restore(_ text: [UInt8], chunk size: Int, _ vault: Vault, output: inout [UInt8]) -> Int {
    var stream = RestoringStream(vault: vault)
    for start in stride(from: 0, to: text.count, by: size) {
      stream.append(text.span.extracting(start..<min(text.count, start + size)), to: &output)
      if output.count >= 4_096 { output.removeAll(keepingCapacity: true) }
    }
    return stream.finish(to: &output).restoredCount
  }
}

struct NotRestored: Error, CustomStringConvertible {
  var description: String { "the restored text is not the original" }
}
