import VeilFormats

/// Writes JSON piece by piece; commas come by themselves.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// An object; its members are written by `body`.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin()
    bytes.append(UInt8(ascii: "{"))
    body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// An array; its elements are written by `body`.
  mutating func array(_ body: (inout JSONWriter) -> Void) {
    begin()
    bytes.append(UInt8(ascii: "["))
    body(&self)
    bytes.append(UInt8(ascii: "]"))
  }

  /// The name of a member, whose value comes next.
  mutating func name(_ name: String) {
    string(Array(name.utf8))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func string(_ text: [UInt8]) {
    begin()
    JSONStyle().append(text, to: &bytes)
  }

  mutating func string(_ text: String) { string(Array(text.utf8)) }

  /// JSON that is there already, or a number, `true`, `false`.
  mutating func raw(_ json: some Sequence<UInt8>) {
    begin()
    bytes += json
  }

  mutating func raw(_ value: Int) { raw(String(value).utf8) }

  mutating func null() { raw("null".utf8) }

  // Members with a value that is at hand.

  mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }

  mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    raw(value)
  }

  /// A score or another small number, with at most four decimals.
  mutating func member(_ name: String, _ value: Double) {
    self.name(name)
    raw("\((value * 10_000).rounded() / 10_000)".utf8)
  }

  mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    self.name(name)
    object(body)
  }

  mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    self.name(name)
    array(body)
  }

  /// A comma, unless something was just opened. A value never ends with one of these bytes: strings end with a quote.
  private mutating func begin() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
