import Crypto
import Hummingbird
import NIOCore
import VeilFormats
import VeilGatewayPages

/// The pages and documents that are part of the gateway. They load nothing from anywhere else.
enum Pages {
  static let index = Page(veil_page_index, "text/html; charset=utf-8")
  static let docs = Page(veil_page_docs, "text/html; charset=utf-8")
  static let openapi = Page(veil_page_openapi, "application/json")
}

struct Page: Sendable {
  private let bytes: ByteBuffer
  private let type: String
  private let policy: String

  init(_ load: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>, _ type: String) {
    var count = 0
    let start = load(&count)
    bytes = ByteBuffer(bytes: UnsafeBufferPointer(start: start, count: count))
    self.type = type
    policy = Self.contentPolicy(String(buffer: bytes))
  }

  var response: Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type, .contentSecurityPolicy: policy, .xContentTypeOptions: "nosniff",
        .cacheControl: "no-cache", .init("Referrer-Policy")!: "no-referrer",
      ],
      body: ResponseBody(byteBuffer: bytes))
  }

  /// Only the script and the style that stand in the page itself may run, and nothing may be loaded from or sent to
  /// another origin.
  private static func contentPolicy(_ text: String) -> String {
    func hash(_ element: String) -> String {
      guard let start = text.firstRange(of: "<\(element)>"), let end = text.firstRange(of: "</\(element)>") else {
        return "'none'"
      }
      let digest = SHA256.hash(data: Array(text[start.upperBound..<end.lowerBound].utf8))
      return "'sha256-\(String(decoding: Base64.encode(Array(digest)), as: UTF8.self))'"
    }
    return """
      default-src 'none'; script-src \(hash("script")); style-src \(hash("style")); connect-src 'self'; img-src data:; \
      base-uri 'none'; form-action 'none'; frame-ancestors 'none'
      """
  }
}
