import Testing

extension BoardsHome {
  /// A home with one board, "clinic", made from a seed.
  static func withBoard(seed: String = "neighbourhoods-first", sourceLocation: SourceLocation = #_sourceLocation)
    async throws
    -> BoardsHome
  {
    let home = try BoardsHome()
    let made = try await home.run("new", "clinic", "--seed", seed)
    #expect(made.status == 0, "\(made)", sourceLocation: sourceLocation)
    return home
  }

  /// Runs a command that has to succeed.
  @discardableResult
  func succeed(
    _ arguments: String..., input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    try await succeed(arguments, input: input, sourceLocation: sourceLocation)
  }

  /// Runs a command that has to succeed.
  @discardableResult
  func succeed(
    _ arguments: [String], input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await run(arguments, input: input)
    #expect(outcome.status == 0, "hothouse \(arguments): \(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.errors == "", "hothouse \(arguments)", sourceLocation: sourceLocation)
    return outcome
  }

  /// Runs a command that has to end with this status, saying why in one line on standard error and nothing on output.
  @discardableResult
  func fail(
    _ status: Int32, _ arguments: String..., input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    try await fail(status, arguments, input: input, sourceLocation: sourceLocation)
  }

  /// Runs a command that has to end with this status.
  @discardableResult
  func fail(
    _ status: Int32, _ arguments: [String], input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await run(arguments, input: input)
    #expect(outcome.status == status, "hothouse \(arguments): \(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.output == "", "hothouse \(arguments)", sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("hothouse: "), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.filter { $0 == "\n" }.count == 1 && outcome.errors.hasSuffix("\n"), "\(outcome.errors)",
      sourceLocation: sourceLocation)
    return outcome
  }
}
