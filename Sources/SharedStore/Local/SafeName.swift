import Foundation

/// A file name made of any text, distinct for distinct texts: letters, digits, "-" and "_" stay, other bytes become
/// `%XX`. A text too long for a file name keeps its beginning and ends in a digest of the whole.
func safeName(_ text: String) -> String {
  let escaped = text.utf8.map { byte in
    isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + twoDigits(byte)
  }.joined()
  guard escaped.utf8.count > longestName else { return escaped.isEmpty ? "%" : escaped }
  return "\(escaped.prefix(longestName - 18))%%\(digest(text))"
}

/// The text that `safeName` made a file name of; nil when it was too long to be kept, or is none of ours.
func textOfSafeName(_ name: String) -> String? {
  if name == "%" { return "" }
  var bytes: [UInt8] = []
  var rest = Array(name.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      guard isPlain(byte) else { return nil }
      bytes.append(byte)
      continue
    }
    guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
      return nil
    }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}

/// Room for what `replaceFile` puts round a name, in the 255 bytes that file systems allow.
private let longestName = 200

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}

private func twoDigits(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// FNV-1a: only keeps names apart, and keeps nothing secret.
private func digest(_ text: String) -> String {
  let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
