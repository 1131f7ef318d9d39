import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Tells clients that ask before they send a body (`Expect: 100-continue`, RFC 9110, section 10.1.1) to go on, unless
/// the body would be refused for its size. One handler in each connection.
final class ExpectContinue: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundOut = HTTPResponsePart

  private let current: CurrentGateway

  init(_ current: CurrentGateway) { self.current = current }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let request) = unwrapInboundIn(data), request.headerFields[.expect]?.lowercased() == "100-continue",
      let length = request.headerFields[.contentLength].flatMap({ Int($0) }),
      length <= current.gateway.settings.limits.body
    {
      context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
    }
    context.fireChannelRead(data)
  }
}
