import Scanning
import Synchronization

/// The two-way map of originals and placeholders, for one conversation, document or job. Safe from any thread.
///
/// Placeholders are numbered by first appearance within their type. The first spelling of an entity owns `[NAME_1]`,
/// other spellings get a linked one (`[NAME_1_GIVEN]`, `[NAME_1_B]`), so that every one comes back as it was.
public final class Vault: Sendable {
  /// What the user supplied beforehand.
  public let mapping: Mapping?
  public let limits: Limits
  let state: Mutex<State>
  /// How long the journal was after loading.
  let loadedCount: Int
  /// Values that were found by what surrounded them, to be found again in the vault's other texts.
  let known: SharedRecall

  /// Bounds of the memory that a vault takes. Beyond them it refuses.
  public struct Limits: Sendable, Hashable {
    /// Most entries: placeholders, and numbers that are skipped because the text has them already.
    public var entries: Int
    /// Most bytes of originals together.
    public var bytes: Int

    public init(entries: Int = 1_000_000, bytes: Int = 256 << 20) {
      self.entries = entries
      self.bytes = bytes
    }
  }

  /// A point in a vault's life: which placeholders had been issued by then.
  public struct Mark: Hashable, Sendable {
    let sequence: UInt32
    /// Before everything.
    public static let start = Mark(sequence: 0)
  }

  public convenience init(mapping: Mapping? = nil, limits: Limits = Limits()) throws(VaultError) {
    try self.init(entries: [], mapping: mapping, limits: limits)
  }

  /// Starts from the saved form, to which a mapping may add, and goes on numbering.
  /// - Throws: `invalidEntry` with the position in `entries`, or in the mapping's where that contradicts them.
  public init(entries: [Entry], mapping: Mapping? = nil, limits: Limits = Limits()) throws(VaultError) {
    self.mapping = mapping
    self.limits = limits
    var state = State(limits: limits)
    try state.load(entries)
    loadedCount = state.journal.count
    if let mapping { try state.add(mapping) }
    self.state = Mutex(state)
    known = SharedRecall(entries, mapping)
  }

  /// Now: what was issued before this call.
  public var mark: Mark { state.withLock { Mark(sequence: $0.sequence) } }

  /// The original that a placeholder stands for; nil when the vault does not know it.
  ///
  /// Given and family name, upper and lower case are derived from the first spelling where they were never issued.
  public func original(of placeholder: Placeholder) -> [UInt8]? {
    state.withLock { state in
      guard let type = state.types.index(of: placeholder.type) else { return nil }
      var original: [UInt8] = []
      switch state.resolve(Identifier(type: type, number: placeholder.number, suffix: placeholder.letters)) {
      case .record(let record): state.appendOriginal(of: record, to: &original)
      case .derived(let bytes, _): original = bytes
      case .reserved, .unknown: return nil
      }
      return original
    }
  }

  /// Writes the placeholder of an original, a new one if need be.
  /// - Parameters:
  ///   - mapped: Index of the mapping's entry that the original was found by.
  ///   - name: Which of `ahead` it is itself, if it is one of them.
  ///   - kin: An original that the text says is the same by another name.
  ///   - ahead: Names that come later in the text.
  ///   - brackets: For a new entity. One that is known keeps its own.
  package func appendPlaceholder(
    for original: Span<UInt8>, type: EntityType, mapped: Int? = nil, name: Int? = nil, kin: [UInt8]? = nil,
    ahead: inout NamesAhead, brackets: Policy.Brackets, to output: inout [UInt8]
  ) throws(VaultError) {
    try state.withLock { (state: inout sending State) throws(VaultError) in
      let record = try state.issue(
        original, type, mapped: mapped, name: name, kin: kin, ahead: &ahead, brackets)
      state.appendText(of: record, to: &output)
    }
  }
}

/// A placeholder as the vault and the parser speak of it.
struct Identifier: Hashable, Sendable {
  /// Index into the vault's types.
  var type: Int
  /// 0: any, where there is only one.
  var number: Int
  var suffix: Suffix

  var keyedHash: Int { KeyedHash.shared(UInt64(type), UInt64(number), suffix.letters) }
}
