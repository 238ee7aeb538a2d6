import Foundation
import SharedStore

/// The person's own editor, for a longer text.
struct ExternalEditor {
  /// Why a text did not come back, as a sentence.
  struct Failure: Error {
    let sentence: String
  }

  let environment: [String: String]

  /// Opens the text in $VISUAL, else $EDITOR, else vi, and gives back what was saved there. To be called while nobody
  /// else uses the terminal. What is longer than `limit` characters stays in its file, so that nothing of it is lost.
  func edit(_ text: String, limit: Int) throws(Failure) -> String {
    let file = try write(text)
    let status = run(on: file)
    guard status == 0 else {
      throw Failure(sentence: "\(name) ended with an error (\(status)); your text is as before, and also in \(file).")
    }
    guard let bytes = FileManager.default.contents(atPath: file), bytes.count <= 1 << 20,
      let edited = String(validating: bytes, as: UTF8.self)
    else { throw Failure(sentence: "What \(name) saved cannot be read as text; it is still in \(file).") }
    // Editors end a file with a line break that nobody typed.
    let whole = edited.hasSuffix("\n") && !text.hasSuffix("\n") ? String(edited.dropLast()) : edited
    guard whole.count <= limit else {
      throw Failure(
        sentence: "What you wrote has \(whole.count) characters, and \(limit) fit: it is whole in \(file).")
    }
    try? FileManager.default.removeItem(atPath: file)
    return whole
  }

  private var name: String {
    let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return chosen ?? "vi"
  }

  private func write(_ text: String) throws(Failure) -> String {
    let directory = BoardLocation.stateHome(environment: environment) + "/editing"
    let file = "\(directory)/text-\(UInt64.random(in: .min ... .max)).txt"
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(sentence: "There is no room for the text of an editor in \(directory); yours is as before.")
    }
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw Failure(sentence: "The text could not be written to \(file); yours is as before.") }
    return file
  }

  /// A shell runs it, since the variable may hold options. As system(3) does, this process meanwhile ignores the keys
  /// that interrupt, which are meant for the editor.
  private func run(on file: String) -> Int32 {
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ["sh", "-c", "\(name) \"$1\"", "hothouse", file]
    let arguments = words.map { word in strdup(word) }
    defer { arguments.forEach { free($0) } }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { variables.forEach { free($0) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, arguments + [nil], variables + [nil]) == 0 else { return -1 }
    var status = Int32(0)
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return -1 } }
    // The exit status, or the signal that ended it.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
