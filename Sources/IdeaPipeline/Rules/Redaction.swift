/// Works out what a redaction has to reach.
public enum Redaction {
  /// What stands where text was redacted: "[redacted 2026-05-04]", the day in UTC.
  public static func mark(at moment: Timestamp) -> String { "[redacted \(moment.day)]" }

  /// The redaction of what these operations wrote, wherever the log holds it: an undo that brought the text back is
  /// redacted with it, and so are later tags and links, which repeat the earlier ones; an edit that tells the old text
  /// loses that part.
  /// - Parameter log: the whole log, oldest first.
  public static func of(
    _ chosen: some Sequence<OperationID>, in log: some Sequence<LoggedOperation>, reason: String
  ) -> Redact {
    var trail = TextTrail()
    for logged in log { trail.follow(logged) }
    let targets = trail.reached(from: chosen)
    return Redact(
      targets: trail.writers.filter(targets.contains), quotes: trail.quotes(of: targets), reason: reason)
  }

  /// Every operation that wrote text about the idea, and about these comments on it.
  public static func operations(
    about idea: IdeaID, comments: [CommentID] = [], in log: some Sequence<LoggedOperation>
  ) -> [OperationID] {
    let comments = Set(comments.flatMap { [TextPlace.comment($0), .commentHiding($0)] })
    return log.compactMap { logged in
      guard case .known(let operation) = logged.payload, operation.holdsText else { return nil }
      let isAbout = operation.textPlaces(logged.stamp.id).contains { $0.idea == idea || comments.contains($0) }
      return isAbout ? logged.stamp.id : nil
    }
  }
}

/// Where each text in a log went.
private struct TextTrail {
  /// Operations that hold text, oldest first.
  private(set) var writers: [OperationID] = []
  /// Operations whose text is in these others too.
  private var copies: [OperationID: Set<OperationID>] = [:]
  /// Operations that tell the text they replaced, and who wrote that, oldest first.
  private var quotes: [(by: OperationID, of: OperationID)] = []
  private var writer: [TextPlace: OperationID] = [:]
  private var replaced: [Replacement: OperationID] = [:]
  /// Who wrote the text that a place has now, or had until it was taken away.
  private var latest: [TextPlace: OperationID] = [:]
  /// Operations that change a place without writing: they take a text away and remember it.
  private var silent: Set<OperationID> = []

  private struct Replacement: Hashable {
    let by: OperationID
    let at: TextPlace
  }

  mutating func follow(_ logged: LoggedOperation) {
    guard case .known(let operation) = logged.payload else { return }
    let id = logged.stamp.id
    let holdsText = operation.holdsText
    if holdsText { writers.append(id) } else { silent.insert(id) }
    for place in operation.textPlaces(id) {
      let before = writer.updateValue(id, forKey: place)
      replaced[Replacement(by: id, at: place)] = before
      if let source = logged.undoes.flatMap({ source(of: $0, at: place) }) {
        copies[source, default: []].insert(id)
        copies[id, default: []].insert(source)
      }
      if holdsText { latest[place] = id }
      guard let before else { continue }
      if place.carriesOn { copies[before, default: []].insert(id) }
      if operation.repeatsOldText { quotes.append((id, before)) }
    }
  }

  /// Who wrote the text that undoing this operation brings back: what it replaced. Where it only took something away, what
  /// comes back is what was taken away last, and that may be newer than what this one took.
  private func source(of undone: OperationID, at place: TextPlace) -> OperationID? {
    silent.contains(undone) ? latest[place] : replaced[Replacement(by: undone, at: place)]
  }

  /// The operations with everything their text went to and came from.
  func reached(from chosen: some Sequence<OperationID>) -> Set<OperationID> {
    var reached = Set(chosen)
    var ahead = Array(reached)
    while let next = ahead.popLast() {
      for copy in copies[next, default: []] where reached.insert(copy).inserted { ahead.append(copy) }
    }
    return reached
  }

  /// The operations besides these that tell a text of theirs.
  func quotes(of targets: Set<OperationID>) -> [OperationID] {
    quotes.filter { targets.contains($0.of) && !targets.contains($0.by) }.map(\.by)
  }
}

extension TextPlace {
  /// Whether a change usually repeats what was there: who adds a tag keeps the others.
  fileprivate var carriesOn: Bool {
    switch self {
    case .tags, .links: true
    default: false
    }
  }
}

extension Operation {
  /// Whether redacting it would change it.
  fileprivate var holdsText: Bool { redacted("") != self || redacted("-") != self }
  /// Whether it repeats the text it replaced.
  fileprivate var repeatsOldText: Bool { oldTextRedacted("") != self || oldTextRedacted("-") != self }
}

extension Timestamp {
  /// The day in UTC as "2026-05-04", by the proleptic Gregorian calendar.
  var day: String {
    let (year, month, day) = civil
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  /// Counts in eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
  private var civil: (year: Int64, month: Int64, day: Int64) {
    let perDay: Int64 = 86_400_000
    let days = (milliseconds - (milliseconds % perDay + perDay) % perDay) / perDay + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private func pad(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
