/// What the gateway answers, by path. Clients are configured with all of these prefixes.
enum Route: Sendable, Hashable {
  case chat, completion, models, detect, pseudonymize, restore, live, ready, metrics, docs, openapi, page

  static let all: [String: Route] = [
    "/v1/chat/completions": .chat,
    "/api/v1/chat/completions": .chat,
    "/api-proxy/v1/chat/completions": .chat,
    "/v1/completions": .completion,
    "/api/v1/completions": .completion,
    "/api/v1/compatibility/openai/v1/completions": .completion,
    "/v1/models": .models,
    "/api/v1/models": .models,
    "/api-proxy/v1/models": .models,
    "/v1/pii/detect": .detect,
    "/api-proxy/v1/pii/detect": .detect,
    "/v1/pseudonymize": .pseudonymize,
    "/v1/restore": .restore,
    "/health/live": .live,
    "/health/ready": .ready,
    "/metrics": .metrics,
    "/docs": .docs,
    "/openapi.json": .openapi,
    "/": .page,
  ]

  var isPost: Bool {
    switch self {
    case .chat, .completion, .detect, .pseudonymize, .restore: true
    default: false
    }
  }

  /// As metrics and logs call it.
  var endpoint: Endpoint {
    switch self {
    case .chat: .chat
    case .completion: .completions
    case .models: .models
    case .detect: .detect
    case .pseudonymize: .pseudonymize
    case .restore: .restore
    case .live, .ready: .health
    case .metrics: .metrics
    case .docs, .openapi, .page: .pages
    }
  }
}
