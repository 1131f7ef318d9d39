/// Weights of one language in full precision: a row of eight for each hashed feature, the last unused.
struct Weights {
  var rows: [SIMD8<Float>]
  /// From label (row) to label; row and column 0 also stand for what is before and behind a run.
  var transitions: [Float]

  init(rowBits: Int) {
    rows = Array(repeating: .zero, count: 1 << rowBits)
    transitions = Array(repeating: 0, count: labelCount * labelCount)
    for from in 0..<labelCount {
      for to in 0..<labelCount where !Self.mayFollow(from, to) { transitions[from * labelCount + to] = Self.never }
    }
  }

  static let never: Float = -1e4

  /// Whether the second label may stand behind the first: inside only behind the same label.
  static func mayFollow(_ from: Int, _ to: Int) -> Bool {
    guard to > 0, to % 2 == 0 else { return true }
    return from == to || from == to - 1
  }

  static func + (left: Weights, right: Weights) -> Weights {
    var sum = left
    for row in sum.rows.indices { sum.rows[row] += right.rows[row] }
    for i in sum.transitions.indices where left.transitions[i] > never / 2 {
      sum.transitions[i] += right.transitions[i]
    }
    return sum
  }

  mutating func scale(by factor: Float) {
    for row in rows.indices { rows[row] *= factor }
    for i in transitions.indices where transitions[i] > Self.never / 2 { transitions[i] *= factor }
  }
}
