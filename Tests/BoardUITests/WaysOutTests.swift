import CellGrid
import IdeaPipeline
import TestSupport
import Testing

@testable import BoardUI

/// Every command is in the palette wherever one is, and whatever cannot be done says how to go on.
@Suite struct WaysOutTests {
  private static let places: [String: @Sendable () -> Walk] = [
    "an empty lobby": { Walk(lobby: []) },
    "an empty board": { Walk(.empty) },
    "an empty board to an observer": { Walk(SampleBoard.empty.seen(as: .observer)) },
    "the board to an observer": { Walk(SampleBoard.typical.seen(as: .observer)) },
    "the board": { Walk() },
    "the board to a coach": { Walk(SampleBoard.typical.seen(as: .coach)) },
    "the board to a facilitator": { Walk(SampleBoard.typical.seen(as: .facilitator)) },
    "the first stage": { on(.typical, "Left", "Left") },
    "the last stage": { on(.typical, "Right", "Right") },
    "the last stage to a coach": { on(SampleBoard.typical.seen(as: .coach), "Right", "Right") },
    "an idea": { on(.typical, "Enter") },
    "one's own idea": { on(.typical, "G", "Enter") },
    "another's comment": { on(.typical, "G", "Enter", "Down") },
    "one's own comment": { on(.typical, "G", "Enter", "Down", "Down") },
    "an idea to an observer": { on(SampleBoard.typical.seen(as: .observer), "Enter") },
    "an idea to a facilitator": { on(SampleBoard.typical.seen(as: .facilitator), "Enter") },
    "an idea that is not there yet": { waiting() },
    "a withdrawn idea": { inState(.withdrawn) },
    "a hidden idea": { inState(.hidden) },
    "a merged idea": { inState(.merged) },
    "no round": { inRound { $0 = nil } },
    "a round that is over": { inRound { $0?.round.isOpen = false } },
    "a round without a dot left": { inRound { $0?.ownSpent = 5 } },
    "a round of agreeing": {
      inRound { $0?.round.kind = .consensus }
    },
    "a round without this idea": { inRound { $0?.round.ballotList = [] } },
    "a newer program's board": {
      var board = SampleBoard.typical
      board.summary.needsUpdate = true
      return Walk(board)
    },
  ]

  private static func on(_ board: SampleBoard = .typical, _ keys: String...) -> Walk {
    var walk = Walk(board)
    for key in keys { walk.press(key) }
    return walk
  }

  /// The idea was asked for by its number and has not been read.
  private static func waiting() -> Walk {
    var walk = Walk()
    walk.answersIdeas = false
    walk.press("3", "1", "Enter")
    return walk
  }

  private static func inState(_ state: IdeaState) -> Walk {
    var board = SampleBoard.typical
    board.change(14, seq: 1_000) {
      $0.state = state
      $0.mergedInto = state == .merged ? 19 : nil
    }
    return on(board, "1", "4", "Enter")
  }

  private static func inRound(_ change: (inout RoundRow?) -> Void) -> Walk {
    var board = SampleBoard.typical
    change(&board.summary.round)
    return Walk(board)
  }

  @Test(arguments: places.keys.sorted())
  func everyCommandIsInThePalette(place: String) throws {
    let make = try #require(Self.places[place])
    for entry in CommandTable.entries {
      var walk = make()
      walk.press("ctrl-p")
      walk.take(.key(.paste(entry.name)))
      let line = walk.selectedLines.last ?? ""
      #expect(line.contains(entry.name), "\(entry.name) in \(place):\n\(walk.text)")
    }
  }

  @Test(arguments: places.keys.sorted())
  func everyReasonIsASentenceThatNamesTheWayOut(place: String) throws {
    let make = try #require(Self.places[place])
    let walk = make()
    for command in Command.allCases {
      guard let reason = walk.state.reason(against: command) else { continue }
      #expect(reason.hasSuffix("."), "\(reason)")
      #expect(reason.first.map { $0.isUppercase || $0.isNumber || $0 == "“" } == true, "\(reason)")
      #expect(namesAWayOut(reason), "\(command) in \(place): \(reason)")
    }
  }

  /// A key, a command or a person. "a" and "A" are words of English too, so they do not count.
  private func namesAWayOut(_ reason: String) -> Bool {
    let people = ["facilitator", "oach", "ask whoever"]
    if people.contains(where: reason.contains) { return true }
    if CommandTable.entries.contains(where: { $0.name.count > 4 && reason.contains($0.name) }) { return true }
    let keys = Set(CommandTable.entries.flatMap { Keymap.standard.labels($0.command) }).subtracting(["a", "A"])
    let words = reason.split(separator: " ").map { word in
      String(word.reversed().drop { ".,:;".contains($0) && word.count > 1 }.reversed())
    }
    return words.contains(where: keys.contains)
  }

  @Test(arguments: KeyedRemedy.allCases) func everyRemedyIsToldWithItsKey(remedy: KeyedRemedy) {
    let sentence = Walk().state.sentence(for: Refusal(.rule, "It stands in the way.", remedy: remedy))
    #expect(sentence.hasPrefix("It stands in the way. Press ") && namesAWayOut(sentence), "\(sentence)")
  }

  @Test func whatIsRefusedIsRefusedInTheSameWords() {
    var walk = Walk(SampleBoard.typical.seen(as: .observer))
    walk.press("n")
    #expect(walk.notice == walk.state.reason(against: .newIdea))
  }
}

/// Whatever is empty says what belongs there and how to begin.
@Suite struct EmptinessTests {
  private func shows(_ words: String, _ walk: Walk) {
    let text = walk.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(words), "“\(words)” is not there:\n\(walk.text)")
  }

  @Test func everythingThatIsEmptyInvites() {
    var walk = Walk(lobby: [])
    shows("hothouse new my-board", walk)
    walk = Walk(.empty)
    shows("No ideas yet. Press n to write the first.", walk)
    walk.press("a")
    shows("Nothing has happened yet. What people do shows here", walk)
    walk.press("Esc", "r")
    shows("dot", walk)
    walk.press("Esc", "f")
    shows("Type words", walk)
    walk.type("unicorn")
    shows("No idea and no comment has “unicorn”. Try fewer words", walk)
    walk.press("Esc", "/")
    walk.type("unicorn")
    shows("f looks in comments too. Esc shows everything again.", walk)
    walk.press("Esc", ":")
    walk.type("zzzz")
    shows("No command is called that. Try another word", walk)
  }

  @Test func anEmptyColumnSaysHowIdeasComeThere() {
    var board = SampleBoard.typical
    board.rows.removeAll { $0.stage == .test }
    board.count(stage: .test)
    var walk = Walk(board)
    walk.press("Right", "Right")
    shows("Ideas come here from Prototype: press > on one there.", walk)
    walk = Walk(board, width: 160, height: 40)
    shows("Ideas come here from", walk)
  }

  @Test func anIdeaNobodySpokeAboutInvites() {
    var board = SampleBoard.typical
    board.comments = [:]
    var walk = Walk(board, width: 110, height: 40)
    walk.press("1", "5", "Enter")
    shows("Nobody has said anything yet: press c to be the first.", walk)
    shows("None yet: > shows what the gate", walk)
    walk = Walk(SampleBoard.typical.seen(as: .observer), width: 110, height: 40)
    walk.press("1", "5", "Enter")
    shows("Nobody has said anything yet.", walk)
  }

  @Test func noRoundAndNothingToMergeWithSaySo() {
    var board = SampleBoard.typical.seen(as: .coach)
    board.summary.round = nil
    board.rows.removeAll { $0.number != 14 }
    var walk = Walk(board)
    walk.press("r")
    shows("There has been no round yet. A facilitator opens one", walk)
    walk.press("Esc", "m")
    shows("There is no other idea in play to merge it with; Esc goes back.", walk)
    walk.type("unicorn")
    shows("No other idea in play has “unicorn”. Try fewer words", walk)
  }

  @Test func theFirstLinesGoWithTheFirstPostAlsoFromACommand() throws {
    var walk = Walk(.empty)
    #expect(walk.text.contains("Have an idea? Press n"))
    var row = walk.board.arrive("From the shell", number: 1, seq: 1_061)
    row.isOwn = true
    row.author = SampleBoard.ann
    walk.board.replace(row)
    walk.take(.changes([walk.board.change(by: SampleBoard.ann, "posted 1", row.id, seq: 1_061)]))
    #expect(!walk.text.contains("Have an idea?"))
  }
}
