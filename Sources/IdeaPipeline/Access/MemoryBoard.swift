/// A board held in memory: for tests, and for replaying a log to compare it with the stored tables.
public final class MemoryBoard: BoardAccess {
  private var tables: [String: any MemoryTable] = [:]

  /// An empty board.
  public init() {}

  public func get<E: Entity>(_ id: Identifier<E>) -> E? { table(E.self).rows[id] }

  public func put<E: Entity>(_ entity: E) { table(E.self).put(entity) }

  public func remove<E: Entity>(_ id: Identifier<E>) { table(E.self).remove(id) }

  public func fetch<E: Entity>(_ lookup: Lookup<E>) -> [E] { table(E.self).fetch(lookup) }

  public func all<E: Entity>(_ type: E.Type) -> [E] {
    table(type).rows.values.sorted { ($0.seq, $0.id) < ($1.seq, $1.id) }
  }

  private func table<E: Entity>(_ type: E.Type) -> Table<E> {
    if let table = tables[E.entityName] as? Table<E> { return table }
    let table = Table<E>()
    tables[E.entityName] = table
    return table
  }
}

private protocol MemoryTable: AnyObject {}

private final class Table<E: Entity>: MemoryTable {
  private(set) var rows: [Identifier<E>: E] = [:]
  private var byColumns: [[String]: [[IndexValue]: Set<Identifier<E>>]] = [:]

  func put(_ entity: E) {
    remove(entity.id)
    rows[entity.id] = entity
    for index in E.indexes {
      guard let key = index.key(entity) else { continue }
      byColumns[index.columns, default: [:]][key, default: []].insert(entity.id)
    }
  }

  func remove(_ id: Identifier<E>) {
    guard let old = rows.removeValue(forKey: id) else { return }
    for index in E.indexes {
      guard let key = index.key(old) else { continue }
      byColumns[index.columns]?[key]?.remove(id)
    }
  }

  func fetch(_ lookup: Lookup<E>) -> [E] {
    let ids = byColumns[lookup.columns]?[lookup.values] ?? []
    return ids.compactMap { rows[$0] }.sorted { ($0.seq, $0.id) < ($1.seq, $1.id) }
  }
}
