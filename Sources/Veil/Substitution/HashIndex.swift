/// Finds things by their hash; the things themselves, and how they compare, stay with the caller. Twelve bytes a
/// slot, no more than two thirds of the slots taken.
struct HashIndex: Sendable {
  private var hashes = [Int](repeating: 0, count: 16)
  /// -1 when the slot is free.
  private var values = [Int32](repeating: -1, count: 16)
  private var count = 0

  /// - Returns: The value whose hash is this one and that `matches`.
  @inline(__always)
  func find(_ hash: Int, where matches: (Int) -> Bool = { _ in true }) -> Int? {
    slot(hash, where: matches).map { Int(values[$0]) }
  }

  /// Adds a value from 0 to `Int32.max`; the caller sees to it that it is not there yet.
  mutating func insert(_ hash: Int, _ value: Int) {
    reserve(count + 1)
    count += 1
    place(hash, Int32(value))
  }

  /// Puts `value` in the place of `old`, which is there under this hash.
  mutating func replace(_ hash: Int, _ old: Int, with value: Int) {
    guard let slot = slot(hash, where: { $0 == old }) else { preconditionFailure("nothing to replace") }
    values[slot] = Int32(value)
  }

  @inline(__always)
  private func slot(_ hash: Int, where matches: (Int) -> Bool) -> Int? {
    var slot = hash & (values.count - 1)
    while values[slot] >= 0 {
      if hashes[slot] == hash, matches(Int(values[slot])) { return slot }
      slot = (slot + 1) & (values.count - 1)
    }
    return nil
  }

  private mutating func place(_ hash: Int, _ value: Int32) {
    var slot = hash & (values.count - 1)
    while values[slot] >= 0 { slot = (slot + 1) & (values.count - 1) }
    hashes[slot] = hash
    values[slot] = value
  }

  /// Makes room for so many values in all.
  mutating func reserve(_ count: Int) {
    guard count * 3 > values.count * 2 else { return }
    let old = self
    var size = old.values.count
    while count * 3 > size * 2 { size *= 2 }
    hashes = [Int](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    for (hash, value) in zip(old.hashes, old.values) where value >= 0 { place(hash, value) }
  }
}
