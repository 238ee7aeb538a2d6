// swift-tools-version: 6.1
import PackageDescription

// An arrow of the design ("imports") is a dependency here, so the compiler keeps the direction.
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "hothouse",
  products: [.executable(name: "hothouse", targets: ["hothouse"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .target(name: "IdeaPipeline"),
    .target(name: "CSQLiteShim", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "SharedStore", dependencies: ["IdeaPipeline", "CSQLiteShim", grdb]),
    .target(name: "CellGrid"),
    .target(name: "Settings", dependencies: ["IdeaPipeline", "CellGrid", yams]),
    .target(name: "Interchange", dependencies: ["IdeaPipeline"]),
    .target(name: "BoardUI", dependencies: ["IdeaPipeline", "CellGrid"]),
    .target(name: "LiveBoard", dependencies: ["IdeaPipeline", "SharedStore", "BoardUI"]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CursesTerminal", dependencies: ["CellGrid", "CNcurses"]),
    .executableTarget(
      name: "hothouse",
      dependencies: [
        "IdeaPipeline", "SharedStore", "Settings", "Interchange", "CellGrid", "BoardUI", "LiveBoard",
        "CursesTerminal", argumentParser,
      ]),
    .target(
      name: "TestSupport",
      dependencies: ["IdeaPipeline", "SharedStore", "CellGrid", "BoardUI", "LiveBoard"], path: "Tests/TestSupport"),
    .testTarget(name: "IdeaPipelineTests", dependencies: ["IdeaPipeline", "TestSupport"]),
    // A program of its own for tests of the store: to be killed, stopped and run twenty at a time.
    .executableTarget(name: "StoreProbe", dependencies: ["IdeaPipeline", "SharedStore"], path: "Tests/StoreProbe"),
    // Figures of the store as ratios: `make bench`.
    .executableTarget(name: "StoreBench", dependencies: ["IdeaPipeline", "SharedStore"], path: "Tests/StoreBench"),
    // How soon the screens answer a key, and with how many bytes: `make bench-screens`.
    .executableTarget(
      name: "ScreenBench", dependencies: ["CellGrid", "IdeaPipeline", "SharedStore"], path: "Tests/ScreenBench"),
    .testTarget(
      name: "SharedStoreTests", dependencies: ["Interchange", "SharedStore", "StoreProbe", "TestSupport", grdb]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings", "TestSupport"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "SharedStore", "TestSupport"]),
    .testTarget(name: "CellGridTests", dependencies: ["CellGrid", "TestSupport"]),
    .testTarget(
      name: "BoardUITests", dependencies: ["BoardUI", "Settings", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(name: "LiveBoardTests", dependencies: ["LiveBoard", "TestSupport"]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["CursesTerminal", "CellGrid"], path: "Tests/TerminalProbe"),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["CursesTerminal", "CNcurses", "CellGrid", "TerminalProbe", "TestSupport"]),
    .testTarget(name: "TerminalTests", dependencies: ["hothouse", "BoardUI", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
