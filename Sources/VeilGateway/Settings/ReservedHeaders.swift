/// Headers that a configuration cannot hand on or send, in lower case.
enum ReservedHeaders {
  /// What the gateway itself reads from a request.
  static let own: Set<String> = [
    "authorization", "x-api-key", "x-apply-pii-pseudonymization", "x-apply-oii-pseudonymization", "x-pii-mapping",
    "x-chat-history-pii-mapping", "x-auto-pii-mapping", "x-pii-positions", "x-model", "x-model-api-key",
    "x-model-api-base-url", "x-aimable-space-id", "x-space-id", "x-trace-id", "traceparent", "tracestate",
    "x-conversation-id", "x-return-pii-mapping", "x-restore-response", "x-collection-ids", "x-uploaded-files",
    "x-collection-descriptions", "x-request-type", "x-name", "x-parent-span-id",
  ]

  /// What belongs to a connection, to a body that is rewritten here, or gives access.
  static let never: Set<String> = [
    "host", "connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization", "te",
    "trailer",
    "transfer-encoding", "upgrade", "expect", "content-length", "content-type", "content-encoding", "content-md5",
    "digest", "accept", "accept-encoding", "authorization", "api-key", "x-api-key", "cookie", "origin", "referer",
  ]
}
