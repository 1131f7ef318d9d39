/// Keys and tokens: by the prefixes that their issuers gave them, and behind labels by their randomness.
extension Catalogue {
  static let secrets = issued + structured + labelled

  /// A secret that its issuer's prefix gives away.
  private static func token(_ name: String, _ pattern: String, _ literals: [String], score: Double = 0.97) -> Rule {
    Rule("secret-" + name, .secret, pattern: pattern, trigger: .literals(literals), score: score)
  }

  private static let issued = [
    token("aws-key-id", #"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"#, ["AKIA", "ASIA", "ABIA", "ACCA"]),
    token("github", #"gh[pousr]_[A-Za-z0-9]{30,255}"#, ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"]),
    token("github-fine-grained", #"github_pat_[A-Za-z0-9_]{22,255}"#, ["github_pat_"]),
    token(
      "gitlab", #"gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_\-.]{20,128}"#,
      [
        "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-", "glsoat-", "glagent-",
      ]),
    token(
      "slack",
      #"""
      xox[abeoprs](?:\.xox[bp])?-[A-Za-z0-9\-]{10,250}|xapp-[0-9]-[A-Za-z0-9\-]{10,250}
      """#, ["xox", "xapp-"]),
    // Validated as the URL that it also is, so that it is no weaker.
    Rule(
      "secret-slack-hook", .secret,
      pattern: #"https://hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)/[A-Za-z0-9/]{20,200}"#,
      trigger: .literals(["https://hooks"]), validator: .url, score: 0.97),
    token("google-api-key", #"AIza[A-Za-z0-9_\-]{35}"#, ["AIza"]),
    token(
      "google-oauth",
      #"""
      ya29\.[A-Za-z0-9_\-]{20,1024}|GOCSPX-[A-Za-z0-9_\-]{20,64}|1//0[A-Za-z0-9_\-]{30,200}
      """#, ["ya29.", "GOCSPX-", "1//0"]),
    token(
      "stripe",
      #"""
      (?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,247}|whsec_[A-Za-z0-9+/=]{16,128}
      """#, ["sk_", "rk_", "pk_", "whsec_"]),
    token("anthropic", #"sk-ant-[A-Za-z0-9_\-]{16,256}"#, ["sk-ant-"]),
    token(
      "openai",
      #"""
      (?=[A-Za-z\-_]{0,80}[0-9])(?=[a-z0-9\-_]{0,80}[A-Z])sk-(?!ant-)(?:proj-|svcacct-|admin-|None-\#
      |or-v1-)?[A-Za-z0-9_\-]{20,256}|sk-(?:proj|svcacct|admin|or-v1)-[A-Za-z0-9_\-]{20,256}
      """#, ["sk-"]),
    token("npm", #"npm_[A-Za-z0-9]{36}"#, ["npm_"]),
    token("pypi", #"pypi-[A-Za-z0-9_\-]{50,512}"#, ["pypi-"]),
    token("sendgrid", #"SG\.[A-Za-z0-9_\-]{16,32}\.[A-Za-z0-9_\-]{16,64}"#, ["SG."]),
    token("mailgun", #"(?:key|pubkey)-[0-9a-f]{32}"#, ["key-", "pubkey-"]),
    token("digitalocean", #"do[por]_v1_[0-9a-f]{64}"#, ["dop_v1_", "doo_v1_", "dor_v1_"]),
    token("hugging-face", #"(?:hf|api_org)_[A-Za-z0-9]{30,64}"#, ["hf_", "api_org_"]),
    token("databricks", #"dapi[0-9a-f]{32}(?:-[0-9])?"#, ["dapi"]),
    token("atlassian", #"AT(?:ATT|CTT|BB)3?[A-Za-z0-9_\-=]{24,400}"#, ["ATATT3", "ATCTT3", "ATBB"]),
    token("shopify", #"shp(?:at|ca|pa|ss)_[0-9A-Fa-f]{32}"#, ["shpat_", "shpca_", "shppa_", "shpss_"]),
    // Makers of one kind of token each.
    token(
      "issued",
      #"""
      (?:gsk_[A-Za-z0-9]{40,64}|r8_[A-Za-z0-9]{30,48}|xai-[A-Za-z0-9]{40,128}|pplx-[A-Za-z0-9]{40,64}\#
      |ntn_[A-Za-z0-9]{40,64}|secret_[A-Za-z0-9]{43}|lin_api_[A-Za-z0-9]{32,64}|dckr_pat_[A-Za-z0-9_\-]{20,64}\#
      |pscale_(?:tkn|pw|oauth)_[\w\-.]{30,64}|sq0(?:atp|csp|idp)-[A-Za-z0-9_\-]{22,64}\#
      |glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/=]{32,400}|hv[sbr]\.[A-Za-z0-9_\-]{24,300}\#
      |NRAK-[A-Z0-9]{27}|sntry[su]_[A-Za-z0-9+/=_]{40,400}|dp\.(?:pt|st|ct|sa)\.[A-Za-z0-9._\-]{40,80}\#
      |PMAK-[0-9a-f]{24}-[0-9a-f]{34}|figd_[A-Za-z0-9_\-]{36,64}|pat[A-Za-z0-9]{14}\.[0-9a-f]{64}|sbp_[0-9a-f]{40}\#
      |rubygems_[0-9a-f]{48}|HRKU-[A-Za-z0-9_\-]{36,64}|AGE-SECRET-KEY-1[A-Z0-9]{58}|EAAC[A-Za-z0-9]{40,400}\#
      |tfp_[A-Za-z0-9]{40,64}|CFPAT-[A-Za-z0-9_\-]{40,64}|FLWSECK_TEST-[A-Za-z0-9\-]{20,64}|LTAI[A-Za-z0-9]{12,24}\#
      |AKID[A-Za-z0-9]{13,40}|otpauth://(?:totp|hotp)/[^\s"'<>]{8,400})
      """#,
      [
        "gsk_", "r8_", "xai-", "pplx-", "ntn_", "secret_", "lin_api_", "dckr_pat_", "pscale_", "sq0", "glsa_", "glc_",
        "hvs.", "hvb.", "hvr.", "NRAK-", "sntry", "dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "PMAK-", "figd_", "pat",
        "sbp_", "rubygems_", "HRKU-", "AGE-SECRET", "EAAC", "tfp_", "CFPAT-", "FLWSECK", "LTAI", "AKID", "otpauth://",
      ], score: 0.95),
    Rule(
      "secret-twilio", .secret, pattern: #"(?:SK|AC)[0-9a-f]{32}"#, trigger: .digits(8, within: 34), score: 0.95),
    Rule(
      "secret-telegram", .secret, pattern: #"[0-9]{8,10}:AA[A-Za-z0-9_\-]{32,34}"#,
      trigger: .around(UInt8(ascii: ":"), over: .hexadecimal, count: 8...10), score: 0.97),
  ]

  // MARK: Structures

  private static let structured = [
    // At most 7 KiB in all, so that the whole fits a window with its surroundings.
    Rule(
      "secret-jwt", .secret,
      pattern: #"eyJ[A-Za-z0-9_\-+/=]{8,1000}\.[A-Za-z0-9_\-+/=]{2,4000}(?:\.[A-Za-z0-9_\-+/=]{0,800}){0,3}"#,
      trigger: .literals(["eyJ"]), validator: .jwt, score: 0.97),
    // From BEGIN, since a row of dashes is no rare sight: the dashes around the block stay. Where END is missing, all
    // that looks like a line of the block.
    Rule(
      "secret-private-key", .secret,
      pattern: #"""
        (?<=-----)BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----\#
        (?:[^\x1A]{1,7000}?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?\#
        |(?:\s{1,8}|(?:\\[nr]){1,2})(?:[A-Za-z\-]{1,24}: [^\n]{1,120}\s{1,8}){0,4}\#
        (?:[A-Za-z0-9+/=]{1,77}+(?:\\[nr]|\s{1,8}|(?=["']|$))){1,84}|)
        """#,
      trigger: .literals(["BEGIN"]), boundary: .none, score: 0.97),
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
    "recovery code", "backup code", "seed phrase",
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
        (?:\\?["'`])?(?=[A-Za-z_\-+/=.]{0,128}[0-9])([A-Za-z0-9_\-+/=.]{20,512}(?<![.]))(?![(\w])
        """#,
      trigger: .phrases(["token", "secret", "credential", "credentials", "auth", "cookie", "passkey"]), boundary: .none,
      validator: .entropy, score: 0.75),
  ]
}
