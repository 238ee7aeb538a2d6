import IdeaPipeline

extension Table {
  /// Ideas as `list` and `search` show them.
  init(ideas: [IdeaRow], now: Timestamp) {
    self.init([
      .number("#"), .flexible("Title"), .text("Stage"), .number("Dots"), .number("Agree"), .number("Disagree"),
      .number("Pass"), .number("Comments", leaving: 2), .number("Builds", leaving: 0), .text("Author", leaving: 3),
      .text("Posted", leaving: 1), .text("State"),
    ])
    let votes = ideas.contains { $0.tally != .none }
    for idea in ideas {
      row(
        [.strong(idea.number.map(String.init) ?? "–"), Span(idea.title), Span(idea.stageWords)]
          + (votes ? idea.tally.cells : ["", "", "", ""]) + [
            Span(idea.comments == 0 ? "" : "\(idea.comments)"), Span(idea.builds == 0 ? "" : "\(idea.builds)"),
            Span(idea.author.words), .faint(Moment.ago(idea.createdAt, now: now)), Span(idea.stateWords),
          ])
    }
  }
}

extension IdeaRow {
  /// "Ideate", or "Test, adopted".
  var stageWords: String { outcome.map { "\(stage.title), \($0.rawValue)" } ?? stage.title }

  /// Empty while the idea is in play.
  var stateWords: String {
    switch state {
    case .active: ""
    case .merged: mergedInto.map { "merged into \($0)" } ?? "merged"
    case .withdrawn: "withdrawn"
    case .hidden: "hidden"
    case .unrevealed: "private until the reveal"
    }
  }
}

extension TallyView {
  /// Dots, agree, disagree, pass as cells of a table; empty where the round has no such count.
  fileprivate var cells: [Span] {
    switch self {
    case .none: ["", "", "", ""]
    case .own(let dots, let position):
      position.map { own in
        [
          "", Span(own == .agree ? "yours" : ""), Span(own == .disagree ? "yours" : ""),
          Span(own == .pass ? "yours" : ""),
        ]
      } ?? [Span(dots == 0 ? "" : "\(dots) yours"), "", "", ""]
    case .dots(let all, _): [Span(all == 0 ? "" : "\(all)"), "", "", ""]
    case .consensus(let agree, let disagree, let pass, _): ["", "\(agree)", "\(disagree)", "\(pass)"]
    }
  }

  /// In words, for one idea: "5 dots, 2 of them yours". Nil where nothing was cast.
  var words: String? {
    switch self {
    case .none: nil
    case .own(let dots, let position):
      position.map { "you \($0.rawValue)" } ?? (dots == 0 ? nil : "\(counted(dots, "dot")) of yours")
    case .dots(0, _): nil
    case .dots(let all, let own): counted(all, "dot") + (own == 0 ? "" : ", \(own) of them yours")
    case .consensus(let agree, let disagree, let pass, let own):
      "\(agree) agree, \(disagree) disagree, \(pass) pass" + (own.map { "; you \($0.rawValue)" } ?? "")
    }
  }
}

/// A number with its noun: "1 dot", "3 dots".
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
