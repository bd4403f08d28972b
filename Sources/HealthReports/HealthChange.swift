import DealHealth
import DealJournal
import FactReading
import SourceText

/// How the health of each deal differs between two states of a journal.
public struct HealthChange: Encodable, Sendable {
  /// The language it is written in.
  let language: Language
  /// What the states are called: revisions of git.
  let from: String
  let to: String
  /// The days as of which they are told.
  let fromAsOf: String
  let toAsOf: String
  /// Deals of which anything differs, in the order of their names.
  let deals: [DealRow]
  /// How many stand as before.
  let unchanged: Int

  /// A deal of which something differs.
  struct DealRow: Encodable, Sendable {
    let deal: String
    /// Nil for a deal that was not there.
    let stageBefore: Stage?
    /// Nil for a deal that is gone.
    let stage: Stage?
    let gates: [GateRow]
    /// People with a part in it who had none.
    let people: [PersonRow]
    let new: [HealthReport.FindingRow]
    let settled: [HealthReport.FindingRow]
    let promises: [PromiseRow]

    var isEmpty: Bool {
      stageBefore == stage && gates.isEmpty && people.isEmpty && new.isEmpty && settled.isEmpty && promises.isEmpty
    }
  }

  /// A gate at which it stands otherwise; nil for a state in which nothing was asked or known.
  struct GateRow: Encodable, Sendable {
    let gate: Gate
    let before: String?
    let after: String?
  }

  /// Somebody who was found.
  struct PersonRow: Encodable, Sendable {
    let name: String
    let role: Role
  }

  /// A promise that was made or is settled otherwise.
  struct PromiseRow: Encodable, Sendable {
    let owner: Side
    let due: String?
    /// What happened: `open` when it was made, `done` when it was kept, `overdue` or `broken`.
    let state: Commitment.State
    let evidence: HealthReport.Place
  }

  /// Compares two assessments of one journal, which were taken at `from` and `to`.
  public init(
    from before: Assessment, called from: String, to after: Assessment, called to: String, language: Language? = nil
  ) {
    let language = language ?? after.journal.language
    self.language = language
    self.from = from
    self.to = to
    fromAsOf = before.journal.asOf.iso
    toAsOf = after.journal.asOf.iso
    let comparison = Comparison(before: before, after: after, language: language)
    let rows = comparison.rows().sorted { $0.deal < $1.deal }
    deals = rows.filter { !$0.isEmpty }
    unchanged = rows.count - deals.count
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { deals.isEmpty }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }

  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String {
    var page = TerminalPage(style)
    page.add(headline, ink: .strong)
    for deal in deals {
      page.gap()
      page.add(line: [(deal.deal, [.strong, .blue]), ("  ", []), (stage(of: deal), [.cyan])])
      if !deal.gates.isEmpty { page.add(lead: "  ", gates(of: deal)) }
      for line in lines(of: deal) {
        page.add(lead: "  \(line.mark) ", leadInk: line.ink, line.text)
      }
    }
    return page.text
  }

  /// As Markdown (CommonMark).
  public func markdown() -> String {
    let sections = deals.map { deal in
      (["## \(InertText.markdown(deal.deal)) · \(InertText.markdown(stage(of: deal)))"]
        + (deal.gates.isEmpty ? [] : [InertText.markdown(gates(of: deal))])
        + [
          lines(of: deal).map { "- \($0.title)\(say(": ", "："))\(InertText.markdown($0.text))" }.joined(separator: "\n")
        ])
        .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    return (["# " + InertText.markdown(headline)] + sections).joined(separator: "\n\n") + "\n"
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private var headline: String {
    let days =
      fromAsOf == toAsOf
      ? say(", as of \(toAsOf)", "，截至 \(toAsOf)")
      : say(", as of \(fromAsOf) and \(toAsOf)", "，分别截至 \(fromAsOf) 和 \(toAsOf)")
    let count =
      deals.isEmpty
      ? say("nothing changed", "没有变化")
      : say(
        "\(deals.count) \(deals.count == 1 ? "deal" : "deals") changed, \(unchanged) as before",
        "\(deals.count) 个单子有变化，\(unchanged) 个照旧")
    return "\(from) → \(to)\(days)\(say(": ", "："))\(count)"
  }

  private func stage(of deal: DealRow) -> String {
    let before = deal.stageBefore?.title.in(language)
    let after = deal.stage?.title.in(language)
    switch (before, after) {
    case (let before?, let after?): return before == after ? after : "\(before) → \(after)"
    case (nil, let after?): return after + say(" (new)", "（新）")
    case (let before?, nil): return before + say(" (gone)", "（没有了）")
    case (nil, nil): return ""
    }
  }

  private func gates(of deal: DealRow) -> String {
    deal.gates.map { "\($0.gate.title.in(language)) \($0.before ?? "–") → \($0.after ?? "–")" }
      .joined(separator: " · ")
  }

  /// A change on a line.
  private struct Line {
    let mark: String
    let title: String
    let ink: TerminalStyle.Ink
    let text: String
  }

  private func lines(of deal: DealRow) -> [Line] {
    let mark = (new: say("new    ", "新增"), settled: say("settled", "解决"), person: say("person ", "找到"))
    func trimmed(_ text: String) -> String { String(text.prefix { $0 != " " }) }
    func finding(_ row: HealthReport.FindingRow) -> String {
      "\(row.code) \(row.message)" + (row.evidence.first.map { "  \($0.label)" } ?? "")
    }
    return deal.people.map { person in
      Line(
        mark: mark.person, title: trimmed(mark.person), ink: .green,
        text: person.name + say(" (\(person.role.title.en))", "（\(person.role.title.zh)）"))
    }
      + deal.new.map {
        Line(mark: mark.new, title: trimmed(mark.new), ink: $0.severity == .info ? .cyan : .yellow, text: finding($0))
      }
      + deal.settled.map {
        Line(mark: mark.settled, title: trimmed(mark.settled), ink: .green, text: finding($0))
      }
      + deal.promises.map { promise in
        let (word, ink): (String, TerminalStyle.Ink) =
          switch promise.state {
          case .open: (say("promise", "承诺"), .cyan)
          case .done: (say("kept   ", "兑现"), .green)
          case .overdue: (say("late   ", "过期"), .red)
          case .broken: (say("missed ", "没做"), .red)
          }
        let who = promise.owner == .ours ? say("we", "我方") : say("they", "对方")
        let due = promise.due.map { say(", by \($0)", "，\($0) 前") } ?? ""
        return Line(
          mark: word, title: trimmed(word), ink: ink,
          text: "\(who)\(due)\(say(": ", "："))\(promise.evidence.words)  \(promise.evidence.label)")
      }
  }
}

extension HealthChange {
  /// Two states, and what differs between them.
  private struct Comparison {
    let before: Assessment
    let after: Assessment
    let language: Language
    private let change: AssessmentChange
    private let folder: SharedFolder
    /// Deals of the earlier state, under their later names.
    private let old: [String: (deal: Deal, standing: Standing)]

    init(before: Assessment, after: Assessment, language: Language) {
      self.before = before
      self.after = after
      self.language = language
      let change = AssessmentChange(from: before, to: after)
      self.change = change
      folder = SharedFolder(of: after.journal)
      old = Dictionary(
        zip(before.journal.deals, before.standings).map { (change.laterDeal($0.id), ($0, $1)) },
        uniquingKeysWith: { first, _ in first })
    }

    func rows() -> [DealRow] {
      let now = zip(after.journal.deals, after.standings).map { deal, standing in
        row(deal.id, old[deal.id], (deal, standing))
      }
      let there = Set(after.journal.deals.map(\.id))
      return now + old.filter { !there.contains($0.key) }.map { row($0.key, $0.value, nil) }
    }

    private func row(
      _ id: String, _ old: (deal: Deal, standing: Standing)?, _ new: (deal: Deal, standing: Standing)?
    ) -> DealRow {
      DealRow(
        deal: id, stageBefore: old?.deal.stage, stage: new?.deal.stage,
        gates: Gate.allCases.compactMap { gate in
          let scores = [old, new].map { $0?.standing.gates.first { $0.gate == gate }?.score }
          return old == nil || new == nil || scores[0] == scores[1]
            ? nil : GateRow(gate: gate, before: scores[0], after: scores[1])
        },
        people: people(old?.deal, new?.deal),
        new: change.worse.filter { $0.deal == id }.map { HealthReport.FindingRow($0, folder, language) },
        // Of a deal that is gone, nothing is settled.
        settled: change.settled.filter { new != nil && $0.deal.map(change.laterDeal) == id }.map {
          HealthReport.FindingRow($0, folder, language)
        },
        promises: promises(old?.deal, new?.deal))
    }

    private func people(_ old: Deal?, _ new: Deal?) -> [PersonRow] {
      let known = Set((old?.influencers ?? []).filter { $0.role != .none }.map { change.laterPerson($0.person) })
      return (new?.influencers ?? []).filter { $0.role != .none && !known.contains($0.person) }.map {
        PersonRow(name: after.journal.person($0.person)?.name ?? $0.person, role: $0.role)
      }
    }

    /// Promises that are new, or have gone over into another state; a promise is known by who made it and its words.
    private func promises(_ old: Deal?, _ new: Deal?) -> [PromiseRow] {
      func key(_ promise: Commitment, _ journal: Journal) -> String {
        "\(promise.owner.rawValue) \(journal.facts[promise.made].evidence.quote)"
      }
      let states = Dictionary(
        (old?.commitments ?? []).map { (key($0, before.journal), $0.state) }, uniquingKeysWith: { first, _ in first })
      return (new?.commitments ?? []).filter { states[key($0, after.journal)] != $0.state }.map { promise in
        PromiseRow(
          owner: promise.owner, due: promise.due?.last.iso, state: promise.state,
          evidence: HealthReport.Place(after.journal.facts[promise.made].evidence, in: folder))
      }
    }
  }
}

extension GateReading {
  /// As `HealthReport.GateRow.score`.
  fileprivate var score: String {
    HealthReport.GateRow(gate: gate, met: met, open: open, unknown: unknown, share: share, items: []).score
  }
}
