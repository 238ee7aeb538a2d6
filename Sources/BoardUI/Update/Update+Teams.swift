import CellGrid
import IdeaPipeline

/// Joining a team.
extension AppState {
  mutating func openTeams() {
    board?.loads.invalidate([.teams])
    overlays.append(.teams(TeamList()))
    notice = nil
  }

  mutating func press(_ key: Key, in list: TeamList) -> [Effect] {
    var list = list
    let last = max(0, teamChoices.count - 1)
    switch movement(key) {
    case .up?: list.selected = max(0, list.selected - 1)
    case .down?: list.selected = min(last, list.selected + 1)
    case .first?: list.selected = 0
    case .last?: list.selected = last
    case .back?, .quit?:
      closeTop()
      return []
    case .open?:
      guard teamChoices.indices.contains(list.selected) else { return [] }
      closeTop()
      return submit([JoinTeam(team: teamChoices[list.selected].team)])
    default: return []
    }
    setTop(.teams(list))
    return []
  }

  /// A team, or none, and what is said about it.
  struct TeamChoice: Equatable {
    var team: TeamID?
    var name: String
    var seats: String
    var isOwn: Bool
  }

  /// The teams there are, and the way out of the one that one is in.
  var teamChoices: [TeamChoice] {
    guard let teams = board?.teams, let viewer = board?.viewer else { return [] }
    let choices = teams.map { row in
      let isOwn = row.members.contains { $0.id == viewer.id }
      let waits = row.waiting.firstIndex { $0.id == viewer.id }
      return TeamChoice(
        team: row.team.id, name: row.team.name, seats: isOwn ? "you are in it · \(row.seats)" : row.seats(waits: waits),
        isOwn: isOwn || waits != nil)
    }
    guard choices.contains(where: \.isOwn) else { return choices }
    return choices + [TeamChoice(team: nil, name: "No team: give the seat up", seats: "", isOwn: false)]
  }
}

extension TeamRow {
  /// "3 of 7 seats taken", "4 people".
  var seats: String {
    guard let seats = team.seats else { return Phrases.count(members.count, "person", "people") }
    return "\(members.count) of \(seats) seats taken"
  }

  /// The same for somebody who is not in it.
  /// - Parameter waits: their place on its waiting list, counted from 0.
  func seats(waits: Int?) -> String {
    if let waits { return "you wait for a seat: \(Phrases.place(waits + 1))" }
    guard let number = team.seats, members.count >= number else { return seats }
    return waiting.isEmpty ? "full: Enter waits for a seat" : "full, \(waiting.count) waiting: Enter waits too"
  }
}
