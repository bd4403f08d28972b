import DealHealth

/// The file beside the notes that says what was missing when a team began to look: `rapport-baseline.tsv`. Its findings
/// are not shown again, so that new ones are seen; what has been settled since is taken out, and the file only shrinks.
///
/// A finding has a line of its own, `code TAB deal TAB subject`, with `\\t`, `\\n` and `\\\\` for what would break it, and lines
/// are ordered by their bytes: two people's changes meet as rarely as can be.
public struct BaselineFile: Sendable {
  /// The file's name.
  public static let fileName = "rapport-baseline.tsv"

  /// The file as the user knows it; where it would be written when there is none.
  public let path: String
  /// Its findings.
  public let known: Set<Finding.Identity>
  /// Its contents; nil when there is none.
  let bytes: [UInt8]?

  private static let heading = "# What was missing when this file was written; rapport check does not show it again.\n"

  /// The file that belongs to the notes at `path`: the nearest one in their folder or above, or the place for it.
  public init(above path: String) throws(Configuration.Fault) {
    let file = try Configuration.companion(named: Self.fileName, of: path, limit: 1 << 24)
    try self.init(parsing: file.bytes, path: file.path)
  }

  /// Reads `bytes`, the contents of the file at `path`; nil for a file that is not there.
  init(parsing bytes: [UInt8]?, path: String) throws(Configuration.Fault) {
    self.path = path
    self.bytes = bytes
    guard let bytes else {
      known = []
      return
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Configuration.Fault(
        path: path, line: 1, detail: Text(en: "is not UTF-8; save it as UTF-8", zh: "不是 UTF-8；请另存为 UTF-8"))
    }
    var known = Set<Finding.Identity>()
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty || line.first == 0x23 { continue }
      if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: { line.starts(with: $0.utf8) }) {
        throw Configuration.Fault(
          path: path, line: index + 1,
          detail: Text(
            en: "has merge conflicts; keep the lines of both sides", zh: "有合并冲突；两边的行都留下就行"))
      }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map(Self.unescaped)
      guard fields.count == 3 else {
        throw Configuration.Fault(
          path: path, line: index + 1,
          detail: Text(
            en: "is no line of a baseline (code, deal and subject with tabs between); write it anew with "
              + "rapport check --write-baseline",
            zh: "不是基线的一行（代码、商机、对象，用制表符隔开）；用 rapport check --write-baseline 重写"))
      }
      known.insert(Finding.Identity(deal: fields[1], code: fields[0], subject: fields[2]))
    }
    self.known = known
  }

  /// Writes the file with `findings`, in one step; tells how many lines it has.
  @discardableResult
  public func write(_ findings: some Sequence<Finding.Identity>) throws(AtomicFile.Failure) -> Int {
    let lines = Set(findings.map { [$0.code, $0.deal, $0.subject].map(Self.escaped).joined(separator: "\t") }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let text = Self.heading + lines.map { $0 + "\n" }.joined()
    try AtomicFile.write(Array(text.utf8), to: path, replacing: bytes)
    return lines.count
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.contains { $0 == 0x5C || $0 < 0x20 }
      ? text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
        .replacing("\r", with: "\\r") : text
  }

  private static func unescaped(_ field: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscape = false
    for byte in field {
      if isEscape {
        bytes.append(
          byte == UInt8(ascii: "t") ? 0x09 : byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "r") ? 0x0D : byte)
        isEscape = false
      } else if byte == 0x5C {
        isEscape = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
