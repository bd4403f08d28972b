import ArgumentParser
import DealHealth
import FactReading
import HealthReports
import NoteSyntax
import SourceText
import Workspace

/// `rapport watch`: a report that is always of now.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keeps a report up to date: within a second of a save it tells of what was saved.",
    discussion: """
      Without --site and --output the report is shown in the terminal. A Markdown file among the notes is fit for \
      --output: a report is never read as a note. Only what changed is read and written again. Ctrl-C ends it.

      EXAMPLES
        rapport watch notes
        rapport watch notes --site ~/pipeline
        rapport watch ~/vault --output ~/vault/Deals.md --link-base 'obsidian://open?vault=vault'
        rapport watch notes --at-risk --lang zh
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var telling: ReportOptions
  @OptionGroup var layout: LayoutOptions
  @Option(
    help: ArgumentHelp(
      "Keep a site of pages in this folder: the pipeline, each deal, person and week. Foreign files in it stay.",
      valueName: "folder"))
  var site: String?
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Keep the report in this file, by default in the format of its ending: .md, .html, .json or .txt.",
      valueName: "file"))
  var outputFile: String?
  @Flag(help: "Look for changes in intervals, as folders on another machine need it.") var poll = false

  func validate() throws {
    if options.stdinFilename != nil || options.paths.contains("-") {
      throw ValidationError(
        en: "watch reads files; standard input does not change", zh: "watch 看的是文件，标准输入不会变")
    }
    if telling.privacy.redact, telling.privacy.redactKey == nil {
      throw ValidationError(
        en: "aliases have to stay the same while this runs; add --redact-key", zh: "运行期间化名要保持不变，请加上 --redact-key")
    }
    if site != nil, outputFile != nil {
      throw ValidationError(
        en: "--site and --output are two places; name one", zh: "--site 和 --output 是两个地方，请选一个")
    }
    if site != nil, telling.privacy.audience != .team {
      throw ValidationError(
        en: "--site tells the team of everything; for a customer, keep one page with --output",
        zh: "--site 是给团队看的，什么都写；给客户看的，用 --output 写成一页")
    }
    if site != nil { try layout.validateForSite() }
    if let outputFile, layout.format == nil, ReportFormat(ofFileNamed: outputFile) == nil {
      throw ValidationError(
        en: "\(outputFile) does not tell the format; add --format, or end it in .md, .html, .json or .txt",
        zh: "从 \(outputFile) 看不出格式；请加 --format，或者用 .md、.html、.json、.txt 结尾")
    }
  }

  func run() throws {
    let work = InterruptGuard()
    var watch = FolderWatch(isPolling: poll)
    var state = State()
    // What is wrong at the start is wrong usage; what goes wrong later may be mended while this runs.
    try work.during { state = try refresh(state, &watch) }
    let manner = watch.isNotified ? say("watching", "正在守着", state) : say("looking in intervals", "定时查看", state)
    try tell(manner + say("; Ctrl-C ends it", "，按 Ctrl-C 结束", state))
    while true {
      let isWell = state.fault == nil
      guard watch.wait(seconds: isWell ? 60 : 1) == .change || !isWell || options.day != state.day else { continue }
      try work.during {
        do { state = try refresh(state, &watch) } catch let failure as StandardStream.WriteFailure {
          throw failure
        } catch {
          let message = Failure.message(for: error)?.in(OutputOptions.languageAsked) ?? "\(error)"
          if message != state.fault { try tell(message) }
          state.fault = message
        }
      }
    }
  }

  /// What was read and told last.
  private struct State {
    var reading: JournalReading?
    var assessment: Assessment?
    var day: Day?
    var language = Language.en
    /// The report, where a single one is kept.
    var text: String?
    /// Why the notes could not be told of, if so.
    var fault: String?
  }

  /// Reads what changed, and brings the report up to date.
  private func refresh(_ old: State, _ watch: inout FolderWatch) throws -> State {
    var found: Discovery
    // Watched first and read then: what is saved in between is told of once more, and nothing is missed.
    repeat { found = try options.find() } while watch.watch(found.folders + settingsFolders)
    let reading = try options.read(found, output, reusing: old.reading)
    let day = options.day
    let told = try telling.report(on: reading, asOf: day, output.lang)
    var new = State(
      reading: reading, assessment: told.assessment, day: day, language: told.report.language, text: old.text)
    let written = try write(told, &new, among: found)
    let changes = JournalChanges(from: old.reading, old.assessment, to: reading, told.assessment).text(in: new.language)
    guard !changes.isEmpty || written != nil || old.fault != nil else { return new }
    let news = [
      old.fault == nil ? "" : say("all is well again", "又正常了", new), changes,
      written ?? say("the report stays as it is", "报告没有变化", new),
    ]
    try tell(news.filter { !$0.isEmpty }.joined(separator: say("; ", "；", new)))
    return new
  }

  /// The folder of `rapport.yml`, which may lie above the notes.
  private var settingsFolders: [[UInt8]] {
    (try? Configuration(above: options.place)).map { $0.folder.isEmpty ? [] : [$0.folder] } ?? []
  }

  /// What was written anew, in words; nil for nothing.
  private func write(_ told: ToldReport, _ state: inout State, among found: Discovery) throws -> String? {
    if let site {
      let pages = told.pages(links: layout.links)
      let changed = try WrittenFolder(site).write(pages.map { ($0.path, $0.text) })
      return changed == 0
        ? nil
        : say("\(changed) of \(pages.count) pages written", "写了 \(pages.count) 页中的 \(changed) 页", state)
    }
    let format = layout.format ?? outputFile.flatMap(ReportFormat.init(ofFileNamed:)) ?? .terminal
    let style = outputFile == nil ? output.style : TerminalStyle()
    let text = try layout.text(of: telling.printed(told), style, custom: format)
    guard text != state.text else { return nil }
    if let outputFile {
      try ReportFile(outputFile).write(text, format, among: found)
    } else {
      let isScreen = StandardStream.output.isColourTerminal
      // Clears the screen and what scrolled off it, so that one report stands there.
      try StandardStream.output.write((isScreen ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : "") + text)
    }
    state.text = text
    return outputFile.map { say("\($0) written", "写好 \($0)", state) } ?? ""
  }

  private func say(_ en: String, _ zh: String, _ state: State) -> String { state.language == .zh ? zh : en }

  private func tell(_ words: String) throws {
    try StandardStream.error.write("rapport: \(SystemClock.timeOfDay()) \(InertText.terminal(words))\n")
  }
}
