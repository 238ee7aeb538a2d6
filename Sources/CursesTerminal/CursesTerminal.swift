import CNcurses
import CellGrid
import Foundation

/// The terminal: shows grids and waits for keys. The only part of the program that knows ncurses, of which there is
/// one a process; so is this. To be used from the thread that opened it, `waker` excepted.
public final class CursesTerminal {
  /// What to ask of a terminal.
  public struct Options: Sendable {
    /// After how long ESC on its own is the Esc key and not the beginning of another.
    public var escapeDelay: Duration
    /// Whether the mouse is taken; while it is, the terminal's own selecting needs Shift.
    public var isMouseOn: Bool
    public var lines: Lines

    public init(escapeDelay: Duration = .milliseconds(50), isMouseOn: Bool = false, lines: Lines = .auto) {
      self.escapeDelay = escapeDelay
      self.isMouseOn = isMouseOn
      self.lines = lines
    }
  }

  /// What lines, bars and marks are drawn with.
  public enum Lines: Hashable, Sendable {
    /// Unicode where the locale has it.
    case auto
    /// Unicode although the locale says otherwise: it is often lost on the way to another machine.
    case unicode
    /// ASCII, for terminals and fonts that draw the others wrong. What people wrote stays as it is.
    case ascii
  }

  /// What ended a wait.
  public enum Event: Hashable, Sendable {
    case key(Key)
    /// Somebody called `Waker.wake()`.
    case woken
    /// The deadline has come.
    case timedOut
  }

  /// The largest screen that is drawn; what a window has beyond it stays empty.
  public static let largestSize = Size(width: 500, height: 300)

  /// What is not as the environment says, in sentences for the person.
  public let notices: [String]
  /// The screen's size now.
  public internal(set) var size: Size
  /// Whether the mouse is taken.
  public internal(set) var isMouseOn: Bool

  let profile: TerminalProfile
  var decoder: KeyDecoder
  var keys: ArraySlice<Key> = []
  var hasHungUp = false
  let signalDescriptor: Int32

  var palette: Palette
  var substitutes: GlyphSubstitutes
  var inks: [Style: Palette.Ink] = [:]
  /// What is on the screen; nil when that is not known.
  var shown: Grid?
  /// The window's title, as it was sent; nil when it is not ours.
  var title: String?
  private var isOpen = true

  /// Takes over the terminal on standard input and output.
  /// - Throws: `TerminalError` when there is none, or none that can show screens; the terminal is then untouched.
  public init(_ options: Options = Options()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    profile = try TerminalProfile(
      environment: ProcessInfo.processInfo.environment, lines: options.lines)
    // Both before ncurses, which then leaves these signals alone, and so that nothing is missed.
    signalDescriptor = cn_signals_catch()
    let leaving = CursesTerminal.leaving(profile, titleIsSet: false)
    cn_rescue_arm(leaving, Int32(leaving.count))
    guard cn_screen_open(profile.name) else {
      cn_rescue_disarm()
      cn_signals_release()
      throw .refused(terminal: profile.name)
    }
    notices = profile.notices
    decoder = KeyDecoder(sequences: profile.sequences)
    decoder.escapeDelay = options.escapeDelay
    palette = Palette(depth: profile.colours)
    isMouseOn = options.isMouseOn
    substitutes = GlyphSubstitutes(linesInASCII: options.lines == .ascii)
    size = CursesTerminal.windowSize()
    cn_screen_resize(Int32(size.width), Int32(size.height))
    enterModes()
  }

  deinit {
    restore()
  }

  /// Wakes `nextEvent` from any thread.
  public var waker: Waker { Waker() }

  /// Gives the terminal back as it was. Harmless when that has been done already.
  public func restore() {
    guard isOpen else { return }
    isOpen = false
    leaveModes()
    cn_screen_close()
    cn_rescue_disarm()
    cn_signals_release()
  }

  /// Gives the terminal to the shell as Ctrl-Z does, and returns when the person comes back.
  public func suspend() {
    guard isOpen else { return }
    leaveModes()
    cn_screen_pause()
    cn_stop_until_continued()
    resume()
  }

  /// Gives the terminal to another program for as long as `body` runs, then takes it again.
  public func lend<Result>(_ body: () -> Result) -> Result {
    guard isOpen else { return body() }
    leaveModes()
    cn_screen_pause()
    let result = body()
    resume()
    return result
  }

  /// Takes the terminal again after something else had it.
  func resume() {
    cn_screen_resume()
    enterModes()
    updateSize()
    redraw()
  }

  static func windowSize() -> Size {
    var columns = Int32(0)
    var rows = Int32(0)
    guard cn_window_size(&columns, &rows) else { return Size(width: 80, height: 24) }
    return Size(
      width: min(Int(columns), largestSize.width), height: min(Int(rows), largestSize.height))
  }

  /// Whether the size is another than before.
  @discardableResult
  func updateSize() -> Bool {
    let now = CursesTerminal.windowSize()
    cn_screen_resize(Int32(now.width), Int32(now.height))
    shown = nil
    defer { size = now }
    return now != size
  }
}
