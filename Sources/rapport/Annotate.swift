import ArgumentParser
import FactReading
import NoteAnnotation
import NoteSyntax
import SourceText
import Workspace

/// `rapport annotate`: marks for what was inferred.
struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Proposes marks for what was inferred, so that it is certain and can be corrected.",
    discussion: """
      Shows a patch, for git apply or patch -p1; with --write, adds the marks and nothing else. Reading the result gives \
      the same facts, people and deals. A note is read together with its journal: the nearest folder above it with a \
      rapport.yml, else its own folder.

      Exit status: 0 nothing to propose, or written; 1 marks are proposed; 2 a note could not be read or written.

      EXAMPLES
        rapport annotate notes/acme.md                  what would be added
        rapport annotate notes/acme.md --write          adds it
        rapport annotate notes --kind people,need       names and needs only
        rapport annotate notes --min-confidence 0.8     only what is rather sure
        rapport annotate notes | git apply
      """)

  @Argument(
    help: ArgumentHelp(
      "Notes, or folders that are searched for notes (.md, .markdown, .txt); - is standard input.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Add the marks to the notes; from standard input, print the note with its marks.")
  var write = false

  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp(
      "What to mark, several with commas: facts, people, parts, deals, stages, or kinds of facts such as need or need.driver. (default: all)",
      valueName: "kind"))
  var kinds: [String] = []

  @Option(
    help: ArgumentHelp("Leave facts that are less sure than this, from 0 to 1, as they are.", valueName: "share"))
  var minConfidence = 0.0

  @Option(help: ArgumentHelp("The folder of the journal. (default: found above each note)", valueName: "folder"))
  var journal: String?

  @Option(
    help: ArgumentHelp("Tell everything as known at the end of this day. (default: today)", valueName: "YYYY-MM-DD"))
  var asOf: Day?

  @Option(help: ArgumentHelp("Take standard input for the note of this name, in place of the file.", valueName: "name"))
  var stdinFilename: String?

  @Option(help: "Language of messages: en or zh. (default: the language of the notes)")
  var lang: Language?

  func validate() throws {
    guard !paths.isEmpty || stdinFilename != nil else {
      throw ValidationError(en: "name the notes to be marked", zh: "请写明要给哪些笔记加标记")
    }
    guard (0...1).contains(minConfidence) else {
      throw ValidationError(en: "--min-confidence is a share from 0 to 1", zh: "--min-confidence 要写 0 到 1 的数")
    }
  }

  func run() throws {
    let filter = try filter()
    let name = stdinFilename ?? (paths.contains("-") ? "<stdin>" : nil)
    let files = paths.filter { $0 != "-" }
    let input = try name.map { NoteInput(path: Discovery.shown($0), bytes: try StandardStream.readInput()) }
    let selection = try NotesInJournal(of: files, in: journal, input: input)
    guard !selection.targets.isEmpty || !selection.unreadable.isEmpty else {
      throw Failure(selection.search.reasonForNone)
    }
    let configuration = try Configuration(above: journal ?? files.first ?? name ?? ".")
    let reading = JournalReading(
      of: selection.notes, unreadable: selection.unreadable, settings: configuration)
    let sources = Dictionary(reading.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let day = asOf ?? SystemClock.today()
    var annotator = Annotator(
      selection.targets.compactMap { sources[$0.readAs] }, of: reading.readings, asOf: day, filter: filter,
      settings: configuration.reading)
    let notes = Dictionary(annotator.annotate().map { ($0.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    let language = lang ?? annotator.language
    try reading.tellUnreadable(in: language)
    var report = AnnotationReport(language: language, isWriting: write)
    for target in selection.targets {
      guard let note = notes[target.readAs] else {
        report.failed += 1
        continue
      }
      do throws(AtomicFile.Failure) {
        try put(note, to: target)
        report.add(note, path: target.path, fromInput: target.isInput)
      } catch {
        report.failed += 1
        report.add(failure: error)
      }
    }
    try StandardStream.output.write(report.output)
    try StandardStream.error.write(report.messages)
    if report.failed > 0 || !selection.search.unreadable.isEmpty { throw ExitCode(2) }
    if !write, report.marks > 0 { throw ExitCode(1) }
  }

  private func put(_ note: Annotator.AnnotatedNote, to target: NotesInJournal.Target) throws(AtomicFile.Failure) {
    guard write, note.marks > 0, !target.isInput else { return }
    try AtomicFile.write(note.annotated.bytes, to: target.path, replacing: note.source.bytes)
  }

  private func filter() throws -> AnnotationFilter {
    let names = kinds.flatMap { $0.split(separator: ",").map(String.init) }
    switch AnnotationFilter.only(names) {
    case .success(var filter):
      filter.minimumConfidence = minConfidence
      return filter
    case .failure(let unknown):
      let meant = Spelling.closest(to: unknown.name, among: AnnotationFilter.names)
      throw Failure(
        en: "--kind \(unknown.name) is no kind of mark; "
          + (meant.map { "did you mean \($0)?" }
            ?? "there are facts, people, parts, deals, stages, and kinds of facts such as need or need.driver"),
        zh: "--kind \(unknown.name)：没有这种标记；"
          + (meant.map { "是不是想说 \($0)？" }
            ?? "有 facts、people、parts、deals、stages，还有事实的种类，如 need、need.driver"))
    }
  }
}
