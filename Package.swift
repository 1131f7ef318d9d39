// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "veil",
  products: [
    .library(name: "Veil", targets: ["Veil"]),
    .library(name: "VeilFormats", targets: ["VeilFormats"]),
    .executable(name: "veil", targets: ["VeilCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "CScan"),
    .target(name: "VeilModel", exclude: ["lists"]),
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
    .testTarget(name: "ScanningTests", dependencies: ["Scanning"]),
    .testTarget(name: "VeilTests", dependencies: ["Veil"]),
    .testTarget(name: "VeilFormatsTests", dependencies: ["VeilFormats", "VeilPolicyFile"]),
    .testTarget(name: "CLITests", dependencies: ["VeilFormats"]),
  ],
  swiftLanguageModes: [.v6]
)
