import CellGrid

/// Every command of the screens, once: the keymap, the footer, help, the palette and the key table in README are made
/// from it.
public enum CommandTable {
  private static let lists: Set<CommandPlace> = [.lobby, .board, .idea, .session]
  private static let ideas: Set<CommandPlace> = [.board, .idea]
  /// Where there are panes or parts beside one another.
  private static let parts: Set<CommandPlace> = [.board, .idea, .session]

  /// All rows, in the order in which help shows them: what people come for first.
  public static let entries: [CommandEntry] = topics.flatMap(\.entries)

  /// The row of a command.
  public static func entry(_ command: Command) -> CommandEntry { byCommand[command] ?? entries[0] }

  private static let byCommand = Dictionary(entries.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

  static let moving: [CommandEntry] = [
    CommandEntry(.up, "Move up", hint: "up", lists, "To the one above. The wheel does the same."),
    CommandEntry(.down, "Move down", hint: "down", lists, "To the one below."),
    CommandEntry(.left, "Stage to the left", hint: "stage", parts, "To the stage before, or the other pane."),
    CommandEntry(.right, "Stage to the right", hint: "stage", parts, "To the stage after, or the other pane."),
    CommandEntry(.first, "To the first", hint: "first", lists, "To the top of the list."),
    CommandEntry(.last, "To the last", hint: "last", lists, "To the end of the list."),
    CommandEntry(.pageUp, "A page up", hint: "page up", lists, "Up by what fits on the screen."),
    CommandEntry(.pageDown, "A page down", hint: "page down", lists, "Down by what fits on the screen."),
    CommandEntry(
      .goToNumber, "Go to an idea by its number", hint: "go to", lists, "Type the number people say, then Enter."),
  ]

  static let goingAbout: [CommandEntry] = [
    CommandEntry(.open, "Open", hint: "open", lists, "Opens what is selected, or says what can be done with it."),
    CommandEntry(.back, "Back", hint: "back", lists, "One level back; clears a filter first."),
    CommandEntry(
      .quit, "Back or quit", hint: "back", lists, "One level back, and out of the program at the last (it asks)."),
    CommandEntry(
      .nextPane, "Next stage or pane", hint: "next", parts, "To the next stage, or the other half of the screen."),
    CommandEntry(.previousPane, "Stage or pane before", hint: "before", parts, "The same, the other way round."),
  ]

  static let writing: [CommandEntry] = [
    CommandEntry(.newIdea, "New idea", hint: "new", [.board], "Write an idea. The board stays in sight."),
    CommandEntry(.comment, "Comment", hint: "comment", ideas, "Say something about the idea, or answer a comment."),
    CommandEntry(
      .buildOn, "Build on it", hint: "build on", ideas, "A new idea that starts from this one; both are credited."),
    CommandEntry(.edit, "Edit", hint: "edit", ideas, "Change your text: the comment that has the bar, else the idea."),
    CommandEntry(
      .coAuthors, "Co-authors", hint: "co-authors", ideas,
      "Who wrote the idea with you: they are credited and may edit it."),
    CommandEntry(
      .links, "Evidence links", hint: "evidence", ideas, "Addresses of what speaks for the idea, one a line."),
    CommandEntry(.tags, "Tags", hint: "tags", ideas, "Words that group ideas."),
    CommandEntry(
      .withdraw, "Withdraw or bring back", hint: "withdraw", ideas,
      "Takes the comment that has the bar, else the idea, out of sight; nothing is lost."),
  ]

  static let deciding: [CommandEntry] = [
    CommandEntry(.giveDot, "Give a dot", hint: "dot", ideas, "Vote for the idea with one of your dots."),
    CommandEntry(.takeBackDot, "Take a dot back", hint: "dot back", ideas, "One of your dots returns to you."),
    CommandEntry(.agree, "Agree", hint: "agree", ideas, "In a round of agree and disagree."),
    CommandEntry(.disagree, "Disagree", hint: "disagree", ideas, "In a round of agree and disagree."),
    CommandEntry(
      .pass, "Pass", hint: "pass", ideas, "In a round of agree and disagree: no opinion, or not for me to say."),
    CommandEntry(
      .advance, "Advance to the next stage", hint: "advance", ideas, "Shows what the gate asks first; answer it there."),
    CommandEntry(.sendBack, "Send back a stage", hint: "send back", ideas, "Asks for the reason; nothing is lost."),
    CommandEntry(
      .worksheet, "Worksheet of this stage", hint: "worksheet", ideas,
      "The questions of the stage; the gate needs some of them."),
    CommandEntry(
      .merge, "Merge with another", hint: "merge", ideas,
      "For coaches and facilitators: makes two ideas one, their votes counted together; of a merged idea, takes it apart."
    ),
    CommandEntry(
      .outcome, "Outcome", hint: "outcome", ideas,
      "For coaches and facilitators: after Test, says how the idea ended and what was learned."),
    CommandEntry(
      .mark, "Mark", hint: "mark", [.board],
      "Marks the idea: tags, merge and advance are then about all the marked ones. Esc clears the marks."),
    CommandEntry(
      .hide, "Hide or show again", hint: "hide", ideas,
      "For coaches and facilitators: hides the comment that has the bar, else the idea, from everyone, with a reason."),
    CommandEntry(
      .undo, "Undo my last change", hint: "undo", parts,
      "Takes back your last change, then the one before. It asks first when that is from before this visit."),
  ]

  /// What a participant does in a session.
  static let room: [CommandEntry] = [
    CommandEntry(
      .whereWeAre, "Where the room is", hint: "where we are", ideas,
      "In a session: which step it is in, what is asked, and what happened so far."),
    CommandEntry(
      .ready, "I am ready", hint: "ready", ideas,
      "In a step: says that you are done, so that nobody waits for you; once more, that you are not."),
    CommandEntry(
      .hand, "Raise or lower my hand", hint: "hand", ideas,
      "In a session: shows the facilitator that you want to speak."),
    CommandEntry(
      .askForHelp, "Ask for help", hint: "help wanted", ideas,
      "Somebody who knows comes to you or your team; shows your place in the queue, and ends it when you need it no more."
    ),
    CommandEntry(
      .ownPosts, "Yours, in this visit", hint: "yours", ideas,
      "Lists what you posted without a name since you came: until you leave you can edit and withdraw it."),
    CommandEntry(
      .joinTeam, "Join a team", hint: "teams", ideas,
      "Lists the teams with their seats; Enter joins one, or waits for a seat where none is free."),
    CommandEntry(
      .scribe, "Enter notes for others", hint: "notes", ideas,
      "For coaches and facilitators: one laptop a table. Says once whose notes they are, then takes one after another."),
  ]

  static let looking: [CommandEntry] = [
    CommandEntry(
      .filter, "Filter", hint: "find", [.board],
      "Narrows the lists as you type: words, \"two words\", #tag, @handle, -word or -#tag or -@handle for all but those, "
        + "stage:define, challenge:2, is:new, is:mine, is:merged, is:stuck (a week without a change), is:withdrawn, "
        + "is:hidden, sort:dots. Esc clears."),
    CommandEntry(
      .search, "Search ideas and comments", hint: "search", parts,
      "Finds words in every idea and comment, whatever their stage; Enter goes there. Takes "
        + "\"two words\" and -word. Tab in the filter does the same."),
    CommandEntry(
      .activity, "Activity", hint: "activity", ideas,
      "What happened, newest first, and what since you left; Enter goes there."),
    CommandEntry(.rounds, "Rounds and results", hint: "rounds", ideas, "What was voted on, and what came of it."),
    CommandEntry(
      .reference, "Show the reference", hint: "reference", ideas,
      "Shows the idea as a line to quote and offers it to the clipboard."),
    CommandEntry(
      .palette, "All commands", hint: "commands", lists,
      "Every command in words, with its key or why it cannot be used now."),
    CommandEntry(
      .help, "Help", hint: "help", [.lobby, .board, .idea, .session, .writing],
      "Explains this screen. F1 while writing."),
  ]

  static let program: [CommandEntry] = [
    CommandEntry(
      .theme, "Theme", hint: "theme", lists, "Colours: the screen shows each one as you go through the list."),
    CommandEntry(.mouse, "Mouse on or off", hint: "mouse", lists, "Off, the terminal itself can select text."),
    CommandEntry(
      .redraw, "Draw again", hint: "redraw", [.lobby, .board, .idea, .session, .writing],
      "Draws every cell, should the screen look wrong."),
    CommandEntry(.suspend, "Suspend", hint: "suspend", lists, "Back to the shell; fg returns here."),
    CommandEntry(
      .leave, "Leave", hint: "leave", [.lobby, .board, .idea, .session, .writing], "Asks first; a draft is kept."),
  ]

  static let fields: [CommandEntry] = [
    CommandEntry(.post, "Send", hint: "send", [.writing], "Posts or saves what is written."),
    CommandEntry(
      .nextField, "Next field", hint: "next", [.writing], "Arrows up and down do the same at the edge of a field."),
    CommandEntry(.previousField, "Field before", hint: "before", [.writing], "Back to the field above."),
    CommandEntry(
      .keep, "Keep for later", hint: "keep for later", [.writing], "Closes; what is written is kept as a draft."),
    CommandEntry(
      .editor, "Write it in your editor", hint: "editor", [.writing],
      "Opens a text, an answer or a reason in $VISUAL or $EDITOR and brings it back when you leave there. Not over SSH."
    ),
  ]
}

extension Keymap {
  /// The keys as they are unless somebody chose others.
  public static let standard = Keymap(ofScreens.merging(ofSession) { first, _ in first })

  private static let ofScreens: [Command: [Key]] = [
    .up: [.up, .character("k")], .down: [.down, .character("j")],
    .left: [.left, .character("h")], .right: [.right, .character("l")],
    .first: [.character("g"), .home], .last: [.character("G"), .end],
    .pageUp: [.pageUp], .pageDown: [.pageDown],
    .open: [.enter], .back: [.escape], .quit: [.character("q")],
    .nextPane: [.tab], .previousPane: [.backTab],
    .newIdea: [.character("n")], .edit: [.character("e")], .comment: [.character("c")],
    .buildOn: [.character("b")],
    .giveDot: [.character("v")], .takeBackDot: [.character("V")],
    .agree: [.character("+")], .disagree: [.character("-")], .pass: [.character("0")],
    .advance: [.character(">"), .character("L")], .sendBack: [.character("<"), .character("H")],
    .worksheet: [.character("w")], .tags: [.character("t")], .withdraw: [.character("x")], .hide: [.character("X")],
    .merge: [.character("m")], .outcome: [.character("o")], .coAuthors: [.character("A")], .links: [.character("E")],
    .rounds: [.character("r")], .mark: [.character(" ")],
    .filter: [.character("/")], .search: [.character("f")], .undo: [.character("u")],
    .palette: [.character(":"), .ctrl("p")], .activity: [.character("a")], .reference: [.character("y")],
    .theme: [.character("T")], .mouse: [.character("M")],
    .help: [.character("?"), .function(1)], .redraw: [.ctrl("l")], .suspend: [.ctrl("z")], .leave: [.ctrl("c")],
    .whereWeAre: [.character("i")], .ready: [.character("d")], .hand: [.character("!")],
    .askForHelp: [.character("s")], .ownPosts: [.character("Y")],
    .post: [.ctrl("s")], .nextField: [.tab], .previousField: [.backTab], .keep: [.escape],
    .editor: [.ctrl("g")],
  ]
}
