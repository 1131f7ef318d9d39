/// E-mail addresses and URLs; telephone numbers have a file of their own.
extension Catalogue {
  static let contact = emails + phones + urls

  // MARK: E-mail

  /// From the first letter or digit on; what precedes it back to the walk's start may be a key or a quote. A local
  /// part may hold an apostrophe between letters. Not `git@host:path`, which is no one's address.
  private static let local =
    #"(?!git@)[A-Za-z0-9\#(letters)](?:[\w\#(letters).%+~\-]|(?<=[A-Za-z])'(?=[A-Za-z])){0,63}+"#
  /// Signs before the first of these belong to the text around it: `-jane@example.com` in a list or a diff.
  private static let notInLocal = #"(?<![A-Za-z0-9\#(letters)@])"#
  private static let host = #"(?:[A-Za-z0-9\#(letters)][A-Za-z0-9\#(letters)\-]{0,62}+\.){1,8}"#
  private static let top =
    #"(?:xn--[A-Za-z0-9\-]{2,59}|[\#(letters)]{2,24})(?![A-Za-z0-9\#(letters)]|[_\-]+[A-Za-z0-9])"#

  private static let emails = [
    Rule(
      "email", .email, pattern: #"[^\s@]{0,64}?\#(notInLocal)(\#(local)@\#(host)\#(top))"#,
      trigger: .around(UInt8(ascii: "@"), over: .addressLocal, count: 1...64), boundary: .none, validator: .email,
      score: 0.95),
    // name[at]example[dot]com: the sign and the stop in words, in brackets. With spaces only behind a label, see below.
    Rule(
      "email-bracketed", .email, pattern: #"[^\s\[]{0,64}?\#(notInLocal)(\#(spelled))"#,
      trigger: .around(UInt8(ascii: "["), over: .addressLocal, count: 1...64, next: .spelledSigns), boundary: .none,
      validator: .email, score: 0.9),
    Rule(
      "email-parenthesised", .email, pattern: #"[^\s(]{0,64}?\#(notInLocal)(\#(spelled))"#,
      trigger: .around(UInt8(ascii: "("), over: .addressLocal, count: 1...64, next: .spelledSigns), boundary: .none,
      validator: .email, score: 0.9),
    Rule(
      "email-spelled", .email,
      pattern: #"""
        (?i:e-?mail|mail|contact|reach|write|email me|reach me|write to|send to|kontakt|correo|courriel|posta)\#
        (?:[ \t]{1,2}(?:is|me|us|at|to|address|adresse|him|her|via|under|unter)){0,3}[ \t]{0,2}[:=]?[ \t]{0,2}\#
        (\#(spelled))
        """#,
      trigger: .phrases([
        "email", "e-mail", "mail", "contact", "reach", "write", "send to", "kontakt", "correo", "courriel",
      ]),
      validator: .email, score: 0.85),
  ]

  /// `name [at] host [dot] com`, `name (at) host.com`, `name at host dot com`; at least one of the two in words.
  private static let spelled =
    #"""
    [A-Za-z0-9](?:[\w.+\-]|[ ]?[\[({]\s?(?i:dot|punkt|punto|point)\s?[\])}][ ]?| (?i:dot) ){0,40}?\#
    (?:[ ]?[\[({<]\s?(?i:at|@|arroba|chez|bei)\s?[\])}>][ ]?| (?i:at) (?=[\w\-]{1,40} (?i:dot) ))(?:[\w\-]{1,63}\#
    (?:\.|[ ]?[\[({<]\s?(?i:dot|punkt|punto|point|\.)\s?[\])}>][ ]?| (?i:dot) )){1,4}[A-Za-z]{2,24}(?!\w)
    """#

  // MARK: URL

  private static let urlText = #"[^\s<>"'`{}|\\^\[\]()\x{2E80}-\x{D7FF}]"#
  /// No quotes, brackets or spaces, round brackets only in pairs, and no punctuation of the sentence at the end.
  private static let urlBody = #"\#(urlText){0,2048}(?:\(\#(urlText){0,256}\)\#(urlText){0,512}){0,4}(?<![.,;:!?*_~])"#

  private static let urls = [
    Rule(
      "url", .url,
      pattern: #"""
        (?i:https?|ftps?|sftp|wss?|ssh|git\+ssh|ldaps?|smb|file|rediss?|amqps?|mongodb(?:\+srv)?|postgres(?:ql)?|mysql\#
        |mariadb|mssql|oracle|jdbc:[a-z0-9:]{2,24}|s3|gs|rtsp|rtmp|nats|kafka)://(?:[^\s<>"'`/]{0,256}@)?\#
        (?:\[[0-9A-Fa-f:.%]{2,45}\])?(?!/)\#(urlText)\#(urlBody)
        """#,
      trigger: .literals([
        "http", "ftp", "sftp", "ws:", "wss", "ssh:", "git+ssh", "ldap", "smb:", "file:", "redis", "amqp", "mongodb",
        "postgres", "mysql", "mariadb", "mssql", "oracle", "jdbc:", "s3:", "gs:", "rtsp", "rtmp", "nats:", "kafka:",
      ]), boundary: .none, validator: .url, score: 0.9),
    Rule(
      "url-www", .url,
      pattern: #"""
        (?i:www)\.(?:[A-Za-z0-9\#(letters)][A-Za-z0-9\#(letters)\-]{0,62}+\.){1,6}[\#(letters)]{2,24}+(?![\w@])\#
        (?::[0-9]{1,5})?(?:[/?#]\#(urlBody)|/)?
        """#,
      trigger: .literals(["www."]), boundary: .none, validator: .url, score: 0.85),
  ]
}
