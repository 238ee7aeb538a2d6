import IdeaPipeline

private let idea = IdeaID(rawValue: 2)
private let other = IdeaID(rawValue: 3)
private let person = PersonID(rawValue: 4)
private let team = TeamID(rawValue: 5)
private let challenge = ChallengeID(rawValue: 6)
private let comment = CommentID(rawValue: 7)
private let round = RoundID(rawValue: 8)

extension FrozenOperation {
  static let board = [
    FrozenOperation(
      CreateBoard(
        title: "Day", purpose: "Why", seed: "blank", entryStage: .define,
        guides: [StageGuide(stage: .define, guide: "Ask.", worksheet: "define", gate: ["size"])],
        worksheets: [
          Worksheet(
            key: "define", title: "Define",
            fields: [
              Field(key: "how", question: "How?", label: "a how", kind: .text),
              Field(key: "size", question: "Size?", label: "a size", kind: .choice(options: ["s", "l"])),
              Field(key: "ok", question: "OK?", label: "an OK", kind: .yesNo),
            ])
        ],
        perspectives: ["residents"], ownerHandle: "ann", ownerName: "Ann", ownerAccount: "ann1", dots: 4, cap: 2),
      texts: ["Day", "Why", #""Ann""#],
      """
      {"cap":2,"dots":4,"entry_stage":"define","guides":[{"gate":["size"],"guide":"Ask.","stage":"define",\
      "worksheet":"define"}],"owner_account":"ann1","owner_handle":"ann","owner_name":"Ann",\
      "perspectives":["residents"],"purpose":"Why","seed":"blank","title":"Day","worksheets":[{"fields":[\
      {"key":"how","kind":{"text":{}},"label":"a how","question":"How?"},\
      {"key":"size","kind":{"choice":{"options":["s","l"]}},"label":"a size","question":"Size?"},\
      {"key":"ok","kind":{"yes_no":{}},"label":"an OK","question":"OK?"}],"key":"define","title":"Define"}]}
      """),
    FrozenOperation(
      EditBoard(old: BoardText(title: "Old", purpose: "Older"), new: BoardText(title: "New", purpose: "Newer")),
      texts: ["Old", "Older", "New", "Newer"],
      #"{"new":{"purpose":"Newer","title":"New"},"old":{"purpose":"Older","title":"Old"}}"#),
    FrozenOperation(
      Redact(targets: [OperationID(rawValue: 9)], quotes: [OperationID(rawValue: 10)], reason: "Consent"),
      texts: ["Consent"],
      #"{"quotes":["000000000000a"],"reason":"Consent","targets":["0000000000009"]}"#),
    FrozenOperation(
      AddChallenge(
        text: ChallengeText(
          question: "How?", detail: "More", owner: person, sponsor: "Lee", team: team, place: "Hall"), stage: .ideate),
      texts: ["How?", "More", "Lee", "Hall"],
      """
      {"stage":"ideate","text":{"detail":"More","owner":"0000000000004","place":"Hall","question":"How?",\
      "sponsor":"Lee","team":"0000000000005"}}
      """),
    FrozenOperation(
      EditChallenge(
        challenge: challenge, old: ChallengeText(question: "Old"),
        new: ChallengeText(question: "New", place: "New hall")),
      texts: ["Old", "New", "New hall"],
      """
      {"challenge":"0000000000006","new":{"detail":"","place":"New hall","question":"New"},\
      "old":{"detail":"","question":"Old"}}
      """),
    FrozenOperation(
      MoveChallenge(challenge: challenge, from: .define, to: .test),
      #"{"challenge":"0000000000006","from":"define","to":"test"}"#),
    FrozenOperation(
      SetChallengeOpen(challenge: challenge, isOpen: false), #"{"challenge":"0000000000006","is_open":false}"#),
    FrozenOperation(
      AddTeam(name: "Wirral", place: "Hall"), texts: ["Wirral", "Hall"], #"{"name":"Wirral","place":"Hall"}"#),
    FrozenOperation(
      AddPerson(
        handle: "jo",
        profile: PersonProfile(name: "Jo Quill", team: team, organisation: "Trust", perspective: "residents"),
        role: .coach, account: "jq"),
      texts: ["Jo Quill", "Trust", "residents"],
      """
      {"account":"jq","handle":"jo","profile":{"name":"Jo Quill","organisation":"Trust","perspective":"residents",\
      "team":"0000000000005"},"role":"coach"}
      """),
    FrozenOperation(
      JoinBoard(handle: "jo", name: "Jo Quill", account: "jq"), texts: ["Jo Quill"],
      #"{"account":"jq","handle":"jo","name":"Jo Quill"}"#),
    FrozenOperation(
      EditPerson(
        person: person, old: PersonProfile(name: "Old"), new: PersonProfile(name: "New", organisation: "New trust")),
      texts: ["Old", "New", "New trust"],
      #"{"new":{"name":"New","organisation":"New trust"},"old":{"name":"Old"},"person":"0000000000004"}"#),
    FrozenOperation(
      SetRole(person: person, old: .observer, new: .facilitator),
      #"{"new":"facilitator","old":"observer","person":"0000000000004"}"#),
  ]

  static let ideas = [
    FrozenOperation(
      PostIdea(
        title: "Desk", body: "One.", tags: ["triage"],
        links: [EvidenceLink(url: "https://a.example/b", title: "Proof")],
        challenge: challenge, coAuthors: [person], buildsOn: other),
      texts: ["Desk", "One.", "triage", "a.example", "Proof"],
      """
      {"body":"One.","builds_on":"0000000000003","challenge":"0000000000006","co_authors":["0000000000004"],\
      "links":[{"title":"Proof","url":"https://a.example/b"}],"tags":["triage"],"title":"Desk"}
      """),
    FrozenOperation(
      EditIdea(idea: idea, revision: 3, title: "Desk", body: "Two."), texts: ["Desk", "Two."],
      #"{"body":"Two.","idea":"0000000000002","revision":3,"title":"Desk"}"#),
    FrozenOperation(
      TagIdea(idea: idea, old: ["Old"], new: ["New"]), texts: ["Old", "New"],
      #"{"idea":"0000000000002","new":["New"],"old":["Old"]}"#),
    FrozenOperation(
      LinkEvidence(idea: idea, old: [EvidenceLink(url: "Old")], new: [EvidenceLink(url: "New", title: "New proof")]),
      texts: ["Old", "New", "New proof"],
      #"{"idea":"0000000000002","new":[{"title":"New proof","url":"New"}],"old":[{"url":"Old"}]}"#),
    FrozenOperation(
      SetCoAuthors(idea: idea, old: [], new: [person]),
      #"{"idea":"0000000000002","new":["0000000000004"],"old":[]}"#),
    FrozenOperation(
      ReassignIdea(idea: idea, old: nil, new: challenge), #"{"idea":"0000000000002","new":"0000000000006"}"#),
    FrozenOperation(WithdrawIdea(idea: idea), #"{"idea":"0000000000002"}"#),
    FrozenOperation(RestoreIdea(idea: idea), #"{"idea":"0000000000002"}"#),
    FrozenOperation(
      HideIdea(idea: idea, reason: "A name"), texts: ["A name"], #"{"idea":"0000000000002","reason":"A name"}"#),
    FrozenOperation(UnhideIdea(idea: idea), bringsTextBack: true, #"{"idea":"0000000000002"}"#),
    FrozenOperation(MergeIdea(idea: idea, into: other), #"{"idea":"0000000000002","into":"0000000000003"}"#),
    FrozenOperation(UnmergeIdea(idea: idea), #"{"idea":"0000000000002"}"#),
  ]

  static let journeys = [
    FrozenOperation(
      AdvanceIdea(idea: idea, from: .define, to: .test, reason: "Urgent", overrides: true), texts: ["Urgent"],
      #"{"from":"define","idea":"0000000000002","overrides":true,"reason":"Urgent","to":"test"}"#),
    FrozenOperation(
      SendBackIdea(idea: idea, from: .test, to: .define, reason: "Too early"), texts: ["Too early"],
      #"{"from":"test","idea":"0000000000002","reason":"Too early","to":"define"}"#),
    FrozenOperation(
      RetractMove(idea: idea, move: Identifier(rawValue: 11)), #"{"idea":"0000000000002","move":"000000000000b"}"#),
    FrozenOperation(
      DecideOutcome(idea: idea, outcome: .adapted, learning: "It helps"), texts: ["It helps"],
      #"{"idea":"0000000000002","learning":"It helps","outcome":"adapted"}"#),
    FrozenOperation(RetractOutcome(idea: idea), bringsTextBack: true, #"{"idea":"0000000000002"}"#),
    FrozenOperation(
      AnswerField(idea: idea, worksheet: "define", field: "how", old: .text("Old how"), answer: .text("New how")),
      texts: ["Old how", "New how"],
      """
      {"answer":{"text":{"_0":"New how"}},"field":"how","idea":"0000000000002","old":{"text":{"_0":"Old how"}},\
      "worksheet":"define"}
      """),
  ]

  static let comments = [
    FrozenOperation(
      PostComment(idea: idea, comment: .coachNote, text: "Well done", replyTo: comment), texts: ["Well done"],
      #"{"comment":"coach-note","idea":"0000000000002","reply_to":"0000000000007","text":"Well done"}"#),
    FrozenOperation(
      EditComment(comment: comment, revision: 2, text: "Well said"), texts: ["Well said"],
      #"{"comment":"0000000000007","revision":2,"text":"Well said"}"#),
    FrozenOperation(WithdrawComment(comment: comment), #"{"comment":"0000000000007"}"#),
    FrozenOperation(RestoreComment(comment: comment), #"{"comment":"0000000000007"}"#),
    FrozenOperation(
      HideComment(comment: comment, reason: "A name"), texts: ["A name"],
      #"{"comment":"0000000000007","reason":"A name"}"#),
    FrozenOperation(UnhideComment(comment: comment), bringsTextBack: true, #"{"comment":"0000000000007"}"#),
  ]

  static let rounds = [
    FrozenOperation(
      OpenRound(title: "Choose", round: .dots(budget: 5, cap: 3), stage: .ideate, challenge: challenge),
      texts: ["Choose"],
      """
      {"challenge":"0000000000006","round":{"dots":{"budget":5,"cap":3}},"stage":"ideate","title":"Choose"}
      """),
    FrozenOperation(CloseRound(round: round), #"{"round":"0000000000008"}"#),
    FrozenOperation(
      ChangeRoundBudget(round: round, old: 5, new: 4), #"{"new":4,"old":5,"round":"0000000000008"}"#),
    FrozenOperation(
      GiveDot(round: round, idea: idea), #"{"idea":"0000000000002","round":"0000000000008"}"#),
    FrozenOperation(
      TakeBackDot(round: round, idea: idea, ballot: Identifier(rawValue: 12)),
      #"{"ballot":"000000000000c","idea":"0000000000002","round":"0000000000008"}"#),
    FrozenOperation(
      CastPosition(round: round, idea: idea, position: .disagree),
      #"{"idea":"0000000000002","position":"disagree","round":"0000000000008"}"#),
  ]
}
