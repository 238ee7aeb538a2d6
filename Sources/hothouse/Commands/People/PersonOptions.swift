import ArgumentParser
import IdeaPipeline

/// What is written about a person.
struct PersonOptions: ParsableArguments {
  @Option(help: "The display name.")
  var name: String?
  @Option(help: "The name of a team.")
  var team: String?
  @Option(help: "The organisation.")
  var organisation: String?
  @Option(help: "Whose voice this person brings.")
  var perspective: String?

  /// The profile with what was given in place of what was there.
  func profile(changing old: PersonProfile, _ visit: Visit, _ hand: Hand) throws -> PersonProfile {
    PersonProfile(
      name: name.map(TextRule.name.clean) ?? old.name,
      team: try team.map { try visit.team($0, for: hand.viewer).id } ?? old.team,
      organisation: organisation.map(TextRule.name.clean) ?? old.organisation,
      perspective: perspective.map(TextRule.name.clean) ?? old.perspective)
  }
}
