import CScan

extension ContiguousArray where Element: BitwiseCopyable {
  /// Filled with one value, for a table whose places are read in no order: in large pages if there are such, because of
  /// small ones the processor knows too few at a time.
  @inlinable
  package init(table value: Element, count: Int) {
    self.init(unsafeUninitializedCapacity: count) { room, initialized in
      cscan_prefer_large_pages(room.baseAddress, count * MemoryLayout<Element>.stride)
      room.initialize(repeating: value)
      initialized = count
    }
  }
}
