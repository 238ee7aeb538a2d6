import Foundation
import Testing

@testable import SharedStore

@Suite struct DraftStoreTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func drafts(_ board: String = "day", person: String = "jo") -> DraftStore {
    DraftStore(board: board, person: person, environment: directory.environment)
  }

  @Test func keepsListsAndDiscards() throws {
    let drafts = drafts()
    #expect(drafts.list().isEmpty)
    #expect(drafts.load("new-idea") == nil)
    try drafts.save("one", at: "new-idea")
    try drafts.save("two\nlines ü", at: "comment/14")
    try drafts.save("one again", at: "new-idea")
    #expect(drafts.load("new-idea") == "one again")
    #expect(Set(drafts.list().map(\.place)) == ["new-idea", "comment/14"])
    #expect(drafts.list().first { $0.place == "comment/14" }?.text == "two\nlines ü")
    try drafts.discard("new-idea")
    try drafts.discard("new-idea")
    #expect(drafts.list().map(\.place) == ["comment/14"])
  }

  @Test func areTheWritersOwn() throws {
    try drafts().save("secret", at: "new-idea")
    let folder = "\(directory.path)/state/hothouse/drafts/day/jo"
    #expect(try mode(of: folder) == 0o700)
    #expect(try mode(of: "\(folder)/new-idea") == 0o600)
    #expect(drafts(person: "ann").list().isEmpty)
    #expect(drafts("night").list().isEmpty)
  }

  /// Killed at any moment, a whole text is there: all of one digit.
  @Test func surviveKillingTheWriter() throws {
    for delay in [0, 300, 1_100, 2_700, 5_300] as [useconds_t] {
      let writer = try Probe("save-drafts", "day", environment: directory.environment)
      try writer.awaitReady()
      usleep(delay)
      writer.kill(SIGKILL)
      let text = try #require(drafts().load("new-idea"))
      #expect(!text.isEmpty && Set(text).count == 1)
      #expect(drafts().list().count == 1)
    }
  }

  @Test func leftoversAreRemovedWhenNobodyCanBeWritingThem() throws {
    try drafts().save("one", at: "new-idea")
    let leftover = "\(directory.path)/state/hothouse/drafts/day/jo/.new-idea.1-1.new"
    try FileAccess.ownerOnly.createFile(leftover)
    _ = drafts().list()
    #expect(fileStatus(leftover) != nil)
    utimes(leftover, [timeval(), timeval()])
    _ = drafts().list()
    #expect(fileStatus(leftover) == nil)
  }
}

@Suite struct SafeNameTests {
  @Test(arguments: ["", ".", "..", "a/b", "../../etc/passwd", "Jo", "ü", "a b", "%", "%41", "\n", "new-idea"])
  func readsBackAndStaysInItsDirectory(_ text: String) {
    let name = safeName(text)
    #expect(textOfSafeName(name) == text)
    #expect(!name.contains("/") && !name.hasPrefix(".") && !name.isEmpty)
  }

  @Test func longTextsKeepApart() {
    let long = String(repeating: "ü", count: 300)
    #expect(safeName(long).utf8.count <= 200)
    #expect(safeName(long + "a") != safeName(long + "b"))
    #expect(textOfSafeName(safeName(long)) == nil)
  }
}

@Suite struct LastVisitTests {
  @Test func remembersHowFarSomebodyHasRead() throws {
    let directory = try TemporaryDirectory()
    let visit = LastVisit(board: "day", person: "jo", environment: directory.environment)
    #expect(visit.read() == nil)
    try visit.record(41)
    try visit.record(17)
    #expect(visit.read() == 41)
    #expect(LastVisit(board: "day", person: "ann", environment: directory.environment).read() == nil)
  }
}

@Suite struct PresenceTests {
  let directory: TemporaryDirectory
  let board: BoardLocation
  private let noon = Date(timeIntervalSince1970: 1_700_000_030)

  init() throws {
    directory = try TemporaryDirectory()
    board = try directory.board()
  }

  @Test func showsWhoIsHereUntilTheyGo() throws {
    #expect(Presence.list(at: board).isEmpty)
    var ann: PresenceHolder? = try PresenceHolder("ann", at: board, now: noon)
    let jo = try PresenceHolder("jo", at: board, now: noon + 1)
    #expect(Presence.list(at: board).map(\.handle) == ["ann", "jo"])
    #expect(Presence.list(at: board).first?.since == noon)
    _ = ann
    ann = nil
    #expect(Presence.list(at: board).map(\.handle) == ["jo"])
    _ = jo
  }

  @Test func activityIsShownToTheMinute() throws {
    let jo = try PresenceHolder("jo", at: board, now: noon)
    #expect(Presence.list(at: board).first?.lastActive == Date(timeIntervalSince1970: 1_699_999_980))
    jo.touch(now: noon + 95)
    #expect(Presence.list(at: board).first?.lastActive == Date(timeIntervalSince1970: 1_700_000_100))
  }

  @Test func saysWhoIsWritingAndWhoIsAway() throws {
    let jo = try PresenceHolder("jo", at: board, now: noon)
    let shown = { Presence.list(at: board).first }
    #expect(shown()?.isWriting == false)
    jo.show(isWriting: true, now: noon + 61)
    #expect(shown()?.isWriting == true)
    #expect(shown()?.lastActive == Date(timeIntervalSince1970: 1_700_000_040), "still to the minute")
    // Active at :91, shown as :40: not away before two whole minutes have passed.
    #expect(shown()?.isAway(at: noon + 61 + 120) == false)
    #expect(shown()?.isAway(at: noon + 61 + 180) == true)
    jo.show(isWriting: false, now: noon + 62)
    #expect(shown()?.isWriting == false && shown()?.handle == "jo")
  }

  @Test func endsWithTheProcessAndIsTidiedUpByWhoeverLooks() throws {
    let guest = try Probe("here", board.path, "jo")
    try guest.awaitReady()
    #expect(Presence.list(at: board).map(\.handle) == ["jo"])
    guest.kill(SIGKILL)
    #expect(try FileManager.default.contentsOfDirectory(atPath: board.presenceDirectory).count == 1)
    #expect(Presence.list(at: board).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: board.presenceDirectory).isEmpty)
  }

  @Test func strangersInTheDirectoryDoNoHarm() throws {
    let jo = try PresenceHolder("jo", at: board, now: noon)
    try FileAccess.ownerOnly.createDirectory("\(board.presenceDirectory)/folder")
    #expect(mkfifo("\(board.presenceDirectory)/pipe", 0o600) == 0)
    #expect(Presence.list(at: board).map(\.handle) == ["jo"])
    _ = jo
  }
}
