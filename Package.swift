// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "veil",
  products: [
    .library(name: "Veil", targets: ["Veil"]),
    .library(name: "VeilFormats", targets: ["VeilFormats"]),
    .library(name: "VeilGateway", targets: ["VeilGateway"]),
    .executable(name: "veil", targets: ["VeilCLI"]),
    .executable(name: "veil-gateway", targets: ["VeilGatewayCLI"]),
    .executable(name: "veil-train", targets: ["VeilTrain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Only the gateway's: `veil` and the libraries it is made of are built without them.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "CScan"),
    .target(name: "VeilModel", exclude: ["lists", "catalogue", "names", "numbering"]),
    .target(name: "Scanning", dependencies: ["CPCRE2", "CICU", "CScan"]),
    .target(name: "Veil", dependencies: ["Scanning", "VeilModel"]),
    .target(name: "VeilFormats", dependencies: ["Veil"]),
    .target(
      name: "VeilPolicyFile",
      dependencies: ["Veil", "VeilFormats", .product(name: "Yams", package: "Yams")]),
    .executableTarget(
      name: "VeilCLI",
      dependencies: [
        "Veil", "VeilFormats", "VeilPolicyFile",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "VeilGatewayPages", exclude: ["pages"]),
    .target(
      name: "VeilGateway",
      dependencies: [
        "Veil", "VeilFormats", "VeilGatewayPages", "VeilPolicyFile",
        .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "VeilGatewayCLI",
      dependencies: ["VeilGateway", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      exclude: ["Examples"]),
    .target(name: "VeilFuzz", dependencies: ["Veil"]),
    .executableTarget(
      name: "VeilTrain",
      dependencies: ["CScan", "Scanning", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      exclude: ["code", "templates"]),
    .target(
      name: "TestSupport", dependencies: [.product(name: "Yams", package: "Yams")], path: "Tests/TestSupport"),
    .testTarget(name: "ScanningTests", dependencies: ["Scanning"]),
    .testTarget(name: "VeilTests", dependencies: ["Veil"]),
    .testTarget(
      name: "VeilFormatsTests",
      dependencies: ["TestSupport", "VeilFormats", "VeilPolicyFile"]),
    .testTarget(name: "CLITests", dependencies: ["TestSupport", "VeilFormats"]),
    .testTarget(name: "FuzzTests", dependencies: ["VeilFuzz"]),
    .testTarget(name: "VeilGatewayTests", dependencies: ["TestSupport", "VeilGateway"]),
    .testTarget(name: "VeilTrainTests", dependencies: ["VeilTrain"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings the main function, so these link only with `--sanitize fuzzer`: see `make fuzz`.
if Context.environment["VEIL_FUZZ"] != nil {
  package.targets += ["FuzzPseudonymize", "FuzzRestore"].map { .executableTarget(name: $0, dependencies: ["VeilFuzz"]) }
}

// Here and not for everyone, so that a newer compiler's warnings break nobody's build.
if Context.environment["VEIL_CI"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
