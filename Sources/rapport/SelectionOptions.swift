import ArgumentParser
import DealHealth
import DealJournal
import SourceText

/// Which findings a command shows.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these rules: codes, beginnings of codes, names or gates, with commas between (P3,no-next-step,trust).",
      valueName: "rules"), completion: NameCompletion.selectors)
  var select: [String] = []

  @Option(help: ArgumentHelp("Not these rules.", valueName: "rules"), completion: NameCompletion.selectors)
  var ignore: [String] = []

  @Option(help: "Nothing that matters less.") var severity = Severity.info

  @Option(
    help: ArgumentHelp("Only findings about this deal: its name, its customer's, or a part of it.", valueName: "name"),
    completion: NameCompletion.deals)
  var deal: String?

  @Option(help: ArgumentHelp("Only findings about this person.", valueName: "name"), completion: NameCompletion.people)
  var person: String?

  @Option(help: ArgumentHelp("Show no more than so many.", valueName: "count")) var max: Int?

  func validate() throws {
    if let max, max < 1 { throw ValidationError(en: "--max needs a number from 1 on", zh: "--max 要写 1 以上的数") }
    _ = try selectors(select)
    _ = try selectors(ignore)
  }

  /// What was chosen, with deals and people as `journal` knows them.
  func selection(in journal: Journal) throws -> FindingSelection {
    var selection = FindingSelection()
    selection.selected = try selectors(select)
    selection.ignored = try selectors(ignore)
    selection.least = severity
    selection.deals = try deal.map { try Self.deals(called: $0, in: journal) }
    if let person {
      let meant = journal.people(called: person)
      guard !meant.isEmpty else {
        throw Self.failure(
          Text(en: "person", zh: "人"), person, journal.personName(closestTo: person), all: journal.people.map(\.name))
      }
      selection.people = Set(meant.map(\.id))
    }
    return selection
  }

  /// The deals that `name` means (`Deal.id`), at least one; fails with what may have been meant.
  static func deals(called name: String, in journal: Journal) throws -> Set<String> {
    let meant = journal.deals(called: name)
    guard !meant.isEmpty else {
      throw failure(Text(en: "deal", zh: "单子"), name, journal.dealName(closestTo: name), all: journal.deals.map(\.name))
    }
    return Set(meant.map(\.id))
  }

  private static func failure(_ kind: Text, _ name: String, _ meant: String?, all: [String]) -> Failure {
    Failure(unknown(kind, name, meaning: meant, among: all))
  }

  /// That nothing of a kind is called `name`, and what may have been meant: by default the closest of `names`.
  static func unknown(_ kind: Text, _ name: String, meaning closest: String? = nil, among names: [String]) -> Text {
    let first = names.prefix(5)
    let rest = names.count - first.count
    let shown =
      names.isEmpty
      ? Text(en: "the notes show none", zh: "笔记里一个也没有")
      : Text(
        en: "there are \(first.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : ""),
        zh: "有的是 \(first.joined(separator: "、"))" + (rest > 0 ? "，还有 \(rest) 个" : ""))
    let meant = (closest ?? Spelling.closest(to: name, among: names)).map {
      Text(en: "did you mean \($0)?", zh: "是不是想说 \($0)？")
    }
    return Text(
      en: InertText.terminal("no \(kind.en) in these notes is called \(name); \((meant ?? shown).en)"),
      zh: InertText.terminal("这些笔记里没有叫 \(name) 的\(kind.zh)；\((meant ?? shown).zh)"))
  }

  private func selectors(_ lists: [String]) throws -> [FindingSelection.Selector] {
    try lists.flatMap { $0.split(separator: ",") }.map { part in
      let text = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      guard let selector = FindingSelection.Selector(text) else {
        let meant = FindingSelection.Selector.suggestions(for: text).map { "\($0.code) \($0.name)" }
        throw ValidationError(
          en: "no rule or gate is called \(text); "
            + (meant.isEmpty ? "rapport rules lists them all" : "did you mean \(meant.joined(separator: ", "))?"),
          zh: "没有叫 \(text) 的规则或关卡；"
            + (meant.isEmpty ? "rapport rules 列出全部" : "是不是想说 \(meant.joined(separator: "、"))？"))
      }
      return selector
    }
  }
}

extension Severity: ExpressibleByArgument {}
