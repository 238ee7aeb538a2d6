import ArgumentParser
import IdeaPipeline
import Interchange
import SharedStore

/// Adds somebody.
struct AddPersonCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a person; facilitators.",
    discussion: "\(examples: "hothouse people add clinic priya --name \"Priya Shah\" --team Oldham")")

  @OptionGroup var board: BoardArgument
  @Argument(help: "The handle: small letters, digits, “-” or “_”.")
  var handle: String
  @OptionGroup var person: PersonOptions
  @Option(help: "What the person may do.")
  var role = Role.participant
  @Option(help: "The account on this host that is this person.")
  var account: String?
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(managing)
    let profile = try person.profile(changing: PersonProfile(name: handle), visit, hand)
    let receipt = try visit.submit(AddPerson(handle: handle, profile: profile, role: role, account: account), by: hand)
    try visit.report(receipt, onPerson: handle, by: hand, output)
  }
}

/// Changes what is written about somebody.
struct EditPersonCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is written about a person.",
    discussion: "\(examples: "hothouse people edit clinic priya --organisation \"Oldham Care\"")")

  @OptionGroup var board: BoardArgument
  @Argument(help: "The handle.")
  var handle: String
  @OptionGroup var person: PersonOptions
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(managing)
    let known = try visit.person(handle)
    let new = try person.profile(changing: known.profile, visit, hand)
    let receipt = try visit.submit(EditPerson(person: known.id, old: known.profile, new: new), by: hand)
    try visit.report(receipt, onPerson: known.handle, by: hand, output)
  }
}

/// Changes what somebody may do.
struct RoleCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Change what a person may do; facilitators.",
    discussion: """
      Only the owner of the board appoints facilitators.

      \(examples: "hothouse role clinic priya coach")
      """)

  @OptionGroup var board: BoardArgument
  @Argument(help: "The handle.")
  var person: String
  @Argument(help: "The new role.")
  var role: Role
  @OptionGroup var managing: ManagingOptions
  @OptionGroup var output: OutputOptions

  func run(in shell: Shell) throws {
    let visit = try Visit(board, in: shell)
    let hand = try visit.hand(managing)
    let known = try visit.person(person)
    let receipt = try visit.submit(SetRole(person: known.id, old: known.role, new: role), by: hand)
    try visit.report(receipt, onPerson: known.handle, by: hand, output)
  }
}

extension Visit {
  /// Tells what was done about a person.
  fileprivate func report(
    _ receipt: Receipt, onPerson handle: String, by hand: Hand, _ output: OutputOptions
  ) throws {
    guard output.isJSON else { return try report([receipt], by: hand) }
    let people = try reading.people(for: hand.viewer)
    if let row = people.first(where: { $0.handle == handle }) { try shell.printJSON(PersonJSON(row)) }
  }
}
