import CellGrid
import IdeaPipeline

/// Choosing the idea that others are merged into, found by its number or by words.
public struct MergePicker: Equatable, Sendable {
  /// What is to be merged; several where ideas were marked.
  let subjects: [IdeaRow]
  var query = TextBuffer(limit: TextRule.title.limit)
  /// The idea whose number was typed.
  var numbered: IdeaRow?
  /// Ideas near the one that is to be merged.
  var near: [IdeaRow] = []
  /// Ideas that hold the words, the newest first.
  var found: [IdeaRow] = []
  var selected: IdeaID?
  /// The chosen one goes into the subject rather than the other way round.
  var isSwapped = false
  /// The votes of both together, and which merge that is about.
  var preview: Preview?
  var phase = Composer.Phase.writing
  var remark: String?

  /// Which ideas go into which.
  struct Merge: Equatable, Sendable {
    let children: [IdeaRow]
    let parent: IdeaRow
  }

  /// What a merge would do to the votes.
  struct Preview: Equatable, Sendable {
    let merge: Merge
    let votes: MergePreview
  }

  init(_ subjects: [IdeaRow]) { self.subjects = subjects }

  /// The number that was typed; nil for anything else.
  var number: Int? { Int(query.text) }

  /// What was typed, without the space around it; nil when there is nothing.
  var words: String? {
    let words = TextLayout.oneLine(String(query.text.prefix(query.limit ?? .max)))
    return words.isEmpty ? nil : words
  }

  /// What is looked for, in the words of the filter.
  func filter(at now: Timestamp) -> IdeaFilter { IdeaFilter(words ?? "", now: now) }

  /// What can be chosen, the likeliest first.
  var candidates: [IdeaRow] {
    let numbered = self.numbered.map { number != nil ? [$0] : [] } ?? []
    let all = numbered + (words == nil ? near : []) + found
    var seen = Set(subjects.map(\.id))
    return all.filter { $0.state == .active && seen.insert($0.id).inserted }
  }

  /// The place of the chosen one.
  var place: Int { candidates.firstIndex { $0.id == selected } ?? 0 }

  /// The merge as it is chosen now; nil while there is nothing to choose.
  var merge: Merge? {
    guard let chosen = candidates.indices.contains(place) ? candidates[place] : nil else { return nil }
    return isSwapped && subjects.count == 1
      ? Merge(children: [chosen], parent: subjects[0]) : Merge(children: subjects, parent: chosen)
  }

  mutating func move(by rows: Int) { select(place + rows) }

  mutating func select(_ place: Int) {
    let candidates = candidates
    guard !candidates.isEmpty else { return }
    selected = candidates[min(max(0, place), candidates.count - 1)].id
  }
}
