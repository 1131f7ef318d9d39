import AsyncHTTPClient
import NIOCore

/// Why a provider gave no answer.
enum UpstreamError: Error, Hashable {
  /// Nothing could be sent or nothing came back.
  case unreachable
  /// The time for its first byte is over.
  case timeout
  /// More requests are running than there are connections.
  case overloaded

  /// - Returns: nil for what is not the provider's doing, a cancellation above all.
  init?(_ error: any Error) {
    if error is CancellationError { return nil }
    switch error as? HTTPClientError {
    case .cancelled?: return nil
    case .deadlineExceeded?, .readTimeout?: self = .timeout
    case .getConnectionFromPoolTimeout?: self = .overloaded
    default: self = .unreachable
    }
  }
}
