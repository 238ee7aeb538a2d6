import IdeaPipeline

/// What `update` wants done: a plain value, carried out elsewhere and answered with a `Message`.
///
/// Effects on the store are carried out in the order given, off the thread that draws.
public enum Effect: Sendable {
  /// List the boards: `boards`.
  case loadBoards
  /// Open the board with this name and follow it: `opened` or `notOpened`, then `changes` and `here` until `closeBoard`.
  case openBoard(name: String)
  /// Stop following the open board and close it.
  case closeBoard
  /// Read from the open board: the message of the same name, or `loadFailed`. At most one of each kind is under way.
  case load(Load)

  /// Carry out the operations as the viewer, all in one transaction or none: `submitted`, `refused` or `notSaved`.
  case submit(SubmissionToken, [any Operation])
  /// As `submit`, without a name: nothing that is stored or seen by others says who it was. What it posts can be edited
  /// from this connection alone, by another submission of this kind, and undone by nobody.
  case submitSealed(SubmissionToken, [any Operation])
  /// Carry out each by itself, so that a refusal of one does not stop the others; together they are one deed. Each is
  /// answered like `submit`.
  case submitEach([Part])
  /// Carry out the operations as this person, entered by the viewer, all or none; answered like `submit`.
  case submitFor(PersonID, SubmissionToken, [any Operation])
  /// Take back these operations of the viewer, the last one first, all or none; answered like `submit`.
  case undo(SubmissionToken, [OperationID])

  /// Keep what is being typed. Sent at every change: of several for one place only the last counts, but it must be on the
  /// disk before `quit` ends the process.
  case saveDraft(DraftPlace, Draft)
  /// Forget what was typed there.
  case discardDraft(DraftPlace)
  /// Read all drafts of this person on the open board: `draftsFound`.
  case loadDrafts
  /// Show others that the person is active, and whether they are writing; what the step keeps to itself is not shown. Send it
  /// at a key press, no oftener than every few seconds.
  case active(isWriting: Bool)
  /// Remember that the person has seen everything up to this sequence number.
  case markVisited(seq: Int)

  /// Offer a text to the terminal's clipboard (OSC 52); whether it is taken cannot be known.
  case offerClipboard(String)
  /// Have the terminal report the mouse, or leave the mouse to the terminal.
  case setMouse(on: Bool)
  /// Open a text in the person's own editor: `edited` with at most so many characters, or `storeTrouble`.
  case edit(String, limit: Int)
  /// Begin later visits of this account with the theme of this name.
  case keepTheme(String)
  /// Ring the terminal's bell once.
  case ring
  /// Draw every cell again.
  case redraw
  /// Stop like any program at Ctrl-Z; draw everything again afterwards.
  case suspend
  /// Put the terminal back and end. What was submitted before is still carried out, and its answer taken in, so that a
  /// draft that has become an idea is not offered again.
  case quit
}

extension Effect {
  /// One of several operations that a command comes to.
  public struct Part: Sendable {
    public let token: SubmissionToken
    public let operation: any Operation
  }
}

/// Something to read from the open board.
public enum Load: Hashable, Sendable {
  case summary
  case page(IdeaQuery)
  case idea(IdeaReference)
  /// Everyone on the board.
  case people
  /// All teams with who is in them and who waits.
  case teams
  /// All rounds with their results.
  case rounds
  /// All sessions with their agendas.
  case sessions
  /// All actions.
  case actions
  /// Who is connected to the board.
  case present
  /// What merging these ideas into another would do to the votes.
  case mergePreview([IdeaID], into: IdeaID)
  /// What "undo" would take back when nothing done in this visit is left.
  case undoOffer
  /// The last things that happened before a sequence number (nil: up to now), newest first.
  case recent(before: Int?, limit: Int)
  /// Ideas and comments that hold the words, best first.
  case search(words: String)
  /// The few ideas near a title being typed.
  case similar(title: String)
}
