import CellGrid

extension CommandTable {
  private static let everywhere: Set<CommandPlace> = [.board, .idea, .session]
  private static let here: Set<CommandPlace> = [.session]

  /// What is done in a session. The keys of those that have no other place than the session screen are its own.
  static let session: [CommandEntry] = [
    CommandEntry(
      .session, "Session", hint: "session", everywhere,
      "Agenda, clock, room, help, teams and actions on one screen; for everybody to read, for facilitators to run."),
    CommandEntry(
      .startStep, "Start a step", hint: "start", here,
      "Starts the step that has the bar, or the next one; asks first about posts that are not revealed. A step that is "
        + "done is run again."),
    CommandEntry(.pauseStep, "Pause, or go on", hint: "pause", here, "Stops the clock of the room, or lets it go on."),
    CommandEntry(.moreMinutes, "Five more minutes", hint: "5 more", here, "For the step the room is in."),
    CommandEntry(.fewerMinutes, "Five minutes fewer", hint: "5 fewer", here, "For the step the room is in."),
    CommandEntry(
      .reveal, "Reveal the posts", hint: "reveal", here,
      "Shows everyone what was posted in a private step, in an order that says nothing about who wrote it."),
    CommandEntry(
      .skipStep, "Skip a step", hint: "skip", here, "Passes over the step that has the bar, or takes it up again."),
    CommandEntry(.addStep, "Add a step", hint: "new step", here, "A new step after the one that has the bar."),
    CommandEntry(.editStep, "Edit a step", hint: "edit", here, "Changes title, minutes, names and the rest of it."),
    CommandEntry(.moveStepUp, "Move the step up", hint: "up", here, "Earlier on the agenda."),
    CommandEntry(.moveStepDown, "Move the step down", hint: "down", here, "Later on the agenda."),
    CommandEntry(
      .openRound, "Open or close a round", hint: "round", here,
      "A vote of dots, or of agree, disagree and pass; closing it shows the results."),
    CommandEntry(
      .broadcast, "Broadcast a line", hint: "broadcast", here, "One line on every screen, or takes it away."),
    CommandEntry(
      .spotlight, "Spotlight", hint: "spotlight", here,
      "Asks everybody to look at the idea that is selected on the board, or takes that back."),
    CommandEntry(
      .blankWall, "Blank the wall", hint: "blank wall", everywhere,
      "For coaches and facilitators: leaves only the clock on the wall, or shows it again."),
    CommandEntry(
      .takeOver, "Take over the room", hint: "take over", here,
      "You run the session from now on, and everybody is told. For facilitators."),
    CommandEntry(.planSession, "Plan a session", hint: "plan", here, "A new session with an agenda of its own."),
    CommandEntry(.openSession, "Begin the session", hint: "begin", here, "Opens the session whose agenda is shown."),
    CommandEntry(.closeSession, "Close the session", hint: "close", here, "Asks first; it can be opened again."),
    CommandEntry(
      .helpQueue, "Queue of help requests", hint: "help queue", everywhere,
      "Who waits for whom, and how long: claim a request, say that you are there, close it with a note."),
    CommandEntry(
      .actions, "To do: the actions", hint: "actions", everywhere, "What was agreed to be done, by whom and by when."),
    CommandEntry(
      .addAction, "Add an action", hint: "add action", here,
      "About the board, an idea or a challenge; of a perspective that is missing, an invitation."),
  ]
}

extension Keymap {
  /// The keys of what is done in a session, besides the standard ones.
  static let ofSession: [Command: [Key]] = [
    .session: [.character("S")], .helpQueue: [.character("Q")], .actions: [.character("D")],
    .blankWall: [.character("B")],
    .startStep: [.character(">")], .pauseStep: [.character(" ")], .moreMinutes: [.character("+")],
    .fewerMinutes: [.character("-")], .reveal: [.character("v")], .skipStep: [.character("x")],
    .addStep: [.character("n")], .editStep: [.character("e")],
    .moveStepUp: [.character("K"), .modified(.alt, .up)], .moveStepDown: [.character("J"), .modified(.alt, .down)],
    .openRound: [.character("r")], .broadcast: [.character("b")], .spotlight: [.character("s")],
    .takeOver: [.character("t")], .planSession: [.character("N")], .openSession: [.character("o")],
    .closeSession: [.character("C")], .addAction: [.character("a")],
  ]
}
