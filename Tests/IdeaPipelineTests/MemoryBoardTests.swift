import IdeaPipeline
import TestSupport
import Testing

@Suite struct MemoryBoardTests {
  @Test(arguments: BoardAccessContract.all.map(\.name))
  func keepsTheContract(_ name: String) throws {
    let check = try #require(BoardAccessContract.all.first { $0.name == name }?.check)
    try check { try $0(MemoryBoard()) }
  }
}
