/// A law that does not hold for an input.
public struct Violation: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

func expect(_ condition: Bool, _ law: @autoclosure () -> String) throws(Violation) {
  if !condition { throw Violation(law()) }
}

func expectEqual(_ a: [UInt8], _ b: [UInt8], _ law: @autoclosure () -> String) throws(Violation) {
  guard a != b else { return }
  let place = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
  throw Violation("\(law()): they part at byte \(place): \(excerpt(a, place)) and \(excerpt(b, place))")
}

/// Fuzzing inputs are not anyone's data and may be shown.
private func excerpt(_ bytes: [UInt8], _ place: Int) -> String {
  let range = max(0, place - 24)..<min(bytes.count, place + 24)
  return String(decoding: bytes[range], as: UTF8.self).debugDescription
}
