import ArgumentParser
import Foundation
import IdeaPipeline
import SharedStore

/// The board a command is about.
struct BoardArgument: ParsableArguments {
  @Argument(
    help: "The board: its name, or the path of its file.",
    completion: .custom { _, _, _ in BoardLocation.all().map(\.name) })
  var board: String
}

/// Options that may name another person to act as.
protocol ActingAs {
  var actingAs: String? { get }
}

/// Who looks, for commands that only read, or who acts where nothing can be entered for others.
struct ViewingOptions: ParsableArguments, ActingAs {
  @Option(name: .customLong("as"), help: "Be this person; only for the owner of the board’s file.")
  var actingAs: String?
}

/// Who does it, for commands that change the board.
struct ActingOptions: ParsableArguments, ActingAs {
  @Option(
    name: .customLong("as"),
    help: "Act as this person (a handle, or a full name); only for the owner of the board’s file.")
  var actingAs: String?

  @Option(
    name: .customLong("for"),
    help: "Enter it for this person, who has no device here; facilitators only. Both names are kept.")
  var enteredFor: String?
}

/// How the answer is written.
struct OutputOptions: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Print JSON, for programs to read.")
  var isJSON = false
}

extension Stage: ExpressibleByArgument {
  /// Takes the name in any case, or its beginning: "proto".
  public init?(argument: String) {
    let word = argument.lowercased()
    guard !word.isEmpty, let stage = Self.allCases.first(where: { $0.rawValue.hasPrefix(word) }) else { return nil }
    self = stage
  }
}

extension Role: ExpressibleByArgument {}
extension Comment.Kind: ExpressibleByArgument {}
extension IdeaQuery.Sort: ExpressibleByArgument {}
extension Outcome.Kind: ExpressibleByArgument {}
