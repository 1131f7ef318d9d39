/// Secrets behind what names them: a header, a key, a label. Those that their own form gives away stand in the data
/// file `credentials`.
extension Catalogue {
  static let secrets = headers + labelled + phrases

  // MARK: Headers and connection strings

  private static let headers = [
    // What sets these two apart stands in their middle: `8Q~`, and the data centre at the end.
    Rule(
      "secret-azure-client", .secret, pattern: #"[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.\-]{31,34}"#,
      trigger: .around(UInt8(ascii: "~"), over: .addressLocal, count: 5...5), score: 0.95),
    Rule(
      "secret-mailchimp", .secret, pattern: "[0-9a-f]{32}-us[0-9]{1,2}",
      trigger: .around(UInt8(ascii: "-"), over: .hexadecimal, count: 32...32, next: .letters), score: 0.95),
    Rule(
      "secret-azure", .secret,
      pattern: #"(?i:accountkey|sharedaccesskey|account[ _]key|shared[ _]access[ _]key)=([A-Za-z0-9+/]{40,88}={0,2})"#,
      trigger: .phrases([
        "accountkey", "sharedaccesskey", "account key", "shared access key",
      ]), boundary: .none, score: 0.97),
    Rule(
      "secret-authorization", .secret,
      pattern: #"""
        (?i:authorization|proxy-authorization)\#(sign)(?:\\?["'])?(?i:basic|bearer|token|digest|apikey\#
        |negotiate)[ ]{1,2}([A-Za-z0-9\-._~+/]{8,2000}={0,2})
        """#,
      trigger: .phrases(["authorization", "proxy-authorization"]), boundary: .none, score: 0.95),
    Rule(
      "secret-bearer", .secret, pattern: #"(?i:bearer)[ ]{1,2}([A-Za-z0-9\-._~+/]{16,2000}={0,2})"#,
      trigger: .phrases(["bearer"]), validator: .entropy, score: 0.9),
    Rule(
      "secret-basic", .secret, pattern: #"Basic[ ]{1,2}(?=[A-Za-z0-9+/]{0,64}[0-9A-Z=])([A-Za-z0-9+/]{16,1000}={0,2})"#,
      trigger: .phrases(["basic"]), validator: .entropy, score: 0.8),
    // The value of a cookie that is set, and all values of a header that sends cookies.
    Rule(
      "secret-set-cookie", .secret,
      pattern: #"""
        (?i:set-cookie)\#(sign)(?:\\?["'])?[\w.\-]{1,64}=(?!(?i:deleted|true|false|null|none|light|dark)\b)\#
        ((?=[^\s;"']{0,512}[0-9A-Z])[^\s;"']{8,3000})
        """#,
      trigger: .phrases(["set-cookie"]), boundary: .none, score: 0.85),
    Rule(
      "secret-cookie", .secret,
      pattern: #"""
        (?i:cookie):[ ]{1,2}(?:\\?["'])?(?=[^\n"']{0,1000}=[\w%.+/~\-]{0,64}[0-9][\w%.+/~=\-]{11})\#
        ([\w.\-]{1,64}=[^\s;"']{0,2000}(?:;[ ]?[\w.\-]{1,64}=[^\s;"']{0,2000}){0,32})
        """#,
      trigger: .phrases(["cookie"]), boundary: .none, score: 0.85),
  ]

  // MARK: Labels

  private static let strongKeys = [
    "api key", "apikey", "api token", "apitoken", "api secret", "apisecret", "secret key", "secretkey",
    "client secret", "clientsecret", "access token", "accesstoken", "auth token", "authtoken", "refresh token",
    "refreshtoken", "session token", "sessiontoken", "bearer token", "private key", "privatekey", "signing key",
    "signing secret", "encryption key", "webhook secret", "app secret", "appsecret", "consumer secret", "consumer key",
    "master key", "jwt secret", "secret access key", "secretaccesskey", "access key", "accesskey", "storage key",
    "deploy token", "personal access token", "id token", "csrf token", "oauth token", "x-api-key", "subscription key",
    "service key", "clé api", "api-schlüssel", "clave api", "chiave api", "chave api", "klucz api", "license key",
  ]

  private static let labelled = [
    Rule(
      "secret-aws", .secret,
      pattern: #"""
        (?i:(?:aws[ _\-]?)?secret[ _\-]?(?:access[ _\-]?)?key|secretaccesskey|awssecret(?:access)?key)\#(sign)\#
        (?:\\?["'`])?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])
        """#,
      trigger: .phrases([
        "aws secret access key", "aws secret key", "secret access key", "secret key", "secretaccesskey",
        "awssecretkey", "awssecretaccesskey",
      ]),
      boundary: .none, score: 0.97),
    Rule(
      "secret-labelled", .secret,
      pattern: #"""
        [\#(letters)\-]{2,16}(?:[ _\-][\#(letters)]{2,16}){0,3}(?:\#(sign)|[ ](?i:is|ist|est|es)[ ]:?)\#(noValue)\#
        (?|\\?["'`]([A-Za-z0-9_\-+/=.~!@#%^&*:]{8,512})\\?["'`]|([A-Za-z0-9_\-+/=.~!@#%^&*:]{8,512}(?<![.:!]))\#
        (?![(\w]))
        """#,
      trigger: .phrases(strongKeys), boundary: .none, validator: .entropy, score: 0.85),
    // `token` and `key` mean much else: only long and random values.
    Rule(
      "secret-labelled-weak", .secret,
      pattern: #"""
        (?i:token|secret|credentials?|auth|signature|nonce|cookie|hash[ ]?key|passkey)\#(sign)\#(noValue)\#
        (?!(?:com|org|net|io)\.[a-z]{2,30}\.)\#
        (?:\\?["'`])?(?=[A-Za-z_\-+/=.]{0,128}[0-9])([A-Za-z0-9_\-+/=.]{20,512}(?<![.]))(?![(\w])
        """#,
      trigger: .phrases(["token", "secret", "credential", "credentials", "auth", "cookie", "passkey"]), boundary: .none,
      validator: .entropy, score: 0.75),
  ]

  // MARK: Codes and words that give an account back

  private static let phrases = [
    // One code or a list of them, over several lines.
    Rule(
      "secret-recovery-codes", .secret,
      pattern: #"""
        (?i:recovery|backup|rescue|scratch|wiederherstellungs|herstel|secours|recuperaci[óo]n|recupero)[ \-]?\#
        (?i:codes?|keys?|codici|códigos?)?(?i:[ ](?:are|is|for[ ][\w ]{1,24}))?\#
        (?:\#(sign)|[ ](?:are|is)[ ]|[ \t]{0,4}\r?\n)\s{0,8}(?:[0-9]{1,2}[.)][ ]|[\-*•][ ])?\#
        ((?=[A-Za-z\- ]{0,24}[0-9])[A-Za-z0-9]{4,8}(?:[ \-][A-Za-z0-9]{4,8}){1,5}(?![\w\-])\#
        (?:[,;\s]{1,6}(?:[0-9]{1,2}[.)][ ]|[\-*•][ ])?(?=[A-Za-z\- ]{0,24}[0-9])[A-Za-z0-9]{4,8}\#
        (?:-[A-Za-z0-9]{4,8}){1,5}(?![\w\-])){0,20})
        """#,
      trigger: .phrases([
        "recovery code", "recovery codes", "backup code", "backup codes", "rescue codes", "scratch codes",
        "recovery key", "recovery keys", "wiederherstellungscodes", "wiederherstellungscode", "herstelcode",
        "herstelcodes", "codes de secours", "códigos de recuperación", "codici di recupero",
      ]), boundary: .none, score: 0.8),
    // BIP 39: 12, 15, 18, 21 or 24 words of three to eight letters.
    Rule(
      "secret-seed-phrase", .secret,
      pattern: #"""
        (?i:seed|recovery|mnemonic|backup|secret recovery|wallet)[ ]?(?i:phrase|words|seed|mnemonic)?\#
        (?i:[ ](?:for[ ][\w ]{1,24}|\([^)\n]{1,24}\)))?(?:\#(sign)|[ ]is:?[ ]|[ \t]{0,4}\r?\n)\s{0,8}["'`]?\#
        (\#(seedWord)(?:\#(seedGap)\#(seedWord)){11}(?:(?:\#(seedGap)\#(seedWord)){3}){0,4})(?![\w'])(?![ ][a-z])
        """#,
      trigger: .phrases([
        "seed phrase", "recovery phrase", "mnemonic", "mnemonic phrase", "backup phrase", "secret recovery phrase",
        "wallet seed", "seed words", "recovery words", "wallet phrase",
      ]), boundary: .none, score: 0.9),
  ]

  private static let seedWord = "(?:[0-9]{1,2}[.):][ ]?)?[a-z]{3,8}"
  private static let seedGap = #"(?:,?[ \t]{1,4}|,|\s{1,4})"#
}
