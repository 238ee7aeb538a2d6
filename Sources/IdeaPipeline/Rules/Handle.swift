import Foundation

/// Handles: how people are named in "@ann" and on the command line.
public enum Handle {
  /// Refuses anything but 1–32 lower-case letters of ASCII, digits, "-" and "_", starting with a letter or digit.
  public static func check(_ handle: String) throws(Refusal) {
    guard !handle.isEmpty, handle.utf8.count <= 32, handle.utf8.allSatisfy(isAllowed), handle.first != "-",
      handle.first != "_"
    else {
      throw Refusal(
        .badInput,
        "“\(TextRule.name.clean(handle))” cannot be a handle:",
        instead: "use 1–32 lower-case letters, digits, “-” or “_”.")
    }
  }

  /// A handle made from a display name: "Zoë O’Neil" gives "zoe-oneil". Empty when nothing of the name is left.
  public static func suggestion(for name: String) -> String {
    var handle = ""
    for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if scalar.isASCII, isAllowed(UInt8(scalar.value)) {
        handle.unicodeScalars.append(scalar)
      } else if let letters = latin[scalar] {
        handle += letters
      } else if scalar.properties.isWhitespace, handle.last != "-" {
        handle.append("-")
      }
    }
    let start = handle.drop { $0 == "-" || $0 == "_" }.prefix(32)
    return String(start.reversed().drop { $0 == "-" }.reversed())
  }

  /// Latin letters that do not decompose into an ASCII letter and a mark.
  private static let latin: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
  ]

  /// The handles named with "@" in a text, in order, each once. An address such as "a@b.org" names nobody.
  public static func mentions(in text: String) -> [String] {
    var found: [String] = []
    var previous: Character = " "
    var rest = text[...]
    while let at = rest.firstIndex(of: "@") {
      if at > rest.startIndex { previous = rest[rest.index(before: at)] }
      rest = rest[rest.index(after: at)...]
      let handle = rest.prefix { $0.lowercased().utf8.allSatisfy(isAllowed) }.lowercased()
      let startsWord = !(previous.isLetter || previous.isNumber || ".-_@".contains(previous))
      if startsWord, !handle.isEmpty, !found.contains(handle) { found.append(handle) }
      previous = "@"
    }
    return found
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
