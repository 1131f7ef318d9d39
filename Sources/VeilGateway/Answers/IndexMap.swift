import Veil

/// Moves positions in a text, counted in Unicode scalars, to where the same is after restoring.
struct IndexMap {
  private var places: [(source: Range<Int>, restored: Range<Int>)] = []
  /// Scalars of the restored text so far.
  private var scalars = 0
  /// Bytes of the restored text so far.
  private var bytes = 0
  /// By how many scalars the restored text is longer.
  private var shift = 0

  /// So many are remembered; positions behind the last are as if nothing was restored after it.
  private static let maximumPlaces = 1 << 16

  /// Takes the next piece of the restored text.
  mutating func append(_ text: [UInt8], _ new: [RestoringStream.Place]) {
    var position = 0
    for place in new where places.count < Self.maximumPlaces {
      let start = place.range.lowerBound - bytes
      let end = place.range.upperBound - bytes
      let before = scalars + Self.scalars(text[position..<start])
      scalars = before + Self.scalars(text[start..<end])
      let source = before - shift..<before - shift + place.sourceScalars
      places.append((source, before..<scalars))
      shift = scalars - source.upperBound
      position = end
    }
    scalars += Self.scalars(text[position...])
    bytes += text.count
  }

  private static func scalars(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Where something begins. Within a placeholder nothing can: it begins with the original.
  func start(_ index: Int) -> Int {
    guard let place = place(before: index) else { return index }
    return index < place.source.upperBound
      ? place.restored.lowerBound : index + (place.restored.upperBound - place.source.upperBound)
  }

  /// Where something ends, whether that is the last scalar or the one behind it.
  func end(_ index: Int) -> Int {
    guard let place = place(before: index) else { return index }
    return max(place.restored.lowerBound, index + (place.restored.upperBound - place.source.upperBound))
  }

  /// The last place that begins before this.
  private func place(before index: Int) -> (source: Range<Int>, restored: Range<Int>)? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].source.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1] : nil
  }
}
