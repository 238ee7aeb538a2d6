import CellGrid
import IdeaPipeline
import Testing

@testable import Settings

@Suite("The configuration")
struct ConfigurationTests {
  private let commands = ["advance", "send_back", "new_idea"]

  private func read(_ text: String) throws -> (configuration: Configuration, mistakes: [String]) {
    let (configuration, mistakes) = try Configuration.read(text, file: "c.yaml", commands: commands)
    return (configuration, mistakes.map { String($0.description.dropFirst("c.yaml:".count)) })
  }

  @Test("Everything it can say")
  func everything() throws {
    let (configuration, mistakes) = try read(
      """
      theme: light
      mouse: no
      escape_delay: 120
      lines: ascii
      dates: iso
      keys:
        advance: ">"
        send_back: ["<", alt-left, f7]
        new_idea: none
      """)
    #expect(mistakes == [])
    #expect(configuration.theme == "light")
    #expect(!configuration.isMouseOn)
    #expect(configuration.escapeDelay == .milliseconds(120))
    #expect(configuration.lines == .ascii)
    #expect(configuration.dates == .iso)
    #expect(configuration.keys.map(\.command) == ["advance", "send_back", "send_back", "send_back", "new_idea"])
    #expect(
      configuration.keys.map(\.key)
        == [.character(">"), .character("<"), .modified(.alt, .left), .function(7), nil])
  }

  @Test("What is wrong is told with its place, and the rest applies")
  func mistakes() throws {
    let (configuration, mistakes) = try read(
      """
      theem: light
      mouse: maybe
      escape_delay: 9000
      lines: asci
      dates: iso
      keys:
        advanse: a
        advance: [ctrl-1, b]
        send_back: { a: b }
      """)
    #expect(
      mistakes == [
        "1:1: Unknown key “theem” in the configuration. Did you mean “theme”?",
        "2:8: “mouse” takes “yes” or “no”, not “maybe”.",
        "3:15: “escape_delay” takes a whole number from 0 to 2000, not “9000”.",
        "4:8: “lines” cannot be “asci”: it is one of “auto”, “unicode”, “ascii”. Did you mean “ascii”?",
        "7:3: There is no command “advanse”; “hothouse keys” lists them. Did you mean “advance”?",
        "8:13: “ctrl-1” is no key. Keys are written n, N, \">\", ctrl-n, alt-n, f2, enter, space, pgup.",
        "9:14: “send_back” takes a text, not a group of keys.",
      ])
    #expect(configuration.dates == .iso)
    #expect(configuration.isMouseOn)
    #expect(configuration.keys.map(\.key) == [.character("b")])
  }

  @Test("No file is no mistake; one that is no YAML leaves everything as it is, and says where")
  func files() throws {
    let scratch = try Scratch()
    let absent = Configuration.read(paths: scratch.paths, commands: commands)
    #expect(absent.configuration == Configuration())
    #expect(absent.mistakes.isEmpty && !absent.isThere)
    let path = try scratch.write("theme: [light\nmouse: no\n", to: "config/hothouse/config.yaml")
    let broken = Configuration.read(paths: scratch.paths, commands: commands)
    #expect(broken.configuration == Configuration())
    #expect(broken.isThere && broken.file == path)
    #expect(broken.mistakes.first?.line == 2)
    try scratch.write("", to: "config/hothouse/config.yaml")
    #expect(Configuration.read(paths: scratch.paths, commands: commands).mistakes == [])
  }
}
