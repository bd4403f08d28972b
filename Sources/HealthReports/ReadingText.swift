import DealHealth
import DealJournal
import FactReading
import SourceText

/// A note with what was read from each of its lines, so that its writer can see how well they were understood.
public struct ReadingText: Sendable {
  private let sources: [SourceFile]
  private let journal: Journal
  private let showsWhy: Bool
  private let language: Language

  /// Shows `sources`, in their order, as read into `journal`; with `showsWhy`, the words that told each fact and how
  /// sure the reading is.
  public init(_ sources: [SourceFile], journal: Journal, showsWhy: Bool = false, language: Language? = nil) {
    self.sources = sources
    self.journal = journal
    self.showsWhy = showsWhy
    self.language = language ?? journal.language
  }

  /// For a terminal.
  public func terminal(_ style: TerminalStyle) -> String {
    let facts = Dictionary(grouping: journal.facts, by: \.evidence.path)
    let unchecked = Dictionary(grouping: journal.unchecked, by: \.evidence.path)
    var page = TerminalPage(style)
    page.add(line: [(people, [.faint])])
    for source in sources {
      page.gap()
      let own = facts[source.path] ?? []
      page.add(line: [
        (source.path, [.strong, .blue]),
        ("  " + say("\(own.count) \(own.count == 1 ? "fact" : "facts")", "读到\(own.count)条"), [.faint]),
      ])
      add(source, facts: own, unchecked: unchecked[source.path] ?? [], to: &page)
    }
    return page.text
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  /// Who was found, so that a misread name is seen at once.
  private var people: String {
    let customers = journal.people.filter { $0.side == .customer }.map(\.name)
    let names = customers.joined(separator: say(", ", "、"))
    return customers.isEmpty
      ? say("No person of a customer was found.", "没有读到客户方的人。") : say("People of customers: ", "客户方的人：") + names
  }

  private func add(_ source: SourceFile, facts: [JournalFact], unchecked: [Unchecked], to page: inout TerminalPage) {
    let factsOfLine = Dictionary(grouping: facts, by: \.evidence.line)
    let problemsOfLine = Dictionary(grouping: unchecked, by: \.evidence.line)
    let digits = String(source.lines.count).count
    let indent = String(repeating: " ", count: digits + 3)
    for line in 1...source.lines.count {
      let text = source.text(of: source.lines.span(ofLine: line)).trimmedEnd
      if text.isEmpty, factsOfLine[line] == nil, problemsOfLine[line] == nil { continue }
      let number = String(line)
      page.add(lead: String(repeating: " ", count: digits - number.count + 1) + number + "  ", leadInk: .faint, text)
      for fact in factsOfLine[line] ?? [] { add(fact, source, indent: indent, to: &page) }
      for problem in problemsOfLine[line] ?? [] {
        guard let words = words(for: problem) else { continue }
        page.add(line: [(indent + "! " + words, [.yellow])])
      }
    }
  }

  private func add(_ fact: JournalFact, _ source: SourceFile, indent: String, to page: inout TerminalPage) {
    let isHeld = fact.isHeld
    let ink: TerminalStyle.Ink = !isHeld ? .faint : fact.basis == .inferred ? .yellow : .green
    var about = [fact.person.map { journal.person($0)?.name ?? $0 }, fact.deal].compactMap { $0 }
    if !isHeld { about.append(assertion(of: fact)) }
    page.add(line: [
      (indent + (isHeld ? "└ " : "╌ "), [.faint]), (fact.kind.title.in(language), [ink]),
      (about.isEmpty ? "" : "  " + about.joined(separator: " · "), []),
    ])
    guard showsWhy else { return }
    let basis =
      switch fact.basis {
      case .marked: say("marked", "作者标记")
      case .stated: say("stated", "明写")
      case .inferred: say("inferred", "推断")
      }
    let cues = fact.cues.map { "“\(source.text(of: $0))”" }.joined(separator: say(", ", "、"))
    let percent = Int((fact.confidence * 100).rounded())
    page.add(
      lead: indent + "  ", "\(basis), \(percent) %" + (cues.isEmpty ? "" : say(": ", "：") + cues), ink: .faint)
  }

  /// Why a fact does not count.
  private func assertion(of fact: JournalFact) -> String {
    guard fact.assertion.polarity == .affirmed else { return say("denied", "否定") }
    return switch fact.assertion.modality {
    case .fact: ""
    case .plan: say("planned", "打算")
    case .possible: say("possible", "可能")
    case .conditional: say("conditional", "有条件")
    case .question: say("asked", "疑问")
    case .instruction: say("instruction", "嘱咐")
    }
  }

  private func words(for unchecked: Unchecked) -> String? {
    switch unchecked.reason {
    case .undated: say("no date", "没有日期")
    case .unassigned: nil
    case .ambiguousPerson(let people):
      say("may be ", "可能是") + people.map { journal.person($0)?.name ?? $0 }.joined(separator: say(" or ", "或"))
    case .problem(let problem): language == .zh ? problem.detailZh : problem.detail
    }
  }
}

extension String {
  /// Without white space at the end.
  fileprivate var trimmedEnd: String {
    var rest = Substring(self)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
