import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What the screens look like to others than a participant in the middle of a session, and in states that come seldom.
@Suite struct RareScreenSnapshotTests {
  private static let sizes = ScreenSnapshotTests.sizes

  /// The ways to what any board has.
  static let ways: [String: ScreenSnapshotTests.Way] = [
    "help-idea": { $0.press("G", "Enter", "?") },
    "help-writing": { $0.press("n", "F1") },
    "palette-nothing": { walk in
      walk.press(":")
      walk.type("zzzz")
    },
    "filter-nothing": { walk in
      walk.press("/")
      walk.type("zzzz")
      walk.press("Enter")
    },
    "search-nothing": { walk in
      walk.press("f")
      walk.type("zzzz")
    },
    "build-on": { walk in
      walk.press("G", "b")
      walk.type("The same by video")
    },
    "answer-comment": { walk in
      walk.press("G", "Enter")
      for _ in 0..<60 where !walk.selectedLines.contains(where: { $0.contains("Jo Bi") || $0.contains("Sam O") }) {
        walk.press("Down")
      }
      walk.press("Enter")
      walk.type("Ask them.")
    },
  ]

  @Test(arguments: ways.keys.sorted(), ["typical", "overfull"])
  func looksAsItDid(way: String, board: String) throws {
    let go = try #require(Self.ways[way])
    let make = try #require(ScreenSnapshotTests.boards.first { $0.name == board }).make
    expect("\(way)-\(board)", make(), go)
  }

  @Test func lettingAnIdeaPassAnUnmetGateLooksAsItDid() {
    let boards: [(String, SampleBoard, Int)] = [("typical", .typical, 2), ("overfull", .overfull, 3)]
    for (name, board, fields) in boards {
      expect("override-\(name)", board.seen(as: .facilitator)) { walk in
        walk.press("G", ">")
        for _ in 0..<fields { walk.press("Tab") }
        walk.press("Enter")
      }
    }
  }

  @Test func anObserverSeesWhatTheyDid() {
    for (name, board) in [("typical", SampleBoard.typical), ("overfull", .overfull), ("empty", .empty)] {
      expect("observer-\(name)", board.seen(as: .observer)) { _ in }
    }
    expect("observer-idea", SampleBoard.typical.seen(as: .observer)) { $0.press("G", "Enter") }
  }

  @Test func ideasOutOfPlayLookAsTheyDid() {
    for state in [IdeaState.withdrawn, .merged, .hidden] {
      var board = SampleBoard.typical.seen(as: .facilitator)
      board.change(14, seq: 998) { row in
        row.state = state
        row.mergedInto = state == .merged ? 15 : nil
      }
      expect("\(state.rawValue)-idea", board) { $0.press("1", "4", "Enter") }
    }
  }

  @Test func aBoardOfANewerProgramLooksAsItDid() {
    var board = SampleBoard.typical
    board.summary.needsUpdate = true
    expect("newer-board", board) { _ in }
  }

  @Test func aRoundOfAgreeAndDisagreeLooksAsItDid() {
    for (name, board) in [("typical", SampleBoard.typical), ("overfull", .overfull)] {
      var board = board
      board.summary.round?.round.kind = .consensus
      for index in board.rows.indices {
        let votes = board.rows[index].comments
        board.rows[index].tally = .consensus(agree: votes, disagree: votes / 3, pass: 1, own: index == 0 ? .agree : nil)
      }
      expect("consensus-\(name)", board) { _ in }
    }
  }

  @Test func resultsOfRoundsLookAsTheyDid() throws {
    for (name, board) in [("typical", SampleBoard.typical), ("overfull", .overfull)] {
      var board = board
      let open = try #require(board.summary.round)
      var blind = open
      blind.round.number = 3
      blind.round.isStanding = false
      var closed = open
      closed.round.number = 2
      closed.round.title = "First vote"
      closed.round.isOpen = false
      closed.round.closedAt = SampleBoard.before(minutes: 5)
      closed.results = board.rows.prefix(40).enumerated().map { place, row in
        var tally = Tally(round: closed.round, idea: row.id)
        tally.dots = 60 - place
        return RoundResult(idea: row.id, number: row.number, title: row.title, tally: tally)
      }
      board.rounds = [blind, closed]
      expect("rounds-closed-\(name)", board) { $0.press("r", "Down", "Down") }
    }
  }

  @Test func theLobbyHelpsAsItDid() {
    let trouble = "It lies on a network disk, where locking is not safe."
    let boards = [
      BoardListing(
        name: "spring", title: "Spring day", people: 12, ideas: 40, lastActivity: SampleBoard.before(minutes: 9)),
      BoardListing(
        name: "far", title: "Far away", people: 0, ideas: 0, lastActivity: nil, trouble: trouble),
    ]
    for (name, keys) in [("help", ["?"]), ("trouble", ["Down", "Enter"]), ("leave", ["q"]), ("palette", [":"])] {
      let grids = Self.sizes.map { size in
        var walk = Walk(lobby: boards, width: size.width, height: size.height)
        for key in keys { walk.press(key) }
        return walk.screen()
      }
      expectSnapshot(of: grids, named: "lobby-\(name)")
    }
  }

  private func expect(_ name: String, _ board: SampleBoard, _ go: ScreenSnapshotTests.Way) {
    let grids = Self.sizes.map { size in
      var walk = Walk(board, width: size.width, height: size.height)
      go(&walk)
      #expect(walk.screen().size == size)
      return walk.screen()
    }
    expectSnapshot(of: grids, named: name)
  }
}
