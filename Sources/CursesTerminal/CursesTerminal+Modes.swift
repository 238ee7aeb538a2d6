import CNcurses
import CellGrid
import Foundation

extension CursesTerminal {
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  /// Presses, releases and the wheel, with coordinates beyond 223.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
  private static let titlePush = "\u{1B}[22;2t"
  private static let titlePop = "\u{1B}[23;2t"

  /// Asks the terminal for what terminfo has no names for.
  func enterModes() {
    guard profile.takesEscapes else { return }
    send(CursesTerminal.pasteOn + (isMouseOn ? CursesTerminal.mouseOn : ""))
  }

  func leaveModes() {
    guard profile.takesEscapes else { return }
    // Also when the process was asked to end, which need not mean that the terminal is gone.
    write(CursesTerminal.modesOff + (title != nil && profile.stacksTitles ? CursesTerminal.titlePop : ""))
    title = nil
  }

  private static var modesOff: String { mouseOff + pasteOff }

  /// All that gives the terminal back, for when nothing but bytes can be sent any more.
  static func leaving(_ profile: TerminalProfile, titleIsSet: Bool) -> [UInt8] {
    let modes = profile.takesEscapes ? modesOff : ""
    let title = titleIsSet && profile.stacksTitles ? titlePop : ""
    return Array((modes + title).utf8) + profile.leaving
  }

  /// Takes the mouse or leaves it to the terminal, for selecting and copying.
  public func setMouse(_ isOn: Bool) {
    guard isOn != isMouseOn else { return }
    isMouseOn = isOn
    if profile.takesEscapes { send(isOn ? CursesTerminal.mouseOn : CursesTerminal.mouseOff) }
  }

  /// Names the window, where the terminal has titles. The one before comes back with `restore`, where the terminal
  /// remembers it.
  public func setTitle(_ title: String) {
    guard let marks = profile.title, title != self.title else { return }
    if self.title == nil {
      let leaving = CursesTerminal.leaving(profile, titleIsSet: true)
      cn_rescue_bytes(leaving, Int32(leaving.count))
      if profile.stacksTitles { send(CursesTerminal.titlePush) }
    }
    self.title = title
    let text = title.prefix(200).flatMap(Glyph.glyphs(of:)).map(\.text).joined()
    send(marks.start + (profile.isUTF8 ? text : GlyphSubstitutes.plain(text)) + marks.end)
  }

  /// Offers a text to the clipboard. Many terminals, and tmux as it comes, take no notice and say nothing, so this
  /// never means that the text is there. A text of more than 50,000 bytes is not offered.
  public func offerToClipboard(_ text: String) {
    guard profile.takesEscapes, text.utf8.count <= 50_000 else { return }
    send("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}")
  }

  /// Rings the bell.
  public func ring() { send("\u{7}") }

  /// Sends bytes past ncurses, which has nothing waiting between two flushes.
  func send(_ text: String) {
    if !hasHungUp { write(text) }
  }

  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
