import Foundation
import Testing

@testable import SharedStore

@Suite struct BoardLocationTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test func homeFollowsTheEnvironment() {
    #expect(BoardLocation.home(environment: ["HOTHOUSE_HOME": "/h", "XDG_DATA_HOME": "/x"]) == "/h")
    #expect(BoardLocation.home(environment: ["XDG_DATA_HOME": "/x", "HOME": "/u"]) == "/x/hothouse")
    #expect(BoardLocation.home(environment: ["XDG_DATA_HOME": "x", "HOME": "/u"]) == "/u/.local/share/hothouse")
    #expect(BoardLocation.home(environment: ["HOME": "/u"]) == "/u/.local/share/hothouse")
    #expect(BoardLocation.stateHome(environment: ["XDG_STATE_HOME": "/s", "HOME": "/u"]) == "/s/hothouse")
    #expect(BoardLocation.stateHome(environment: ["HOME": "/u"]) == "/u/.local/state/hothouse")
  }

  @Test func aNameIsInTheHomeAndAPathIsWhereItSays() throws {
    let environment = ["HOTHOUSE_HOME": directory.path]
    let named = try BoardLocation("oldham-2", environment: environment)
    #expect(named.path == "\(directory.path)/oldham-2.hothouse")
    #expect(named.name == "oldham-2")
    let file = try BoardLocation("\(directory.path)/Any Name.hothouse", environment: environment)
    #expect(file.name == "Any Name")
    let beside = try BoardLocation("day.hothouse", environment: environment)
    #expect(beside.path == "\(FileManager.default.currentDirectoryPath)/day.hothouse")
  }

  @Test(arguments: ["", "Oldham", "-x", "a b", "a_b", "ä", "..", ".", "a.b", String(repeating: "a", count: 61), "a\0b"])
  func otherNamesAreRefused(_ name: String) {
    #expect(throws: StoreError.self) { try BoardLocation(name, environment: ["HOTHOUSE_HOME": "/h"]) }
  }

  @Test func aRefusalSuggestsANameThatWouldDo() {
    let error = #expect(throws: StoreError.self) {
      try BoardLocation("Zoë’s Day", environment: ["HOTHOUSE_HOME": "/h"])
    }
    #expect(error == .unusableName("Zoë’s Day", suggestion: "zoe-s-day"))
    #expect(error?.description.contains("“zoe-s-day” would do") == true)
  }

  /// Two people who reach a board by different ways must meet at one lock.
  @Test func symbolicLinksLeadToTheSameBoard() throws {
    let real = try directory.board()
    try FileAccess.ownerOnly.createFile(real.path)
    let link = "\(directory.path)/link.hothouse"
    #expect(symlink(real.path, link) == 0)
    #expect(symlink(directory.path, "\(directory.path)/here") == 0)
    #expect(try BoardLocation(link) == real)
    #expect(try BoardLocation("\(directory.path)/here/new.hothouse").path == "\(directory.path)/new.hothouse")
  }

  @Test func listsBoardsByName() throws {
    for name in ["b.hothouse", "a.hothouse", "a.hothouse-wal", "notes.txt"] {
      try FileAccess.ownerOnly.createFile("\(directory.path)/\(name)")
    }
    try FileAccess.ownerOnly.createDirectory("\(directory.path)/c.hothouse")
    #expect(BoardLocation.all(in: directory.path).map(\.name) == ["a", "b"])
    #expect(BoardLocation.all(in: "\(directory.path)/none").isEmpty)
  }
}

@Suite struct FileAccessTests {
  @Test func onlyADirectorySetUpForAGroupSharesItsFiles() throws {
    let directory = try TemporaryDirectory()
    #expect(FileAccess.of(directory: directory.path) == .ownerOnly)
    chmod(directory.path, 0o770)
    #expect(FileAccess.of(directory: directory.path) == .ownerOnly)
    chmod(directory.path, 0o2770)
    #expect(FileAccess.of(directory: directory.path) == .group)
    try FileAccess.group.createFile("\(directory.path)/file")
    try FileAccess.group.createFifo("\(directory.path)/fifo")
    #expect(try mode(of: "\(directory.path)/file") == 0o660)
    #expect(try mode(of: "\(directory.path)/fifo") == 0o660)
    try FileAccess.ownerOnly.createDirectory("\(directory.path)/a/b")
    #expect(try mode(of: "\(directory.path)/a") == 0o700)
    #expect(try mode(of: "\(directory.path)/a/b") == 0o700)
  }

  @Test func replacesWholeFiles() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/text"
    try replaceFile(path, with: "one".utf8, access: .ownerOnly)
    try replaceFile(path, with: "two".utf8, access: .ownerOnly)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["text"])
    #expect(throws: StoreError.self) {
      try replaceFile("\(directory.path)/none/text", with: "x".utf8, access: .ownerOnly)
    }
  }
}

@Suite struct FileSystemSafetyTests {
  @Test(arguments: [0x6969, 0x6573_5546, 0xFF53_4D42, 0x0102_1997, 0x5346_414F, 0x0BD0_0BD0] as [UInt32])
  func refusesWhatOtherMachinesOrProgramsHold(_ magic: UInt32) {
    let safety = FileSystemSafety { _ in magic }
    let error = #expect(throws: StoreError.self) { try safety.check("/srv/boards") }
    #expect(error?.description.contains("/srv/boards is on ") == true)
  }

  /// ext4, XFS, Btrfs, tmpfs, overlay, ZFS, F2FS.
  @Test(arguments: [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0x2FC1_2FC1, 0xF2F5_2010] as [UInt32])
  func acceptsLocalDisks(_ magic: UInt32) throws {
    try FileSystemSafety { _ in magic }.check("/srv/boards")
  }

  @Test func asksTheKernel() throws {
    #expect(try FileSystemSafety.askKernel("/proc") == 0x9fa0)
    #expect(throws: StoreError.self) { try FileSystemSafety.askKernel("/no/such/place") }
  }
}
