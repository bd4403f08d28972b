import HealthReports
import NoteSyntax
import Workspace

/// A file that holds a report and may lie among the notes.
struct ReportFile {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Writes the report, whole or not at all. Fails before anything is changed where the report would be read as a note, or
  /// would replace one.
  func write(_ text: String, _ format: ReportFormat, among notes: Discovery) throws {
    if JournalFolder.isNote(named: path) {
      if format != .markdown, notes.looksInto(folderOf: path) {
        throw Failure(
          en: "\(path) would be read as a note; name another folder, or a .md file with --format markdown",
          zh: "\(path) 会被当成笔记来读；请换一个文件夹，或者写 .md 文件并加 --format markdown")
      }
      if let bytes = try DataFile.contents(of: path), !bytes.isEmpty, !ReportMark.stands(in: bytes), format == .markdown
      {
        throw Failure(
          en: "\(path) is no report that rapport wrote; nothing was written, name another file",
          zh: "\(path) 不是 rapport 写的报告；没有写入，请换一个文件名")
      }
    }
    // A template of somebody's own may have left the mark out.
    let isMarked = format != .markdown || ReportMark.stands(in: text.utf8)
    try AtomicFile.write(Array((isMarked ? "" : ReportMark.line + "\n\n").utf8) + Array(text.utf8), to: path)
  }
}
