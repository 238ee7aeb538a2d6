/// How a command ended, in the numbers of `sysexits.h`, so that a script can tell the cases apart.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case done = 0
  /// A rule of the board stands in the way.
  case refused = 1
  /// The command line itself is wrong.
  case usage = 64
  /// A text, a number or a file is not acceptable, or a board is damaged.
  case badInput = 65
  /// No such board, idea, person …
  case notFound = 66
  /// The disk, the file or the output failed.
  case failedIO = 74
  /// Somebody else is writing; nothing was changed; try again.
  case busy = 75
  /// Not for this person, or not for this account.
  case notPermitted = 77

  /// What the manual says about it.
  var meaning: String {
    switch self {
    case .done: "Done."
    case .refused: "A rule of the board stands in the way."
    case .usage: "The command line is wrong."
    case .badInput: "A text or a file is not acceptable, or a board is damaged."
    case .notFound: "There is no such board, idea or person."
    case .failedIO: "The disk, the file or the output failed."
    case .busy: "Somebody else is writing; nothing was changed; try again."
    case .notPermitted: "Not for this person, or not for this account."
    }
  }
}
