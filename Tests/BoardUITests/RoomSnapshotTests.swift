import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What a session looks like to a participant, at every size.
@Suite struct RoomSnapshotTests {
  static let sizes = [(20, 6), (40, 12), (80, 24), (140, 45), (200, 60)].map { Size(width: $0.0, height: $0.1) }

  typealias Way = ScreenSnapshotTests.Way

  /// The ways to what one sees of the room.
  static let ways: [String: Way] = [
    "room-board": { $0.take(.here(38)) },
    "room-idea": { $0.press("G", "Enter") },
    "room-step": { walk in
      walk.board.startNext(at: SampleBoard.moment) { $0.instruction = "Read what others wrote, and say what it needs." }
      walk.take(.stirred)
    },
    "room-over": { walk in
      walk.wait(462)
      walk.wait(130)
    },
    "room-paused": { walk in
      walk.board.changeStep { step in
        step.state = .paused
        step.left = 462_000
        step.deadline = nil
      }
      walk.take(.stirred)
    },
    "room-said": { walk in
      walk.board.summary.room?.line = LineView(
        text: "Soup is served in the hall; the room goes on at one", by: SampleBoard.lee, at: SampleBoard.now,
        id: OperationID(rawValue: 500))
      walk.board.summary.room?.spotlight = SpotlightView(
        idea: SampleBoard.id(14), number: 14, title: "Shared triage desk between 999 and UCR")
      walk.take(.stirred)
    },
    "room-composer": { walk in
      walk.press("n")
      walk.type("One number")
    },
    "room-composer-sealed": { walk in
      walk.board.changeStep { $0.plan.naming = .sealed }
      walk.take(.stirred)
      walk.press("n")
      walk.type("Nobody asks the night staff")
    },
    "room-composer-changed": { walk in
      walk.press("n")
      walk.type("One number")
      walk.board.startNext(at: SampleBoard.moment) { $0.naming = .sealed }
      walk.take(.stirred)
    },
    "room-ready": { walk in
      walk.board.startNext(at: SampleBoard.moment) { $0.instruction = "Read what others wrote." }
      walk.board.summary.room?.isReady = true
      walk.board.summary.room?.ready = Share(count: 13, of: 38)
      walk.board.askForHelp(.waiting)
      walk.take(.stirred)
      walk.wait(3)
      walk.press("Down")
    },
    "room-help": { walk in
      walk.board.askForHelp(.claimed, expert: "Dee Lam")
      walk.take(.stirred)
      walk.press("s")
    },
    "room-ask": { walk in
      walk.press("s")
      walk.type("sharing data")
    },
    "room-where": { $0.press("i") },
    "room-teams": { walk in
      walk.press(":")
      walk.type("join a team")
      walk.press("Enter")
    },
  ]

  @Test(arguments: ways.keys.sorted()) func looksAsItDid(way: String) throws {
    let go = try #require(Self.ways[way])
    expect(way, .inSession, go)
  }

  @Test func notesForOthersLookAsTheyDid() {
    expect("room-scribe", SampleBoard.inSession.seen(as: .coach)) { walk in
      walk.press(":")
      walk.type("enter notes")
      walk.press("Enter")
      walk.type("@jo @sam")
      walk.press("Enter")
      for note in ["A bell at the door", "A rota for weekends"] {
        walk.type(note)
        walk.press("Enter")
        walk.answerNote(made: 4_711)
      }
      walk.type("A third one")
    }
  }

  private func expect(_ name: String, _ board: SampleBoard, _ go: Way) {
    let grids = Self.sizes.map { size in
      var walk = Walk(board, width: size.width, height: size.height)
      go(&walk)
      #expect(walk.screen().size == size)
      return walk.screen()
    }
    expectSnapshot(of: grids, named: name)
  }
}

extension Walk {
  /// The store's answer that a note is saved.
  mutating func answerNote(made: Int64) {
    for case .submitFor(_, let token, _) in effects.reversed() {
      return take(.submitted(token, Receipt(operations: [OperationID(rawValue: made)], seq: 1_200)))
    }
  }
}
