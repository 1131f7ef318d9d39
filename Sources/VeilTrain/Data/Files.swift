import Foundation

/// What is wrong with a file of data, and where; never the content.
struct DataError: Error, CustomStringConvertible {
  let file: String
  let line: Int?
  let problem: String

  var description: String { line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)" }
}

/// The lines of a text file without their ends. A carriage return before the line feed and a byte order mark are dropped.
func lines(of url: URL) throws -> [String] {
  guard let data = try? Data(contentsOf: url) else {
    throw DataError(file: url.lastPathComponent, line: nil, problem: "cannot be read")
  }
  var bytes = [UInt8](data)
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  var all: [String] = []
  for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let line = part.last == 0x0D ? part.dropLast() : part
    all.append(String(decoding: line, as: UTF8.self))
  }
  if all.last == "" { all.removeLast() }
  return all
}

/// The entries of a list file: one to a line, `#` begins a comment line.
func listEntries(of url: URL) throws -> [String] {
  try lines(of: url).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
}

/// One line of a comma-separated file; a field may stand in quotes.
func fields(ofCSV line: String) -> [String] {
  var all: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var previous: UInt8 = 0
  for byte in line.utf8 {
    if byte == UInt8(ascii: "\"") {
      if !isQuoted, previous == byte { field.append(byte) }
      isQuoted.toggle()
    } else if byte == UInt8(ascii: ","), !isQuoted {
      all.append(String(decoding: field, as: UTF8.self))
      field.removeAll()
    } else {
      field.append(byte)
    }
    previous = byte
  }
  all.append(String(decoding: field, as: UTF8.self))
  return all
}

/// The rows of a comma-separated file with a head line, as the named columns.
func columns(_ names: [String], of url: URL) throws -> [[String]] {
  let file = url.lastPathComponent
  let all = try lines(of: url)
  guard let head = all.first.map(fields(ofCSV:)) else {
    throw DataError(file: file, line: nil, problem: "is empty")
  }
  let places = try names.map { name in
    guard let place = head.firstIndex(of: name) else {
      throw DataError(file: file, line: 1, problem: "has no column \(name)")
    }
    return place
  }
  return try all.enumerated().dropFirst().filter { !$0.element.isEmpty }.map { number, line in
    let row = fields(ofCSV: line)
    return try places.map { place in
      guard place < row.count else { throw DataError(file: file, line: number + 1, problem: "has too few columns") }
      return row[place]
    }
  }
}

func byBytes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
