import CellGrid
import Foundation
import TestSupport
import Testing

/// A window that is dragged about while others post.
@Suite(.timeLimit(.minutes(10))) struct StormTests {
  @Test func twoHundredSizesWhileOthersPost() async throws {
    let home = try await BoardsHome.withSpringBoard()
    // Another window of hers, that keeps its size, shows what the first should look like in the end.
    let still = try home.terminal("--as", "ann")
    let dragged = try home.terminal("--as", "ann")
    defer { for terminal in [still, dragged] { terminal.close() } }
    for terminal in [still, dragged] { try terminal.waitFor("One number for carers") }
    still.resize(Size(width: 80, height: 24))
    let others = Task { try await Self.post(20, on: home) }
    var generator = SplitMix64(seed: RandomSeed.fresh("sizes of a window"))
    for step in 0..<200 { dragged.resize(Self.size(step, &generator)) }
    try await others.value
    dragged.resize(Size(width: 80, height: 24))
    try dragged.waitFor(state: "#{window_width}x#{window_height}", "80x24")
    for terminal in [still, dragged] {
      try terminal.waitFor("Empathise 22")
      // How far a list is scrolled depends on the sizes it has had; at its top both are alike.
      terminal.press("g")
    }
    try dragged.waitFor("both windows to show the same") { $0 == still.screen }
    #expect(dragged.screen.contains(" ▌22  Idea number 20"))
    dragged.press("q")
    try dragged.waitFor("Leave?")
    dragged.press("Enter")
    #expect(try dragged.waitForEnding() == .exited(0))
    #expect(try await home.succeed("check", "spring").output.contains("in order"))
  }

  private static func post(_ count: Int, on home: BoardsHome) async throws {
    for number in 1...count { try await home.succeed("post", "spring", "Idea number \(number)") }
  }

  /// Of five sizes one is tiny and one is larger than any screen.
  private static func size(_ step: Int, _ generator: inout SplitMix64) -> Size {
    switch step % 5 {
    case 0: Size(width: .random(in: 1...4, using: &generator), height: .random(in: 1...4, using: &generator))
    case 1: Size(width: .random(in: 200...600, using: &generator), height: .random(in: 60...320, using: &generator))
    default: Size(width: .random(in: 10...160, using: &generator), height: .random(in: 4...50, using: &generator))
    }
  }
}
