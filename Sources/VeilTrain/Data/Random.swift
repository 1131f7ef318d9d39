/// SplitMix64: the one source of chance in training, so that a seed decides every byte of the model.
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of 0 ..< `bound`. The bias of the multiplication is far below what training could notice.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// A number of 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func shuffle<T>(_ items: inout [T]) {
    guard items.count > 1 else { return }
    for last in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(last, below(last + 1)) }
  }
}

/// Items with weights, drawn by a binary search in their running sums.
struct WeightedPool<Item: Sendable>: Sendable {
  private(set) var items: [Item] = []
  private var sums: [Double] = []

  var isEmpty: Bool { items.isEmpty }

  init(_ entries: [(item: Item, weight: Double)]) {
    var sum = 0.0
    for entry in entries where entry.weight > 0 {
      sum += entry.weight
      items.append(entry.item)
      sums.append(sum)
    }
  }

  func draw(_ random: inout Random) -> Item {
    let aim = random.unit() * (sums.last ?? 0)
    var low = 0
    var high = items.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > aim { high = middle } else { low = middle + 1 }
    }
    return items[low]
  }
}
