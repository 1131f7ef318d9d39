// swift-tools-version: 6.2
import PackageDescription

// A package of its own: whoever embeds Veil gets nothing of this, and it sees what they see, the public API.
let package = Package(
  name: "veil-benchmarks",
  products: [
    .executable(name: "veil-bench", targets: ["VeilBench"])
  ],
  dependencies: [
    .package(name: "veil", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without traits: the interposers that they bring count nothing here; AllocationCounter does.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "AllocationCounter"),
    .target(name: "Corpora"),
    .target(name: "Cases", dependencies: ["Corpora", .product(name: "Veil", package: "veil")]),
    .executableTarget(
      name: "VeilBench",
      dependencies: [
        "Cases", "Corpora",
        .product(name: "Veil", package: "veil"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "Micro",
      dependencies: [
        "AllocationCounter", "Cases",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Micro",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .testTarget(
      name: "CorporaTests",
      dependencies: ["AllocationCounter", "Corpora", .product(name: "Veil", package: "veil")]),
  ],
  swiftLanguageModes: [.v6]
)
