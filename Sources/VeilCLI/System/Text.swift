/// The text with spaces behind it, up to a width in characters.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

/// `17 bytes`, `4.2 MB`.
func size(_ bytes: Int) -> String {
  if bytes < 1000 { return "\(bytes) bytes" }
  var value = Double(bytes) / 1000
  var unit = "kB"
  for larger in ["MB", "GB", "TB"] where value >= 1000 {
    value /= 1000
    unit = larger
  }
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10) \(unit)"
}

/// `1 finding`, `2 findings`.
func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

/// Rows with columns that stand below each other.
func aligned(_ rows: [[String]]) -> [String] {
  let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    let cells = row.dropLast().enumerated().map { padded($1, widths[$0]) }
    return (cells + row.suffix(1)).joined(separator: "  ")
  }
}

/// The words in lines of at most `width` characters.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for word in text.split(separator: " ") {
    if let last = lines.last, last.count + word.count < width {
      lines[lines.count - 1] += " \(word)"
    } else {
      lines.append(String(word))
    }
  }
  return lines
}

/// The text on one line, at most 60 characters of it: what would move the cursor or change colours shows as `·`.
func shown(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  let line = String(text.prefix(60).map { $0.unicodeScalars.allSatisfy(isShown) ? $0 : "·" })
  return text.count > 60 ? line + "…" : line
}

private func isShown(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: false
  default: true
  }
}
