import ArgumentParser
import DealHealth
import FactReading
import FindingFormats
import SourceText
import Workspace

/// `rapport check`: what is missing, place by place.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what is missing, with the lines that show it.",
    discussion: """
      Findings go to standard output, everything else to standard error. Exit status: 0 nothing to warn of, 1 warnings \
      or errors (info does not count), 2 the check could not be made.

      EXAMPLES
        rapport check notes
        rapport check notes --format concise --lang zh
        rapport check --staged           what the next commit leaves open
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "How findings are written: \(FindingFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"))
  var format = FindingFormat.full

  @Flag(help: "Check what is staged in git: findings that have to do with the staged notes.")
  var staged = false

  func run() throws {
    if staged { try checkStaged() } else { try check(options.read(output)) }
  }

  private func checkStaged() throws {
    guard options.stdinFilename == nil, !options.paths.contains("-") else {
      throw Failure(message: "--staged takes the notes from git; leave standard input out")
    }
    let staged = try StagedJournal(of: options.paths)
    guard !staged.changed.isEmpty else {
      try StandardStream.error.write(
        output.languageWithoutNotes == .zh ? "rapport：没有暂存的笔记\n" : "rapport: no note is staged\n")
      return
    }
    try check(JournalReading(of: staged.notes, settings: staged.configuration.reading), only: staged.changed)
  }

  private func check(_ reading: JournalReading, only changed: Set<String>? = nil) throws {
    let assessment = reading.assessment(asOf: options.day)
    let findings = changed.map(assessment.findings(touching:)) ?? assessment.findings
    let language = output.lang ?? assessment.journal.language
    let sources = Dictionary(reading.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    try StandardStream.output.write(
      format.render(findings, sources: sources, language: language, style: output.style))
    try StandardStream.error.write(summary(findings, of: reading, in: language))
    if findings.contains(where: { $0.severity > .info }) { throw ExitCode(1) }
  }

  private func summary(_ findings: [Finding], of reading: JournalReading, in language: Language) -> String {
    let notes = reading.sources.count
    let unread = reading.unreadable.count
    let deals = Set(findings.compactMap(\.deal)).count
    switch language {
    case .zh:
      let gaps =
        findings.isEmpty ? "没有发现缺口" : "\(findings.count) 条提醒" + (deals == 0 ? "" : "，涉及 \(deals) 个商机")
      return "rapport：读了 \(notes) 篇笔记\(unread == 0 ? "" : "，\(unread) 处读不了")；\(gaps)\n"
    case .en:
      let gaps =
        findings.isEmpty
        ? "nothing found missing" : findings.count.of("finding") + (deals == 0 ? "" : " about \(deals.of("deal"))")
      return "rapport: \(notes.of("note")) read\(unread == 0 ? "" : ", \(unread) unreadable"); \(gaps)\n"
    }
  }
}

extension Int {
  /// The number with what it counts.
  fileprivate func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension FindingFormat: ExpressibleByArgument {
  /// A format by its name.
  public init?(argument: String) {
    guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  /// The name, for help.
  public var defaultValueDescription: String { name }

  /// What may be given.
  public static var allValueStrings: [String] { all.map(\.name) }
}
