import CellGrid
import IdeaPipeline

/// Paper notes entered for others, one line after another.
public struct Scribe: Equatable, Sendable {
  /// One line as it was entered.
  struct Entered: Equatable, Sendable {
    enum State: Equatable, Sendable {
      case sending, saved(OperationID), refused(String), takenBack
    }

    var title: String
    var token: SubmissionToken
    var state = State.sending
  }

  /// For whom, as typed: handles, or the name of a team.
  var who = TextBuffer(limit: 200)
  var line = TextBuffer(limit: TextRule.title.limit)
  /// For whom the lines are; nil while that is being said.
  var people: [PersonRow]?
  var entered: [Entered] = []
  var remark: String?

  /// The text that has the keys.
  var field: TextBuffer {
    get { people == nil ? who : line }
    set { if people == nil { who = newValue } else { line = newValue } }
  }

  /// The people meant by what is typed: everybody of a team, or those whose handles or names it has.
  func people(among all: [PersonRow]) -> (found: [PersonRow], unknown: [String]) {
    let typed = TextLayout.oneLine(who.text).lowercased()
    let team = all.filter { $0.team?.lowercased() == typed }
    if !team.isEmpty { return (team, []) }
    var found: [PersonRow] = []
    var unknown: [String] = []
    for word in typed.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let handle = word.drop { $0 == "@" }
      if let person = all.first(where: { $0.handle == handle }) {
        if !found.contains(person) { found.append(person) }
      } else {
        unknown.append(String(handle))
      }
    }
    return (found, unknown)
  }

  /// Teams and people that what is typed could become.
  func suggestions(among all: [PersonRow]) -> [String] {
    let typed = TextLayout.oneLine(who.text).lowercased()
    let teams = Set(all.compactMap(\.team)).sorted().filter { typed.isEmpty || $0.lowercased().hasPrefix(typed) }
    let start = typed.split(whereSeparator: { $0 == " " || $0 == "," }).last.map { $0.drop { $0 == "@" } } ?? ""
    let people = all.filter { person in
      !start.isEmpty
        && (person.handle.hasPrefix(start)
          || person.name.lowercased().split(separator: " ").contains { $0.hasPrefix(start) })
    }
    return teams + people.map { "@\($0.handle) \($0.name)" }
  }
}
