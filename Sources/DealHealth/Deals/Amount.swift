/// A sum of money in a sentence.
public struct Amount: Sendable {
  /// How much, in whole units of its currency.
  public let value: Double
  /// As written: `42万`, `420,000`.
  public let words: String

  /// The only sum in `text`; nil when there is none or several, for then nobody can tell which is meant.
  public init?(only text: String) {
    let found = Self.all(in: text)
    guard found.count == 1 else { return nil }
    self = found[0]
  }

  /// Every sum in `text`, in order.
  static func all(in text: String) -> [Amount] {
    let bytes = Array(text.utf8)
    var found: [Amount] = []
    var at = 0
    while at < bytes.count {
      guard isDigit(bytes, at) else {
        at += 1
        continue
      }
      let start = at
      while isDigit(bytes, at) || isJoint(bytes, at) { at += 1 }
      if let amount = amount(bytes, start, at) { found.append(amount) }
    }
    return found
  }

  private init(value: Double, words: String) {
    self.value = value
    self.words = words
  }

  private static func amount(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Amount? {
    // What touches a letter, a hyphen or a slash is a date, a version or part of a name.
    if start > 0, bytes[start - 1] < 0x80, ![0x20, 0x24, 0x28].contains(bytes[start - 1]) { return nil }
    guard let number = Double(String(decoding: bytes[start..<end].filter { $0 != 0x2C }, as: UTF8.self)) else {
      return nil
    }
    let rest = bytes[end...]
    // Some part numbers from Han text: 42 万.
    let spaced = rest.first == 0x20 ? rest.dropFirst() : rest
    for (unit, factor) in units where (unit[0] < 0x80 ? rest : spaced).starts(with: unit) {
      let past = (unit[0] < 0x80 ? rest : spaced).startIndex + unit.count
      return Amount(value: number * factor, words: String(decoding: bytes[start..<past], as: UTF8.self))
    }
    if let next = rest.first, next < 0x80, ![0x20, 0x2C, 0x2E, 0x29, 0x3B, 0x23].contains(next) { return nil }
    // Without a unit only a number that is hardly a year, a count or a size.
    guard number >= 3000, !rest.starts(with: Array("台".utf8)), !rest.starts(with: Array("年".utf8)) else { return nil }
    return Amount(value: number, words: String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private static let units: [([UInt8], Double)] = [
    (Array("万".utf8), 10_000), (Array("亿".utf8), 100_000_000), (Array("元".utf8), 1), (Array("k".utf8), 1000),
    (Array("K".utf8), 1000), (Array("m".utf8), 1_000_000), (Array("M".utf8), 1_000_000),
  ]

  private static func isDigit(_ bytes: [UInt8], _ at: Int) -> Bool { at < bytes.count && bytes[at] &- 0x30 < 10 }

  /// A comma or full stop between digits.
  private static func isJoint(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 1 < bytes.count && (bytes[at] == 0x2C || bytes[at] == 0x2E) && isDigit(bytes, at + 1)
  }
}
