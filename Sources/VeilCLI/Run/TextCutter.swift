import Veil

/// Cuts plain text into blocks that the engine can analyse by themselves.
func textCutter(_ engine: Engine) -> (ArraySlice<UInt8>) throws -> [Block] {
  var cutter = engine.makeBlockCutter()
  return { chunk in
    var blocks: [Block] = []
    var position = 0
    while let block = cutter.next(from: chunk.span, at: &position) { blocks.append(block) }
    if chunk.isEmpty { while let block = cutter.nextAtEnd() { blocks.append(block) } }
    return blocks
  }
}

/// Says where in JSON Lines the engine met its error.
func located<T>(_ line: Int, _ field: String, _ body: () throws(EngineError) -> T) throws -> T {
  do throws(EngineError) { return try body() } catch {
    if case .vault = error { throw error }
    throw Failure("line \(line), field '\(field)': \(error)")
  }
}
