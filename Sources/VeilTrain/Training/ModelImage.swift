import CScan
import Foundation

/// A model as bytes: what is embedded in the library. The layout is written down at `tagger_open`.
struct ModelImage {
  private(set) var bytes: UnsafeMutableBufferPointer<UInt8>

  /// Weights of each language in turn, all of the same number of rows.
  init(weights: [Weights], rowBits: Int, evidence: [(lower: UInt64, evidence: UInt32)], phrases: [UInt32: UInt32]) {
    var image: [UInt8] = Array("VEILNAM1".utf8)
    let evidenceSlots = evidence.isEmpty ? 0 : evidence.count * 100 / 60 + 1
    let phraseSlots = phrases.isEmpty ? 0 : phrases.count * 100 / 70 + 1
    for number in [rowBits, evidenceSlots, phraseSlots, 0] { image.appendNumber(UInt32(number)) }
    let steps = weights.map { Self.step(of: $0) }
    for step in steps { image.appendNumber(step.bitPattern) }
    for weights in weights { for transition in weights.transitions { image.appendNumber(transition.bitPattern) } }
    while image.count % 64 != 0 { image.append(0) }
    for (weights, step) in zip(weights, steps) {
      for row in weights.rows {
        for lane in 0..<8 {
          let stored = lane < labelCount ? (row[lane] / step).rounded() : 0
          image.append(UInt8(bitPattern: Int8(max(-127, min(127, stored)))))
        }
      }
    }
    var prints = [UInt16](repeating: 0, count: evidenceSlots)
    var values = [UInt32](repeating: 0, count: evidenceSlots)
    for word in evidence {
      var slot = Int(tagger_slot(word.lower, UInt32(evidenceSlots)))
      while prints[slot] != 0 { slot = (slot + 1) % evidenceSlots }
      prints[slot] = tagger_print(word.lower)
      values[slot] = word.evidence
    }
    var chains = [UInt32](repeating: 0, count: phraseSlots)
    for state in phrases.keys.sorted() {
      var slot = Int((UInt64(state) * UInt64(phraseSlots)) >> 32)
      while chains[slot] != 0 { slot = (slot + 1) % phraseSlots }
      chains[slot] = state & ~7 | phrases[state]!
    }
    for value in values { image.appendNumber(value) }
    for chain in chains { image.appendNumber(chain) }
    for print in prints { image.append(contentsOf: [UInt8(truncatingIfNeeded: print), UInt8(print >> 8)]) }
    // Aligned, and never freed: a training run has few of them, and models point into it.
    let storage = UnsafeMutableRawPointer.allocate(byteCount: image.count, alignment: 64)
    bytes = UnsafeMutableBufferPointer(start: storage.assumingMemoryBound(to: UInt8.self), count: image.count)
    _ = bytes.initialize(from: image)
  }

  /// The step with which the largest weight is stored as 127.
  private static func step(of weights: Weights) -> Float {
    var most: Float = 1e-6
    for row in weights.rows { most = max(most, row.max(), -row.min()) }
    return most / 127
  }

  func open() -> tagger_model {
    var model = tagger_model()
    guard tagger_open(bytes.baseAddress!, bytes.count, &model) == 0 else {
      // A mistake in this file: writer and reader of the layout have parted.
      fatalError("the image was not written as it is read")
    }
    return model
  }

  static func isReadable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var model = tagger_model()
    guard let base = bytes.baseAddress else { return false }
    return tagger_open(base, bytes.count, &model) == 0
  }

  func write(to url: URL) throws { try Data(bytes).write(to: url, options: .atomic) }
}

extension [UInt8] {
  fileprivate mutating func appendNumber(_ number: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
  }
}
