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

/// Options of a command that changes the board, and so may have to wait for others who do.
protocol Changing: ActingAs {
  var patience: PatienceOptions { get }
}

/// Who looks, for commands that only read.
struct ViewingOptions: ParsableArguments, ActingAs {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Be this person; only for the owner of the board’s file.", valueName: "person"))
  var actingAs: String?
}

/// Who does it, for commands that change the board.
struct ActingOptions: ParsableArguments, Changing {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Act as this person (a handle, or a full name); only for the owner of the board’s file.", valueName: "person"))
  var actingAs: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Enter it for this person, who has no device here; facilitators only. Both names are kept.",
      valueName: "person"))
  var enteredFor: String?

  @OptionGroup var patience: PatienceOptions
}

/// Who does it, for commands that change the board and where nothing can be entered for others.
struct ManagingOptions: ParsableArguments, Changing {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Act as this person (a handle, or a full name); only for the owner of the board’s file.", valueName: "person"))
  var actingAs: String?

  @OptionGroup var patience: PatienceOptions
}

/// How long a change waits for its turn.
struct PatienceOptions: ParsableArguments {
  @Option(
    name: .customLong("wait"),
    help: ArgumentHelp(
      "Give up, with status 75, when others have kept the board for this long.", valueName: "seconds"))
  var seconds = 10.0

  /// As a length of time.
  var limit: Duration { .milliseconds(Int64(seconds * 1_000)) }

  func validate() throws {
    guard (0...86_400).contains(seconds) else {
      throw ValidationError("Give --wait a number of seconds from 0 to 86400.")
    }
  }
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
