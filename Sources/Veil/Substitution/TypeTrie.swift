/// The entity types that a placeholder may have, as a tree of their letters, so that a text is known at its first
/// wrong letter not to be one.
struct TypeTrie: Sendable {
  private struct Node {
    var byte: UInt8
    /// Index into `types`, or -1.
    var type: Int32 = -1
    /// Indices of nodes; 0, the root, stands for none.
    var child: Int32 = 0
    var sibling: Int32 = 0
  }

  private var nodes = [Node(byte: 0)]
  /// The children of the root by letter; they are looked up most.
  private var roots = [Int32](repeating: 0, count: 26)
  private(set) var types: [EntityType] = []

  static let root = 0

  init(_ types: some Sequence<EntityType> = []) {
    for type in types { _ = insert(type) }
  }

  /// - Returns: Index of the type in `types`, which does not change any more.
  mutating func insert(_ type: EntityType) -> Int {
    // Room for a few types at once.
    if types.isEmpty {
      nodes.reserveCapacity(64)
      types.reserveCapacity(8)
    }
    var node = Self.root
    for byte in type.name.utf8 {
      if let next = next(after: node, byte) {
        node = next
      } else {
        nodes.append(Node(byte: byte, sibling: nodes[node].child))
        nodes[node].child = Int32(nodes.count - 1)
        if node == Self.root { roots[Int(byte - UInt8(ascii: "A"))] = Int32(nodes.count - 1) }
        node = nodes.count - 1
      }
    }
    if nodes[node].type < 0 {
      nodes[node].type = Int32(types.count)
      types.append(type)
    }
    return Int(nodes[node].type)
  }

  func index(of type: EntityType) -> Int? {
    // A few are compared faster than one is spelt.
    if types.count <= 16 { return types.firstIndex(of: type) }
    var node = Self.root
    for byte in type.name.utf8 {
      guard let next = next(after: node, byte) else { return nil }
      node = next
    }
    return self.type(at: node)
  }

  /// The node that `byte` leads to.
  func next(after node: Int, _ byte: UInt8) -> Int? {
    if node == Self.root {
      let letter = Int(byte &- UInt8(ascii: "A"))
      return letter < 26 && roots[letter] != 0 ? Int(roots[letter]) : nil
    }
    var candidate = Int(nodes[node].child)
    while candidate != 0 {
      if nodes[candidate].byte == byte { return candidate }
      candidate = Int(nodes[candidate].sibling)
    }
    return nil
  }

  /// The type that ends at this node.
  func type(at node: Int) -> Int? {
    nodes[node].type < 0 ? nil : Int(nodes[node].type)
  }
}
