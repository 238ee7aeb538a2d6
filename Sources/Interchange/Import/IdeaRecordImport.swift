import IdeaPipeline

/// Turns ideas that a file tells of into submissions.
struct IdeaRecordImport<Generator: RandomNumberGenerator> {
  private let ground: ImportGround
  private(set) var generator: Generator
  private var plan = ImportPlan()
  private var newcomers = Newcomers()
  /// The ideas made so far, by the keys of their records.
  private var ideas: [String: IdeaID] = [:]
  private var ideaCount = 0
  private var commentCount = 0

  init(on ground: ImportGround, using generator: Generator) {
    self.ground = ground
    self.generator = generator
  }

  /// Adds all records, what is built on before what builds on it. One that builds on something that is not there, or on
  /// itself by a detour, is noted.
  mutating func add(_ records: [IdeaRecord], noting mistakes: inout RowMistakes) {
    var waiting = records
    while true {
      let ready = waiting.filter { record in record.buildsOn.map { ideas[$0] != nil } ?? true }
      if ready.isEmpty { break }
      waiting.removeAll { record in record.buildsOn.map { ideas[$0] != nil } ?? true }
      ready.forEach { add($0) }
    }
    for record in waiting {
      let parent = record.buildsOn ?? ""
      mistakes.note(record.origin.mistake("It builds on \(parent), which is not among the ideas that are imported."))
    }
  }

  private mutating func add(_ record: IdeaRecord) {
    let author = person(record.author, record)
    let post = PostIdea(
      title: record.title, body: record.body, tags: record.tags, challenge: record.challenge,
      buildsOn: record.buildsOn.flatMap { ideas[$0] })
    let idea = IdeaID(madeBy: submit(post, by: author, at: record.createdAt, record))
    if let key = record.key { ideas[key] = idea }
    move(idea, record)
    discuss(idea, record)
    ideaCount += 1
  }

  private mutating func move(_ idea: IdeaID, _ record: IdeaRecord) {
    guard let stage = record.stage, stage != ground.entryStage else { return }
    let (from, reason) = (ground.entryStage, "Imported in this stage.")
    if stage > from {
      let advance = AdvanceIdea(idea: idea, from: from, to: stage, reason: reason, overrides: true)
      submit(advance, by: ground.importer, at: nil, record)
    } else {
      submit(SendBackIdea(idea: idea, from: from, to: stage, reason: reason), by: ground.importer, at: nil, record)
    }
  }

  private mutating func discuss(_ idea: IdeaID, _ record: IdeaRecord) {
    var made: [Int: CommentID] = [:]
    for comment in record.comments {
      let post = PostComment(
        idea: idea, comment: comment.kind, text: comment.text, replyTo: comment.replyTo.flatMap { made[$0] })
      let id = submit(post, by: person(comment.author, record), at: comment.createdAt, record)
      if let number = comment.number { made[number] = CommentID(madeBy: id) }
      commentCount += 1
    }
  }

  @discardableResult private mutating func submit(
    _ operation: some Operation, by person: PersonID, at: Timestamp?, _ record: IdeaRecord
  ) -> OperationID {
    let id = OperationID(using: &generator)
    plan.add(ground.submission(id, operation, by: person, at: at), from: record.origin)
    return id
  }

  /// The person somebody is called by: on the board, or new.
  private mutating func person(_ called: String?, _ record: IdeaRecord) -> PersonID {
    guard let called else { return ground.importer }
    if let known = ground.person(called) ?? newcomers.person(called) { return known }
    let operation = newcomers.operation(for: called, on: ground)
    let id = PersonID(madeBy: submit(operation, by: ground.importer, at: nil, record))
    newcomers.add(called, id, operation.handle)
    return id
  }

  /// What was added, with the rows that were left out and the columns that were not read.
  func finished(_ mistakes: RowMistakes, without unread: [String]) -> ImportPlan {
    var plan = plan
    let comments = commentCount == 0 ? "" : " with \(commentCount.of("comment"))"
    plan.summary.sentences.append("Imported: \(ideaCount.of("idea"))\(comments).")
    if newcomers.count > 0 {
      plan.summary.sentences.append("New on the board: \(newcomers.count.of("person", plural: "people")).")
    }
    if !unread.isEmpty {
      plan.summary.sentences.append("Not imported: \(unread.map { "“\($0)”" }.joined(separator: ", ")).")
    }
    plan.summary.skipped = mistakes.noted
    return plan
  }
}

/// People that an import brings onto the board.
struct Newcomers {
  private var people: [String: PersonID] = [:]
  private var handles: Set<String> = []

  var count: Int { people.count }

  func person(_ called: String) -> PersonID? { people[called] }

  mutating func add(_ called: String, _ id: PersonID, _ handle: String) {
    people[called] = id
    handles.insert(handle)
  }

  /// Brings somebody with this name onto the board, under a handle that is free.
  func operation(for name: String, on ground: ImportGround) -> AddPerson {
    AddPerson(handle: freeHandle(like: Handle.suggestion(for: name), on: ground), profile: PersonProfile(name: name))
  }

  /// The handle, with a number after it where somebody has it already.
  func freeHandle(like wanted: String, on ground: ImportGround) -> String {
    let wanted = wanted.isEmpty ? "person" : wanted
    var handle = wanted
    var number = 2
    while ground.people[handle] != nil || handles.contains(handle) {
      handle = "\(wanted.prefix(27))-\(number)"
      number += 1
    }
    return handle
  }
}

extension ImportGround {
  /// Somebody on the board, by handle or by a name that only one person has.
  func person(_ called: String) -> PersonID? {
    if let known = people[called.lowercased()] { return known.id }
    let named = people.values.filter { $0.name == called }
    return named.count == 1 ? named.first?.id : nil
  }

  /// What the importer enters for a person.
  func submission(
    _ id: OperationID, _ operation: some Operation, by person: PersonID, at: Timestamp? = nil
  ) -> Submission {
    Submission(
      id: id, operation, by: .person(person), enteredBy: person == importer ? nil : importer, asker: importer, at: at)
  }
}
