import ArgumentParser
import Workspace

/// `rapport init`: a first `rapport.yml`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a first \(Configuration.fileName) from what the notes show, never over an existing one.",
    discussion: """
      The file has the people who seem to be your own, with how often they are named; deals with their other names, kind \
      of selling and language stand in it as comments. What is written is shown; with --dry-run it is only shown.

      EXAMPLES
        rapport init notes --dry-run
        rapport init notes
        rapport config notes             what is in force afterwards
      """)

  @Argument(help: ArgumentHelp("The folder of the notes. (default: .)", valueName: "folder"), completion: .directory)
  var folder = "."
  @Flag(help: "Show what would be written, and write nothing.") var dryRun = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let discovery = try Discovery(of: [folder])
    guard !discovery.notes.isEmpty else {
      throw Failure(message: discovery.reasonForNone(in: output.languageWithoutNotes))
    }
    let reading = JournalReading(
      of: discovery.notes, unreadable: discovery.unreadable, settings: Configuration())
    let assessment = reading.assessment(asOf: SystemClock.today())
    let language = output.lang ?? assessment.journal.language
    let first = FirstConfiguration(of: assessment, in: language)
    let file = try FirstConfiguration.place(in: folder)
    if !dryRun { try AtomicFile.create(Array(first.text.utf8), at: file.path) }
    try reading.tellUnreadable(in: language)
    try StandardStream.output.write(first.text)
    let isChinese = language == .zh
    var lines = [
      dryRun
        ? isChinese
          ? "没有写入；去掉 --dry-run 会写到 \(file.path)" : "nothing is written; without --dry-run it goes to \(file.path)"
        : isChinese ? "写好了 \(file.path)" : "wrote \(file.path)"
    ]
    if let above = file.above {
      lines.append(
        isChinese
          ? "\(above) 里的设置不再管这些笔记：离得最近的一个说了算"
          : "\(above) has no say about these notes any more: the nearest file counts")
    }
    try StandardStream.error.write(lines.map { isChinese ? "rapport：\($0)\n" : "rapport: \($0)\n" }.joined())
  }
}
