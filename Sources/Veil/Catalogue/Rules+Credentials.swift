/// User names and passwords, which only a label gives away.
extension Catalogue {
  static let usernames = [
    Rule(
      "username", .username,
      pattern: #"""
        (?i:user[ _\-]?name|user[ _\-]?id|login[ _\-]?name|login[ _\-]?id|screen[ _\-]?name|account[ _\-]?name\#
        |benutzername|benutzerkennung|gebruikersnaam|inlognaam|nom[ _]d'utilisateur|identifiant\#
        |nombre[ _]de[ _]usuario|nome[ _]de[ _](?:usuário|usuario|utilizador)|nome[ _]utente|nazwa[ _]użytkownika\#
        |användarnamn|brukernavn|brugernavn|kullanıcı[ _]adı|(?:db|database|pg|mysql|postgres|smtp|ftp\#
        |admin)[ _\-]?user)(?:\#(sign)|[ ](?:is|ist|est|es|:)[ ])(?:\\?["'`])?\#(noValue)\#
        (?=[0-9_]{0,20}[\#(letters)])\#(noCall)([\w\#(letters)][\w\#(letters).@+\-]{1,63}(?<![.\-]))(?![\w\[(])
        """#,
      trigger: .phrases([
        "username", "user name", "user id", "userid", "login name", "login id", "loginname", "screen name",
        "screenname", "account name", "benutzername", "benutzerkennung", "gebruikersnaam", "inlognaam",
        "nom d'utilisateur", "identifiant", "nombre de usuario", "nome de usuário", "nome de usuario",
        "nome de utilizador", "nome utente", "nazwa użytkownika", "användarnamn", "brukernavn", "brugernavn",
        "kullanıcı adı", "db user", "database user", "dbuser", "pguser", "mysql user", "postgres user", "smtp user",
        "ftp user", "adminuser", "admin user", "smtpuser", "mysqluser", "ftpuser", "dbusername",
      ]), boundary: .none, score: 0.85),
    // Weak labels: the value has a digit, `_` or a full stop inside, as words of a sentence have not.
    Rule(
      "username-weak", .username,
      pattern: #"""
        (?i:user|login|usr|uid|handle|account|usuario|usuário|utilizador|utilisateur|utente|benutzer|gebruiker\#
        |użytkownik|logged in as)(?:\#(sign)|[ ](?:is[ ])?(?=[\w.]{0,30}[a-z][\w.]{0,20}[0-9_]))(?:\\?["'`]|@)?\#
        (?=[A-Za-z\-]{1,40}[0-9_]|(?!www\.)[a-z\-]{1,40}\.[a-z])(?![A-Z]{1,2}[0-9](?!\w))\#
        \#(noValue)([A-Za-z][\w.\-]{2,40}(?<![.\-]))\#
        (?![@\w(/:=\[]|\.\w)
        """#,
      trigger: .phrases([
        "user", "login", "usr", "handle", "usuario", "usuário", "utilizador", "utilisateur", "utente", "benutzer",
        "gebruiker", "użytkownik", "logged in as",
      ]), boundary: .none, score: 0.65),
    Rule(
      "username-option", .username,
      pattern: #"""
        (?<=--)(?i:user|username|login)[ =](?:\\?["'])?\#(noValue)([A-Za-z_][\w.@\-]{1,63})(?!:\S)
        """#,
      trigger: .phrases(["user", "username", "login"]), boundary: .none, score: 0.8),
  ]

  /// Accounts as commands and files name them: `CREATE USER 'app'@'host' IDENTIFIED BY 'secret'`.
  static let accounts =
    commands + answers + [
      Rule(
        "username-sql", .username,
        pattern: #"""
          (?i:create|alter|drop)[ ](?i:user|role)[ ](?i:if[ ](?:not[ ])?exists[ ])?['"`]([^'"`\n]{1,64})['"`]
          """#,
        trigger: .phrases([
          "create user", "alter user", "drop user", "create role", "alter role", "drop role",
        ]), boundary: .none, score: 0.85),
      Rule(
        "password-sql", .password,
        pattern: #"""
          (?i:identified)[ ](?i:(?:with[ ]\w{1,40}[ ])?by)[ ](?i:password[ ])?'([^'\n]{1,256})'
          """#,
        trigger: .phrases(["identified by", "identified with"]), boundary: .none, score: 0.9),
    ]

  /// Up to the option on the same line, but not past another command.
  private static let options = #"[^\n|;&]{0,200}?[ ]"#

  private static let commands = [
    // curl -u jdoe:secret
    Rule(
      "username-curl", .username,
      pattern: #"""
        (?i:curl|wget)\#(options)(?:-u|--user|--proxy-user|-U|-a|--auth)[ =]?["']?\#(noValue)\#
        ([\w.@\-]{1,64})(?=:\S)
        """#,
      trigger: .phrases(["curl", "wget"]), boundary: .none, score: 0.85),
    Rule(
      "password-curl", .password,
      pattern: #"""
        (?i:curl|wget)\#(options)(?:-u|--user|--proxy-user|-U|-a|--auth)[ =]?\#
        (?|"[\w.@\-]{0,64}:(?!\$)([^"\n]{1,128})"|'[\w.@\-]{0,64}:([^'\n]{1,128})'\#
        |[\w.@\-]{0,64}:(?!\$|\{|<|//)([^\s"'<>]{1,128}))
        """#,
      trigger: .phrases(["curl", "wget"]), boundary: .none, score: 0.9),
    // sshpass -p secret, mysql -psecret, docker login -p secret, redis-cli -a secret, openssl -passin pass:secret
    Rule(
      "password-command", .password,
      pattern: #"""
        (?:sshpass\#(options)-p[ ]?|(?:mysql(?:dump|admin)?|mariadb)\#(options)-p|(?:docker|podman|helm|az|oc)[ ]\#
        (?:registry[ ])?login\#(options)-p[ ]|redis-cli\#(options)-a[ ]|(?:openssl|keytool|gpg)\#(options)\#
        (?:-pass(?:in|out)?[ ](?:pass:)|-(?:store|key|dest|src)?pass[ ]|--passphrase[ ])|ldap(?:search|modify|add)\#
        \#(options)-w[ ]|net[ ]use[ ][^\n]{1,80}?/user:\S{1,64}[ ])\#(noValue)(?!-)\#(value)
        """#,
      trigger: .phrases([
        "sshpass", "mysql", "mysqldump", "mysqladmin", "mariadb", "docker login", "podman login", "helm registry login",
        "az login", "oc login", "redis-cli", "openssl", "keytool", "gpg", "ldapsearch", "ldapmodify", "ldapadd",
        "net use",
      ]), boundary: .none, score: 0.85),
    // .netrc: machine host login user password secret
    Rule(
      "password-netrc", .password,
      pattern: #"machine\s{1,4}\S{1,128}\s{1,8}login\s{1,4}\S{1,64}\s{1,8}password\s{1,4}(\S{1,128})"#,
      trigger: .phrases(["machine"]), boundary: .none, score: 0.95),
    Rule(
      "username-netrc", .username, pattern: #"machine\s{1,4}\S{1,128}\s{1,8}login\s{1,4}(\S{1,64})"#,
      trigger: .phrases(["machine"]), boundary: .none, score: 0.85),
    // .pgpass: host:port:database:user:password
    Rule(
      "password-pgpass", .password,
      pattern: #"[\w.*\-]{1,64}:(?:5432|5433|6432):[\w*\-]{1,64}:[\w.@*\-]{1,64}:([^\s:]{4,128})(?![^\n])"#,
      trigger: .around(UInt8(ascii: ":"), over: .addressLocal, count: 1...64, next: .hexadecimal), boundary: .none,
      score: 0.9),
  ]

  /// Not the call of a function, as in `let password = Password(of: user)`, nor a variable in an expression, as in
  /// `password = password + salt`.
  private static let noCall =
    #"(?![A-Za-z_.]{3,60}\([^)\n]{0,200}[)\n]|(?:[a-z_]{1,20}\.)?_{0,2}\#(passwordWord)s?(?:[ ]?[+)\]\[]|\.\w))"#

  /// Words for a password, without what may stand before them (`db_`).
  private static let passwordWord =
    #"""
    (?i:pass[ _\-]?word|passwd|passphrase|pass[ _]phrase|passcode|pass[ _]code|pwd|pswd|psw|passwort|kennwort\#
    |kennung|wachtwoord|mot[ _]de[ _]passe|mdp|contrase[ñn]a|palavra-passe|senha|has[łl]o|parola[ _]d'ordine|parola\#
    |lösenord|passord|adgangskode|kodeord|salasana|şifre|heslo|jelszó|lozinka|пароль|(?:db|user|admin|root|mysql\#
    |smtp|ftp|my|new|old|login|keystore)(?:password|passwd|pwd)|(?:db|user|admin|root|mysql|smtp|ftp)[ _\-]?pass)
    """#

  static let passwords = [
    Rule(
      "password", .password,
      pattern: #"""
        (?<![A-Za-z])\#(passwordWord)s?(?:[ \t]?\([^)\n]{1,20}\))?\#(sign)\#(noValue)\#(noCall)\#(value)
        """#,
      trigger: .phrases(passwordPhrases), boundary: .none, score: 0.9),
    // `my password is hunter2`: only what no word of a sentence looks like, or what stands in quotes.
    Rule(
      "password-sentence", .password,
      pattern: #"""
        (?<![A-Za-z])\#(passwordWord)(?i:[ ](?:for|to|of)[ ][^\n:.]{1,40}?)?[ ](?i:is|was|now|set to|changed to\#
        |reset to|ist|lautet|war|is nu|est|es|è|é|to|jest)(?i:[ ](?:now|set to|changed to|reset to))?:?[ ](?|["'`]\#
        ([^"'`\n]{3,64})["'`]|\#(noValue)(?=[^\s]{0,64}[0-9!@#$%^&*_+=])([^\s"'`<>,;]{4,64})(?<![.:?)\]}\\])(?<![,;!]))
        """#,
      trigger: .phrases(passwordPhrases), boundary: .none, score: 0.75),
    Rule(
      "password-option", .password,
      pattern: #"""
        (?<=--)(?i:(?:[a-z]{1,16}-){0,2}(?:password|passwd|passphrase|pass|pwd|token|secret|api-key|auth-token\#
        |access-token))[ =]\#(noValue)\#(value)
        """#,
      trigger: .phrases([
        "password", "passwd", "passphrase", "pass", "pwd", "token", "secret", "api key", "auth token", "access token",
        "db password", "db pass", "admin password", "user password", "root password", "mysql password",
        "http password", "proxy password",
      ]), boundary: .none, score: 0.85),
    // Short words that mean other things too: the value has a digit or a sign.
    Rule(
      "password-weak", .password,
      pattern: #"""
        (?<![A-Za-z])(?i:pass|pw|clave|secret word|pass key)\#(sign)\#(noValue)\#(noCall)\#
        (?=\S{0,64}?(?:[0-9!@#$%^&*_+]|[a-z][A-Z]))\#(value)
        """#,
      trigger: .phrases(["pass", "pw", "clave", "secret word", "pass key", "passkey"]), boundary: .none, score: 0.75),
    Rule(
      "pin", .password,
      pattern: #"""
        (?i:pin(?:[ _\-]?(?:code|number|no))?|pincode|pin-nummer|otp|one[ \-]time (?:password|code|passcode)\#
        |verification code|security code|code pin|(?:sms|login|access|door|alarm|puk)[ \-]?code\#
        |puk[12]?|pin[12])(?:\#(sign)|[ ](?i:is|ist|est|es)[ ]:?)(?:\\?["'])?\#
        ([0-9]{3,8})(?![\w\-]|[.,][0-9])
        """#,
      trigger: .phrases([
        "pin", "pincode", "pin-nummer", "otp", "one-time password", "one-time code", "one-time passcode",
        "verification code", "security code", "code pin", "sms code", "login code", "access code", "door code",
        "alarm code", "puk code", "puk", "puk1", "puk2", "pin1", "pin2",
      ]), score: 0.7),
  ]

  /// The answer that opens an account whose password is lost.
  private static let answers = [
    Rule(
      "security-answer", .password,
      pattern: #"""
        (?i:(?:security|secret|challenge|recovery)[ _\-]?answer|answer to (?:the|your|my) security question\#
        |sicherheitsantwort|antwort auf die sicherheitsfrage|réponse secrète|respuesta (?:secreta|de seguridad)\#
        |resposta secreta|risposta segreta|antwoord op de beveiligingsvraag)\#
        (?|\#(sign)\#(noValue)\#(value)|[ ](?:is|ist|est|es|è|é)[ ]:?["“']([^"”'\n]{2,64})["”'])
        """#,
      trigger: .phrases([
        "security answer", "secret answer", "challenge answer", "recovery answer", "answer to the security question",
        "answer to your security question", "answer to my security question", "sicherheitsantwort",
        "antwort auf die sicherheitsfrage", "réponse secrète", "respuesta secreta", "respuesta de seguridad",
        "resposta secreta", "risposta segreta", "antwoord op de beveiligingsvraag",
      ]), boundary: .none, score: 0.8)
  ]

  private static let passwordPhrases = [
    "password", "passwords", "pass word", "passwd", "passphrase", "pass phrase", "passcode", "pass code", "pwd",
    "pswd", "psw", "passwort", "kennwort", "wachtwoord", "mot de passe", "mdp", "contraseña", "contrasena",
    "palavra-passe", "senha", "hasło", "haslo", "parola d'ordine", "parola", "lösenord", "passord", "adgangskode",
    "kodeord", "salasana", "şifre", "heslo", "jelszó", "lozinka", "пароль", "dbpassword", "userpassword",
    "adminpassword", "rootpassword", "mysqlpassword", "smtppassword", "ftppassword", "mypassword", "newpassword",
    "oldpassword", "loginpassword", "keystorepassword", "dbpasswd", "dbpwd", "dbpass", "db pass", "userpass",
    "user pass", "adminpass", "admin pass", "rootpass", "root pass", "mysqlpass", "mysql pass", "smtppass",
    "smtp pass", "ftppass", "ftp pass",
  ]
}
