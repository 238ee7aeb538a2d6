import IdeaPipeline

/// The numbers of the ideas that changes are about.
struct IdeaNumbers {
  let visit: Visit
  let viewer: Viewer
  private var known: [IdeaID: Int] = [:]

  /// Nothing is looked up yet.
  init(visit: Visit, viewer: Viewer) {
    self.visit = visit
    self.viewer = viewer
  }

  /// Looks up those that are not known yet: one by one where they are few, in one reading where they are many.
  mutating func learn(_ changes: [Change]) throws {
    let unknown = Set(changes.compactMap(\.activity.idea)).filter { known[$0] == nil }
    if unknown.count > 20 {
      let all = try visit.reading.ideas(IdeaQuery(includesInactive: true, limit: .max), for: viewer)
      for row in all.rows { known[row.id] = row.number }
    } else {
      for idea in unknown { known[idea] = try visit.reading.idea(.id(idea), for: viewer)?.row.number }
    }
  }

  /// The number of an idea; nil while it has none, or the viewer may not see it.
  func number(_ idea: IdeaID) -> Int? { known[idea] }
}
