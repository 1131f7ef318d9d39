/// Pieces that patterns of several subjects are made of. `\w` and the like mean ASCII; letters beyond it are spelled
/// out as ranges, because PCRE2 does not tell what a property such as `\p{Lu}` begins with.
extension Catalogue {
  /// Letters of scripts with upper and lower case, for use inside a class.
  static let letters = #"A-Za-z\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{24F}\x{370}-\x{5FF}\x{1E00}-\x{1FFF}"#

  /// Capitals of European languages, for use inside a class.
  static let capitals =
    #"""
    A-Z\x{C0}-\x{D6}\x{D8}-\x{DE}\x{104}\x{106}\x{10C}\x{118}\x{130}\x{141}\x{15A}\x{15E}\x{160}\x{179}\x{17B}\#
    \x{17D}
    """#

  /// Not between the bytes of a hexadecimal dump, in ones or twos: two of them before, or two behind.
  static let notInDump =
    #"""
    (?<![0-9A-Fa-f]{2}[ ][0-9A-Fa-f]{2}[ ])(?<![0-9A-Fa-f]{2}[ ][0-9A-Fa-f]{2}[ ][ ])\#
    (?<![0-9A-Fa-f]{4}[ ][0-9A-Fa-f]{4}[ ])
    """#
  static let noDumpBehind = #"(?!(?:[ ]{1,2}(?:[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4})(?![0-9A-Za-z])){2})"#

  /// From a key to its value on one line: the quote or mark that closes the key, then `:`, `=`, `:=` or `=>`; or the
  /// `>` of a tag, directly behind the key.
  static let sign = #"(?:(?:\\?["'`*\])]){0,3}[ \t]{0,8}(?::=|=>|[:=])[ \t]{0,8}(?:\*\*[ \t]?)?|>)"#

  /// A value after ``sign``, captured as group 1: what stands in quotes, or all up to a space. `;`, `&` and `,` end it
  /// where another key or nothing follows, and a full stop or closing bracket at its end is not part of it.
  static let value =
    #"""
    (?|\\?"((?:[^"\\\n]|\\[^"\n]){1,256})\\?"|'([^'\n]{1,256})'|`([^`\n]{1,256})`|([^\s"'`<>;&,]{1,256}\#
    (?:[;&,][^\s"'`<>;&,=:]{1,64}+(?![=:])){0,4}(?<![.:?)\]}\\])))
    """#

  /// What stands where a value would, but is none: markers, templates, and words of code or of a sentence. In quotes
  /// a word counts only when it is alone.
  static let noValue =
    #"""
    (?!\\?["'`]?(?:[*•.x\-_#?]{3,}|\$\{|\$\(|\{\{|\{%|%[({]|<|\[|\(|@\w{1,40}\b)|\\?["'`]?\#(wordOfCode)\\?["'`]?\#
    (?![\w@#$%^&*+ \-])|(?:\#(wordOfCode)|\#(wordOfSentence))(?![\w@#$%^&*+\-]))
    """#
  private static let wordOfCode =
    #"""
    (?i:null|nil|none|undefined|true|false|string|str|text|varchar|char|int|bool|boolean|optional|required|any|void\#
    |empty|todo|tbd|n/?a|redacted|hidden|masked|removed|unknown|missing|process\.env|os\.environ|os\.getenv|getenv\#
    |env|config|settings|self|this|req|request|props|params|args|options|input|getpass|prompt|field|value)
    """#
  private static let wordOfSentence =
    #"""
    (?i:invalid|incorrect|wrong|expired|failed|changed|reset|sent|set|not|must|should|cannot|can|may|will|is|are\#
    |was|has|have|and|or|the|a|an|your|my|our|their|his|her|that|please|enter|use|with|for|from|to|in|on|of)
    """#
}
