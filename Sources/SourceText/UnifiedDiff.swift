/// The change of one file as a patch that `git apply` and `patch -p1` take.
///
/// Lines end in line feeds, as in both programs: a carriage return before it is part of the line. Both files have to have
/// the same number of lines, as a note with and without marks has.
public struct UnifiedDiff: Sendable {
  /// The text; empty when nothing differs. Bytes of the files are kept as they are.
  public let text: String

  /// Compares two versions of the file at `path`; both have equally many lines.
  public init(from old: SourceFile, to new: SourceFile, path: String) {
    let (before, after) = (Self.lines(of: old.bytes), Self.lines(of: new.bytes))
    let changed = before.indices.filter { $0 < after.count && before[$0] != after[$0] }
    guard !changed.isEmpty, before.count == after.count else {
      text = ""
      return
    }
    var bytes = Array("--- \(Self.name("a", path))\n+++ \(Self.name("b", path))\n".utf8)
    var next = 0
    while next < changed.count {
      var last = next
      while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * Self.context { last += 1 }
      let range =
        max(0, changed[next] - Self.context)..<min(before.count, changed[last] + Self.context + 1)
      bytes += Array("@@ -\(range.lowerBound + 1),\(range.count) +\(range.lowerBound + 1),\(range.count) @@\n".utf8)
      var line = range.lowerBound
      while line < range.upperBound {
        guard before[line] != after[line] else {
          Self.add(" ", before[line], to: &bytes)
          line += 1
          continue
        }
        let end = (line..<range.upperBound).first { before[$0] == after[$0] } ?? range.upperBound
        for old in line..<end { Self.add("-", before[old], to: &bytes) }
        for new in line..<end { Self.add("+", after[new], to: &bytes) }
        line = end
      }
      next = last + 1
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Compares two versions of the file at `path`, whose lines may be of any number: all between the first and the last
  /// change is one. Without an old file (`isNew`), `old` has no bytes.
  public init(around old: SourceFile, to new: SourceFile, path: String, isNew: Bool) {
    let (before, after) = (Self.lines(of: old.bytes), Self.lines(of: new.bytes))
    let same = zip(before, after).prefix { $0 == $1 }.count
    let rest = zip(before.dropFirst(same).reversed(), after.dropFirst(same).reversed()).prefix { $0 == $1 }.count
    guard same < before.count || same < after.count else {
      text = ""
      return
    }
    let start = max(0, same - Self.context)
    let tail = min(rest, Self.context)
    let (oldEnd, newEnd) = (before.count - rest, after.count - rest)
    func place(_ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }
    var bytes = Array("--- \(isNew ? "/dev/null" : Self.name("a", path))\n+++ \(Self.name("b", path))\n".utf8)
    bytes += Array("@@ -\(place(oldEnd + tail - start)) +\(place(newEnd + tail - start)) @@\n".utf8)
    for line in before[start..<same] { Self.add(" ", line, to: &bytes) }
    for line in before[same..<oldEnd] { Self.add("-", line, to: &bytes) }
    for line in after[same..<newEnd] { Self.add("+", line, to: &bytes) }
    for line in before[oldEnd..<oldEnd + tail] { Self.add(" ", line, to: &bytes) }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Unchanged lines around a change.
  private static let context = 3

  private static func add(_ sign: String, _ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes += Array(sign.utf8) + line
    if line.last != 0x0A { bytes += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Lines with their line feeds.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for at in bytes.indices where bytes[at] == 0x0A {
      lines.append(bytes[start...at])
      start = at + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// A file's name in a header: in quotes, as C writes them, when it has a character that would end it; with a tab behind
  /// it when it has a blank, so that `patch` reads it to its end.
  private static func name(_ side: String, _ path: String) -> String {
    let relative = path.drop { $0 == "/" }
    guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) else {
      return "\(side)/\(relative)" + (path.utf8.contains(0x20) ? "\t" : "")
    }
    var quoted = "\"\(side)/"
    for scalar in relative.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let octal = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
