import IdeaPipeline

/// The people of a board as comma-separated values: handle, name, team, organisation, perspective, role.
public enum PeopleCSV {
  /// The first line, in order.
  public static let columns = ["handle", "name", "team", "organisation", "perspective", "role"]

  /// Writes everyone on the board.
  public static func text(of board: some BoardReading, for viewer: Viewer) throws -> String {
    let rows = try board.people(for: viewer).map { person in
      CSVWriter.row([
        person.handle, person.name, person.team ?? "", person.organisation ?? "", person.perspective ?? "",
        person.role.rawValue,
      ])
    }
    return CSVWriter.row(columns) + rows.joined()
  }

  /// Reads people. Each row has a handle or a name; the other is made from it. Who is on the board already gets what the
  /// row says and keeps what it leaves empty; teams that are not there are added.
  /// - Parameter skipBad: whether bad rows are left out and listed in the summary, instead of refusing all.
  public static func plan(
    _ file: ImportFile, on ground: ImportGround, skipBad: Bool = false,
    using generator: inout some RandomNumberGenerator
  ) throws(ImportError) -> ImportPlan {
    let table = try CSVTable(file, required: [])
    guard table.columns.contains("handle") || table.columns.contains("name") else {
      throw .unusable(
        file: file.name, reason: "its first line names the columns, and neither “handle” nor “name” is there.")
    }
    var mistakes = RowMistakes(skipsBad: skipBad)
    var importing = PeopleImport(on: ground, using: generator)
    for row in table.rows {
      do throws(RowMistake) {
        try importing.add(CSVRecord(table: table, row: row).whole())
      } catch {
        mistakes.note(error)
      }
    }
    generator = importing.generator
    try mistakes.close()
    return importing.finished(mistakes, without: table.columns.filter { !columns.contains($0) && !$0.isEmpty })
  }
}

/// Turns rows about people into submissions.
private struct PeopleImport<Generator: RandomNumberGenerator> {
  private let ground: ImportGround
  private(set) var generator: Generator
  private var plan = ImportPlan()
  private var teams: [String: TeamID]
  private var seen: Set<String> = []
  private var newcomers = Newcomers()
  private var changed = 0
  private var newTeams = 0

  init(on ground: ImportGround, using generator: Generator) {
    self.ground = ground
    self.generator = generator
    teams = ground.teams
  }

  mutating func add(_ row: CSVRecord) throws(RowMistake) {
    let name = try row.optional("name", .name)
    let handle = try handle(row, name)
    let role = try row.word("role", Role.self)
    let organisation = try row.optional("organisation", .name)
    let perspective = try row.optional("perspective", .name)
    let teamName = try row.optional("team", .name)
    if !seen.insert(handle).inserted {
      throw row.mistake("handle", "There is a row for @\(handle) already.")
    }
    let team = teamName.map { self.team($0, row) }
    if let person = ground.people[handle] {
      let old = profile(of: person)
      let new = PersonProfile(
        name: name ?? old.name, team: team ?? old.team, organisation: organisation ?? old.organisation,
        perspective: perspective ?? old.perspective)
      change(person, old, new, role ?? person.role, row)
    } else {
      let profile = PersonProfile(
        name: name ?? handle, team: team, organisation: organisation, perspective: perspective)
      let id = submit(AddPerson(handle: handle, profile: profile, role: role ?? .participant), row)
      newcomers.add(handle, PersonID(madeBy: id), handle)
    }
  }

  private func handle(_ row: CSVRecord, _ name: String?) throws(RowMistake) -> String {
    var written = TextRule.name.clean(row.text("handle")).lowercased()
    if written.hasPrefix("@") { written.removeFirst() }
    if written.isEmpty {
      guard let name else { throw row.origin.mistake("This row has neither a handle nor a name.") }
      return newcomers.freeHandle(like: Handle.suggestion(for: name), on: ground)
    }
    do throws(Refusal) { try Handle.check(written) } catch { throw row.mistake("handle", error.sentence) }
    return written
  }

  private mutating func team(_ name: String, _ row: CSVRecord) -> TeamID {
    if let team = teams[name] { return team }
    let team = TeamID(madeBy: submit(AddTeam(name: name), row))
    teams[name] = team
    newTeams += 1
    return team
  }

  private func profile(of person: PersonRow) -> PersonProfile {
    PersonProfile(
      name: person.name, team: person.team.flatMap { ground.teams[$0] }, organisation: person.organisation,
      perspective: person.perspective)
  }

  private mutating func change(
    _ person: PersonRow, _ old: PersonProfile, _ new: PersonProfile, _ role: Role, _ row: CSVRecord
  ) {
    if new != old { submit(EditPerson(person: person.id, old: old, new: new), row) }
    if role != person.role { submit(SetRole(person: person.id, old: person.role, new: role), row) }
    if new != old || role != person.role { changed += 1 }
  }

  @discardableResult private mutating func submit(_ operation: some Operation, _ row: CSVRecord) -> OperationID {
    let id = OperationID(using: &generator)
    plan.add(ground.submission(id, operation, by: ground.importer), from: row.origin)
    return id
  }

  func finished(_ mistakes: RowMistakes, without unread: [String]) -> ImportPlan {
    var plan = plan
    let same = seen.count - newcomers.count - changed
    plan.summary.sentences.append(
      "People: \(newcomers.count) new, \(changed) changed, \(same) on the board as they are.")
    if newTeams > 0 { plan.summary.sentences.append("New teams: \(newTeams).") }
    if !unread.isEmpty {
      plan.summary.sentences.append("Not imported: \(unread.map { "“\($0)”" }.joined(separator: ", ")).")
    }
    plan.summary.skipped = mistakes.noted
    return plan
  }
}
