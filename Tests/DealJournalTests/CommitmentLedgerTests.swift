import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

@Suite struct CommitmentLedgerTests {
  let asOf = Day(iso: "2026-11-20") ?? Day(number: 0)

  /// Facts of one deal, one line each: kind, day, quote, day named in it.
  func states(_ rows: [(FactKind, String, String, String?)]) -> [String] {
    let facts = rows.enumerated().map { line, row in
      JournalFact(
        kind: row.0, day: Day(iso: row.1), deal: "d", person: nil, basis: .stated, confidence: 1,
        assertion: Assertion(), dates: row.3.flatMap { Day(iso: $0) }.map { [DayRange($0, $0)] } ?? [],
        evidence: Evidence(path: "n.md", span: Span(line, line + 1), line: line + 1, column: 1, quote: row.2))
    }
    return CommitmentLedger.commitments(of: facts, Array(facts.indices), asOf: asOf).map {
      $0.state.rawValue + ($0.due.map { " " + $0.last.iso } ?? "")
    }
  }

  /// What left our hands keeps the promise that it names, and no other.
  @Test(arguments: [
    ("2026-11-14", "the label stock went out today", "done"),
    ("2026-11-14", "the labels went out today", "overdue"),
    ("2026-11-04", "the label stock went out last week", "overdue"),
    // Whom a promise was made to is not what it was about.
    ("2026-11-14", "a card to Corran Dairies went out", "overdue"),
  ])
  func aHandoverKeepsThePromiseThatItNames(_ day: String, _ words: String, _ state: String) throws {
    func evidence(_ line: Int, _ quote: String) -> Evidence {
      Evidence(path: "n.md", span: Span(line, line + 1), line: line, column: 1, quote: quote)
    }
    let due = try #require(Day(iso: "2026-11-15"))
    let promises = ["2026-11-10", "2026-11-12"].enumerated().map { line, made in
      JournalFact(
        kind: .commitmentOurs, day: Day(iso: made), deal: "d", person: nil, basis: .stated, confidence: 1,
        assertion: Assertion(), dates: [DayRange(due, due)],
        evidence: evidence(
          line + 1, line == 0 ? "promised Corran Dairies the new label stock" : "promised to call the office"))
    }
    let sign = JournalSign(
      kind: .handedOver, day: Day(iso: day), deal: "d", person: nil, evidence: evidence(9, words), words: "went out")
    let commitments = CommitmentLedger.commitments(
      of: promises, [0, 1], handovers: [sign], names: ["Corran Dairies"], asOf: asOf)
    #expect(commitments.map(\.state.rawValue) == [state, "overdue"])
  }

  @Test func openLateAndUndated() {
    #expect(
      states([
        (.commitmentOurs, "2026-11-10", "send the plan", "2026-11-25"),
        (.commitmentOurs, "2026-11-10", "send the price", "2026-11-15"),
        (.commitmentTheirs, "2026-11-10", "they talk to the board", nil),
        (.commitmentOurs, "2026-11-10", "what we said on the 3rd", "2026-11-03"),
      ]) == ["open 2026-11-25", "overdue 2026-11-15", "open", "open"])
  }

  @Test func ofEqualsTheLatestIsMeantAndWhatIsDoneIsNoLonger() {
    #expect(
      states([
        (.commitmentOurs, "2026-11-01", "send the sample", nil),
        (.commitmentOurs, "2026-11-02", "send the sample", nil),
        (.commitmentOurs, "2026-11-03", "call the office", nil),
        (.commitmentDone, "2026-11-04", "sample sent", nil), (.commitmentBroken, "2026-11-05", "no sample yet", nil),
        (.commitmentDone, "2026-11-06", "the sample at last", nil), (.commitmentDone, "2026-11-07", "did it", nil),
      ]) == ["done", "done", "done"])
  }

  @Test func whatSharesWordsIsMeant() {
    #expect(
      states([
        (.commitmentOurs, "2026-11-01", "周五前把服务方案发给王经理", "2026-11-06"),
        (.commitmentOurs, "2026-11-02", "安排样机测试", "2026-11-30"),
        (.commitmentDone, "2026-11-05", "服务方案已经发给王经理", nil),
      ]) == ["done 2026-11-06", "open 2026-11-30"])
  }

  @Test func otherwiseTheLatest() {
    #expect(
      states([
        (.commitmentOurs, "2026-11-01", "send Tom the plan", nil), (.commitmentOurs, "2026-11-02", "call Ann", nil),
        (.commitmentDone, "2026-11-05", "did it", nil),
      ]) == ["open", "done"])
  }

  @Test func missedWithoutAWordOfThePromise() {
    #expect(
      states([
        (.commitmentOurs, "2026-11-01", "call Ann", nil),
        (.commitmentBroken, "2026-11-05", "still owe the drawings", nil),
      ]) == ["open", "broken"])
  }

  @Test func missedAndThenMadeGood() {
    let missed: [(FactKind, String, String, String?)] = [
      (.commitmentOurs, "2026-11-01", "send Tom the service plan", "2026-11-04"),
      (.commitmentBroken, "2026-11-05", "forgot the service plan for Tom", nil),
    ]
    #expect(states(missed) == ["broken 2026-11-04"])
    #expect(
      states(missed + [(.commitmentDone, "2026-11-07", "sent the service plan, late, with apologies", nil)])
        == ["done 2026-11-04"])
    #expect(states(missed + [(.commitmentDone, "2026-11-07", "called Ann back", nil)]) == ["broken 2026-11-04"])
  }
}
