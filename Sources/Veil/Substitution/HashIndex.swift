import Scanning

/// Finds things by their hash; the things themselves, and how they compare, stay with the caller. Sixteen bytes a
/// slot, no more than two thirds of the slots taken.
struct HashIndex: Sendable {
  private struct Slot: Sendable {
    var hash = 0
    /// -1 when the slot is free.
    var value: Int32 = -1
  }

  /// None before the first value comes.
  private var slots: ContiguousArray<Slot> = []
  private var count = 0

  /// - Returns: The value whose hash is this one and that `matches`.
  @inline(__always)
  func find(_ hash: Int, where matches: (Int) -> Bool = { _ in true }) -> Int? {
    slot(hash, where: matches).map { Int(slots[$0].value) }
  }

  /// Adds a value from 0 to `Int32.max`; the caller sees to it that it is not there yet.
  mutating func insert(_ hash: Int, _ value: Int) {
    reserve(count + 1)
    count += 1
    place(Slot(hash: hash, value: Int32(value)))
  }

  /// Puts `value` in the place of `old`, which is there under this hash.
  mutating func replace(_ hash: Int, _ old: Int, with value: Int) {
    guard let slot = slot(hash, where: { $0 == old }) else { preconditionFailure("nothing to replace") }
    slots[slot].value = Int32(value)
  }

  @inline(__always)
  private func slot(_ hash: Int, where matches: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = hash & (slots.count - 1)
    while slots[slot].value >= 0 {
      if slots[slot].hash == hash, matches(Int(slots[slot].value)) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func place(_ new: Slot) {
    var slot = new.hash & (slots.count - 1)
    while slots[slot].value >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = new
  }

  /// Makes room for so many values in all.
  mutating func reserve(_ count: Int) {
    guard count * 3 > slots.count * 2 else { return }
    var size = max(32, slots.count)
    while count * 3 > size * 2 { size *= 2 }
    let old = slots
    slots = ContiguousArray(table: Slot(), count: size)
    for slot in old where slot.value >= 0 { place(slot) }
  }
}

extension EntityType {
  /// Stands for the type in hashes, see ``KeyedHash``.
  var keyedHash: Int {
    var name = name
    return name.withUTF8 { KeyedHash.shared($0, tag: 0) }
  }
}
