import IdeaPipeline
import Testing

@testable import Settings

@Suite("The seeds that come with Hothouse")
struct ShippedSeedsTests {
  private static let names = ["blank", "leadership-framework", "neighbourhoods-first"]

  private func seed(_ name: String) throws -> BoardSeed {
    try SeedLibrary.seed(file: checkout + "/seeds/\(name).yaml")
  }

  @Test("All are there, and none has a mistake")
  func list() throws {
    let library = SeedLibrary(paths: SettingsPaths(environment: [:], executable: checkout + "/.build/debug/hothouse"))
    let list = library.list()
    #expect(list.map(\.name) == Self.names)
    for listing in list {
      let seed = try listing.seed.get()
      #expect(!seed.about.isEmpty)
      #expect(!seed.purpose.isEmpty)
    }
  }

  @Test("Each stage says what to do, and its gate asks what the method asks", arguments: names)
  func gates(_ name: String) throws {
    let seed = try seed(name)
    #expect(
      seed.guides.map(\.gate) == [
        ["who", "need", "voice"], ["need", "insight", "how_might_we"], ["one_way", "another_way", "chosen"],
        ["made", "riskiest_assumption"], ["believe", "will", "measure", "right_if", "learned"],
      ])
    for guide in seed.guides {
      #expect(!guide.guide.isEmpty)
      let sheet = try #require(seed.worksheets.first { $0.key == guide.worksheet })
      #expect(guide.gate.allSatisfy { sheet.field($0) != nil })
    }
  }

  @Test("Neighbourhoods First has twelve teams with places, and challenges")
  func neighbourhoods() throws {
    let seed = try seed("neighbourhoods-first")
    #expect(seed.teams.count == 12)
    #expect(seed.teams.allSatisfy { $0.place != nil })
    #expect(seed.challenges.count == 5)
    #expect(seed.perspectives.count == 12)
    let day = try #require(seed.sessions.first)
    #expect(seed.sessions.count == 1 && day.agenda.count == 12)
    let kinds: [StepPlan.Kind] = [.privateWriting, .gallery, .round, .pitch, .actions, .rest, .work]
    #expect(Set(day.agenda.map(\.plan.kind)) == Set(kinds))
    #expect(day.agenda.contains { $0.plan.isPrivate && $0.plan.naming == .hidden })
    #expect((300...480).contains(day.agenda.reduce(0) { $0 + $1.plan.minutes }))
    let demonstration = try #require(seed.demonstration)
    #expect(demonstration.ideas.count == 26)
    #expect(Set(demonstration.people.compactMap(\.team)).count >= 5)
  }

  @Test("The leadership framework asks six questions of many professions")
  func leadership() throws {
    let seed = try seed("leadership-framework")
    #expect(seed.challenges.count == 6)
    #expect(seed.perspectives.count == 10)
    #expect(seed.entryStage == .empathise)
    let workshop = try #require(seed.sessions.first)
    #expect(workshop.agenda.contains { $0.plan.naming == .sealed && $0.plan.isPrivate })
    // Hats are off but for the last step.
    #expect(workshop.agenda.dropLast().allSatisfy { $0.plan.hidesOrganisations })
  }

  @Test("A blank board plans nothing")
  func blank() throws { #expect(try seed("blank").sessions.isEmpty) }
}
