/// Names of hosts, domains, shares and accounts in a network. A name may begin with anything, so that these rules start
/// from a stop or a backslash inside it.
extension Catalogue {
  private static let label = #"[A-Za-z0-9_](?:[A-Za-z0-9_\-]{0,61}[A-Za-z0-9])?"#
  private static let notInHost = #"(?<![A-Za-z0-9_.@\-/\\])"#
  /// Top-level domains that no one can register: RFC 6762, RFC 8375, ICANN's `internal`, and what companies use.
  private static let ownTop = #"(?i:corp|internal|intranet|local|lan|localdomain|home\.arpa)"#
  /// Suffixes under which clouds name buckets and accounts of their customers.
  private static let storage =
    #"""
    (?i:s3(?:[.\-][a-z0-9\-]{4,24})?\.amazonaws\.com|(?:blob|dfs|file|queue|table)\.core\.windows\.net\#
    |storage\.googleapis\.com|(?:[a-z0-9\-]{2,16}\.)?digitaloceanspaces\.com|r2\.cloudflarestorage\.com\#
    |oss-[a-z0-9\-]{4,24}\.aliyuncs\.com|cos\.[a-z0-9\-]{4,24}\.myqcloud\.com)
    """#
  /// Left out: those that are also endings of files or names in code, such as `py`, `sh`, `rs`, `md`, `pl`, `so`.
  private static let publicTop =
    #"""
    (?i:com|org|net|edu|gov|mil|int|info|biz|eu|io|ai|app|dev|cloud|tech|online|site|shop|store|xyz|me|tv|nl|de|fr\#
    |es|it|be|at|ch|uk|ie|pt|se|no|dk|fi|cz|sk|hu|ro|bg|gr|hr|si|lt|lv|ee|lu|us|ca|mx|br|ar|cl|co|jp|kr|cn|tw|hk|sg\#
    |in|au|nz|za|tr|il|ae|ru|ua|consulting|agency|bank|group|global|email|legal|law|example)
    """#

  private static let hostname = EntityType(known: "HOSTNAME")

  static let hosts = [
    Rule(
      "hostname", hostname,
      pattern: #"""
        \#(notInHost)(?:\#(label)\.){1,8}\#(ownTop)(?::[0-9]{2,5})?\#
        (?![\w@(]|[.\-][A-Za-z0-9])
        """#,
      trigger: .around(UInt8(ascii: "."), over: .addressLocal, count: 1...64, next: .letters), boundary: .none,
      score: 0.85),
    Rule(
      "hostname-storage", EntityType(known: "CLOUD_BUCKET"),
      pattern: #"\#(notInHost)(?:\#(label)\.){1,4}\#(storage)(?:/[^\s"'<>`]{0,256}(?<![.,;:!?)\]]))?(?![\w@])"#,
      trigger: .around(UInt8(ascii: "."), over: .addressLocal, count: 1...64, next: .letters), boundary: .none,
      score: 0.92),
    Rule(
      "domain", EntityType(known: "DOMAIN"),
      pattern: #"\#(notInHost)(?:\#(label)\.){1,6}\#(publicTop)(?![\w@(]|[.\-][A-Za-z0-9])"#,
      trigger: .around(UInt8(ascii: "."), over: .addressLocal, count: 1...64, next: .letters), boundary: .none,
      score: 0.6),
    // \\server\share\folder, also with each backslash escaped.
    Rule(
      "unc-path", EntityType(known: "UNC_PATH"),
      pattern: #"""
        (?<![\w\\:])(?:\\\\\\\\|\\\\)(?![nrtx]\\)([A-Za-z0-9][\w.\-]{1,62}(?:@\w{1,8})?(?:\\\\?[\w$%{}~][\w .$%{}~()&+\-]{0,80}\#
        (?<![ .])){1,12})
        """#,
      trigger: .derived, boundary: .none, score: 0.85),
    // DOMAIN\user; what a backslash before n, r or t may also mean needs a label.
    Rule(
      "username-domain", .username,
      pattern: #"""
        (?<![\w\\/.:])(?!NT[ ]|BUILTIN|HK[A-Z_]{2,24}\\|WORKGROUP\\|CN=)([A-Z][A-Z0-9_\-]{2,14}\\{1,2}\#
        (?![nrtbfvux0]|Users|Software|Windows|SYSTEM|Administrators)[A-Za-z][\w.\-]{2,31}(?<![.\-]))(?![\w\\/(\[$])
        """#,
      trigger: .around(UInt8(ascii: "\\"), over: .capitals, count: 3...15, next: .letters), boundary: .none,
      score: 0.65),
    Rule(
      "username-domain-labelled", .username,
      pattern: #"""
        (?i:user(?:name|[ _]id)?|login|logon|account(?:[ _]?name)?|whoami|runas|logged (?:in|on) as|domain user\#
        |sam ?account ?name|identity|owner|principal|benutzer|utilisateur|usuario|gebruiker)(?:\#(sign)|[ ])\#
        (?:\\?["'`])?((?!NT[ ]|BUILTIN)[A-Za-z][A-Za-z0-9_\-]{1,14}\\{1,2}[A-Za-z][\w.\-]{1,31}(?<![.\-]))(?![\w\\/])
        """#,
      trigger: .phrases([
        "user", "username", "user id", "user name", "login", "logon", "account", "account name", "accountname",
        "whoami", "runas", "logged in as", "logged on as", "domain user", "samaccountname", "identity", "owner",
        "principal", "benutzer", "utilisateur", "usuario", "gebruiker",
      ]), boundary: .none, score: 0.85),
  ]
}
