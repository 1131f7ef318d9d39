/// Addresses, telephone numbers, paths and products for slots that are no names. All of them are reserved for examples.
enum Addresses {
  static func text(_ kind: Template.Kind, _ language: Language, _ persons: Persons, _ random: inout Random) -> String {
    switch kind {
    case .email: email(language, persons, &random)
    case .phone: phone(language, &random)
    case .url: "https://\(random.pick(["www.", "app.", "docs.", ""]))\(domain(&random))/\(random.pick(pages))"
    case .path: path(&random)
    default: product(&random)
    }
  }

  private static func domain(_ random: inout Random) -> String {
    random.pick(["example.com", "example.org", "example.net"])
  }

  private static func email(_ language: Language, _ persons: Persons, _ random: inout Random) -> String {
    let person = persons.person(language, &random)
    func plain(_ name: String) -> String {
      String(withoutDiacritics(name.lowercased()).filter { $0.isASCII && $0.isLetter })
    }
    let given = plain(persons.given(of: person, language, &random))
    let family = plain(persons.family(of: person, language, &random))
    let local = random.pick([
      "\(given).\(family)", "\(given)", "\(given.prefix(1))\(family)", "\(given.prefix(1)).\(family)",
      "\(given)_\(family)",
      "\(given)\(random.within(1...99))", random.pick(["info", "support", "hello", "office", "billing", "noreply"]),
    ])
    return "\(local)@\(domain(&random))"
  }

  private static func phone(_ language: Language, _ random: inout Random) -> String {
    let line = random.within(100...199)
    switch language {
    case .en: return random.pick(["555-0\(line)", "(212) 555-0\(line)", "+1 415 555 0\(line)", "020 7946 0\(line)"])
    case .de: return random.pick(["030 23125 \(line)", "+49 30 23125\(line)", "0176 04069\(line)"])
    case .fr: return "01 99 00 \(line % 90 + 10) \(random.within(10...99))"
    default: return "+00 555 0\(line)"
    }
  }

  private static func path(_ random: inout Random) -> String {
    let file = random.pick([
      "report", "main", "index", "notes", "budget", "config", "data", "summary", "invoice", "draft", "backup",
    ])
    let ending = random.pick(["txt", "pdf", "csv", "py", "json", "xlsx", "log", "md", "yaml"])
    return random.pick([
      "/var/log/", "/home/user/", "src/", "C:\\Users\\Public\\", "./docs/", "~/projects/", "/srv/data/",
    ])
      + "\(file).\(ending)"
  }

  private static func product(_ random: inout Random) -> String {
    if random.chance(0.25) {
      return BrandNames.brand(&random)
        + random.pick([
          " Pro", " 3000", " X2", " Desktop", " Mini", " Plus", " Suite", " Air", " Server",
          " \(random.within(2...12))",
        ])
    }
    return random.pick(products)
  }

  private static let pages = [
    "help", "login", "orders/1842", "pricing", "docs/setup", "status", "a/b?c=1", "terms", "de/shop",
  ]
  private static let products: [String] =
    """
    Excel; Word; PowerPoint; Outlook; Teams; Slack; Zoom; Jira; Confluence; Photoshop; Illustrator; Acrobat; Chrome; Firefox; Safari
    Windows; Windows 11; macOS; Linux; Ubuntu; Android; iOS; iPhone; iPad; MacBook; Kindle; PlayStation; Xbox; PostgreSQL; MySQL; Redis
    MongoDB; Kubernetes; Docker; Terraform; Jenkins; Grafana; Elasticsearch; Kafka; React; Angular; Django; Flask; Node.js; TypeScript
    Python; Java; Swift; Rust; Go; WordPress; Magento; Visual Studio; Xcode; Eclipse; AutoCAD; Blender; Unity; Notion; Trello; Figma
    Dynamics; Access; SharePoint; OneNote; OneDrive; Dropbox; Gmail; Google Maps; Google Docs; Office 365; Bluetooth; Wi-Fi; Siri; Alexa
    Thermomix; Roomba; Post-it; Tesla Model 3; Golf; Civic; Corolla; Aspirin; Ibuprofen; Tylenol; Nespresso; LaTeX; Git; GitHub Actions
    """.split(separator: "\n").flatMap { $0.split(separator: ";") }.map { $0.trimmingPrefix(" ").description }
}
