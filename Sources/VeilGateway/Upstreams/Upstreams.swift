/// All providers, in the order of the settings.
struct Upstreams: Sendable {
  let all: [Upstream]

  /// - Parameter environment: where keys are looked for.
  /// - Throws: ``SettingsError`` where a key cannot be read.
  init(_ settings: Settings, clients: HTTPClients, key: (Settings.Key) throws -> String) rethrows {
    let configured =
      settings.upstreams.isEmpty ? [Settings.Upstream(name: EchoModel.name, url: nil)] : settings.upstreams
    all = try configured.map { Upstream($0, key: try $0.key.map(key), clients: clients) }
  }

  /// The first that serves the model.
  func upstream(for model: String) -> Upstream? { all.first { $0.serves(model) } }
}
