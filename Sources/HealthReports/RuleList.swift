import DealHealth
import FactReading
import SourceText

/// Every rule, or those of one gate, by gate: a table for readers and a list for programs.
public struct RuleList: Sendable {
  private let groups: [(gate: Gate?, rules: [Rule])]
  private let language: Language

  /// Lists the rules of `gate`; of all, and of the journal itself, without one.
  public init(gate: Gate? = nil, language: Language) {
    let gates: [Gate?] = gate.map { [$0] } ?? Gate.allCases + [nil]
    groups = gates.map { gate in (gate, Rule.all.filter { $0.gate == gate }) }.filter { !$0.rules.isEmpty }
    self.language = language
  }

  /// For a terminal: code, name and summary under each gate; what is only worth knowing has an `i`.
  public func terminal(_ style: TerminalStyle) -> String {
    var page = TerminalPage(style)
    let width = groups.flatMap(\.rules).map(\.name.utf8.count).max() ?? 0
    for (gate, rules) in groups {
      page.gap()
      page.add(line: [(Self.title(of: gate).in(language), [.strong])])
      for rule in rules {
        let mark = rule.severity == .info ? "i" : rule.severity == .error ? "!" : " "
        let gap = String(repeating: " ", count: width - rule.name.utf8.count + 2)
        page.add(lead: "\(mark) \(rule.code)  \(rule.name)\(gap)", rule.summary.in(language))
      }
    }
    page.gap()
    page.add(
      language == .zh
        ? "i 仅供参考，! 笔记本身出错；rapport explain 编号：原因、办法和例子。"
        : "i is only worth knowing, ! breaks the journal; rapport explain CODE has reason, remedy and examples.",
      ink: .faint)
    return page.text
  }

  /// As JSON with sorted keys, ordered by code; ends in a line feed.
  public func json() -> String {
    ReportJSON.text(groups.flatMap(\.rules).sorted { $0.code < $1.code }.map { Row($0, language) })
  }

  /// The index page of `docs/rules`: a table of each gate with links to the pages.
  public func markdown() -> String {
    groups.map { gate, rules in
      let header = language == .zh ? ["编号", "名称", "说什么"] : ["Code", "Name", "What it says"]
      let rows = rules.map { rule in
        ["[\(rule.code)](\(rule.pageName(in: language)))", rule.name, rule.summary.in(language)]
      }
      let lines = ([header] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      return (["## " + Self.title(of: gate).in(language), "", lines[0], "| --- | --- | --- |"] + lines.dropFirst())
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func title(of gate: Gate?) -> Text {
    guard let gate else { return Text(en: "The notes themselves", zh: "笔记本身") }
    let name = gate.title
    return Gate.ofCare.contains(gate)
      ? Text(en: "After the sale: \(name.en)", zh: "成交以后：\(name.zh)")
      : Text(en: name.en.prefix(1).uppercased() + name.en.dropFirst(), zh: name.zh)
  }

  private struct Row: Encodable {
    let code: String
    let name: String
    let gate: Gate?
    let severity: Severity
    /// The first and the last stage in which it speaks.
    let stages: [Stage]
    let silentFor: [Profile]
    let weight: Int
    /// Codes of the rules that have to be silent before it is worth saying.
    let waitsOn: [String]
    let settings: [SettingRow]
    let summary: String
    let why: String
    let clears: String
    let example: ExampleRow

    init(_ rule: Rule, _ language: Language) {
      code = rule.code
      name = rule.name
      gate = rule.gate
      severity = rule.severity
      stages = [rule.stages.lowerBound, rule.stages.upperBound]
      silentFor = Profile.allCases.filter(rule.silentFor.contains)
      weight = rule.weight
      waitsOn = rule.waitsOn.map(\.code)
      settings = rule.settings.map {
        SettingRow(name: $0.name, standard: $0.standard, summary: $0.summary.in(language))
      }
      summary = rule.summary.in(language)
      why = rule.why.in(language)
      clears = rule.clears.in(language)
      example = ExampleRow(
        fires: rule.example.fires.in(language), silent: rule.example.silent.in(language),
        nearMiss: rule.example.nearMiss.in(language))
    }
  }

  private struct SettingRow: Encodable {
    let name: String
    let standard: Int
    let summary: String
  }

  private struct ExampleRow: Encodable {
    let fires: String
    let silent: String
    let nearMiss: String
  }
}

extension Rule {
  /// The file of its page in `docs/rules`: `P301-unconfirmed-influencer.md`.
  public func pageName(in language: Language) -> String { "\(code)-\(name)\(language == .zh ? ".zh" : "").md" }
}
