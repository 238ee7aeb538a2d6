import CellGrid
import Foundation

/// A real program in a real terminal of a known size: a tmux server of its own, on a private socket.
///
/// ```
/// try TmuxTerminal.run([TmuxTerminal.built("hothouse"), "open", board], size: Size(width: 80, height: 24)) { terminal in
///   try terminal.waitFor("Empathise")
///   terminal.press("n")
///   terminal.type("A shared desk")
///   try terminal.waitFor("A shared desk")
/// }
/// ```
public final class TmuxTerminal {
  private let socket = "hothouse-test-\(getpid())-\(UInt32.random(in: .min ... .max))"
  private let environment: [String: String]
  private static let pane = "pane:0.0"

  /// Starts a program, runs `body`, and ends the program and the terminal however that went.
  /// - Parameters:
  ///   - command: the program's path and its arguments.
  ///   - environment: of the program, beside PATH, HOME, TERM and LANG; a nil value takes one of these away.
  ///   - term: the TERM that the program sees. tmux itself always behaves as tmux-256color.
  public static func run<Result>(
    _ command: [String], environment: [String: String?] = [:], size: Size = Size(width: 80, height: 24),
    term: String = "tmux-256color", _ body: (TmuxTerminal) throws -> Result
  ) throws -> Result {
    let terminal = try TmuxTerminal(command, environment: environment, size: size, term: term)
    defer { terminal.close() }
    return try body(terminal)
  }

  /// The path of an executable that the package builds, which lies beside the tests.
  public static func built(_ product: String) -> String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: product).path(percentEncoded: false)
  }

  /// Starts a program; `close()` must be called. Several may be open at once.
  public init(
    _ command: [String], environment: [String: String?] = [:], size: Size = Size(width: 80, height: 24),
    term: String = "tmux-256color"
  ) throws {
    let outer = ProcessInfo.processInfo.environment
    self.environment = ["PATH": outer["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"]
    var inner: [String: String] = [
      "PATH": outer["PATH"] ?? "/usr/bin:/bin", "HOME": outer["HOME"] ?? "/", "TERM": term, "LANG": "C.UTF-8",
    ]
    for (name, value) in environment { inner[name] = value }
    let assignments = inner.map { "\($0.key)=\($0.value)" }.sorted()
    try tmux(
      ["start-server", ";", "set", "-g", "exit-empty", "off", ";", "set", "-g", "remain-on-exit", "on", ";"]
        + ["set", "-g", "status", "off", ";", "set", "-s", "escape-time", "0", ";"]
        + ["set", "-g", "history-limit", "1000", ";"]
        + ["set", "-g", "default-terminal", "tmux-256color", ";", "set", "-g", "remain-on-exit-format", "", ";"]
        + ["new-session", "-d", "-s", "pane", "-x", "\(size.width)", "-y", "\(size.height)"]
        + ["env", "-i"] + assignments + command)
  }

  deinit {
    close()
  }

  /// Ends the program and the terminal. Harmless when that has been done already.
  public func close() {
    _ = try? tmux(["kill-server"])
  }
}

// MARK: - What a person does

extension TmuxTerminal {
  /// Presses keys by their names as keymaps have them: `"n"`, `"Enter"`, `"ctrl-s"`, `"shift-tab"`, `"PgUp"`.
  public func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name), let known = TmuxTerminal.tmuxName(key) else {
        preconditionFailure("There is no key “\(name)”.")
      }
      attempt(["send-keys", "-t", TmuxTerminal.pane, TmuxTerminal.quoted(known)])
    }
  }

  /// Types a text, character by character; a line break in it is Enter.
  public func type(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { press("Enter") }
      if !line.isEmpty {
        attempt(["send-keys", "-t", TmuxTerminal.pane, "-l", "--", TmuxTerminal.quoted(String(line))])
      }
    }
  }

  /// Sends bytes exactly as they are, such as half of an escape sequence.
  public func send(bytes: some Sequence<UInt8>) {
    attempt(["send-keys", "-t", TmuxTerminal.pane, "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes a text as a terminal does, in brackets where the program has asked for them.
  public func paste(_ text: String) {
    attempt(["set-buffer", "-b", "paste", "--", TmuxTerminal.quoted(text)])
    attempt(["paste-buffer", "-p", "-b", "paste", "-t", TmuxTerminal.pane])
  }

  /// Presses and releases the left button over a cell, as a terminal tells it to a program that asked for the mouse.
  public func click(_ point: Point) {
    let place = "\(point.x + 1);\(point.y + 1)"
    send(bytes: "\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m".utf8)
  }

  /// Turns the wheel over a cell.
  public func roll(_ action: Mouse.Action, at point: Point, times: Int = 1) {
    let button = action == .wheelUp ? 64 : 65
    for _ in 0..<times { send(bytes: "\u{1B}[<\(button);\(point.x + 1);\(point.y + 1)M".utf8) }
  }

  /// Where words begin on the screen, of which every character takes one column.
  public func point(of words: String) -> Point? {
    for (y, line) in screen.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let range = line.firstRange(of: words) else { continue }
      return Point(x: line.distance(from: line.startIndex, to: range.lowerBound), y: y)
    }
    return nil
  }

  /// Gives the window another size.
  public func resize(_ size: Size) {
    attempt(["resize-window", "-t", TmuxTerminal.pane, "-x", "\(size.width)", "-y", "\(size.height)"])
  }

  /// Closes the terminal under the running program, as a lost connection does.
  public func hangUp() {
    attempt(["kill-session", "-t", "pane"])
  }

  /// tmux takes a semicolon at the end of an argument for the end of a command.
  private static func quoted(_ text: String) -> String {
    text.hasSuffix(";") ? text.dropLast() + "\\;" : text
  }

  private func attempt(_ arguments: [String]) {
    // What went wrong shows as the screen that the test waits for not appearing.
    _ = try? tmux(arguments)
  }

  private static func tmuxName(_ key: Key) -> String? {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .ctrl(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .backTab: "BTab"
    case .function(let number): "F\(number)"
    case .modified(let modifiers, let named):
      (modifiers.contains(.ctrl) ? "C-" : "") + (modifiers.contains(.alt) ? "M-" : "")
        + (modifiers.contains(.shift) ? "S-" : "") + tmuxName(named)
    case .paste, .mouse, .resize, .hangUp: nil
    default: NamedKey.allCases.first { $0.key == key }.map(tmuxName)
    }
  }

  private static func tmuxName(_ named: NamedKey) -> String {
    switch named {
    case .escape: "Escape"
    case .insert: "IC"
    case .delete: "DC"
    case .backspace: "BSpace"
    default: named.rawValue
    }
  }
}

// MARK: - What a person sees

extension TmuxTerminal {
  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    case exited(Int)
    case killed(signal: Int)
  }

  /// Something that was waited for and did not come.
  public struct Unmet: Error, CustomStringConvertible {
    public let awaited: String
    public let screen: String
    public var description: String { "Waited in vain for \(awaited). The screen:\n\(screen)" }
  }

  /// The screen's lines, without the spaces at their ends.
  public var screen: String {
    (try? tmux(["capture-pane", "-p", "-t", TmuxTerminal.pane])) ?? ""
  }

  /// The screen with the escape sequences for its colours and attributes.
  public var styledScreen: String {
    (try? tmux(["capture-pane", "-p", "-e", "-t", TmuxTerminal.pane])) ?? ""
  }

  /// Whatever tmux knows of the pane by a format, such as `#{alternate_on}` or `#{pane_title}`.
  public func state(_ format: String) -> String {
    let value = try? tmux(["display-message", "-p", "-t", TmuxTerminal.pane, format])
    return value?.trimmingCharacters(in: .newlines) ?? ""
  }

  /// How the program ended; nil while it runs.
  public var ending: Ending? {
    let parts = state("#{pane_dead},#{pane_dead_status},#{pane_dead_signal}").split(
      separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "1" else { return nil }
    if let signal = Int(parts[2]) { return .killed(signal: signal) }
    if let status = Int(parts[1]) { return .exited(status) }
    // tmux sometimes misses that a program has ended, until another that it started does.
    attempt(["run-shell", "true"])
    return nil
  }

  /// Waits until the screen holds a text, and gives that screen.
  @discardableResult
  public func waitFor(_ text: String, within limit: Duration = .seconds(60)) throws -> String {
    try waitFor("“\(text)”", within: limit) { $0.contains(text) }
  }

  /// Waits until the screen no longer holds a text, and gives that screen.
  @discardableResult
  public func waitUntilGone(_ text: String, within limit: Duration = .seconds(60)) throws -> String {
    try waitFor("“\(text)” to go", within: limit) { !$0.contains(text) }
  }

  /// Waits until the screen is as wanted, and gives it.
  /// - Parameter awaited: what is waited for, for the message when it does not come.
  @discardableResult
  public func waitFor(
    _ awaited: String, within limit: Duration = .seconds(60), _ isMet: (String) -> Bool
  ) throws -> String {
    try poll(awaited, within: limit) {
      let screen = self.screen
      return isMet(screen) ? screen : nil
    }
  }

  /// Waits until what tmux knows of the pane by a format is a certain value.
  public func waitFor(state format: String, _ value: String, within limit: Duration = .seconds(60)) throws {
    try poll("\(format) to be “\(value)”", within: limit) { state(format) == value ? true : nil }
  }

  /// Waits until the program has ended.
  public func waitForEnding(within limit: Duration = .seconds(60)) throws -> Ending {
    try poll("the program to end", within: limit) { ending }
  }

  /// Asks again and again until there is an answer: tmux tells nobody when a screen changes.
  @discardableResult
  public func poll<Answer>(
    _ awaited: String, within limit: Duration = .seconds(60), _ answer: () throws -> Answer?
  ) throws -> Answer {
    let deadline = ContinuousClock.now + limit
    while true {
      if let answer = try answer() { return answer }
      guard ContinuousClock.now < deadline else { throw Unmet(awaited: awaited, screen: screen) }
      usleep(10_000)
    }
  }
}

// MARK: - tmux itself

extension TmuxTerminal {
  /// tmux refused a command.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let command = ["tmux", "-u", "-L", socket, "-f", "/dev/null"] + arguments
    // A file rather than a pipe: a pipe ends only when nothing that another test has started holds it, and the server
    // goes on.
    var template = Array("/tmp/hothouse-test-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw POSIXError(.EMFILE) }
    unlink(template)
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    let status = try ChildProcess.run(
      command, environment: environment, output: .descriptor(file), errors: .descriptor(file))
    try handle.seek(toOffset: 0)
    let output = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    guard status == 0 else { throw Failure(description: "tmux: \(output)") }
    return output
  }
}
