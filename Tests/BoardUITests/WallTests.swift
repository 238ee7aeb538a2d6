import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// What a projector shows.
@Suite struct WallTests {
  private static let sizes = [(0, 0), (20, 6), (40, 12), (80, 24), (120, 40), (200, 60)]
    .map { Size(width: $0.0, height: $0.1) }
  private static let moment = HostMoment(steady: SampleBoard.now)

  /// A wall in the third of three steps, which began five minutes and twenty seconds ago.
  private static func wall(
    minutes: Int = 12, paused: Bool = false, private isPrivate: Bool = false, naming: Naming = .named,
    _ change: (inout RoomView) -> Void = { _ in }
  ) -> WallState {
    var summary = SampleBoard.typical.summary
    var session = Session(id: SessionID(rawValue: 1), seq: 1, number: 1, title: "Day one")
    let plan = StepPlan(
      title: "Write what carers told you",
      instruction: "One idea a card. Start from somebody you have met this week; numbers and solutions come later.",
      minutes: minutes, naming: naming, isPrivate: isPrivate)
    var step = AgendaStep(id: StepID(rawValue: 2), seq: 2, session: session.id, place: 3, plan: plan)
    let started = moment.adding(-320_000)
    step.runs = [StepRun(started: started, minutes: minutes)]
    step.state = paused ? .paused : .running
    if paused { step.left = 400_000 } else { step.deadline = started.adding(Int64(minutes) * 60_000) }
    session.currentStep = step.id
    let agenda = (1...2).map { place in
      AgendaStep(
        id: StepID(rawValue: Int64(10 + place)), seq: 2, session: session.id, place: place,
        plan: StepPlan(title: "Step \(place)", minutes: 10))
    }
    var room = RoomView(session, lead: nil, isLead: false, agenda: agenda + [step])
    room.posted = 14
    room.voices = naming == .sealed ? nil : Share(count: 9, of: 24)
    change(&room)
    summary.room = room
    return wall(summary)
  }

  private static func wall(_ summary: BoardSummary?, rows: [IdeaRow] = SampleBoard.typical.rows) -> WallState {
    var wall = WallState(board: "spring", moment: moment)
    let newest = rows.sorted { $0.postedSeq > $1.postedSeq }
    if let summary { wall.take(.read(summary, latest: newest, here: 26)) }
    return wall
  }

  private static let walls: [String: @Sendable () -> WallState] = [
    "no-session": { wall(SampleBoard.typical.summary) },
    "opening": { wall(nil) },
    "running": {
      wall {
        $0.line = LineView(
          text: "Lunch is at half past twelve, in the yard", by: .hidden, at: SampleBoard.now,
          id: OperationID(rawValue: 7))
        $0.spotlight = SpotlightView(idea: SampleBoard.id(14), number: 14, title: "One number for carers")
        $0.ready = Share(count: 3, of: 24)
      }
    },
    "paused": { wall(paused: true) }, "over-time": { wall(minutes: 5) },
    "long": { wall(minutes: 90) }, "private": { wall(private: true) },
    "sealed": { wall(private: true, naming: .sealed) }, "blank": { wall { $0.isWallBlank = true } },
    "round-open": {
      var summary = wall(minutes: 12).summary ?? SampleBoard.typical.summary
      summary.round?.done = 7
      summary.round?.voters = 24
      return wall(summary)
    },
  ]

  @Test(arguments: walls.keys.sorted())
  func looksAsItDid(name: String) throws {
    let make = try #require(Self.walls[name])
    let wall = make()
    expectSnapshot(of: Self.sizes.map { render(wall, theme: .plain, size: $0) }, named: "wall-\(name)")
  }

  private func text(_ wall: WallState, _ width: Int = 80, _ height: Int = 24) -> String {
    render(wall, theme: .plain, size: Size(width: width, height: height)).framedText
  }

  @Test func everySecondTheClockIsOneLess() {
    var wall = Self.wall()
    #expect(wall.clock == ("6:40", false))
    wall.take(.tick(Self.moment.adding(1_000)))
    #expect(wall.clock == ("6:39", false))
    wall.take(.tick(Self.moment.adding(400_000)))
    #expect(wall.clock == ("0:00", false))
    wall.take(.tick(Self.moment.adding(401_000)))
    #expect(wall.clock == ("+0:01", true))
  }

  @Test func aWallClockThatIsSetChangesNothing() {
    var wall = Self.wall()
    var later = Self.moment.adding(1_000)
    later.wall = Timestamp(milliseconds: later.wall.milliseconds + 3_600_000)
    wall.take(.tick(later))
    #expect(wall.clock == ("6:39", false))
  }

  @Test func aBlankWallShowsTheClockAlone() {
    let blank = text(Self.wall { $0.isWallBlank = true })
    #expect(!blank.contains("carers") && !blank.contains("Join") && blank.contains("█"))
  }

  @Test func howToJoinIsWhatWasGiven() {
    var wall = WallState(board: "spring", joinLine: "ssh -p 2222 hothouse@box  code 4F7K", moment: Self.moment)
    wall.take(.read(SampleBoard.typical.summary, latest: [], here: 0))
    #expect(text(wall).contains("ssh -p 2222 hothouse@box  code 4F7K"))
    #expect(text(Self.wall()).contains("Join: hothouse open spring"))
  }

  @Test func whatCannotBeReadIsSaidAndWhatWasReadStays() {
    var wall = Self.wall()
    wall.take(.trouble("The disk is gone."))
    #expect(text(wall).contains("The disk is gone.") && text(wall).contains("Write what carers told you"))
    wall.take(.read(SampleBoard.typical.summary, latest: [], here: 0))
    #expect(!text(wall).contains("The disk is gone."))
  }

  @Test(arguments: [(20, 6), (40, 12), (80, 24)])
  func titleClockAndWayInAreThereAtEverySize(width: Int, height: Int) {
    let drawn = text(Self.wall(), width, height)
    #expect(drawn.contains("Write what") && drawn.contains("hothouse open spring"))
    #expect(drawn.contains(height > 9 ? "██████" : "6:40"))
  }
}
