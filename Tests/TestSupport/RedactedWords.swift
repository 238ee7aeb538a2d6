import IdeaPipeline

/// The words of `RandomOperations` that a redaction has to take away everywhere.
public enum RedactedWords {
  /// Whether there is something to redact in a line of the log. Left out is what made the board, because its words are not
  /// invented.
  public static func holdsText(_ logged: LoggedOperation) -> Bool {
    guard case .known(let operation) = logged.payload, !(operation is CreateBoard) else { return false }
    return .known(operation.redacted("-")) != logged.payload
  }

  /// The words that these operations wrote themselves. Each word is invented once, so the first line that has it is where
  /// it comes from: one that an operation only repeats (later tags keep the earlier ones) stays with who wrote it, unless
  /// that was redacted too. What an undo brought back is the same text as before, so that goes wherever it came from.
  /// - Parameter log: the log before the redaction, oldest first.
  public static func gone(
    _ chosen: [LoggedOperation], _ redact: Redact, _ log: [LoggedOperation]
  ) throws -> Set<String> {
    var origins: [String: OperationID] = [:]
    for logged in log {
      for word in try words(logged) where origins[word] == nil { origins[word] = logged.stamp.id }
    }
    let targets = Set(redact.targets)
    return try chosen.reduce(into: []) { gone, logged in
      let isWhole = logged.undoes != nil && !carriesOn(logged)
      for word in try words(logged) where isWhole || origins[word].map(targets.contains) == true { gone.insert(word) }
    }
  }

  /// The line's JSON, as the log has it.
  public static func json(_ logged: LoggedOperation) throws -> String {
    switch logged.payload {
    case .known(let operation): try OperationCatalogue.json(operation)
    case .unknown(_, let json): json
    }
  }

  private static func carriesOn(_ logged: LoggedOperation) -> Bool {
    logged.payload.kind == TagIdea.kind || logged.payload.kind == LinkEvidence.kind
  }

  /// The invented words in what an operation wrote, without those it only quotes as what was there before.
  private static func words(_ logged: LoggedOperation) throws -> Set<String> {
    guard case .known(let operation) = logged.payload else { return [] }
    let text = try OperationCatalogue.json(operation.oldTextRedacted(""))
    return Set(
      text.split { !$0.isLetter && !$0.isNumber }
        .filter { $0.hasSuffix("x") && ($0.hasPrefix("word") || $0.hasPrefix("tag")) && $0.contains(where: \.isNumber) }
        .map(String.init))
  }
}
