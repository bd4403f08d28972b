import DealHealth
import FactReading
import SourceText

/// A rule in words: what it says, why, what clears it, and notes on which it speaks and on which it is silent.
public struct Explanation: Sendable {
  private let rule: Rule
  private let language: Language

  /// Explains `rule`.
  public init(of rule: Rule, language: Language) {
    self.rule = rule
    self.language = language
  }

  /// For a terminal.
  public func terminal(_ style: TerminalStyle) -> String {
    var page = TerminalPage(style)
    page.add(line: [(rule.code + " ", [.strong]), (rule.name, [.strong]), ("  " + scope, [.faint])])
    page.gap()
    page.add(rule.summary.in(language))
    for (title, text) in reasons + conditions {
      page.gap()
      page.add(lead: title + say(": ", "："), leadInk: .cyan, text)
    }
    for (title, note) in examples {
      page.gap()
      page.add(line: [(title, [.cyan])])
      for line in note.split(separator: "\n") { page.add(lead: "    ", String(line)) }
    }
    return page.text
  }

  /// As a section of Markdown under a heading of `level` 1 to 6.
  public func markdown(level: Int = 2) -> String {
    let heading = String(repeating: "#", count: min(max(level, 1), 6)) + " \(rule.code) \(rule.name)"
    let parts =
      [heading, rule.summary.in(language) + " *\(scope)*"]
      + (reasons + conditions).map { "**\($0)**\(say(": ", "："))\($1)" }
      + examples.map { "\($0)\n\n```markdown\n\($1)\n```" }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  /// Severity, gate and stages.
  private var scope: String {
    let severity =
      switch rule.severity {
      case .error: say("error", "错误")
      case .warning: say("warning", "提醒")
      case .info: say("info", "参考")
      }
    guard let gate = rule.gate else { return say("\(severity), about the notes", "\(severity)，关于笔记本身") }
    let first = rule.stages.lowerBound.title.in(language)
    let last = rule.stages.upperBound.title.in(language)
    let stages =
      first == last ? say("in \(first)", "\(first)阶段") : say("from \(first) to \(last)", "从\(first)到\(last)")
    return say("\(severity), gate \(gate.title.en), \(stages)", "\(severity)，\(gate.title.zh)这一关，\(stages)")
  }

  private var reasons: [(String, String)] {
    [(say("Why", "原因"), rule.why.in(language)), (say("What clears it", "怎么办"), rule.clears.in(language))]
  }

  /// What it waits on, where it is silent, and the numbers it goes by.
  private var conditions: [(String, String)] {
    var conditions: [(String, String)] = []
    let comma = say(", ", "、")
    if !rule.waitsOn.isEmpty {
      conditions.append((say("Waits on", "排在后面"), rule.waitsOn.map(\.code).joined(separator: comma)))
    }
    if !rule.silentFor.isEmpty {
      let profiles = Profile.allCases.filter(rule.silentFor.contains).map { $0.title.in(language) }
      conditions.append((say("Silent for", "不适用"), profiles.joined(separator: comma)))
    }
    conditions += rule.settings.map {
      (say("Setting \($0.name)", "设置 \($0.name)"), "\($0.standard)\(say(". ", "。"))\($0.summary.in(language))")
    }
    return conditions
  }

  private var examples: [(String, String)] {
    [
      (say("It speaks on this note:", "这样写会提醒："), rule.example.fires.in(language)),
      (say("It is silent on this one:", "这样写就不提醒："), rule.example.silent.in(language)),
      (say("And on this one, although it looks alike:", "这样写看着像，也不提醒："), rule.example.nearMiss.in(language)),
    ]
  }
}
