import Foundation
import IdeaPipeline
import Testing

@Suite struct IdentifierTests {
  @Test func textFormReadsBackExactly() throws {
    var generator = SystemRandomNumberGenerator()
    for value in [0, 1, 31, 32, Int64.max] + (0..<500).map({ _ in Int64.random(in: 0...Int64.max, using: &generator) })
    {
      let id = IdeaID(rawValue: value)
      #expect(id.description.count == 13)
      #expect(IdeaID(id.description) == id)
      #expect(try JSONDecoder().decode(IdeaID.self, from: JSONEncoder().encode(id)) == id)
    }
  }

  @Test(arguments: ["", "short", "zzzzzzzzzzzzz", "000000000000u", "00000000000000"])
  func otherTextIsNotAnIdentifier(_ text: String) {
    #expect(IdeaID(text) == nil)
  }
}
