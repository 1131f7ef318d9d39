/// Names of hosts, domains, shares and accounts in a network. A name may begin with anything, so that these rules start
/// from a stop or a backslash inside it.
extension Catalogue {
  private static let label = #"[A-Za-z0-9_](?:[A-Za-z0-9_\-]{0,61}[A-Za-z0-9])?"#
  /// Not behind a single slash, where names of files stand, and no member of an object.
  private static let hostStart = #"(?<![\w\#(letters).@\-\\])(?<!(?<!/)/)(?!\#(members)\.)"#
  /// What members of objects begin with in code.
  private static let members =
    #"""
    (?:self|this|super|cls|window|config|settings|options|args|props|state|request|req|context|socket|os|threading\#
    |lhs|rhs|other|e|i)
    """#
  private static let hostEnd = #"(?![\w\#(letters)@(]|[.\-][A-Za-z0-9])"#
  private static let hostTrigger = Rule.Trigger.around(
    UInt8(ascii: "."), over: .host, count: 1...128, next: .letters)

  /// Top-level domains that no one can register: RFC 6762, RFC 8375, ICANN's `internal`, and what companies use.
  private static let ownTop = "(?i:corp|internal|intranet|local|lan|localdomain|home\\.arpa)"
  /// Suffixes under which clouds name buckets and accounts of their customers.
  private static let storage =
    #"""
    (?i:s3(?:[.\-][a-z0-9\-]{4,24})?\.amazonaws\.com|(?:blob|dfs|file|queue|table)\.core\.windows\.net\#
    |storage\.googleapis\.com|(?:[a-z0-9\-]{2,16}\.)?digitaloceanspaces\.com|r2\.cloudflarestorage\.com\#
    |oss-[a-z0-9\-]{4,24}\.aliyuncs\.com|cos\.[a-z0-9\-]{4,24}\.myqcloud\.com)
    """#
  /// What all of them have in them: a quick look before the whole.
  private static let provider =
    "(?i:amazonaws|windows|googleapis|digitaloceanspaces|cloudflarestorage|aliyuncs|myqcloud)"
  /// In lower case only, as a full stop without a space reads like one before a capital. Left out are those that are
  /// also endings of files, names in code or short words, such as `py`, `name`, `is`; some of them count below two parts.
  private static let publicTop =
    #"""
    (?:com|org|net|edu|gov|mil|biz|eu|io|ai|xyz|tv|nl|de|fr|es|ch|uk|ie|pt|se|dk|fi|cz|sk|hu|ro|bg|gr|hr|lt|lv|ee|lu\#
    |ca|mx|br|ar|cl|co|jp|kr|cn|tw|hk|sg|au|nz|za|tr|il|ae|ru|ua|pl|app|dev|cloud|online|shop|tech|info\#
    |(?:co|gov|org|net|ac|gen|firm)\.in)
    """#
  private static let publicTopBelow = "(?:at|be|it|no|us|si|me|so|is|store|site|bank|group|global|agency)"

  private static let hostname = EntityType(known: "HOSTNAME")

  static let hosts = [
    Rule(
      "hostname", hostname,
      pattern: #"(?=\S{0,200}?\.\#(ownTop))\#(hostStart)((?:\#(label)\.){1,8}\#(ownTop)(?::[0-9]{2,5})?)\#(hostEnd)"#,
      trigger: hostTrigger, boundary: .none, score: 0.85),
    // Behind a key with its sign any name that is more than a word.
    Rule(
      "hostname-key", hostname,
      pattern: #"""
        (?i:host[ _\-]?name|server[ _\-]?name|computer[ _\-]?name|machine[ _\-]?name|node[ _\-]?name\#
        |(?:db|database|pg|mysql|redis|smtp|ldap|mongo|kafka|target)[ _\-]?(?:host|server))\#(sign)(?:\\?["'`])?\#
        \#(noValue)(?!(?:[0-9]{1,3}\.){3}|(?i:your|my|some|local)[\w\-]|localhost|\#(members)\.)\#
        (?=[\w.\-]{0,62}[0-9\-]|(?:[A-Za-z]{1,40}\.){2}[A-Za-z])\#
        ([A-Za-z][\w\-]{1,62}(?:\.[\w\-]{1,62}){0,6}(?<!-))(?![\w(\[=/]|\.\w)
        """#,
      trigger: .phrases([
        "hostname", "host name", "server name", "servername", "computer name", "computername", "machine name",
        "machinename", "node name", "nodename", "db host", "dbhost", "db server", "database host", "database server",
        "pghost", "mysql host", "mysqlhost", "redis host", "redishost", "smtp host", "smtphost", "smtp server",
        "ldap host", "ldap server", "mongo host", "kafka host", "target host", "target server",
      ]), boundary: .none, score: 0.8),
    Rule(
      "hostname-storage", EntityType(known: "CLOUD_BUCKET"),
      pattern: #"""
        (?=\S{0,200}?\.\#(provider)\.)\#(hostStart)((?:\#(label)\.){1,4}\#(storage)\#
        (?:/[^\s"'<>`]{0,256}(?<![.,;:!?)\]]))?)(?![\w@])
        """#,
      trigger: hostTrigger, boundary: .none, score: 0.92),
    Rule(
      "domain", EntityType(known: "DOMAIN"),
      pattern: #"""
        \#(hostStart)((?:\#(label)\.){1,6}\#(publicTop)|(?:\#(label)\.){2,6}\#(publicTopBelow))\#(hostEnd)
        """#,
      trigger: hostTrigger, boundary: .none, score: 0.6),
    // \\server\share\folder; where each backslash is escaped there are twice as many.
    Rule(
      "unc-path", EntityType(known: "UNC_PATH"),
      pattern: #"""
        (?<![\w\\:])(?:\\\\\#(server)(?:\\(?&folder)){1,12}|\\\\\\\\\#(server)(?:\\\\(?&folder)){1,12})\#
        (?<![ .)])(?!\w)(?(DEFINE)(?<folder>\#(folder)))
        """#,
      trigger: .derived, boundary: .none, score: 0.85),
    // DOMAIN\user; what a backslash before n, r or t may also mean needs a label.
    Rule(
      "username-domain", .username,
      pattern: #"""
        (?<![\w\\/.:])(?!NT[ ]|BUILTIN|HK[A-Z_]{2,24}\\|WORKGROUP\\)([A-Z][A-Z0-9_]{2,14}\\{1,2}\#
        (?![nrtbfvux0]|Users|Software|Windows|SYSTEM|Administrators)[A-Za-z][\w.\-]{2,31}(?<![.\-]))(?![\w\\/(\[$])
        """#,
      trigger: .around(UInt8(ascii: "\\"), over: .capitals, count: 3...15, next: .letters), boundary: .none,
      score: 0.65),
    Rule(
      "username-domain-labelled", .username,
      pattern: #"""
        (?i:user(?:name|[ _]id)?|login|logon|account[ _]?name|whoami|runas|logged (?:in|on) as|domain user\#
        |sam ?account ?name|benutzer|utilisateur|usuario|gebruiker)(?:\#(sign)|[ ])\#
        (?:\\?["'`])?((?!NT[ ]|BUILTIN)[A-Za-z][A-Za-z0-9_\-]{1,14}\\{1,2}[A-Za-z][\w.\-]{1,31}(?<![.\-]))(?![\w\\/])
        """#,
      trigger: .phrases([
        "user", "username", "user id", "user name", "login", "logon", "account name", "accountname", "whoami", "runas",
        "logged in as", "logged on as", "domain user", "samaccountname", "benutzer", "utilisateur", "usuario",
        "gebruiker",
      ]), boundary: .none, score: 0.85),
  ]

  private static let server = #"(?!u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})[A-Za-z0-9][\w.\-]{1,62}(?:@\w{1,8})?"#
  private static let folder =
    #"[\w$%{}~](?:[\w.$%{}~()&+\-]|[ ](?=[\w ()&+\-]{0,60}(?:(?<! )\\|\.[A-Za-z]{2,5}(?!\w)))){0,80}"#
}
