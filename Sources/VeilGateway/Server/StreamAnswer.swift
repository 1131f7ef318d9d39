import AsyncAlgorithms
import AsyncHTTPClient
import Hummingbird
import NIOCore
import Synchronization

/// A provider's stream on its way to the caller: read, restored, and written event by event, each in one write.
///
/// Reading waits while the caller is slow to take what was written, so that memory stays bounded. As soon as the caller
/// has gone, the request to the provider is cancelled.
struct StreamAnswer: Sendable {
  let upstream: HTTPClientResponse.Body
  let options: AnswerOptions
  let keepAlive: Duration
  let channel: any Channel
  /// What to do when it is over, also when nobody waited for the end.
  let onEnd: @Sendable (StreamEnd) -> Void

  var body: ResponseBody {
    ResponseBody { writer in
      let pieces = AsyncChannel<ByteBuffer>()
      let isSilent = Silence()
      let watch = ClientWatch.of(channel)
      watch?.onLeaving { pieces.finish() }
      defer { watch?.onLeaving(nil) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          await restore(into: pieces)
          pieces.finish()
        }
        group.addTask {
          while true {
            try await Task.sleep(for: keepAlive)
            if isSilent.untilNow() { await pieces.send(Self.comment) }
          }
        }
        // Ends what is still under way, also when writing fails.
        defer { group.cancelAll() }
        for await piece in pieces {
          isSilent.interrupt()
          try await writer.write(piece)
        }
      }
      try await writer.finish(nil)
    }
  }

  private func restore(into pieces: AsyncChannel<ByteBuffer>) async {
    var restorer = StreamRestorer(options)
    var end = StreamEnd()
    let clock = ContinuousClock()
    func send(_ events: [[UInt8]]) async {
      for event in events { await pieces.send(ByteBuffer(bytes: event)) }
    }
    do {
      // What comes after the end is nobody's: the connection is given up with the sequence.
      for try await buffer in upstream {
        let start = clock.now
        let events = restorer.append(Array(buffer.readableBytesView))
        end.time += clock.now - start
        end.mostHeldBack = max(end.mostHeldBack, restorer.heldBackBytes)
        await send(events)
        if restorer.isDone { break }
      }
      await send(restorer.finish(.clean))
      if Task.isCancelled { end.ending = .abandoned }
    } catch {
      end.ending = .abandoned
      if !Task.isCancelled, let error = UpstreamError(error) {
        end.ending = error == .timeout ? .timeout : .lost
        await send(restorer.finish(error == .timeout ? .late : .lost))
      }
    }
    end.report = restorer.report
    end.usage = restorer.usage
    onEnd(end)
  }

  /// A comment, which readers of event streams pass over.
  private static let comment = ByteBuffer(string: ": ping\n\n")
}

/// What a stream came to.
struct StreamEnd: Sendable {
  enum Ending: String, Sendable {
    /// With what the provider sent, be it an answer to its end or an error.
    case complete
    /// The provider's connection broke, or it was silent for too long.
    case lost, timeout
    /// The caller went away.
    case abandoned
  }

  var ending = Ending.complete
  var report = AnswerReport()
  var usage: TokenUsage?
  /// Bytes.
  var mostHeldBack = 0
  /// What restoring took, all in all.
  var time = Duration.zero
}

extension StreamRestorer.Ending {
  fileprivate static var late: StreamRestorer.Ending {
    .failed(code: "upstream_timeout", message: "The model's provider was silent for too long.")
  }
}

/// Whether nothing was written since it was asked last.
private final class Silence: Sendable {
  private let isSilent = Atomic(true)

  func interrupt() { isSilent.store(false, ordering: .relaxed) }

  func untilNow() -> Bool { isSilent.exchange(true, ordering: .relaxed) }
}
