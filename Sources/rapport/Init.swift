import ArgumentParser
import Workspace

/// `rapport init`: a first `rapport.yml`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a first \(Configuration.fileName) from what the notes show, and writes it when told to.",
    discussion: """
      The file has the people who seem to be your own, with how often they are named; deals with their other names, kind \
      of selling and language stand in it as comments. It is shown first. On a terminal you are asked whether to write it; \
      elsewhere it is written with --write alone. Never over an existing file.

      EXAMPLES
        rapport init notes
        rapport init notes --write
        rapport config notes             what is in force afterwards
      """)

  @Argument(help: ArgumentHelp("The folder of the notes. (default: .)", valueName: "folder"), completion: .directory)
  var folder = "."
  @Flag(help: "Write it without asking.") var write = false
  @Flag(help: "Show it, and neither ask nor write.") var dryRun = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if write, dryRun {
      throw ValidationError(en: "--write writes and --dry-run does not; choose one", zh: "--write 要写，--dry-run 不写，请选一个")
    }
  }

  func run() throws {
    let discovery = try Discovery(of: [folder])
    guard !discovery.notes.isEmpty else {
      throw Failure(discovery.reasonForNone)
    }
    let reading = JournalReading(
      of: discovery.notes, unreadable: discovery.unreadable, settings: Configuration())
    let assessment = reading.assessment(asOf: SystemClock.today())
    let language = output.lang ?? assessment.journal.language
    let first = FirstConfiguration(of: assessment, in: language)
    let file = try FirstConfiguration.place(in: folder)
    try reading.tellUnreadable(in: language)
    try StandardStream.output.write(first.text)
    func tell(_ en: String, _ zh: String) throws {
      try StandardStream.error.write(language == .zh ? "rapport：\(zh)" : "rapport: \(en)")
    }
    if let above = file.above {
      try tell(
        "\(above) will have no say about these notes any more: the nearest file counts\n",
        "\(above) 里的设置就不再管这些笔记了：离得最近的一个说了算\n")
    }
    var isWanted = write
    if !write, !dryRun, StandardStream.isConversation {
      try tell("write it to \(file.path)? [y/N] ", "写到 \(file.path) 吗？[y/N] ")
      isWanted = Self.agrees(readLine() ?? "")
    }
    guard isWanted else {
      return try tell("nothing is written; --write writes it to \(file.path)\n", "没有写入；--write 会写到 \(file.path)\n")
    }
    try AtomicFile.create(Array(first.text.utf8), at: file.path)
    try tell("wrote \(file.path)\n", "写好了 \(file.path)\n")
  }

  /// Whether an answer is a yes in either language; everything else, silence included, is a no.
  private static func agrees(_ answer: String) -> Bool {
    ["y", "yes", "是", "好", "好的", "写"].contains(answer.lowercased().filter { !$0.isWhitespace })
  }
}
