import IdeaPipeline
import Testing

@testable import Interchange

@Suite("The record in Markdown")
struct MarkdownTests {
  @Test(
    "What people wrote marks up nothing",
    arguments: [
      ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"), ("# not a heading", "\\# not a heading"),
      ("- no list", "\\- no list"), ("1. no list", "1\\. no list"), ("12) no list", "12\\) no list"),
      ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"), ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"),
      ("a | b & c", "a \\| b \\& c"), ("two\nlines", "two lines"), ("=====", "\\====="), ("plain 1.5", "plain 1.5"),
      ("    indented", "indented"), ("\ttab", "tab"),
    ])
  func escaping(_ text: String, _ escaped: String) {
    #expect(MarkdownText.inline(text) == escaped)
  }

  @Test("A text of several lines is a quotation, blank lines included")
  func quotation() {
    #expect(MarkdownText.quotation("one\n\n- two\r\nthree") == "> one\n>\n> \\- two\n> three")
  }

  @Test("A board by challenge and stage, with answers, journey, outcome and conversation; what is hidden is not in it")
  func record() throws {
    var playground = Playground()
    let sam = playground.add("sam", team: playground.team)
    let desk = IdeaID(
      madeBy: playground.submit(
        PostIdea(title: "Shared *desk*", body: "One\ndesk", tags: ["falls"], challenge: playground.challenge), by: sam))
    let said = playground.submit(PostComment(idea: desk, comment: .question, text: "Who pays?"))
    playground.submit(PostComment(idea: desk, text: "Nobody.", replyTo: CommentID(madeBy: said)), by: sam)
    playground.submit(
      AnswerField(idea: desk, worksheet: "need", field: "who", old: nil, answer: .text("Carers")), by: sam)
    playground.submit(GiveDot(round: playground.round, idea: desk), by: sam)
    playground.submit(AdvanceIdea(idea: desk, from: .empathise, to: .test, reason: "Agreed", overrides: true))
    playground.submit(DecideOutcome(idea: desk, outcome: .adopted, learning: "Keep it\nsmall"))
    let secret = IdeaID(madeBy: playground.submit(PostIdea(title: "Secret words"), by: sam))
    playground.submit(HideIdea(idea: secret, reason: "A name"))
    playground.submit(PostIdea(title: "Loose end"))
    let stored = try playground.stored()
    let text = try MarkdownRecord.text(of: stored.store, for: .everyone, at: Playground.now)
    #expect(
      text == """
        # Day

        > To try.

        As of 2026-05-14T10:30:00Z · 2 ideas · 2 people

        | Stage | Ideas |
        | --- | ---: |
        | Empathise | 1 |
        | Define | 0 |
        | Ideate | 0 |
        | Prototype | 0 |
        | Test | 1 |

        ## Challenge 1: How might we try?

        > More.

        ### Test

        #### 1 Shared \\*desk\\*

        Sam · North · 2026-05-14T10:30:00Z · 1 dot · \\#falls

        > One
        > desk

        Answers:

        - Who is it about? Carers

        Journey:

        - let pass to Test by Ann, 2026-05-14T10:30:00Z: Agreed

        **Outcome: adopted**

        > Keep it
        > small

        Conversation:

        - **Ann** (question): Who pays?
          - **Sam**: Nobody.

        ## Without a challenge

        ### Empathise

        #### 3 Loose end

        Ann · 2026-05-14T10:30:00Z · 0 dots

        """)
  }
}
