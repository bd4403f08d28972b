/// One line of a `.gitignore`, in bytes, with git's meaning (gitignore(5) and git's `wildmatch`).
struct IgnorePattern: Hashable, Sendable {
  /// The pattern without `!`, without a leading or trailing slash; escapes still in it.
  let glob: [UInt8]
  /// A line that takes back what an earlier one left out (`!…`).
  let isNegated: Bool
  /// A line that means folders only (`…/`).
  let matchesOnlyFolders: Bool
  /// A line with a slash in it means a path from its file's folder; one without, a name at any depth.
  let isAnchored: Bool

  /// Reads a line without its line break; nil for empty lines and comments.
  init?(line: ArraySlice<UInt8>) {
    var line = Self.withoutTrailingSpaces(line)
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    isNegated = first == UInt8(ascii: "!")
    if isNegated { line = line.dropFirst() }
    matchesOnlyFolders = line.last == UInt8(ascii: "/")
    if matchesOnlyFolders { line = line.dropLast() }
    isAnchored = line.contains(UInt8(ascii: "/"))
    if line.first == UInt8(ascii: "/") { line = line.dropFirst() }
    guard !line.isEmpty else { return nil }
    glob = Array(line)
  }

  /// Whether the pattern names `path`, which counts from the folder of the pattern's file.
  func matches(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    guard isDirectory || !matchesOnlyFolders else { return false }
    if isAnchored { return Self.matches(glob[...], path) }
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path
    return Self.matches(glob[...], name)
  }

  /// Spaces at the end count only behind a backslash.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var at = line.startIndex
    while at < line.endIndex {
      if line[at] == UInt8(ascii: "\\") {
        at = min(at + 2, line.endIndex)
        end = at
      } else {
        at += 1
        if line[at - 1] != UInt8(ascii: " ") { end = at }
      }
    }
    return line[..<end]
  }
}

extension IgnorePattern {
  /// Matches with two places to come back to, the last `*` and the last `**`: an earlier star never needs to give up
  /// what it took, so the time is at most the product of the two lengths.
  static func matches(_ glob: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    let wildcards = glob.firstIndex { "*?[\\".utf8.contains($0) } ?? glob.endIndex
    var pattern = glob.startIndex
    var at = text.startIndex
    var star: (pattern: Int, text: Int)?
    var stars: (pattern: Int, text: Int)?

    while true {
      if pattern < glob.endIndex, glob[pattern] == UInt8(ascii: "*") {
        let begin = pattern
        while pattern < glob.endIndex, glob[pattern] == UInt8(ascii: "*") { pattern += 1 }
        // Behind a prefix without wildcards git sees the beginning of a pattern: `log**/x` is more than `log*/x`.
        let isWhole =
          pattern - begin > 1 && (begin == wildcards || glob[begin - 1] == slash)
          && (pattern == glob.endIndex || glob[pattern] == slash)
        if isWhole {
          if pattern == glob.endIndex { return true }
          // `**/` stands for any number of folders, none included: try at this folder, and later at the next.
          pattern += 1
          stars = (pattern, at)
          star = nil
        } else {
          star = (pattern, at)
        }
        continue
      }
      if at == text.endIndex {
        if pattern == glob.endIndex { return true }
      } else if pattern < glob.endIndex, let next = matchOne(glob, pattern, text[at]) {
        pattern = next
        at += 1
        continue
      }
      if let (back, from) = star, from < text.endIndex, text[from] != slash {
        star = (back, from + 1)
        (pattern, at) = (back, from + 1)
      } else if let (back, from) = stars, let next = text[from...].firstIndex(of: slash) {
        stars = (back, next + 1)
        star = nil
        (pattern, at) = (back, next + 1)
      } else {
        return false
      }
    }
  }

  /// The place behind the one-byte element at `pattern` when it stands for `byte`; nil when it does not.
  private static func matchOne(_ glob: ArraySlice<UInt8>, _ pattern: Int, _ byte: UInt8) -> Int? {
    switch glob[pattern] {
    case UInt8(ascii: "?"): return byte == UInt8(ascii: "/") ? nil : pattern + 1
    case UInt8(ascii: "["): return matchSet(glob, pattern, byte)
    case UInt8(ascii: "\\"):
      guard pattern + 1 < glob.endIndex else { return nil }
      return glob[pattern + 1] == byte ? pattern + 2 : nil
    case byte: return pattern + 1
    default: return nil
    }
  }

  /// `[a-z]`, `[!a-z]`, `[[:digit:]]`; a set that is never closed matches nothing, and none matches a slash.
  private static func matchSet(_ glob: ArraySlice<UInt8>, _ pattern: Int, _ byte: UInt8) -> Int? {
    var at = pattern + 1
    guard at < glob.endIndex else { return nil }
    let isNegated = glob[at] == UInt8(ascii: "!") || glob[at] == UInt8(ascii: "^")
    if isNegated { at += 1 }
    var holds = false
    var previous: UInt8?
    var isFirst = true
    while true {
      guard at < glob.endIndex else { return nil }
      var element = glob[at]
      if element == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      if element == UInt8(ascii: "-"), let low = previous, at + 1 < glob.endIndex, glob[at + 1] != UInt8(ascii: "]") {
        at += 1
        var high = glob[at]
        if high == UInt8(ascii: "\\") {
          at += 1
          guard at < glob.endIndex else { return nil }
          high = glob[at]
        }
        if low <= byte, byte <= high { holds = true }
        previous = nil
        at += 1
        continue
      }
      if element == UInt8(ascii: "["), at + 1 < glob.endIndex, glob[at + 1] == UInt8(ascii: ":") {
        guard let close = glob[(at + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if close > at + 2, glob[close - 1] == UInt8(ascii: ":") {
          guard let isMember = characterClass(glob[(at + 2)..<(close - 1)], byte) else { return nil }
          if isMember { holds = true }
          previous = nil
          at = close + 1
          continue
        }
      }
      if element == UInt8(ascii: "\\") {
        at += 1
        guard at < glob.endIndex else { return nil }
        element = glob[at]
      }
      if element == byte { holds = true }
      previous = element
      at += 1
    }
    return holds != isNegated && byte != UInt8(ascii: "/") ? at + 1 : nil
  }

  /// Whether `byte` belongs to a POSIX class of the C locale; nil for an unknown name.
  private static func characterClass(_ name: ArraySlice<UInt8>, _ byte: UInt8) -> Bool? {
    let isUpper = byte &- 0x41 < 26
    let isLower = byte &- 0x61 < 26
    let isDigit = byte &- 0x30 < 10
    let isGraphic = byte > 0x20 && byte < 0x7F
    switch String(decoding: name, as: UTF8.self) {
    case "alnum": return isUpper || isLower || isDigit
    case "alpha": return isUpper || isLower
    case "blank": return byte == 0x20 || byte == 0x09
    case "cntrl": return byte < 0x20 || byte == 0x7F
    case "digit": return isDigit
    case "graph": return isGraphic
    case "lower": return isLower
    case "print": return isGraphic || byte == 0x20
    case "punct": return isGraphic && !(isUpper || isLower || isDigit)
    case "space": return byte == 0x20 || (0x09...0x0D).contains(byte)
    case "upper": return isUpper
    case "xdigit": return isDigit || (byte | 0x20) &- 0x61 < 6
    default: return nil
    }
  }
}
