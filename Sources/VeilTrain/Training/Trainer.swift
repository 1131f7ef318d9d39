import Foundation

/// Trains a linear-chain conditional random field (Lafferty et al. 2001) by AdaGrad (Duchi et al. 2011) on the
/// log-likelihood, one run at a time.
struct Trainer {
  var rowBits = 19
  var epochs = 4
  var rate: Float = 0.1
  /// How often the features that tell which word a piece is are left out, so that the others must do.
  var dropout = 0.1
  /// Epochs at the end whose weights are averaged.
  var averaged = 2

  /// - Complexity: O(epochs × pieces × features).
  func train(_ samples: Samples, seed: UInt64, report: (String) -> Void) -> Weights {
    var random = Random(seed: seed)
    var state = State(weights: Weights(rowBits: rowBits), longest: samples.runs.map(\.count).max() ?? 1)
    var sum: Weights?
    var order = Array(samples.runs.indices)
    for epoch in 0..<epochs {
      random.shuffle(&order)
      var loss = 0.0
      for number in order {
        loss += state.learn(samples.runs[number], samples, self, &random)
      }
      report("epoch \(epoch + 1): loss \(String(format: "%.4f", loss / Double(max(1, samples.labels.count)))) a piece")
      if epoch >= epochs - averaged { sum = sum.map { $0 + state.weights } ?? state.weights }
    }
    guard var mean = sum else { return state.weights }
    mean.scale(by: 1 / Float(min(averaged, epochs)))
    return mean
  }

  private struct State {
    var weights: Weights
    /// Sums of squared gradients.
    var squares: [SIMD8<Float>]
    var transitionSquares: [Float]
    var emissions: [SIMD8<Float>]
    var forward: [SIMD8<Float>]
    var backward: [SIMD8<Float>]
    var scaled: [SIMD8<Float>]
    var dropped: [Bool]
    let lexical: [Bool]

    init(weights: Weights, longest: Int) {
      self.weights = weights
      squares = Array(repeating: SIMD8(repeating: 1), count: weights.rows.count)
      transitionSquares = Array(repeating: 1, count: weights.transitions.count)
      emissions = Array(repeating: .zero, count: longest)
      forward = emissions
      backward = emissions
      scaled = emissions
      dropped = Array(repeating: false, count: longest)
      lexical = (0..<featureCount).map(isLexical)
    }

    /// One step up the likelihood of a run's gold labels; returns its loss before the step.
    mutating func learn(_ run: Samples.Run, _ samples: Samples, _ trainer: Trainer, _ random: inout Random) -> Double {
      let shift = UInt32(32 - trainer.rowBits)
      let count = run.count
      for i in 0..<count {
        dropped[i] = random.chance(trainer.dropout)
        var sum = SIMD8<Float>.zero
        let start = (run.start + i) * featureCount
        samples.rows.withUnsafeBufferPointer { rows in
          weights.rows.withUnsafeBufferPointer { table in
            for k in 0..<featureCount where !(dropped[i] && lexical[k]) { sum += table[Int(rows[start + k] >> shift)] }
          }
        }
        emissions[i] = sum
      }
      let steps = weights.transitions.map { exp($0) }
      let loss = passes(run, samples, steps)
      var transitionGradient = [Float](repeating: 0, count: steps.count)
      for i in 0...count {
        let goldBefore = i > 0 ? Int(samples.labels[run.start + i - 1]) : 0
        let goldHere = i < count ? Int(samples.labels[run.start + i]) : 0
        transitionGradient[goldBefore * labelCount + goldHere] += 1
        var total: Float = 0
        var pairs = [Float](repeating: 0, count: steps.count)
        for from in 0..<labelCount where i > 0 || from == 0 {
          let before = i > 0 ? forward[i - 1][from] : 1
          for to in 0..<labelCount where i < count || to == 0 {
            let here = i < count ? scaled[i][to] * backward[i][to] : 1
            let value = before * steps[from * labelCount + to] * here
            pairs[from * labelCount + to] = value
            total += value
          }
        }
        for k in pairs.indices { transitionGradient[k] -= pairs[k] / total }
      }
      for i in 0..<count {
        let product = forward[i] * backward[i]
        var gradient = -(product / product.sum())
        gradient[Int(samples.labels[run.start + i])] += 1
        if gradient.max() < 1e-3, gradient.min() > -1e-3 { continue }
        let squared = gradient * gradient
        let start = (run.start + i) * featureCount
        samples.rows.withUnsafeBufferPointer { rows in
          weights.rows.withUnsafeMutableBufferPointer { table in
            squares.withUnsafeMutableBufferPointer { squares in
              for k in 0..<featureCount where !(dropped[i] && lexical[k]) {
                let row = Int(rows[start + k] >> shift)
                let sum = squares[row] + squared
                squares[row] = sum
                table[row] += trainer.rate * gradient / sum.squareRoot()
              }
            }
          }
        }
      }
      for k in transitionGradient.indices where weights.transitions[k] > Weights.never / 2 {
        let gradient = transitionGradient[k]
        transitionSquares[k] += gradient * gradient
        weights.transitions[k] += trainer.rate * gradient / transitionSquares[k].squareRoot()
      }
      return loss
    }

    /// Forward and backward sums, each piece's scaled to one; returns the negative log-likelihood of the gold labels.
    private mutating func passes(_ run: Samples.Run, _ samples: Samples, _ steps: [Float]) -> Double {
      let count = run.count
      var loss = 0.0
      var before = 0
      for i in 0..<count {
        // The last lane is no label.
        emissions[i][labelCount] = -.infinity
        let most = emissions[i].max()
        var here = SIMD8<Float>.zero
        for y in 0..<labelCount { scaled[i][y] = exp(emissions[i][y] - most) }
        scaled[i][labelCount] = 0
        for y in 0..<labelCount {
          var value: Float = 0
          if i == 0 {
            value = steps[y]
          } else {
            for z in 0..<labelCount { value += forward[i - 1][z] * steps[z * labelCount + y] }
          }
          here[y] = value * scaled[i][y]
        }
        let total = here.sum()
        forward[i] = here / total
        let gold = Int(samples.labels[run.start + i])
        let score = emissions[i][gold] + weights.transitions[before * labelCount + gold]
        loss += Double(log(total) + most - score)
        before = gold
      }
      var end: Float = 0
      for z in 0..<labelCount { end += forward[count - 1][z] * steps[z * labelCount] }
      loss += Double(log(end) - weights.transitions[before * labelCount])
      for i in stride(from: count - 1, through: 0, by: -1) {
        var here = SIMD8<Float>.zero
        for z in 0..<labelCount {
          if i + 1 == count {
            here[z] = steps[z * labelCount]
          } else {
            var value: Float = 0
            for y in 0..<labelCount {
              value += steps[z * labelCount + y] * scaled[i + 1][y] * backward[i + 1][y]
            }
            here[z] = value
          }
        }
        backward[i] = here / here.sum()
      }
      return loss
    }
  }
}
