import IdeaPipeline

private let idea = IdeaID(rawValue: 2)
private let person = PersonID(rawValue: 4)
private let team = TeamID(rawValue: 5)
private let challenge = ChallengeID(rawValue: 6)
private let session = SessionID(rawValue: 9)
private let step = StepID(rawValue: 10)
private let next = StepID(rawValue: 11)
private let help = HelpID(rawValue: 12)
private let action = ActionID(rawValue: 13)
private let moment = HostMoment(wall: Timestamp(milliseconds: 1_000), sinceBoot: 2_000, boot: 3)
private let plan = StepPlan(
  title: "Write alone", instruction: "What did you hear?", minutes: 12, kind: .privateWriting, stages: [.ideate],
  challenges: [challenge], naming: .sealed, hidesOrganisations: true, isHardStop: true,
  rights: [StepRight(role: .participant, deeds: [.post, .edit])])
private let planJSON = """
  {"challenges":["0000000000006"],"hides_organisations":true,"instruction":"What did you hear?","is_hard_stop":true,\
  "is_private":true,"kind":"private-writing","minutes":12,"naming":"sealed",\
  "rights":[{"deeds":["post","edit"],"role":"participant"}],"stages":["ideate"],"title":"Write alone"}
  """
private let momentJSON = #"{"boot":3,"since_boot":2000,"wall":1000}"#
private let planTexts = ["Write alone", "What did you hear?"]

extension FrozenOperation {
  static let sessions = [
    FrozenOperation(
      AddSession(title: "Day one", steps: [plan]), texts: ["Day one"] + planTexts,
      #"{"steps":[\#(planJSON)],"title":"Day one"}"#),
    FrozenOperation(OpenSession(session: session), #"{"session":"0000000000009"}"#),
    FrozenOperation(
      CloseSession(session: session, moment: moment), #"{"moment":\#(momentJSON),"session":"0000000000009"}"#),
    FrozenOperation(TakeOverSession(session: session), #"{"session":"0000000000009"}"#),
    FrozenOperation(
      AddStep(session: session, plan: plan, before: next), texts: planTexts,
      #"{"before":"000000000000b","plan":\#(planJSON),"session":"0000000000009"}"#),
    FrozenOperation(
      EditStep(step: step, plan: plan), texts: planTexts, #"{"plan":\#(planJSON),"step":"000000000000a"}"#),
    FrozenOperation(
      MoveStep(step: step, before: next), #"{"before":"000000000000b","step":"000000000000a"}"#),
    FrozenOperation(StartStep(step: step, moment: moment), #"{"moment":\#(momentJSON),"step":"000000000000a"}"#),
    FrozenOperation(PauseStep(step: step, moment: moment), #"{"moment":\#(momentJSON),"step":"000000000000a"}"#),
    FrozenOperation(ResumeStep(step: step, moment: moment), #"{"moment":\#(momentJSON),"step":"000000000000a"}"#),
    FrozenOperation(ExtendStep(step: step, minutes: 5), #"{"minutes":5,"step":"000000000000a"}"#),
    FrozenOperation(SkipStep(step: step), #"{"is_skipped":true,"step":"000000000000a"}"#),
    FrozenOperation(RevealStep(step: step, shuffle: 42), #"{"shuffle":42,"step":"000000000000a"}"#),
  ]

  static let room = [
    FrozenOperation(MarkReady(step: step), #"{"is_ready":true,"step":"000000000000a"}"#),
    FrozenOperation(
      RaiseHand(session: session, isRaised: false, whose: person),
      #"{"is_raised":false,"session":"0000000000009","whose":"0000000000004"}"#),
    FrozenOperation(
      SendBroadcast(session: session, text: "Lunch at one"), texts: ["Lunch at one"],
      #"{"session":"0000000000009","text":"Lunch at one"}"#),
    FrozenOperation(
      SetSpotlight(session: session, idea: idea), #"{"idea":"0000000000002","session":"0000000000009"}"#),
    FrozenOperation(
      BlankWall(session: session, isBlank: true), #"{"is_blank":true,"session":"0000000000009"}"#),
    FrozenOperation(
      AskForHelp(topic: "Sharing data", moment: moment), texts: ["Sharing data"],
      #"{"moment":\#(momentJSON),"topic":"Sharing data"}"#),
    FrozenOperation(
      ClaimHelp(request: help, moment: moment),
      #"{"is_claimed":true,"moment":\#(momentJSON),"request":"000000000000c"}"#),
    FrozenOperation(
      ArriveToHelp(request: help, moment: moment), #"{"moment":\#(momentJSON),"request":"000000000000c"}"#),
    FrozenOperation(
      CloseHelp(request: help, note: "Ask Dee", moment: moment), texts: ["Ask Dee"],
      #"{"moment":\#(momentJSON),"note":"Ask Dee","request":"000000000000c"}"#),
    FrozenOperation(
      AddAction(text: "Ring the landlord", subject: .idea(idea), owner: person, team: team, due: "2026-12-01"),
      texts: ["Ring the landlord"],
      """
      {"due":"2026-12-01","owner":"0000000000004","subject":{"idea":{"_0":"0000000000002"}},"team":"0000000000005",\
      "text":"Ring the landlord"}
      """),
    FrozenOperation(
      EditAction(action: action, text: "Visit the landlord", owner: nil, team: team, due: nil),
      texts: ["Visit the landlord"],
      #"{"action":"000000000000d","team":"0000000000005","text":"Visit the landlord"}"#),
    FrozenOperation(
      SetActionState(action: action, old: .open, new: .done),
      #"{"action":"000000000000d","new":"done","old":"open"}"#),
    FrozenOperation(
      JoinTeam(team: team, person: person), #"{"person":"0000000000004","team":"0000000000005"}"#),
    FrozenOperation(SetSeats(team: team, seats: 8), #"{"seats":8,"team":"0000000000005"}"#),
  ]
}
