import ArgumentParser
import DealJournal
import FactReading
import SourceText
import Workspace

/// `rapport new`: a note is started.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Starts a note, with what is still open for the deal as questions to ask; never over an existing one.",
    discussion: """
      The note is called by its day and the deal, and lies where the latest note about the deal does. The questions stand in \
      a comment that is read as nothing, and so does a note that is not filled in. Its path goes to standard output.

      It is made from \(NoteTemplate.fileName) beside \(Configuration.fileName), if there is one: a note with {{title}}, {{deal}}, \
      {{account}}, {{date}} and {{questions}} ({{标题}}, {{商机}}, {{客户}}, {{日期}}, {{问题}}) where these are to stand.

      EXAMPLES
        rapport new Larkfield notes
        rapport new Larkfield notes --open       in $VISUAL or $EDITOR
        rapport new 长风纺织 notes --print         shows it and writes nothing
        $EDITOR "$(rapport new Larkfield notes)"
      """)

  @Argument(
    help: ArgumentHelp("A deal's name, its customer's or a part of it. (default: none)", valueName: "deal"),
    completion: NameCompletion.deals)
  var deal = ""
  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Flag(name: .customLong("print"), help: "Show the note, and write nothing.") var isPrinted = false
  @Flag(help: "Open it in the editor that VISUAL or EDITOR names; one that is there already is opened as it is.")
  var open = false

  func validate() throws {
    if isPrinted, open {
      throw ValidationError(
        en: "--print writes no note that --open could open; choose one", zh: "--print 不写笔记，--open 没有可打开的；请选一个")
    }
    if options.stdinFilename != nil || options.paths.contains("-") {
      throw ValidationError(
        en: "a new note goes to a file; leave standard input out", zh: "新笔记要写进文件，不能从标准输入读")
    }
  }

  func run() throws {
    let editor = open ? try TextEditor() : nil
    let reading = try options.read(output, allowingNone: true)
    let assessment = reading.assessment(asOf: options.day)
    let found = try self.found(in: assessment.journal)
    let note = NewNote(
      about: found, named: deal, on: options.day, in: reading, assessment, template: try options.noteTemplate(),
      folder: options.folder, language: output.lang)
    if isPrinted { return try StandardStream.output.write(note.text) }
    let isThere = try !created(note)
    try StandardStream.output.write(note.path + "\n")
    try tell(
      note, isNew: found == nil && !deal.isEmpty, isThere: isThere,
      closest: assessment.journal.dealName(closestTo: deal))
    try editor?.open(note.path)
  }

  /// The deal that is meant; nil when the notes know none of the name.
  private func found(in journal: Journal) throws -> Deal? {
    guard !deal.isEmpty else { return nil }
    let deals = journal.deals(called: deal)
    guard deals.count > 1 else { return deals.first }
    let names = deals.map { "\"\($0.id)\"" }
    throw Failure(
      en: InertText.terminal(
        "\(deal) means \(deals.count) deals; choose \(names.prefix(5).joined(separator: ", "))"
          + (names.count > 5 ? " or one of \(names.count - 5) more" : "")),
      zh: InertText.terminal(
        "\(deal) 可以指 \(deals.count) 个商机；请选一个：\(names.prefix(5).joined(separator: "、"))"
          + (names.count > 5 ? "，另有 \(names.count - 5) 个" : "")))
  }

  /// Writes the note; tells whether it did, or found one to be opened.
  private func created(_ note: NewNote) throws -> Bool {
    do {
      try AtomicFile.create(Array(note.text.utf8), at: note.path)
      return true
    } catch {
      guard error.isThere else { throw error }
      guard !open else { return false }
      throw Failure(
        en: "\(note.path) is there already and stays as it is; --open opens it",
        zh: "\(note.path) 已经有了，没有动它；加 --open 可以打开")
    }
  }

  private func tell(_ note: NewNote, isNew: Bool, isThere: Bool, closest: String?) throws {
    let language = note.language
    var text: String
    switch language {
    case .zh:
      text = isThere ? "\(note.path) 已经有了，直接打开" : "新建了 \(note.path)"
      if !isThere, note.questionCount > 0 { text += "，里面有 \(note.questionCount) 个要问的" }
      if isNew { text += "；笔记里还没有叫 \(deal) 的商机" + (closest.map { "，是不是 \($0)？" } ?? "") }
      text = "rapport：\(InertText.terminal(text))\n"
    case .en:
      text = isThere ? "\(note.path) is there already and is opened" : "wrote \(note.path)"
      if !isThere, note.questionCount > 0 { text += ", with \(note.questionCount.of("question"))" }
      if isNew { text += "; no deal is called \(deal) yet" + (closest.map { ", did you mean \($0)?" } ?? "") }
      text = "rapport: \(InertText.terminal(text))\n"
    }
    try StandardStream.error.write(text)
  }
}
