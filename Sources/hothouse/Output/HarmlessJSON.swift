import Foundation
import Interchange

/// JSON as commands print it: every scalar that could disturb a terminal is escaped, so that the text is exact and
/// still harmless.
enum HarmlessJSON {
  /// One value on one line, without a line break.
  static func line(_ value: some Encodable) throws -> String { escaped(try JSONText.line(value)) }

  /// One array with an element a line.
  static func array(_ values: [some Encodable]) throws -> String {
    if values.isEmpty { return "[]\n" }
    return "[\n" + (try values.map { try line($0) }.joined(separator: ",\n")) + "\n]\n"
  }

  /// JSON with what disturbs escaped; the value it stands for stays the same.
  static func escaped(_ json: String) -> String {
    // The encoder escapes the control characters of ASCII, but for DEL.
    if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
    var text = ""
    for scalar in json.unicodeScalars {
      if scalar != "\n", HarmlessText.disturbs(scalar) {
        for unit in String(scalar).utf16 { text += "\\u" + hexadecimal(unit) }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension Shell {
  /// Prints one JSON value on a line of its own.
  func printJSON(_ value: some Encodable) throws { try output.send(HarmlessJSON.line(value) + "\n") }

  /// Prints one JSON array.
  func printJSON(array values: [some Encodable]) throws { try output.send(HarmlessJSON.array(values)) }
}
