import IdeaPipeline
import Interchange
import SharedStore

/// One board as a list shows it.
struct BoardLine: Encodable {
  let name: String
  let path: String
  @OrNull var title: String?
  @OrNull var ideas: Int?
  @OrNull var people: Int?
  /// The number of the last change.
  @OrNull var seq: Int?
  @OrNull var changedAt: String?
  /// Why it cannot be read.
  @OrNull var problem: String?

  /// Looks into the board. One that cannot be read is a line of the list like the others, and says why.
  init(_ location: BoardLocation, _ shell: Shell) {
    name = location.name
    path = location.path
    do {
      let store = try BoardStore.open(location, clock: shell.clock)
      let summary = try store.summary(for: .everyone)
      title = summary.title
      ideas = summary.counts.values.reduce(0, +)
      people = summary.people
      seq = summary.seq
      changedAt = try store.recentChanges(limit: 1, for: .everyone).first?.at.iso8601
    } catch {
      problem = Complaint(error).sentence
    }
  }
}
