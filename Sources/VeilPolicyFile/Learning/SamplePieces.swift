/// A sample cut into words of letters and digits, and what stands before, between and behind them.
struct SamplePieces {
  /// One more than there are pieces.
  var gaps: [String] = []
  var pieces: [String] = []

  init(_ sample: String) {
    var gap = ""
    var piece = ""
    for scalar in sample.unicodeScalars {
      if isPartOfWord(scalar) {
        if piece.isEmpty {
          gaps.append(gap)
          gap = ""
        }
        piece.unicodeScalars.append(scalar)
      } else {
        if !piece.isEmpty {
          pieces.append(piece)
          piece = ""
        }
        gap.unicodeScalars.append(scalar)
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    gaps.append(gap)
  }

  /// How the sample is built: runs of letters and of digits, by pieces. `EMP-12A` and `X-3B` are built alike.
  var build: [[Run.Kind]] { pieces.map { Run.runs(of: $0).map(\.kind) } }
}

/// Letters or digits in a row.
struct Run {
  enum Kind: Hashable { case letters, digits }

  var kind: Kind
  var text: String

  static func runs(of piece: String) -> [Run] {
    var runs: [Run] = []
    for scalar in piece.unicodeScalars {
      let kind = isDigit(scalar) ? Kind.digits : .letters
      if runs.last?.kind != kind { runs.append(Run(kind: kind, text: "")) }
      runs[runs.count - 1].text.unicodeScalars.append(scalar)
    }
    return runs
  }
}
