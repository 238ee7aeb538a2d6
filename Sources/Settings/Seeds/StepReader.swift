import IdeaPipeline
import Yams

/// Reads one step of what happened to an idea of a demonstration.
struct StepReader {
  typealias Deed = DemonstrationIdea.Deed

  let map: MapReader
  let scene: Scene

  /// Where the idea stands before a step.
  struct Place {
    var stage: Stage
    var ago: Int
    let author: String
  }

  /// The steps it stands for: two dots are two, and so are answers to two questions; answers come before the move that
  /// they open the gate for. None when it is wrong.
  func steps(after place: inout Place) -> [DemonstrationIdea.Step] {
    let by = scene.one(of: scene.handles, map.entry("by"), "by", map) ?? place.author
    let ago = map.entry("ago").map { SeedReader.ago($0.node, map) ?? place.ago } ?? place.ago
    if ago > place.ago { map.journal.note(map.position, "This step is earlier than what comes before it.") }
    place.ago = ago
    let deeds = answers(place.stage) + said() + decided(&place)
    if deeds.isEmpty, map.journal.isEmpty {
      map.journal.note(map.position, "Nothing happens in this step.")
    }
    return deeds.map { DemonstrationIdea.Step(by: by, ago: ago, deed: $0) }
  }

  private func said() -> [Deed] {
    let kinds: [(String, Comment.Kind)] = [
      ("comment", .comment), ("question", .question), ("evidence", .evidence), ("coach_note", .coachNote),
    ]
    return kinds.compactMap { key, kind in map.optionalText(key, .comment).map { .comment(kind, $0) } }
      + [map.optionalText("reply", .comment).map { .reply($0) }].compactMap(\.self)
  }

  private func decided(_ place: inout Place) -> [Deed] {
    let reason = map.optionalText("reason", .reason)
    var deeds: [Deed] = []
    if let stage = map.choice("advance", Stage.self) {
      deeds.append(.advance(to: stage))
      place.stage = stage
    }
    if let stage = map.choice("send_back", Stage.self) {
      if reason == nil { map.journal.note(map.position, "Sending an idea back needs a “reason”.") }
      deeds.append(.sendBack(to: stage, reason: reason ?? ""))
      place.stage = stage
    }
    deeds += Array(repeating: .dot, count: map.number("dots", in: 1...99) ?? 0)
    let learning = map.optionalText("learning", .comment)
    if let outcome = map.choice("outcome", Outcome.Kind.self) {
      if learning == nil { map.journal.note(map.position, "An outcome needs its “learning”.") }
      deeds.append(.outcome(outcome, learning: learning ?? ""))
    }
    if let parent = scene.one(of: scene.keys, map.entry("merge_into"), "merge_into", map) {
      deeds.append(.merge(into: parent))
    }
    return deeds
  }

  private func answers(_ stage: Stage) -> [Deed] {
    let guide = scene.seed.guides.first { $0.stage == stage }
    guard let sheet = scene.seed.worksheets.first(where: { $0.key == guide?.worksheet }) else {
      if let entry = map.entry("answer") {
        map.journal.note(entry.position, "\(stage.title) has no worksheet to answer in this seed.")
      }
      return []
    }
    return map.map("answer", "the answers in \(stage.title)") { answers in
      sheet.fields.compactMap { field in
        answer(field, answers).map { .answer(worksheet: sheet.key, field: field.key, $0) }
      }
    } ?? []
  }

  private func answer(_ field: Field, _ answers: MapReader) -> Answer? {
    switch field.kind {
    case .text: answers.optionalText(field.key, .answer).map { .text($0) }
    case .yesNo: answers.yesNo(field.key).map { .yesNo($0) }
    case .choice(let options):
      answers.entry(field.key).flatMap { answers.choice(of: $0.node, field.key, among: options) }.map { .choice($0) }
    }
  }
}
