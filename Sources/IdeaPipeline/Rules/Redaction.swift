/// Works out what a redaction has to reach.
public enum Redaction {
  /// What stands where text was redacted: "[redacted 2026-05-04]", the day in UTC.
  public static func mark(at moment: Timestamp) -> String { "[redacted \(moment.day)]" }

  /// The redaction of what these operations wrote, wherever the log holds it: an undo that brought the text back is
  /// redacted with it, and an edit that repeats it as the old text loses that part.
  /// - Parameter log: the whole log, oldest first.
  public static func of(
    _ chosen: some Sequence<OperationID>, in log: some Sequence<LoggedOperation>, reason: String
  ) -> Redact {
    var targets = Set(chosen)
    var inOrder: [OperationID] = []
    var quotes: [OperationID] = []
    var writer: [TextPlace: OperationID] = [:]
    var replaced: [Replacement: OperationID] = [:]
    for logged in log {
      guard case .known(let operation) = logged.payload else { continue }
      let id = logged.stamp.id
      for place in operation.textPlaces(id) {
        let before = writer.updateValue(id, forKey: place)
        replaced[Replacement(by: id, at: place)] = before
        if let undone = logged.undoes, let source = replaced[Replacement(by: undone, at: place)],
          targets.contains(source)
        {
          targets.insert(id)
        }
        if let before, targets.contains(before), operation.repeatsOldText { quotes.append(id) }
      }
      if targets.contains(id), operation.holdsText { inOrder.append(id) }
    }
    return Redact(targets: inOrder, quotes: quotes.filter { !targets.contains($0) }, reason: reason)
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

  private struct Replacement: Hashable {
    let by: OperationID
    let at: TextPlace
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
