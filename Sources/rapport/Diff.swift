import ArgumentParser
import HealthReports
import NoteSyntax
import Workspace

/// `rapport diff`: how the deals differ between two commits.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows how each deal's health changed between two commits.",
    discussion: """
      Stage, gates, people found, findings new and settled, promises made, kept and broken. Without a second revision, the \
      notes on the disk are compared. Both states are told as of one day, so that only what was written makes a \
      difference; with --as-committed each as of the day of its commit, so that the time that passed counts as well.

      EXAMPLES
        rapport diff HEAD~10
        rapport diff v1 v2 --format markdown
        rapport diff main..HEAD -- notes/larkfield
        rapport diff HEAD@{1.week.ago} --as-committed
      """)

  @Argument(
    help: ArgumentHelp(
      "A commit or branch of git; with two full stops behind it, the later one as well.", valueName: "revision"))
  var from: String

  @Argument(help: ArgumentHelp("The later one. (default: the notes on the disk)", valueName: "later-revision"))
  var to: String?

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("Behind --: folders or notes to look at. (default: .)", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Tell everything as known at the end of this day. (default: today)", valueName: "YYYY-MM-DD"))
  var asOf: Day?

  @Flag(help: "Tell each state as of the day of its commit.") var asCommitted = false
  @OptionGroup var output: OutputOptions
  @Option(help: "How it is written.") var format = Show.Format.terminal
  @OptionGroup var paging: PagingOptions

  func validate() throws {
    if asOf != nil, asCommitted {
      throw ValidationError(
        en: "--as-committed has days of its own; leave --as-of out", zh: "--as-committed 自带日期，不用再写 --as-of")
    }
  }

  func run() throws {
    let range = to == nil ? from.split(separator: "..", omittingEmptySubsequences: false) : []
    let names = range.count == 2 ? range.map { $0.isEmpty ? "HEAD" : String($0) } : [from] + (to.map { [$0] } ?? [])
    let settings = try Configuration(above: paths.first ?? ".").speaking(output.lang)
    let dismissals = try DismissalFile(above: paths.first ?? ".").dismissals
    let earlier = try GitJournal.at(names[0], under: paths, for: "rapport diff")
    let before = JournalReading(
      of: earlier.notes, settings: settings, dismissals: dismissals,
      keptIn: ReadingCache(in: .ofUser, ofNotesFrom: ".", settings, count: earlier.notes.count))
    let found = names.count == 2 ? nil : try Discovery(of: paths.isEmpty ? ["."] : paths)
    let later = try found?.notes ?? GitJournal.at(names[1], under: paths, for: "rapport diff").notes
    guard !earlier.notes.isEmpty || !later.isEmpty else {
      throw Failure(
        en: "neither \(names[0]) nor \(names.count == 2 ? names[1] : "the disk") has notes there",
        zh: "\(names[0]) 和\(names.count == 2 ? " " + names[1] + " " : "磁盘上")都没有笔记")
    }
    let after = JournalReading(
      of: later, unreadable: found?.unreadable ?? [], settings: settings, dismissals: dismissals, reusing: before)
    let change = HealthChange(
      from: before.assessment(asOf: try day(of: names[0])), called: names[0],
      to: after.assessment(asOf: try day(of: names.count == 2 ? names[1] : nil)),
      called: names.count == 2 ? names[1] : output.languageWithoutNotes == .zh ? "磁盘" : "disk", language: output.lang)
    switch format {
    case .terminal: try paging.show(change.terminal(output.style))
    case .markdown: try paging.show(change.markdown())
    case .json: try paging.show(change.json())
    }
    try after.tellUnreadable(in: output.languageWithoutNotes)
  }

  private func day(of revision: String?) throws -> Day {
    if let asOf { return asOf }
    guard asCommitted, let revision else { return SystemClock.today() }
    return try GitJournal.day(of: revision, for: "rapport diff")
  }
}
