import NIOCore
import Synchronization

/// Notices that a client has gone while its request is still being answered. One handler in each connection.
final class ClientWatch: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = Any

  /// By connection, since that is all that a request knows of it.
  private static let watches = Mutex<[ObjectIdentifier: ClientWatch]>([:])

  private struct State {
    var isGone = false
    var action: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  func handlerAdded(context: ChannelHandlerContext) {
    let id = ObjectIdentifier(context.channel)
    Self.watches.withLock { $0[id] = self }
    context.channel.closeFuture.whenComplete { _ in
      _ = Self.watches.withLock { $0.removeValue(forKey: id) }
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { leave() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    leave()
    context.fireChannelInactive()
  }

  private func leave() {
    let action = state.withLock { state in
      state.isGone = true
      defer { state.action = nil }
      return state.action
    }
    action?()
  }

  /// The watch of a connection.
  static func of(_ channel: any Channel) -> ClientWatch? { watches.withLock { $0[ObjectIdentifier(channel)] } }

  /// What is to be done when the client goes; nil for nothing. At once, when it has gone.
  func onLeaving(_ action: (@Sendable () -> Void)?) {
    let isGone = state.withLock { state in
      state.action = action
      return state.isGone
    }
    if isGone { action?() }
  }

  /// Runs the work, and cancels it as soon as the client on the other end has gone.
  static func run<Value: Sendable>(
    for channel: any Channel, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard let watch = of(channel) else { return try await work() }
    let task = Task { try await work() }
    watch.onLeaving { task.cancel() }
    defer { watch.onLeaving(nil) }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
