/// The tables of a board, as operations read and write them. Two implementations pass one contract suite: `MemoryBoard`
/// (tests, replay) and the SQLite board of the shared store.
///
/// Nothing here throws, so that `Operation.apply` cannot fail halfway. An implementation over a fallible medium keeps its
/// first failure, answers every later call with nothing, and the transaction around it gives up: whoever drives
/// operations asks for that failure before believing a refusal or committing.
public protocol BoardAccess: AnyObject {
  /// The entity with this identity.
  func get<E: Entity>(_ id: Identifier<E>) -> E?
  /// Adds the entity, or replaces the one with the same identity.
  func put<E: Entity>(_ entity: E)
  /// Takes the entity away; nothing happens when there is none.
  func remove<E: Entity>(_ id: Identifier<E>)
  /// The entities that match, in the order of `seq`.
  func fetch<E: Entity>(_ lookup: Lookup<E>) -> [E]
  /// Every entity of the type in the order of `seq`: for small tables and for checking, never for a list on a screen.
  func all<E: Entity>(_ type: E.Type) -> [E]
}

extension BoardAccess {
  /// The first entity that matches.
  public func first<E: Entity>(_ lookup: Lookup<E>) -> E? { fetch(lookup).first }

  /// The board's one row; nil only before the board was created.
  public var board: Board? { all(Board.self).first }

  /// Gives out the next number of a series and records it.
  func takeNumber(_ series: Identifier<NumberSeries>, _ stamp: Stamp) -> Int {
    let next = (get(series)?.last ?? 0) + 1
    put(NumberSeries(id: series, seq: stamp.seq, last: next))
    return next
  }
}
