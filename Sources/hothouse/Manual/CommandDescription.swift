import ArgumentParser
import Foundation

/// A command as the parser describes it, with the parts a manual needs.
struct CommandDescription: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let defaultSubcommand: String?
  let shouldDisplay: Bool?
  let subcommands: [CommandDescription]?
  let arguments: [ArgumentDescription]?

  /// Every command of the program, described by the parser itself, so that no page can drift from what is accepted.
  static func ofProgram() throws -> CommandDescription {
    struct Tool: Decodable { let command: CommandDescription }
    do {
      _ = try Hothouse.parseAsRoot(["--experimental-dump-help"])
      throw Complaint(.failedIO, "The commands could not be described.")
    } catch let error where !(error is Complaint) {
      // The parser hands over what it was asked to show as an error.
      return try JSONDecoder().decode(Tool.self, from: Data(Hothouse.message(for: error).utf8)).command
    }
  }
}

/// An argument, option or flag as the parser describes it.
struct ArgumentDescription: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
  }

  let kind: String
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let preferredName: Name?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?
}
