import FactReading
import NoteAnnotation
import SourceText
import Workspace

/// What `rapport annotate` prints.
struct AnnotationReport {
  let language: Language
  let isWriting: Bool
  /// For standard output: the patch, or the note that came from standard input.
  private(set) var output = ""
  /// How many marks there are, in all notes.
  private(set) var marks = 0
  /// Notes that could not be read or written.
  var failed = 0
  private var lines: [String] = []
  private var notes = 0
  private var left = 0

  init(language: Language, isWriting: Bool) {
    self.language = language
    self.isWriting = isWriting
  }

  /// Takes up a note that is known as `path`.
  mutating func add(_ note: Annotator.AnnotatedNote, path: String, fromInput: Bool = false) {
    if !isWriting { output += UnifiedDiff(from: note.source, to: note.annotated, path: path).text }
    if isWriting, fromInput { output += note.annotated.text(of: Span(0, note.annotated.bytes.count)) }
    marks += note.marks
    if note.marks > 0 { notes += 1 }
    left += note.left.count
    guard !note.left.isEmpty else { return }
    let places = Set(note.left.map(\.evidence.line)).sorted().map(String.init).joined(separator: say(", ", "、"))
    lines.append(
      say(
        "\(path): \(note.left.count.of("fact")) that no mark can say, left as they are (line \(places))",
        "\(path)：有 \(note.left.count) 条事实用标记说不准，保持原样（第 \(places) 行）"))
  }

  /// Takes up a note that could not be written.
  mutating func add(failure: AtomicFile.Failure) { lines.append("\(failure.path): \(failure.detail)") }

  /// For standard error.
  var messages: String {
    var summary = say("nothing to mark", "没有可加的标记")
    if marks > 0 {
      summary =
        isWriting
        ? say("\(marks.of("mark")) added to \(notes.of("note"))", "给 \(notes) 篇笔记加了 \(marks) 个标记")
        : say(
          "\(marks.of("mark")) proposed in \(notes.of("note")); --write adds them",
          "建议在 \(notes) 篇笔记里加 \(marks) 个标记；--write 会写入")
    }
    if left > 0 { summary += say("; \(left.of("fact")) left as they are", "；\(left) 条事实保持原样") }
    let prefix = say("rapport: ", "rapport：")
    return (lines + [summary]).map { prefix + InertText.terminal($0) + "\n" }.joined()
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
}
