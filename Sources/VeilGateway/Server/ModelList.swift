import AsyncHTTPClient
import Hummingbird
import NIOCore
import VeilFormats

/// `GET /v1/models`: names that the settings have, and those that providers list where a pattern leaves it to them.
struct ModelList: Sendable {
  let gateway: Gateway

  func answer() async throws -> Response {
    var models: [[UInt8]] = []
    var failure: UpstreamError?
    for upstream in gateway.upstreams.all {
      models += upstream.listedModels.map {
        Self.model($0, owner: upstream.settings.url == nil ? "veil" : upstream.settings.name)
      }
      guard upstream.listsModelsItself else { continue }
      do {
        models += try await list(of: upstream)
      } catch let error as UpstreamError {
        failure = error
      }
    }
    // A list without one provider's models is of use, an empty one is not.
    if let failure, models.isEmpty { throw failure }
    var json = JSONWriter()
    json.object { json in
      json.member("object", "list")
      json.array("data") { json in for model in models { json.raw(model) } }
    }
    return .json(json.bytes)
  }

  /// The provider's own entries, of the models that would be sent to it.
  private func list(of upstream: Upstream) async throws -> [[UInt8]] {
    let answer = try await upstream.send(Upstream.Call(path: "/models", method: .GET))
    guard answer.status == .ok, let body = try? await answer.body.collect(upTo: gateway.settings.limits.answer),
      let tree = try? JSONTree(Array(body.readableBytesView))
    else { throw UpstreamError.unreachable }
    return (tree.root["data"]?.elements ?? []).compactMap { entry in
      guard let id = tree.text(entry["id"]),
        gateway.upstreams.upstream(for: id)?.settings.name == upstream.settings.name
      else { return nil }
      return Array(tree.bytes[entry.range])
    }
  }

  private static func model(_ name: String, owner: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", name)
      json.member("object", "model")
      json.member("created", 0)
      json.member("owned_by", owner)
    }
    return json.bytes
  }
}
