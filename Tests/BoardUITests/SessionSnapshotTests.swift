import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What the session screen looks like at every size.
@Suite struct SessionSnapshotTests {
  static let boards: [String: @Sendable () -> SampleBoard] = [
    "none": { SampleBoard.typical.seen(as: .facilitator) },
    "none-participant": { SampleBoard.typical },
    "between": { .betweenSessions },
    "running": { .inSession() },
    "paused": { .paused },
    "over": { .inSession(runningFor: 21) },
    "participant": { .inSession(as: .participant) },
    "sealed": {
      var board = SampleBoard.inSession()
      board.changeStep { $0.plan.naming = .sealed }
      board.summary.room?.voices = nil
      board.summary.room?.teams = []
      return board
    },
    "crowded": { .crowded },
  ]

  @Test(arguments: boards.keys.sorted())
  func theAgendaLooksAsItDid(name: String) throws { expect("session-\(name)", try make(name)) { $0.press("S") } }

  /// The parts besides the agenda, the first with Tab where there is no room beside.
  static let parts: [String: ScreenSnapshotTests.Way] = [
    "help": { $0.press("Q") }, "actions": { $0.press("D") }, "teams": { $0.press("Q", "Tab") },
    "sessions": { $0.press("D", "Tab") },
  ]

  @Test(arguments: parts.keys.sorted(), ["running", "between", "crowded", "participant"])
  func aPartLooksAsItDid(part: String, name: String) throws {
    let go = try #require(Self.parts[part])
    expect("session-\(part)-\(name)", try make(name), go)
  }

  /// Forms and questions of a facilitator.
  static let forms: [String: ScreenSnapshotTests.Way] = [
    "step": { walk in
      walk.press("S", "n")
      walk.type("Silent reading")
      walk.press("Tab", "Tab", "Tab", "Right")
    },
    "round": { $0.press("S", "r") },
    "broadcast": { walk in
      walk.press("S", "b")
      walk.type("Coffee is ready")
    },
    "action": { walk in
      walk.press("D", "a")
      walk.type("Ring the council")
      walk.press("Tab")
      walk.type("@s")
    },
    "reveal": { $0.press("S", "Enter") }, "close": { $0.press("S", "C") }, "help-menu": { $0.press("Q", "Enter") },
    "team-menu": { $0.press("Q", "Tab", "Down", "Down", "Enter") }, "action-menu": { $0.press("D", "Enter") },
    "keys": { $0.press("S", "?") },
    "room": { walk in
      walk.press("S")
      if walk.state.size.width < 76 { walk.press("Tab") }
    },
  ]

  @Test(arguments: forms.keys.sorted()) func formsAndQuestionsLookAsTheyDid(form: String) throws {
    let go = try #require(Self.forms[form])
    expect("session-form-\(form)", try make("running"), go)
  }

  private func make(_ name: String) throws -> SampleBoard {
    let make = try #require(Self.boards[name])
    return make()
  }

  private func expect(_ name: String, _ board: SampleBoard, _ go: ScreenSnapshotTests.Way) {
    let grids = ScreenSnapshotTests.sizes.map { size in
      var walk = Walk(board, width: size.width, height: size.height)
      go(&walk)
      #expect(walk.screen().size == size)
      return walk.screen()
    }
    expectSnapshot(of: grids, named: name)
  }
}
