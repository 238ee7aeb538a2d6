import BoardUI
import CellGrid
import IdeaPipeline
import TestSupport
import Testing

/// Two people change one text: both texts in one.
@Suite struct ClashTests {
  private func clash(_ theirs: TextClash) throws -> Walk {
    var walk = Walk(width: 120, height: 40)
    walk.press("G", "e", "Down", "End")
    walk.type(" Mine.")
    walk.press("ctrl-s")
    let token = try #require(walk.submission?.token)
    walk.take(.refused(token, Refusal(.stale(theirs), "14 was changed.", remedy: .compareTexts)))
    return walk
  }

  private let title = "Shared triage desk between 999 and UCR"
  private let body =
    "One desk, clinicians of both services, eight to eight. Families ring once; the desk decides who goes."

  @Test func whatBothChangedGoesTogether() throws {
    let theirs = TextClash(
      revision: 4, title: "One " + title, body: body.replacing("eight to eight", with: "day and night"),
      base: "\(title)\n\(body)")
    var walk = try clash(theirs)
    walk.press("Right", "Right")
    #expect(walk.text.contains("[ Combine both ]"))
    walk.press("Enter")
    #expect(walk.text.contains("These are both texts: save when it reads well."))
    walk.press("ctrl-s")
    let edit = try #require(walk.submission?.operations.last as? EditIdea)
    #expect(edit.revision == 4)
    #expect(edit.title == "One " + title)
    #expect(edit.body == body.replacing("eight to eight", with: "day and night") + " Mine.")
  }

  @Test func whereBothChangedTheSameOneIsToldToRead() throws {
    let theirs = TextClash(revision: 4, title: title, body: body + " Theirs.", base: "\(title)\n\(body)")
    var walk = try clash(theirs)
    walk.press("Right", "Right", "Enter")
    #expect(walk.text.contains("Read it through: in one place both stand."))
    walk.press("ctrl-s")
    let text = try #require(walk.submission?.operations.last as? EditIdea).body
    #expect(text.contains("Theirs.") && text.contains("Mine."))
  }

  @Test func withoutTheTextBothStartedFromTheyStandOneUnderTheOther() throws {
    var walk = try clash(TextClash(revision: 4, title: title, body: "Theirs."))
    walk.press("Right", "Right", "Enter", "ctrl-s")
    let text = try #require(walk.submission?.operations.last as? EditIdea).body
    #expect(text == "Theirs.\n\n\(body) Mine.")
  }
}
