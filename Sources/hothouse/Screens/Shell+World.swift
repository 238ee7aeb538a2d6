import IdeaPipeline
import LiveBoard
import SharedStore

extension Shell {
  /// The world as the screens of this shell see it.
  /// - Parameter actingAs: whom `--as` names; nil for the person of this account.
  func world(as actingAs: String?) -> LiveBoard.World {
    let shell = self
    return LiveBoard.World(
      boards: { BoardLocation.all(in: BoardLocation.home(environment: shell.environment)) },
      locate: { try BoardLocation($0, environment: shell.environment) },
      identify: { store in
        let visit = Visit(store, named: store.location.name, in: shell)
        let person = try visit.hand(actingAs: actingAs, waitingAtMost: .seconds(10)).actor
        guard let known = try store.people(for: .person(person)).first(where: { $0.id == person }),
          let whole = try store.person(handle: known.handle)
        else { throw Complaint(.notPermitted, "You are not on this board.") }
        return whole
      },
      identity: { shell.newIdentity() }, clock: shell.clock, environment: shell.environment)
  }
}
