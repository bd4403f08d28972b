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
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map { EscapedField.text(of: $0) }
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
    let lines = Set(findings.map(Self.line)).sorted { $0.lexicographicallyPrecedes($1) }
    try AtomicFile.write(Array(Self.heading.utf8) + lines.flatMap { $0 + [0x0A] }, to: path, replacing: bytes)
    return lines.count
  }

  private static func line(of finding: Finding.Identity) -> [UInt8] {
    var line: [UInt8] = []
    for (index, field) in [finding.code, finding.deal, finding.subject].enumerated() {
      if index > 0 { line.append(0x09) }
      EscapedField.append(field, to: &line)
    }
    return line
  }
}
