import Foundation
import IdeaPipeline

/// Questions and answers, a line each: what a screen reader can follow and a script can answer.
final class Console {
  let shell: Shell
  /// The choices that were read out last: hearing them again after each answer would tire.
  private var known: [String] = []

  private let lines = LineReader()

  init(shell: Shell) { self.shell = shell }

  /// The input has ended: there is nobody to ask any more.
  struct Ended: Error {}

  /// One thing to choose.
  struct Choice {
    let words: String
    let action: () throws -> Void

    init(_ words: String, _ action: @escaping () throws -> Void) {
      self.words = words
      self.action = action
    }
  }

  func say(_ words: String) throws { try shell.print { $0.paragraph(words) } }

  /// Asks for one line; an empty one is an answer.
  func ask(_ question: String) throws -> String {
    try say(question)
    try shell.output.send("> ")
    return try line().trimmingCharacters(in: .whitespaces)
  }

  /// The next line. Where there is nobody any more, nothing need reach them either.
  private func line() throws -> String {
    if let line = lines.line() { return line }
    try? shell.output.send("\n")
    throw Ended()
  }

  /// Asks for one of the choices by number and does it; false when 0, the way back, was chosen.
  func choose(_ title: String, _ choices: [Choice], back: String) throws -> Bool {
    let words = [title] + choices.map(\.words)
    let isKnown = words == known
    known = words
    try say(title)
    if !isKnown {
      for (place, choice) in choices.enumerated() { try say("\(place + 1)  \(choice.words)") }
    }
    let answer = try ask(isKnown ? "A number; Enter alone reads the choices again. 0  \(back)" : "0  \(back)")
    if answer == "0" { return false }
    if answer.isEmpty, isKnown {
      known = []
      return true
    }
    guard let number = Int(answer), choices.indices.contains(number - 1) else {
      try say(answer.isEmpty ? "Type a number and press Enter." : "“\(answer)” is none of the numbers above.")
      return true
    }
    try choices[number - 1].action()
    return true
  }

  /// Asks whether to do something.
  func confirm(_ question: String) throws -> Bool {
    let answer = try ask("\(question) 1 yes, 0 no.").lowercased()
    return ["1", "y", "yes"].contains(answer)
  }

  /// Asks for a text of several lines, ended by an empty one.
  /// - Parameter kept: is given everything typed so far after each line, so that nothing is lost with the connection.
  func text(_ question: String, from start: String = "", kept: (String) -> Void) throws -> String {
    try say("\(question) Several lines are fine; an empty line ends it.")
    var lines = start.isEmpty ? [] : [start]
    while true {
      try shell.output.send("> ")
      let line = try line()
      if line.isEmpty { return lines.joined(separator: "\n") }
      lines.append(line)
      kept(lines.joined(separator: "\n"))
    }
  }
}
