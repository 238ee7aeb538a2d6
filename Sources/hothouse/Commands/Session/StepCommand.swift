import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// The agenda of a session.
struct StepCommand: ShellCommand {
  /// What to do.
  enum Deed: String, ExpressibleByArgument, CaseIterable {
    case list, start, next, pause, resume, extend, shorten, skip, reveal, add, move
  }

  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Show the agenda; start, pause, extend, skip, reveal, add or move steps.",
    discussion: """
      “start” takes the number of a step, or --title to add one and start it at once; without either it starts the
      next one. Where no session is open it opens one. Nothing is lost by any of it: a step can be started again.
      What was posted in a private step stays private until it is revealed.

      \(examples:
        "hothouse step clinic", "hothouse step clinic start --title \"Write alone\" --minutes 8",
        "hothouse step clinic start 2", "hothouse step clinic extend 5m", "hothouse step clinic pause",
        "hothouse step clinic next --reveal", "hothouse step clinic add Gallery --kind gallery",
        "hothouse step clinic move 3 --before 2", "hothouse step clinic skip 3")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "What to do.")
  var deed = Deed.list
  @Argument(help: "The number of a step, the minutes to extend by (5m), or the title of the step to add.")
  var subject: String?
  @OptionGroup var plan: StepPlanOptions
  @Option(help: "The number of the step it comes before; it comes last without it.")
  var before: Int?
  @Flag(help: "Show everyone what was posted in the private step that ends.")
  var reveal = false
  @Flag(help: "Leave what was posted in the private step that ends as it is: only its authors see it.")
  var leavePrivate = false
  @Option(help: "The number of the session; the open one without it.")
  var session: Int?
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if reveal, leavePrivate { throw ValidationError("Say one of --reveal and --leave-private.") }
    switch deed {
    case .list, .next, .pause, .resume:
      if subject != nil { throw ValidationError("“\(deed.rawValue)” takes nothing more.") }
    case .add: if subject == nil, plan.title == nil { throw ValidationError("Say the title of the step to add.") }
    case .extend, .shorten: if minutes == nil { throw ValidationError("Say how many minutes: 5m.") }
    case .skip, .move: if number == nil { throw ValidationError("Say the number of the step.") }
    case .start, .reveal:
      if subject != nil, number == nil { throw ValidationError("Say the number of the step, or --title.") }
      if subject != nil, plan.title != nil { throw ValidationError("Say either a number or --title.") }
    }
  }

  private var number: Int? { subject.flatMap(Int.init) }

  /// "5m" and "5" are five minutes.
  private var minutes: Int? {
    subject.flatMap { Int($0.hasSuffix("m") ? String($0.dropLast()) : $0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    guard deed != .list else { return try show(visit, try visit.viewer(managing)) }
    let hand = try visit.hand(managing)
    let receipts = try visit.submit(operations(StepGround(visit, hand, session: session)), by: hand)
    if output.isJSON { return try show(visit, hand.viewer) }
    try visit.report(receipts, by: hand)
  }

  private func operations(_ ground: StepGround) throws -> [StepGround.Chosen] {
    switch deed {
    case .start: return try ground.start(number, try plan.title.map { try plan.plan($0, ground) }, ending)
    case .next: return try ground.start(nil, nil, ending)
    case .add:
      let plan = try plan.plan(plan.title ?? subject ?? "", ground)
      let session = try ground.sessionToPlan()
      return [ground.chosen(AddStep(session: session.session.id, plan: plan, before: try ground.before(before)))]
    case .move:
      let operation = MoveStep(step: try ground.step(number ?? 0).id, before: try ground.before(before))
      return [ground.chosen(operation)]
    case .skip: return [ground.chosen(SkipStep(step: try ground.step(number ?? 0).id))]
    case .reveal: return [ground.reveal(try number.map(ground.step) ?? ground.latestPrivate())]
    case .pause, .resume, .extend, .shorten, .list: return [ground.chosen(try clockOperation(ground))]
    }
  }

  private var ending: StepGround.Ending { reveal ? .reveal : leavePrivate ? .leavePrivate : .ask }

  private func clockOperation(_ ground: StepGround) throws -> any Operation {
    let (step, moment) = (try ground.current().id, ground.moment)
    switch deed {
    case .pause: return PauseStep(step: step, moment: moment)
    case .resume: return ResumeStep(step: step, moment: moment)
    default: return ExtendStep(step: step, minutes: (minutes ?? 0) * (deed == .shorten ? -1 : 1))
    }
  }

  private func show(_ visit: Visit, _ viewer: Viewer) throws {
    let row = try session.map { try visit.session($0, for: viewer) } ?? visit.nearestSession(for: viewer)
    let now = visit.shell.clock()
    if output.isJSON {
      return try visit.shell.printJSON(array: (row?.agenda ?? []).map { StepJSON($0, now: now) })
    }
    guard let row, !row.agenda.isEmpty else {
      return try visit.shell.say(
        "No steps yet. Add one: hothouse step \(visit.name) add \"Write alone\" --kind private-writing")
    }
    let room = try visit.reading.summary(for: viewer).room
    try visit.shell.print { AgendaPortrait(row: row, room: room, now: now).draw(on: &$0) }
  }
}

/// What a step that is added is meant to be.
struct StepPlanOptions: ParsableArguments {
  @Option(help: "The title of the step to add.")
  var title: String?
  @Option(help: "How long it takes.")
  var minutes = 10
  @Option(help: "What people do in it.")
  var kind = StepPlan.Kind.work
  @Option(help: "Whose names are under what is posted; sealed keeps none.")
  var naming = Naming.named
  @Flag(name: .customLong("private"), help: "Each sees only their own posts until the reveal.")
  var isPrivate = false
  @Option(help: "What is asked, in a line or two.")
  var instruction = ""
  @Flag(help: "Take no more ideas when the time is up.")
  var hardStop = false
  @Flag(help: "Show nobody’s organisation meanwhile.")
  var hideOrganisations = false
  @Option(name: .customLong("stage"), help: "A stage it is about; repeat it for more.")
  var stages: [Stage] = []
  @Option(name: .customLong("challenge"), help: "The number of a challenge it is about; repeat it for more.")
  var challenges: [Int] = []

  /// The plan as written.
  func plan(_ title: String, _ ground: StepGround) throws -> StepPlan {
    StepPlan(
      title: TextRule.name.clean(title), instruction: TextRule.reason.clean(instruction), minutes: minutes, kind: kind,
      stages: stages, challenges: try challenges.map { try ground.visit.challenge($0, for: ground.hand.viewer).id },
      naming: naming, isPrivate: isPrivate ? true : nil, hidesOrganisations: hideOrganisations, isHardStop: hardStop)
  }
}

extension StepPlan.Kind: ExpressibleByArgument {}
extension Naming: ExpressibleByArgument {}
