import VeilFormats

/// A line and the text in its field.
struct LineText: Sendable {
  /// The line with its end.
  var range: Range<Int>
  /// Nil for an empty line.
  var record: JSONLine?
  /// Decoded; empty when there is none.
  var text: [UInt8] = []
  var style = JSONStyle()

  /// - Throws: ``Failure`` with the line's number.
  init(_ batch: LineBatch, _ number: Int, _ range: Range<Int>, field: String) throws {
    self.range = range
    var content = batch.bytes[range].last == UInt8(ascii: "\n") ? range.dropLast() : range
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if number == 1, batch.bytes[range].starts(with: mark) { content = content.dropFirst(mark.count) }
    if batch.bytes[content].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { return }
    do throws(JSONError) {
      let record = try JSONLine(batch.bytes, in: content, field: Array(field.utf8))
      text = try record.text?.decoded(from: batch.bytes, noting: &style) ?? []
      self.record = record
    } catch {
      throw Failure("line \(number), byte \(error.offset - range.lowerBound): \(error.reason)")
    }
  }

  /// Appends the line with another text in the field.
  ///
  /// The string is written anew only when the text has changed, and then in the style that this line and those before
  /// it showed; `style` carries that on from line to line, so that the result does not depend on how lines were batched.
  func write(_ new: [UInt8], batch: LineBatch, style: inout JSONStyle, to output: inout [UInt8]) {
    style.update(with: self.style)
    if let record, new != text {
      record.append(batch.bytes, in: range, with: new, style: style, to: &output)
    } else {
      output += batch.bytes[range]
    }
  }
}
