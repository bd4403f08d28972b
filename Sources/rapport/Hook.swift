import ArgumentParser
import DealHealth
import FactReading
import FindingFormats
import NoteSyntax
import SourceText
import Workspace

/// `rapport hook`: git asks before a commit.
struct Hook: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lets git show, before each commit, what the staged notes make worse.",
    discussion: """
      The commit goes on, whatever is found, unless the hook runs with --strict or rapport.yml names rules under fail-on. \
      core.hooksPath, linked work trees and submodules are heeded; a hook that is there already keeps what it does.

      EXAMPLES
        rapport hook install
        rapport hook status
        rapport hook uninstall
        git commit --no-verify           goes past all hooks, once
      """,
    subcommands: [Install.self, Uninstall.self, Status.self, Run.self])

  /// `rapport hook install`.
  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Sets the hook up; shows what is written.")

    func run() throws {
      let hook = try GitHook()
      guard let text = try hook.installed() else {
        return try tell(Text(en: "\(hook.path) asks rapport already", zh: "\(hook.path) 已经会问 rapport"))
      }
      try hook.write(text)
      try tell(Text(en: "wrote \(hook.path):", zh: "写好了 \(hook.path)："), "\n" + text.indented)
    }
  }

  /// `rapport hook uninstall`.
  struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes the hook out again; what others wrote into it stays.")

    func run() throws {
      let hook = try GitHook()
      guard let text = hook.uninstalled() else {
        return try tell(Text(en: "\(hook.path) does not ask rapport", zh: "\(hook.path) 不问 rapport"))
      }
      try hook.write(text)
      if text.isEmpty { return try tell(Text(en: "removed \(hook.path)", zh: "删掉了 \(hook.path)")) }
      try tell(
        Text(en: "took rapport out of \(hook.path); left:", zh: "从 \(hook.path) 里去掉了 rapport，剩下的是："),
        "\n" + text.indented)
    }
  }

  /// `rapport hook status`.
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tells whether the hook is set up; exit status 1 when it is not.")

    func run() throws {
      let hook = try GitHook()
      switch hook.state {
      case .installed: try tell(Text(en: "\(hook.path) asks rapport", zh: "\(hook.path) 会问 rapport"))
      case .shared:
        try tell(Text(en: "\(hook.path) asks rapport, among other things", zh: "\(hook.path) 会问 rapport，也做别的事"))
      case .foreign:
        try tell(
          Text(
            en: "\(hook.path) does not ask rapport; rapport hook install adds it",
            zh: "\(hook.path) 不问 rapport；rapport hook install 会加上"))
        throw ExitCode(1)
      case .absent:
        try tell(
          Text(
            en: "there is no \(hook.path); rapport hook install writes it",
            zh: "没有 \(hook.path)；rapport hook install 会写一个"))
        throw ExitCode(1)
      }
    }
  }

  /// `rapport hook run`: what the hook runs.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Does what the hook does: tells in brief what the staged notes make worse, and lets the commit pass.")

    @OptionGroup var output: OutputOptions
    @Flag(help: "Stop the commit when anything gets worse (exit status 1).") var strict = false
    @Option(
      help: ArgumentHelp("Tell everything as known at the end of this day. (default: today)", valueName: "YYYY-MM-DD"))
    var asOf: Day?

    func run() throws {
      let change = try CommitCheck(under: [], asOf: asOf ?? SystemClock.today(), in: output.lang)
      guard let change else { return }
      let findings = change.findings.filter { $0.severity > .info && !change.baseline.contains($0.identity) }
      let language = output.lang ?? change.after.journal.language
      try StandardStream.output.write(
        FindingFormat.brief.render(findings, sources: [:], language: language, style: output.style))
      let stopping = findings.filter { finding in
        strict || change.configuration.failOn.contains { $0.codes.contains(finding.code) }
      }
      guard !stopping.isEmpty else { return }
      let codes = Set(stopping.map(\.code)).sorted().joined(separator: ", ")
      try StandardStream.error.write(
        language == .zh
          ? "rapport：提交被拦下（\(codes)）；git commit --no-verify 可以跳过一次\n"
          : "rapport: the commit is stopped (\(codes)); git commit --no-verify goes past it once\n")
      throw ExitCode(1)
    }
  }
}

/// Says something on standard output in the language of the user's environment, and then `rest` as it is.
private func tell(_ text: Text, _ rest: String = "") throws {
  try StandardStream.output.write(InertText.terminal(text.in(OutputOptions.languageAsked)) + "\n" + rest)
}

extension String {
  /// Each line set in.
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }
}
