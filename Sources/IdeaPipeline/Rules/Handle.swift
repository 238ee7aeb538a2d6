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
        "“\(TextRule.name.clean(handle))” cannot be a handle: use 1–32 lower-case letters, digits, “-” or “_”.")
    }
  }

  /// A handle made from a display name: "Zoë O’Neil" gives "zoe-oneil". Empty when nothing of the name is left.
  public static func suggestion(for name: String) -> String {
    var handle = ""
    for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if scalar.isASCII, isAllowed(UInt8(scalar.value)) {
        handle.unicodeScalars.append(scalar)
      } else if scalar.properties.isWhitespace, handle.last != "-" {
        handle.append("-")
      }
    }
    let trimmed = handle.drop { $0 == "-" || $0 == "_" }.prefix(32)
    return String(trimmed.reversed().drop { $0 == "-" }.reversed())
  }

  /// The handles named with "@" in a text, in order, each once.
  public static func mentions(in text: String) -> [String] {
    var found: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || "(),;:!?\"“”".contains($0) }) where word.first == "@" {
      let handle = word.dropFirst().lowercased().prefix { $0.utf8.allSatisfy(isAllowed) }
      if !handle.isEmpty, !found.contains(String(handle)) { found.append(String(handle)) }
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
