import Foundation

/// Text that machines write and people hardly name anyone in: code, logs, dumps. It shows where to be silent.
struct MachineText {
  private let code: [[UInt8]]
  /// Given names that are words too, as variables and types are called.
  private let words: [String]

  /// - Parameters:
  ///   - lines: file of lines of code, comments left out: people may be named there.
  ///   - names: given names that are words too.
  init(lines url: URL, names: [String]) throws {
    words = names.map { $0.lowercased() }
    code = try lines(of: url).map { Array($0.utf8) }
  }

  func sentences(_ count: Int, _ random: inout Random) -> [Sentence] {
    (0..<count).map { number in
      let text: [UInt8] =
        switch number % 10 {
        case 0, 1: random.pick(code)
        case 8, 9: Array(statement(&random).utf8)
        case 2: Array(Self.dump(&random).utf8)
        case 3: Array(Self.characters(random.within(20...76), Self.base64, &random).utf8)
        default: Array(Self.log(&random).utf8)
        }
      return Sentence(text: text, spans: [], document: 0)
    }
  }

  /// A line of code that uses such a word.
  private func statement(_ random: inout Random) -> String {
    let word = random.pick(words)
    let other = random.pick(Self.words)
    let type = word.capitalized
    return random.pick([
      "let \(word) = \(other).\(word)", "\(other)(\(word), &\(other), \(word).\(other));", "case .\(word)(\(type)):",
      "    \(other)->\(word) = \(word);", "var \(word): \(type)?", "// MARK: - \(other.capitalized) \(type)",
      "func \(other)(_ \(word): \(type), at \(other): Int) throws -> \(type) {", "return \"\\(\(word)): \(other)\"",
      "class \(type) extends \(other.capitalized)\(type) {", "if (\(word) == null || \(word).\(other)()) continue;",
      "\(word) += \(other)[\(word)]", "import \(other).\(word)", "#define \(word.uppercased())_\(other.uppercased()) 1",
      "enum \(type) { \(other.uppercased()), \(word.uppercased()) }", "# \(other) the \(word) of each \(other)",
      "struct \(word) *\(other) = \(word)_\(other)(\(other));", "  - \(word): \(other)",
      "self.\(word) = \(word) or \(type)()",
      "ON_EVENT(*\(other), \(word), \(word));", "<\(type) \(other)={\(word)} />",
      "$\(word) = $this->\(word)(\(other));",
    ])
  }

  private static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  private static let hexadecimal = Array("0123456789abcdef")
  private static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let printable = (0x20...0x7E).map { Character(Unicode.Scalar($0)) }

  private static func characters(_ count: Int, _ from: [Character], _ random: inout Random) -> String {
    String((0..<count).map { _ in random.pick(from) })
  }

  private static func dump(_ random: inout Random) -> String {
    let bytes = (0..<16).map { _ in characters(2, hexadecimal, &random) }
    let text = String((0..<16).map { _ in random.chance(0.4) ? random.pick(printable) : "." })
    let place = characters(8, hexadecimal, &random)
    return random.chance(0.5)
      ? "\(place)  \(bytes[..<8].joined(separator: " "))  \(bytes[8...].joined(separator: " "))  |\(text)|"
      : "\(place): \(stride(from: 0, to: 16, by: 2).map { bytes[$0] + bytes[$0 + 1] }.joined(separator: " "))  \(text)"
  }

  private static let words = """
    agent alarm alert alloc app async audio auth backup bad battery bind block boot broker buffer build bus cache call cancel
    channel check client close cluster code commit config connect console container context controller core count cpu crash
    daemon data database debug default delete device dispatch display dns done drive driver drop dump engine error event exit
    fail failed fault fetch file filter find flag flush frame free get group handler hash heap host http id idle image index
    info init input install instance interface invalid io job journal kernel key lease level library limit link list listen
    load local lock log login loop mail main manager map master memory message method mode module monitor mount name network
    node null object open option output owner packet page panic parser path peer pipe policy pool port power probe process
    proxy queue read ready reboot receive record refused register reject reload remote request reset resource response result
    retry root route run runtime scan scheduler schema screen script select send server service session set shard shutdown
    signal size sleep slot socket source stack start state status stop storage stream sync system table target task temp
    thread tick time timeout token trace transaction trigger type unit update upload user value version view volume wait
    wake warning watch window worker write zone
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// `DataNode`, `RAS`, `kernel`, `R23-M0`, `pam_unix`, `com.example.agent`.
  private static func component(_ random: inout Random) -> String {
    let one = random.pick(words)
    let two = random.pick(words)
    switch random.below(9) {
    case 0: return one.capitalized + two.capitalized
    case 1: return characters(random.within(2...5), upper, &random)
    case 2: return one
    case 3: return one.uppercased()
    case 4: return one + "_" + two
    case 5: return characters(random.within(1...2), upper, &random) + "\(random.within(0...99))"
    case 6: return "com.example." + one
    case 7: return one.capitalized
    default: return characters(2, upper, &random) + one.capitalized + two.capitalized
    }
  }

  private static func log(_ random: inout Random) -> String {
    let day = random.within(1...28)
    let clock =
      "\(random.within(10...23)):\(random.within(10...59)):\(random.within(10...59))"
    let month = random.pick(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
    let stamp = random.pick([
      "\(month) \(day) \(clock)", "2005-06-\(day) \(clock)",
      "[\(random.pick(["Sun", "Mon", "Fri"])) \(month) \(day) \(clock) 2005]",
      "\(random.within(1_000_000_000...1_999_999_999))", "",
    ])
    let level = random.pick(["INFO", "WARN", "ERROR", "DEBUG", "FATAL", "Info", "warning:", "notice", "E", "I", ""])
    var parts = [stamp, level].filter { !$0.isEmpty }
    if parts.count > 1, random.chance(0.3) { parts.swapAt(0, parts.count - 1) }
    let place = component(&random)
    parts.append(
      random.pick([
        place + ":", "[\(place)]", "\(place)[\(random.within(100...9999))]:", "\(place) -",
        "\(component(&random))-\(place)",
        "\(component(&random)):\(place)", "\(place) |",
      ]))
    for _ in 0..<random.within(2...9) {
      let item =
        switch random.below(8) {
        case 0: "\(random.within(0...99_999))"
        case 1: component(&random) + random.pick(["=", ": ", ":"]) + component(&random)
        case 2: "(\(component(&random)))"
        case 3: component(&random)
        default: random.pick(words)
        }
      parts.append(item)
    }
    return parts.joined(separator: " ")
  }
}
