import Scanning

extension Program {
  /// What is wrong with a trigger.
  struct TriggerError: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  /// - Parameter start: there for triggers that ask how the pattern's matches begin.
  static func addTrigger(
    _ rule: Rule, _ number: UInt16, _ start: PatternStart?, _ needsContext: Bool, _ dispatch: inout DispatchBuilder,
    _ lexicon: inout Lexicon
  ) throws(TriggerError) {
    let edge = DispatchBuilder.Edge(rule.boundary)
    switch rule.trigger {
    case .derived:
      guard !start!.canBeEmpty else { throw TriggerError("the pattern matches nothing at all") }
      dispatch.addStart(number, firstBytes: start!.firstBytes, edge: edge)
    case .digits(let count, let within, let run, let next, let behind):
      guard (1...64).contains(within), (1...within).contains(count) else {
        throw TriggerError("digits: count must be from 1 to `within`, and that at most 64")
      }
      dispatch.addDigits(
        number, firstBytes: start!.firstBytes, count: count, within: within, run: run,
        next: next.map { ByteSet(Array($0.utf8)) },
        behind: behind.map { ByteSet($0.map { $0.utf8.last! }) }, needsContext: needsContext, edge: edge)
    case .literals(let literals):
      for literal in literals {
        guard literal.utf8.count >= 3, literal.utf8.allSatisfy({ $0 < 0x80 }) else {
          throw TriggerError("a literal needs at least three characters, all of them ASCII")
        }
      }
      for literal in LiteralPrefixes.narrowed(literals, by: rule.pattern) {
        dispatch.addLiteral(number, literal, edge: edge)
      }
    case .around(let byte, let over, let count, let next):
      guard byte < 0x80, count.lowerBound >= 0, count.upperBound <= 128 else {
        throw TriggerError("around: an ASCII byte and at most 128 bytes before it")
      }
      dispatch.addAround(byte, rule: number, over: over.bytes, count: count, next: next?.bytes ?? .all)
    case .labels(let labels, _):
      guard let ids = lexicon.ids(ofLabels: labels) else { throw TriggerError("a label has no letter or digit") }
      lexicon.add(rule: number, startingWith: ids)
    case .shape, .run:
      guard let shape = rule.shape else {
        throw TriggerError(
          "a shape has at most \(Shape.mostLetters) letters and from 1 to \(Shape.mostDigits) digits, a run from "
            + "1 to \(Shape.longestRun) letters and digits")
      }
      dispatch.addShape(number, shape, isCaseless: rule.isCaseless, needsContext: needsContext, edge: edge)
    case .phrases(let phrases):
      guard let ids = lexicon.ids(of: phrases) else { throw TriggerError("a phrase has no letter or digit") }
      lexicon.add(rule: number, startingWith: ids)
    }
  }
}

extension Rule {
  /// What a shape or run trigger asks for; nil when its numbers are out of bounds.
  var shape: Shape? {
    switch trigger {
    case .shape(let letters, let digits):
      guard letters.lowerBound >= 0, letters.upperBound <= Shape.mostLetters, !digits.isEmpty,
        digits.allSatisfy((1...Shape.mostDigits).contains)
      else { return nil }
      return Shape(letters: letters, digits: digits)
    case .run(let lengths, let digits):
      guard !lengths.isEmpty, lengths.allSatisfy((1...Shape.longestRun).contains), digits >= 0 else { return nil }
      return Shape(runs: lengths, digits: digits)
    default: return nil
    }
  }
}

extension DispatchBuilder.Edge {
  fileprivate init(_ boundary: Rule.Boundary) {
    switch boundary {
    case .word: self = .word
    case .digit: self = .number
    case .none: self = .anywhere
    }
  }
}

extension Rule.ByteClass {
  var bytes: ByteSet {
    switch self {
    case .addressLocal: ByteSet((0...255).filter { isASCIIWord($0) || $0 >= 0x80 } + Array(".!#$%&'*+/=?^_{|}~-".utf8))
    case .host: ByteSet((0..<128).filter(isASCIIWord) + Array("._-".utf8))
    case .hexadecimal: ByteSet(Array("0123456789abcdefABCDEF".utf8))
    case .hexadecimalOrColon: ByteSet(Array("0123456789abcdefABCDEF:".utf8))
    case .capitals: ByteSet(Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_".utf8))
    case .letters: ByteSet((0..<128).filter { isASCIIWord($0) && !isDigit($0) })
    case .dashes: ByteSet([UInt8(ascii: "-")])
    case .spelledSigns: ByteSet(Array("aAbBcCdDpP@. \t\n\r\u{B}\u{C}".utf8))
    }
  }
}

extension Policy {
  /// Whether findings of this type are wanted.
  public func admits(_ type: EntityType) -> Bool {
    guard types?.contains(type) ?? !excludedTypes.contains(type) else { return false }
    return classes.contains(entityClass(of: type))
  }

  /// Personal or organisational: from the catalogue, or what the policy says of its own types.
  public func entityClass(of type: EntityType) -> EntityClass {
    customClasses[type] ?? Catalogue.description(of: type)?.entityClass ?? .pii
  }
}
