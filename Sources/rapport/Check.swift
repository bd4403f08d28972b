import ArgumentParser
import DealHealth
import FactReading
import FindingFormats
import SourceText
import Workspace

/// `rapport check`: what is missing, place by place.
struct Check: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Says what is missing, with the lines that show it.",
    discussion: """
      Findings go to standard output, everything else to standard error. Exit status: 0 nothing to warn of, 1 warnings \
      or errors (info does not count), 2 the check could not be made.

      EXAMPLES
        rapport check notes
        rapport check notes --format concise --lang zh
        rapport check notes --deal Corvane --select trust,P3
        rapport check notes --statistics
        rapport check notes --format sarif --output rapport.sarif
        rapport check --from journal.sqlite
        rapport check --staged           what the next commit makes worse
        rapport check --since origin/main
        rapport check notes --write-baseline    from now on only what is new
        rapport check notes --diff              what --fix would change, for git apply
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "How findings are written: \(FindingFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"))
  var format = FindingFormat.full

  @OptionGroup var selected: SelectionOptions

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Write the findings to this file instead of standard output; all of it or nothing.", valueName: "file"))
  var outputFile: String?

  @Flag(help: "Count the findings of each rule instead of showing them.") var statistics = false

  @Flag(name: .shortAndLong, help: "Say nothing but the findings.") var quiet = false

  @Flag(help: "Check what is staged in git, and show only what the commit makes worse.")
  var staged = false

  @Option(help: ArgumentHelp("Show only what got worse since this commit or branch of git.", valueName: "revision"))
  var since: String?

  @Flag(help: "With --staged or --since, show what was missing before as well.") var all = false

  @Flag(help: "Write all that is missing now to \(BaselineFile.fileName) beside the notes; it is not shown again.")
  var writeBaseline = false

  @Flag(help: "Take out of the baseline what is settled.") var prune = false

  @Flag(name: .customLong("no-baseline"), help: "Show what the baseline holds as well.") var ignoresBaseline = false

  @Flag(
    help:
      "Show as a patch what --fix would change: misspelt marks, a day that only the file's name tells, two spellings of one name."
  )
  var diff = false

  @Flag(help: "Change the notes where a finding has a safe fix, and show what is left.") var fix = false

  @Flag(help: "With --diff or --fix, take changes as well that may change what a note means.") var unsafeFixes = false

  var asked: JournalOptions? {
    let isPlain = !staged && since == nil && !writeBaseline && !prune && !diff && !fix
    return isPlain && store.place == nil && outputFile == nil ? options : nil
  }

  var isQuiet: Bool { quiet }

  func show(_ output: String) throws { try StandardStream.output.write(output) }

  func validate() throws {
    if diff || fix, staged || since != nil || writeBaseline || prune || diff && fix {
      throw ValidationError(
        en: "--diff and --fix go by themselves: they look at the notes as they are on the disk now",
        zh: "--diff 和 --fix 只能单独用：看的是磁盘上现在的笔记")
    }
    if diff || fix, options.stdinFilename != nil || options.paths.contains("-") {
      throw ValidationError(
        en: "--diff and --fix need the notes' files; leave standard input out", zh: "--diff 和 --fix 要有笔记的文件，不能从标准输入读")
    }
    if store.place != nil, staged || since != nil || diff || fix || writeBaseline || prune {
      throw ValidationError(
        en: "--from looks at what was kept; --staged, --since, --fix, --diff and the baseline need the notes' folder",
        zh: "--from 看的是存下来的笔记；--staged、--since、--fix、--diff 和基线要在笔记的文件夹里用")
    }
    if unsafeFixes, !diff, !fix {
      throw ValidationError(
        en: "--unsafe-fixes goes with --diff or --fix", zh: "--unsafe-fixes 要和 --diff 或 --fix 一起用")
    }
    if writeBaseline || prune, staged || since != nil || ignoresBaseline || writeBaseline && prune {
      throw ValidationError(
        en: "--write-baseline and --prune go by themselves: they look at all that is missing now",
        zh: "--write-baseline 和 --prune 只能单独用：看的是现在缺的全部")
    }
    if staged, since != nil {
      throw ValidationError(
        en: "--staged looks at the next commit, --since at those before; choose one",
        zh: "--staged 看下一次提交，--since 看以前的提交，请选一个")
    }
    if all, !staged, since == nil {
      throw ValidationError(
        en: "--all goes with --staged or --since; without them all is shown",
        zh: "--all 要和 --staged 或 --since 一起用；不用它们时本来就全部显示")
    }
  }

  func answer() throws -> Answer {
    if staged { return try checkStaged() }
    if let since { return try check(since: since) }
    let stored = try store.journal(besides: options)
    let reading = try stored?.reading(speaking: output.lang) ?? options.read(output)
    let assessment = reading.assessment(asOf: options.day)
    if writeBaseline || prune { return try keepBaseline(assessment) }
    if diff || fix { return try mend(reading, assessment) }
    return try report(nil, of: reading, assessment, baseline: try stored?.baseline())
  }

  /// Shows or makes the changes that settle findings; after they are made, what is left is shown.
  private func mend(_ reading: JournalReading, _ assessment: Assessment) throws -> Answer {
    let selection = try selected.selection(in: assessment.journal)
    let fixes = NoteFixes(
      of: assessment.findings.filter(selection.contains), in: reading, asOf: options.day, withUnsafe: unsafeFixes,
      settingsPath: options.settingsPath)
    let report = FixReport(fixes, isWriting: fix, language: output.lang ?? assessment.journal.language)
    if fix {
      for (before, after) in fixes.changes {
        try AtomicFile.write(after.bytes, to: before.path, replacing: before.bytes)
      }
      if let change = fixes.settingsChange {
        if change.isNew {
          try AtomicFile.create(change.after.bytes, at: change.after.path)
        } else {
          try AtomicFile.write(change.after.bytes, to: change.after.path, replacing: change.before.bytes)
        }
      }
      let left = try self.report(nil, of: fixes.reading, fixes.reading.assessment(asOf: options.day))
      return Answer(left.output, messages: (quiet ? "" : report.messages) + left.messages, status: left.status)
    }
    return Answer(report.patch, messages: quiet ? "" : report.messages, status: fixes.fixes.isEmpty ? 0 : 1)
  }

  /// What is missing now is what a later check does not tell; of a file that is there, only less.
  private func keepBaseline(_ assessment: Assessment) throws -> Answer {
    let file = try options.baselineFile()
    let now = Set((assessment.findings + assessment.waiting).map(\.identity))
    let count = try file.write(writeBaseline ? now : file.known.intersection(now))
    let text =
      (output.lang ?? assessment.journal.language) == .zh
      ? "rapport：\(file.path) 里有 \(count) 条\(writeBaseline ? "" : "，去掉了 \(file.known.count - count) 条已解决的")\n"
      : "rapport: \(file.path) holds \(count.of("finding"))\(writeBaseline ? "" : ", \(file.known.count - count) settled taken out")\n"
    return Answer("", messages: quiet ? "" : text)
  }

  private func checkStaged() throws -> Answer {
    guard options.stdinFilename == nil, !options.paths.contains("-") else {
      throw Failure(
        en: "--staged takes the notes from git; leave standard input out", zh: "--staged 从 git 里读笔记，不能从标准输入读")
    }
    guard
      let commit = try CommitCheck(
        under: options.paths, asOf: options.day, in: output.lang, keptIn: options.cache)
    else {
      return Answer(
        "",
        messages: quiet
          ? "" : output.languageWithoutNotes == .zh ? "rapport：没有暂存的笔记\n" : "rapport: no note is staged\n")
    }
    return try report(
      Scope(findings: commit.findings, en: "with this commit", zh: "这次提交后"), of: commit.reading, commit.after,
      baseline: commit.baseline)
  }

  private func check(since revision: String) throws -> Answer {
    let reading = try options.read(output)
    let assessment = reading.assessment(asOf: options.day)
    let earlier = try GitJournal.at(revision, under: options.paths.filter { $0 != "-" })
    let before = JournalReading(
      of: earlier.notes, settings: reading.settings, dismissals: reading.dismissals, reusing: reading)
    return try report(
      Scope(
        findings: assessment.findings(
          since: before.assessment(asOf: options.day), in: reading.changes(since: before)),
        en: "since \(revision)", zh: "自 \(revision) 以来"), of: reading, assessment)
  }

  /// What of an assessment is new, and since when.
  private struct Scope {
    let findings: [Finding]
    let en: String
    let zh: String
  }

  /// `baseline` is by default that of the disk.
  private func report(
    _ scope: Scope?, of reading: JournalReading, _ assessment: Assessment, baseline: Set<Finding.Identity>? = nil
  ) throws -> Answer {
    let scope = all ? nil : scope
    let selection = try selected.selection(in: assessment.journal)
    let baseline = ignoresBaseline ? [] : try baseline ?? options.baselineFile().known
    let wanted = (scope?.findings ?? assessment.findings).filter(selection.contains)
    let findings = baseline.isEmpty ? wanted : wanted.filter { !baseline.contains($0.identity) }
    let language = output.lang ?? assessment.journal.language
    var text = self.text(of: findings, in: reading, language)
    if let outputFile {
      try AtomicFile.write(Array(text.utf8), to: outputFile)
      text = ""
    }
    let messages =
      quiet
      ? ""
      : summary(findings, of: reading, scope, in: language)
        + note(of: baseline, hiding: wanted.count - findings.count, assessment, in: language)
    keepUntilExit((reading, assessment))
    return Answer(text, messages: messages, status: findings.contains { $0.severity > .info } ? 1 : 0)
  }

  /// What the baseline keeps back, and what of it is settled by now.
  private func note(
    of baseline: Set<Finding.Identity>, hiding hidden: Int, _ assessment: Assessment, in language: Language
  ) -> String {
    let settled = baseline.subtracting((assessment.findings + assessment.waiting).map(\.identity)).count
    guard hidden > 0 || settled > 0 else { return "" }
    switch language {
    case .zh:
      return "rapport：基线里的 \(hidden) 条没有显示" + (settled == 0 ? "\n" : "，另有 \(settled) 条已经解决，--prune 可去掉\n")
    case .en:
      return "rapport: \(hidden.of("finding")) of the baseline not shown"
        + (settled == 0 ? "\n" : ", \(settled) settled (--prune takes them out)\n")
    }
  }

  private func text(of findings: [Finding], in reading: JournalReading, _ language: Language) -> String {
    if statistics { return FindingStatistics(of: findings).terminal(in: language) }
    let sources = Dictionary(reading.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let style = outputFile == nil ? output.style : TerminalStyle()
    return format.render(
      Array(findings.prefix(selected.max ?? .max)), sources: sources, language: language, style: style)
  }

  private func summary(
    _ findings: [Finding], of reading: JournalReading, _ scope: Scope?, in language: Language
  ) -> String {
    let notes = reading.sources.count
    let hidden = statistics ? 0 : findings.count - min(findings.count, selected.max ?? .max)
    let unread = reading.unreadable.count
    let deals = Set(findings.compactMap(\.deal)).count
    switch language {
    case .zh:
      let gaps =
        (scope?.zh ?? "")
        + (findings.isEmpty
          ? scope == nil ? "没有发现缺口" : "没有新的缺口"
          : "\(scope == nil ? "" : "新增 ")\(findings.count) 条提醒" + (deals == 0 ? "" : "，涉及 \(deals) 个商机"))
      let rest = hidden == 0 ? "" : "，还有 \(hidden) 条没有显示"
      return "rapport：读了 \(notes) 篇笔记\(unread == 0 ? "" : "，\(unread) 处读不了")；\(gaps)\(rest)\n"
    case .en:
      let gaps =
        (findings.isEmpty
          ? scope == nil ? "nothing found missing" : "nothing gets worse"
          : findings.count.of(scope == nil ? "finding" : "new finding")
            + (deals == 0 ? "" : " about \(deals.of("deal"))")) + (scope.map { " " + $0.en } ?? "")
      let rest = hidden == 0 ? "" : ", \(hidden) of them not shown"
      return "rapport: \(notes.of("note")) read\(unread == 0 ? "" : ", \(unread) unreadable"); \(gaps)\(rest)\n"
    }
  }
}

extension Int {
  /// The number with what it counts.
  func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
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
