import Scanning

/// Names that are known to come, so that `Doe` before `John Doe` is linked to him as it is behind.
///
/// Made without looking at the names; that is done when the first of them is asked for.
package struct NamesAhead: Sendable {
  struct Name {
    var original: [UInt8]
    /// Which of the names it is.
    var number: Int
  }

  private let bytes: [UInt8]
  private let names: [(range: Range<Int>, type: EntityType)]
  private var index: [EntityType: [[UInt8]: Int]]?
  private var keys: [CanonicalKey] = []

  /// None.
  package init() { self.init([], []) }

  /// - Parameter names: where they stand in `bytes`.
  init(_ bytes: [UInt8], _ names: [(range: Range<Int>, type: EntityType)]) {
    self.bytes = bytes
    self.names = names
  }

  /// Whether names of this type have parts that mean them.
  static func holds(for type: EntityType) -> Bool { type.isPersonName || type == .organisation }

  /// The one name that this is a part of; nil when there is none, or several are.
  mutating func whole(of key: CanonicalKey, _ type: EntityType) -> Name? {
    guard !names.isEmpty, Self.holds(for: type) else { return nil }
    if index == nil { makeIndex() }
    guard let parts = index?[type] else { return nil }
    var found = parts[key.bytes]
    if found == nil {
      for other in key.alternatives {
        guard let name = parts[other] else { continue }
        if found != nil, found != name { return nil }
        found = name
      }
    }
    guard let found, found >= 0, keys[found].bytes != key.bytes else { return nil }
    return Name(original: Array(bytes[names[found].range]), number: found)
  }

  private mutating func makeIndex() {
    keys = names.map { CanonicalKey(Array(bytes[$0.range]), $0.type) }
    var index: [EntityType: [[UInt8]: Int]] = [:]
    for (number, name) in names.enumerated() where !keys[number].parts.isEmpty {
      for part in [keys[number].bytes] + keys[number].parts {
        guard let known = index[name.type, default: [:]][part] else {
          index[name.type, default: [:]][part] = number
          continue
        }
        // The longer one tells more.
        if known >= 0, keys[number].parts.contains(keys[known].bytes) {
          index[name.type]?[part] = number
        } else if known >= 0, !areOne(known, number) {
          index[name.type]?[part] = -1
        }
      }
    }
    self.index = index
  }

  /// Whether one of the two is the other in fewer or other words.
  private func areOne(_ first: Int, _ second: Int) -> Bool {
    let (first, second) = (keys[first], keys[second])
    return first.bytes == second.bytes || first.parts.contains(second.bytes) || second.parts.contains(first.bytes)
      || first.alternatives.contains(second.bytes)
  }
}

extension NamesAhead {
  /// What the mapping gives a type but no number. The numbers of names are positions in its entries.
  init(_ mapping: Mapping) {
    var bytes: [UInt8] = []
    var names: [(range: Range<Int>, type: EntityType)] = []
    guard mapping.entries.contains(where: { $0.placeholder == nil && Self.holds(for: $0.type) }) else {
      self.init()
      return
    }
    for entry in mapping.entries {
      let isAwaited = entry.placeholder == nil && Self.holds(for: entry.type)
      let start = bytes.count
      if isAwaited { bytes += entry.original.utf8 }
      names.append((start..<bytes.count, entry.type))
    }
    self.init(bytes, names)
  }
}
