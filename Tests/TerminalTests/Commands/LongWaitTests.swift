import Foundation
import SharedStore
import Testing

@testable import hothouse

/// What the commands of a session say after minutes have gone by.
@Suite struct LongWaitTests {
  private func home() async throws -> BoardsHome {
    let home = try await BoardsHome.withBoard()
    try await home.succeed("people", "add", "clinic", "zoe", "--name", "Zoë Marsh", "--team", "Millbrook")
    try await home.succeed("step", "clinic", "start", "--title", "Work", "--minutes", "5")
    return home
  }

  @Test func aRequestNobodyClaimsForTenMinutesIsAWarning() async throws {
    let shell = ShellInMemory(try await home())
    #expect(shell.run("help-queue", "clinic", "ask", "Sharing data", "--as", "zoe").status == .done)
    shell.wait(minutes: 9)
    #expect(shell.run("help-queue", "clinic").output.contains("9 min"))
    #expect(!shell.run("help-queue", "clinic").output.contains("Nobody has claimed"))
    shell.wait(minutes: 1)
    let late = shell.run("help-queue", "clinic").output
    #expect(late.contains("Nobody has claimed request 1, “Sharing data”, for 10 min."))
    #expect(late.contains("Nobody has been with Millbrook yet."))
    #expect(shell.run("help-queue", "clinic", "claim", "1").status == .done)
    shell.wait(minutes: 30)
    let claimed = shell.run("help-queue", "clinic").output
    // The wait ended when somebody claimed it.
    #expect(!claimed.contains("Nobody has claimed") && claimed.contains("10 min") && !claimed.contains("40 min"))
  }

  @Test func whoDoesNothingForTwoMinutesIsAway() async throws {
    let home = try await home()
    let shell = ShellInMemory(home)
    let presence = try PresenceHolder("zoe", at: BoardLocation(home.file(of: "clinic")), now: Date())
    #expect(shell.run("who", "clinic").output.contains("here\n"))
    shell.wait(minutes: 3)
    let page = shell.run("who", "clinic").output
    #expect(page.contains("1 away") && page.contains("Zoë Marsh"))
    withExtendedLifetime(presence) {}
  }

  @Test func aStepThatIsOverIsShownAsOverAndGoesOn() async throws {
    let shell = ShellInMemory(try await home())
    shell.wait(minutes: 6)
    #expect(shell.run("step", "clinic").output.contains("over by 1:"))
    #expect(shell.run("wall", "clinic").output.contains("over by 1:"))
    #expect(shell.run("post", "clinic", "Late, and taken all the same").status == .done)
    #expect(shell.run("step", "clinic", "extend", "10m").status == .done)
    #expect(shell.run("step", "clinic").output.contains(" left"))
  }

  @Test func aHardStopTakesNothingMore() async throws {
    let shell = ShellInMemory(try await home())
    #expect(shell.run("step", "clinic", "start", "--title", "Last", "--minutes", "1", "--hard-stop").status == .done)
    shell.wait(minutes: 2)
    let refused = shell.run("post", "clinic", "Too late")
    #expect(refused.status == .refused && refused.output.contains("takes no more ideas"))
  }
}
