/// What is done to one input after another: cut into pieces, each treated by itself on any thread, the outcomes
/// committed in order.
protocol Treatment: AnyObject {
  associatedtype Piece: Sendable
  associatedtype Outcome: Sendable

  /// Takes in the bytes of one input and hands out the pieces that are complete; what is left at the end, which an
  /// empty chunk stands for. Throws ``Failure`` at an input that it cannot cut.
  typealias Cutter = (ArraySlice<UInt8>) throws -> [Piece]

  /// Called once for each input, in order, before ``begin(_:)``.
  func makeCutter() -> Cutter
  /// Treats a piece by itself; called on any thread, several at once. Throws where the input cannot be treated.
  var treat: @Sendable (Piece) throws -> Outcome { get }

  /// The outcomes of an input are about to come.
  func begin(_ input: InputPath) throws
  /// Throws ``Failure`` where the input cannot be treated; any other error ends the command.
  func commit(_ outcome: Outcome) throws
  /// All outcomes of the input have come.
  func end() throws
  /// The input cannot be treated to its end: what is not visible of it yet must not become so.
  func abandon() throws
  /// Input has run dry for now: makes visible what can be.
  func flush() throws
}
