import SourceText

/// The first line of a Markdown report: by it a report that lies among notes is not taken for one of them, and what it
/// quotes is not read again.
public enum ReportMark {
  /// The line, without a line feed: a comment, which no reader of Markdown shows.
  public static let line = "<!-- rapport: report; not a note -->"

  /// Whether a file begins with the line.
  public static func stands(in bytes: some Collection<UInt8>) -> Bool {
    let bom: [UInt8] = [0xEF, 0xBB, 0xBF]
    return (bytes.starts(with: bom) ? bytes.dropFirst(3) : bytes[...]).starts(with: line.utf8)
  }
}
