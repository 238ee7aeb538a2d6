import CellGrid
import CursesTerminal
import Foundation

/// A small program for the terminal's tests: shows what it is sent, and misbehaves when asked to.
///
/// Ctrl-Q ends, Ctrl-A aborts, Ctrl-T traps, Ctrl-G reads a bad address, Ctrl-E exits without giving the terminal
/// back, Ctrl-W wakes itself from a thread, Ctrl-Z suspends, Ctrl-L redraws, Ctrl-X toggles the mouse, Ctrl-O names
/// the window, Ctrl-D waits for a deadline. `--log FILE` writes each line to a file too, `--show TEXT` draws a text.
@main
struct TerminalProbe {
  private var lines: [String] = []
  private let arguments = CommandLine.arguments
  private let terminal: CursesTerminal

  static func main() {
    do throws(TerminalError) {
      var probe = TerminalProbe(terminal: try CursesTerminal())
      probe.run()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(69)
    }
  }

  private init(terminal: CursesTerminal) {
    self.terminal = terminal
  }

  private mutating func run() {
    terminal.notices.forEach { note("notice \($0)") }
    note("ready")
    var deadline: ContinuousClock.Instant?
    while true {
      terminal.present(grid())
      switch terminal.nextEvent(until: deadline) {
      case .woken: note("woken")
      case .timedOut:
        note("timed out")
        deadline = nil
      case .key(.ctrl("q")):
        terminal.restore()
        print("probe ended")
        return
      case .key(.hangUp):
        note("hang-up")
        terminal.restore()
        exit(7)
      case .key(.ctrl("d")): deadline = .now + .milliseconds(20)
      case .key(let key):
        note(TerminalProbe.describe(key))
        misbehave(key)
      }
    }
  }

  private func misbehave(_ key: Key) {
    switch key {
    case .ctrl("a"): abort()
    case .ctrl("t"): print([Int]()[lines.count])
    case .ctrl("g"): print(UnsafePointer<Int>(bitPattern: 8)?.pointee ?? 0)
    case .ctrl("e"): exit(3)
    case .ctrl("w"):
      let waker = terminal.waker
      Thread.detachNewThread { waker.wake() }
    case .ctrl("z"): terminal.suspend()
    case .ctrl("l"): terminal.redraw()
    case .ctrl("x"): terminal.setMouse(!terminal.isMouseOn)
    case .ctrl("o"): terminal.setTitle("probe\u{1B} title")
    default: break
    }
  }

  private mutating func note(_ line: String) {
    lines.append(line)
    guard let path = option("--log") else { return }
    let whole = lines.joined(separator: "\n") + "\n"
    try? whole.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func option(_ name: String) -> String? {
    guard let place = arguments.firstIndex(of: name), arguments.indices.contains(place + 1) else { return nil }
    return arguments[place + 1]
  }

  private func grid() -> Grid {
    var grid = Grid(terminal.size, theme: TerminalProbe.theme)
    let (header, rest) = grid.bounds.split(top: 1)
    grid.draw("─ probe \(terminal.size.width)x\(terminal.size.height) ●●", in: header, .accent)
    var body = rest
    if let text = option("--show") {
      grid.draw(text, in: rest, .text)
      grid.draw("danger", row: 1, in: rest, .danger)
      grid.draw("selected", row: 1, in: rest.inset(left: 8), .selected)
      body = rest.split(top: 2).rest
    }
    grid.draw(lines: lines.suffix(body.height).map { StyledText($0) }, in: body)
    return grid
  }

  private static let theme = Theme(
    name: "probe", isLight: false,
    appearances: [
      .accent: Appearance(foreground: .fixed(214), attributes: .bold),
      .danger: Appearance(foreground: .rgb(255, 0, 0), background: .ansi(4)),
      .selected: Appearance(attributes: [.reverse, .underline]),
    ])

  private static func describe(_ key: Key) -> String {
    switch key {
    case .paste(let text): "paste \(text.debugDescription)"
    case .resize(let size): "resize \(size.width)x\(size.height)"
    case .mouse(let mouse):
      "\(mouse.action) \(mouse.button.map { "\($0)" } ?? "–") at \(mouse.point.x),\(mouse.point.y) clicks \(mouse.clicks)"
    default: "key \(key.name ?? "?")"
    }
  }
}
