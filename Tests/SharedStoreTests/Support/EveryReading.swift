import IdeaPipeline
import Interchange
import SharedStore
import TestSupport

/// All that a viewer can get to know of a board: what every reading answers, every export, and what the rules answer to
/// whatever the viewer might try.
struct EveryReading {
  let store: BoardStore
  let viewer: Viewer
  /// Every idea there ever was, whether the viewer can know of it or not.
  let ideas: [IdeaID]
  let handles: [String]
  /// Words to look for.
  let words: [String]
  /// Whether to leave out how many people have posted.
  var leavesOutVoices = false

  /// A line for each answer.
  func lines() throws -> [String] {
    var lines: [String] = []
    func note(_ what: String, _ answer: Any) { lines.append("\(what): \(answer)") }
    var summary = try store.summary(for: viewer)
    note("counts", summary.counts.sorted { $0.key.position < $1.key.position })
    summary.counts = [:]
    if leavesOutVoices { summary.room?.voices = nil }
    note("summary", summary)
    for query in queries { note("ideas \(query)", try store.ideas(query, for: viewer)) }
    for (place, idea) in ideas.enumerated() {
      note("idea \(place)", try store.idea(.id(idea), for: viewer) as Any)
      note("merge \(place)", try store.mergePreview(of: [idea], into: ideas[0], for: viewer))
    }
    for word in words {
      note("search \(word)", try store.search(word, limit: 50, for: viewer))
      note("similar \(word)", try store.similar(to: word, limit: 50, for: viewer))
    }
    note("news", try store.news(since: 0, limit: 10_000, for: viewer))
    note("page of news", try store.changes(since: 20, limit: 5, for: viewer))
    note("recent", try store.recentChanges(before: nil, limit: 10, for: viewer))
    note("undo", try store.undoOffer(for: viewer))
    note("people", try store.people(for: viewer))
    note("rounds", try store.rounds(for: viewer))
    note("sessions", try store.sessions(for: viewer))
    note("actions", try store.actions(for: viewer))
    note("teams", try store.teams(for: viewer))
    return lines + (try exports())
  }

  private func exports() throws -> [String] {
    let now = Timestamp(milliseconds: 1_900_000_000_000)
    return [
      "JSON: " + (try JSONText.pretty(BoardExport(of: store, for: viewer, at: now))),
      "CSV: " + (try IdeaCSV.text(of: store, for: viewer)), "people: " + (try PeopleCSV.text(of: store, for: viewer)),
      "Markdown: " + (try MarkdownRecord.text(of: store, for: viewer, at: now)),
    ]
  }

  private var queries: [IdeaQuery] {
    let orders = IdeaQuery.Sort.allCases.map { IdeaQuery(includesInactive: true, sort: $0) }
    let states = IdeaState.allCases.map { IdeaQuery(state: $0) }
    let authors = handles.flatMap {
      [IdeaQuery(authors: [$0], includesInactive: true), IdeaQuery(authorsLeftOut: [$0], includesInactive: true)]
    }
    let others = [
      IdeaQuery(limit: 1), IdeaQuery(isOwn: true, includesInactive: true), IdeaQuery(isOwn: false),
      IdeaQuery(postedAfter: 40), IdeaQuery(quietSince: Timestamp(milliseconds: 1_772_000_090_000)),
    ]
    return orders + states + authors + others + words.prefix(4).map { IdeaQuery(words: $0, includesInactive: true) }
  }

  /// What the rules say to whatever the viewer might try with each idea.
  static func verdicts(_ log: [LoggedOperation], ideas: [IdeaID], by person: PersonID) -> [String] {
    let board = MemoryBoard()
    for logged in log { OperationRules.replay(logged, on: board) }
    let round = board.first(.open)?.id ?? RoundID(rawValue: 1)
    let moment = HostMoment(steady: Timestamp(milliseconds: 1_772_000_900_000))
    return ideas.flatMap { idea in
      let stage = board.get(idea)?.stage ?? .empathise
      let revision = board.get(idea)?.isUnrevealed == true ? 1 : board.get(idea)?.revision ?? 1
      let attempts: [any IdeaPipeline.Operation] = [
        AdvanceIdea(idea: idea, from: stage, to: .test),
        AdvanceIdea(idea: idea, from: stage, to: .test, overrides: true),
        SendBackIdea(idea: idea, from: stage, to: .empathise, reason: "so"), WithdrawIdea(idea: idea),
        RestoreIdea(idea: idea), TagIdea(idea: idea, old: ["never"], new: ["care"]),
        EditIdea(idea: idea, revision: revision, title: "Other", body: ""), PostComment(idea: idea, text: "Why?"),
        AnswerField(idea: idea, worksheet: "need", field: "who", old: nil, answer: .text("us")),
        GiveDot(round: round, idea: idea), TakeBackDot(round: round, idea: idea),
        CastPosition(round: round, idea: idea, position: .pass), HideIdea(idea: idea, reason: "so"),
        PostIdea(title: "A build", buildsOn: idea), AddAction(text: "Ring", subject: .idea(idea)),
        MergeIdea(idea: idea, into: ideas[0]), SetSpotlight(session: SessionID(rawValue: 1), idea: idea),
      ]
      return attempts.map { operation in
        let submission = Submission(id: OperationID(rawValue: 77), operation, by: .person(person))
        let stamp = OperationRules.stamp(submission, seq: log.count + 1, at: moment, on: board)
        do throws(Refusal) {
          try OperationRules.check(submission, stamp, at: moment, on: board)
          return "\(type(of: operation)) \(idea): may"
        } catch {
          return "\(type(of: operation)) \(idea): \(error.sentence)"
        }
      }
    }
  }
}
