/// Changes to parts of a JSON text that are made together; every byte outside of them stays.
public struct JSONEdits: Sendable {
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []

  public init() {}

  public var isEmpty: Bool { changes.isEmpty }

  /// - Parameter range: must not overlap with that of another change. Of changes with empty ranges at the same place, the
  ///   earlier made stands first.
  public mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) { changes.append((range, bytes)) }

  /// Adds a member in front of all others of an object.
  ///
  /// - Parameter value: JSON.
  public mutating func insert(_ name: String, _ value: [UInt8], into object: JSONNode) {
    guard case .object(let members) = object.value else { preconditionFailure("no object") }
    var bytes: [UInt8] = []
    JSONStyle().append(Array(name.utf8), to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    bytes += value
    insert(bytes, into: object, isOnly: members.isEmpty)
  }

  /// Adds an element in front of all others of an array.
  ///
  /// - Parameter value: JSON.
  public mutating func insert(_ value: [UInt8], into array: JSONNode) {
    guard case .array(let elements) = array.value else { preconditionFailure("no array") }
    insert(value, into: array, isOnly: elements.isEmpty)
  }

  private mutating func insert(_ bytes: [UInt8], into node: JSONNode, isOnly: Bool) {
    let start = node.range.lowerBound + 1
    replace(start..<start, with: isOnly ? bytes : bytes + [UInt8(ascii: ",")])
  }

  /// Takes out all members of an object for which `isUnwanted` holds, with their commas.
  public mutating func removeMembers(of object: JSONNode, where isUnwanted: (JSONMember) -> Bool) {
    remove(object.members.map { ($0.range, isUnwanted($0)) })
  }

  /// Takes out all elements of an array for which `isUnwanted` holds, with their commas.
  public mutating func removeElements(of array: JSONNode, where isUnwanted: (JSONNode) -> Bool) {
    remove(array.elements.map { ($0.range, isUnwanted($0)) })
  }

  /// Each part goes with the comma before it, or behind it as long as none before it stays.
  private mutating func remove(_ parts: [(range: Range<Int>, isUnwanted: Bool)]) {
    var lastKept: Int?
    for (index, part) in parts.enumerated() where part.isUnwanted || lastKept == nil {
      guard part.isUnwanted else {
        lastKept = index
        continue
      }
      if index > 0, lastKept != nil {
        replace(parts[index - 1].range.upperBound..<part.range.upperBound, with: [])
      } else {
        let end = index + 1 < parts.count ? parts[index + 1].range.lowerBound : part.range.upperBound
        replace(part.range.lowerBound..<end, with: [])
      }
    }
  }

  /// The text with all changes made.
  public func applied(to bytes: [UInt8]) -> [UInt8] {
    if changes.isEmpty { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + changes.reduce(0) { $0 + $1.bytes.count })
    var position = 0
    // Sorting is not stable by itself; what is put in at a place comes before what is replaced from there on.
    for index in changes.indices.sorted(by: { order($0) < order($1) }) {
      let (range, new) = changes[index]
      precondition(range.lowerBound >= position, "changes overlap")
      output += bytes[position..<range.lowerBound]
      output += new
      position = range.upperBound
    }
    output += bytes[position...]
    return output
  }

  private func order(_ index: Int) -> (Int, Int, Int) {
    (changes[index].range.lowerBound, changes[index].range.isEmpty ? 0 : 1, index)
  }
}
