import ArgumentParser
import VeilGateway

@main
struct VeilGatewayCommand: AsyncParsableCommand {
  mutating func run() async throws {}
}
