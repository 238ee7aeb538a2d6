import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What every screen and overlay looks like at every size: text and style map, kept in `Snapshots`.
@Suite struct ScreenSnapshotTests {
  static let sizes = [(0, 0), (20, 6), (40, 12), (60, 20), (80, 24), (120, 40), (200, 60)]
    .map { Size(width: $0.0, height: $0.1) }

  static let boards: [(name: String, make: @Sendable () -> SampleBoard)] = [
    ("empty", { .empty }), ("typical", { .typical }), ("overfull", { .overfull }),
  ]

  typealias Way = @Sendable (inout Walk) -> Void

  /// The ways to each screen from the board, whatever is on it.
  static let ways: [String: Way] = [
    "board": { _ in },
    "filter": { walk in
      walk.press("/")
      walk.type("number")
    },
    "number": { $0.press("1", "4") },
    "composer": { walk in
      walk.press("n")
      walk.type("One number")
      walk.press("Tab")
    },
    "palette": { $0.press(":") },
    "palette-typed": { walk in
      walk.press(":")
      walk.type("sb")
    },
    "activity": { $0.press("a") },
    "activity-filter": { walk in
      walk.press("a", "/")
      walk.type("@jo")
    },
    "search": { $0.press("f") },
    "search-found": { walk in
      walk.press("f")
      walk.type("number")
      walk.press("Down")
    },
    "help-search": { walk in
      walk.press("?", "/")
      walk.type("stage")
      walk.press("Down")
    },
    "help": { $0.press("?") },
    "leave": { $0.press("ctrl-c") },
    "refusal": { $0.press("e") },
  ]

  /// The ways to screens that are about an idea.
  static let waysFromAnIdea: [String: Way] = [
    "board-last": { $0.press("G") },
    "idea": { $0.press("G", "Enter") },
    "journey": { $0.press("G", "Enter", "Tab", "Down", "Down") },
    "edit": { $0.press("G", "e") },
    "comment": { $0.press("G", "c") },
    "gate": { $0.press("G", ">") },
    "worksheet": { $0.press("G", "w") },
    "send-back": { $0.press("G", "<") },
    "tags": { $0.press("G", "t") },
    "menu": { $0.press("G", "Enter", "Enter") },
    "lineage": { $0.press("G", "Enter", "Tab", "G", "Up") },
    "co-authors": { walk in
      walk.press("G", "A")
      walk.type("@sa")
    },
    "links": { $0.press("G", "E") },
    "rounds": { $0.press("r") },
  ]

  @Test(arguments: ways.keys.sorted(), boards.map(\.name))
  func looksAsItDid(way: String, board: String) throws { try compare(#require(Self.ways[way]), way, board) }

  @Test(arguments: waysFromAnIdea.keys.sorted(), ["typical", "overfull"])
  func anIdeaLooksAsItDid(way: String, board: String) throws {
    try compare(#require(Self.waysFromAnIdea[way]), way, board)
  }

  /// The ways to what coaches and facilitators do.
  static let waysOfACoach: [String: Way] = [
    "merge": { $0.press("G", "m") },
    "merge-search": { walk in
      walk.press("G", "m")
      walk.type("number")
      walk.press("Down", "Tab")
    },
    "outcome": { walk in
      walk.press("Right", "Right", "G", "o", "Right", "Right", "Down")
      walk.type("Families rang twice as often.")
    },
    "hide": { $0.press("G", "X") },
    "marks": { $0.press("Space", "Down", "Space") },
    "tag-marked": { $0.press("Space", "Space", "t") },
    "advance-marked": { $0.press("Space", "Space", ">") },
  ]

  @Test(arguments: waysOfACoach.keys.sorted(), ["typical", "overfull"])
  func whatACoachDoesLooksAsItDid(way: String, board: String) throws {
    let make = try #require(Self.boards.first { $0.name == board }).make
    let go = try #require(Self.waysOfACoach[way])
    let grids = Self.sizes.map { size in
      var board = make().seen(as: .coach)
      for index in board.rows.indices { board.rows[index].outcome = nil }
      var walk = Walk(board, width: size.width, height: size.height)
      go(&walk)
      return walk.screen()
    }
    expectSnapshot(of: grids, named: "\(way)-\(board)")
  }

  private func compare(_ go: Way, _ way: String, _ board: String) throws {
    let make = try #require(Self.boards.first { $0.name == board }).make
    let grids = Self.sizes.map { size in
      var walk = Walk(make(), width: size.width, height: size.height)
      go(&walk)
      #expect(walk.screen().size == size)
      return walk.screen()
    }
    expectSnapshot(of: grids, named: "\(way)-\(board)")
  }

  @Test func theLobbyLooksAsItDid() {
    let listings = (1...30).map { number in
      BoardListing(
        name: "board-\(number)", title: SampleBoard.hardTexts[number % SampleBoard.hardTexts.count], people: number,
        ideas: number * 500, lastActivity: SampleBoard.before(minutes: number * 400),
        trouble: number == 3 ? "It lies on a network disk, where locking is not safe." : nil)
    }
    let cases: [(String, [BoardListing]?)] = [
      ("waiting", nil), ("empty", []), ("typical", [listings[0], listings[2]]), ("overfull", listings),
    ]
    for (name, boards) in cases {
      let grids = Self.sizes.map { Walk(lobby: boards, width: $0.width, height: $0.height).screen() }
      expectSnapshot(of: grids, named: "lobby-\(name)")
    }
  }

  @Test func aClashLooksAsItDid() throws {
    let grids = try Self.sizes.map { size in
      var walk = Walk(.typical, width: size.width, height: size.height)
      walk.press("G", "e")
      walk.type(", day and night")
      walk.press("ctrl-s")
      let theirs = TextClash(revision: 2, title: "Shared triage desk", body: "One desk.\n\n" + SampleBoard.hardTexts[0])
      let token = try #require(walk.submission?.token)
      walk.take(.refused(token, Refusal(.stale(theirs), "14 was changed meanwhile.", instead: "Compare them.")))
      return walk.screen()
    }
    expectSnapshot(of: grids, named: "clash")
  }

  @Test func anOwnCommentLooksAsItDid() {
    let ways: [(String, [String])] = [("own-comment", ["Enter"]), ("edit-comment", ["e"])]
    for (name, keys) in ways {
      let grids = Self.sizes.map { size in
        var walk = Walk(.typical, width: size.width, height: size.height)
        walk.press("G", "Enter")
        // Where the idea itself does not fit, the bar comes to the comment later.
        for _ in 0..<60 where !walk.selectedLines.contains(where: { $0.contains("you · 40") }) { walk.press("Down") }
        for key in keys { walk.press(key) }
        return walk.screen()
      }
      expectSnapshot(of: grids, named: name)
    }
  }

  @Test func theThemesLookAsTheyDid() {
    let themes = (1...14).map { ThemeListing(name: "theme-\($0)", about: SampleBoard.hardTexts[$0 % 5]) }
    let grids = Self.sizes.map { size in
      var walk = Walk(
        .typical, width: size.width, height: size.height, surroundings: Surroundings(themes: themes))
      walk.press("T", "Down", "Down")
      return walk.screen()
    }
    expectSnapshot(of: grids, named: "themes")
  }

  @Test func theQuestionBeforeAnUndoLooksAsItDid() {
    let grids = Self.sizes.map { size in
      var board = SampleBoard.typical
      board.undoOffer = .deed(
        [OperationID(rawValue: 5)], at: SampleBoard.before(minutes: 3_000),
        activity: Activity("posted 14 “\(SampleBoard.hardTexts[0])”", idea: SampleBoard.id(14)))
      var walk = Walk(board, width: size.width, height: size.height)
      walk.press("u")
      return walk.screen()
    }
    expectSnapshot(of: grids, named: "undo-question")
  }

  @Test func earlierTextsLookAsTheyDid() {
    let grids = Self.sizes.map { size in
      var board = SampleBoard.typical
      board.revisions[SampleBoard.id(14)] = [
        RevisionView(
          title: "Triage desk", body: SampleBoard.hardTexts[1], replacedBy: SampleBoard.jo,
          replacedAt: SampleBoard.before(minutes: 20))
      ]
      var walk = Walk(board, width: size.width, height: size.height)
      walk.press("G", "Enter", "Tab")
      for _ in 0..<40 where !walk.text.contains("▌ Edited") { walk.press("Down") }
      walk.press("Enter")
      return walk.screen()
    }
    expectSnapshot(of: grids, named: "earlier-texts")
  }

  @Test func aDraftThatWasFoundLooksAsItDid() {
    let grids = Self.sizes.map { size in
      var walk = Walk(.typical, width: size.width, height: size.height)
      walk.take(.draftsFound([.newIdea: Draft(title: SampleBoard.hardTexts[0], changedAt: SampleBoard.now)]))
      return walk.screen()
    }
    expectSnapshot(of: grids, named: "draft-found")
  }
}
