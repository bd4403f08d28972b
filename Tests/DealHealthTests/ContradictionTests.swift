import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealHealth

/// J007: two lines of one day of which only one can be true, and what only looks so.
@Suite struct ContradictionTests {
  /// Notes, and how many contradictions they hold.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let notes: [String]
    let count: Int

    init(_ name: String, _ count: Int, _ notes: String...) {
      testDescription = name
      self.notes = notes
      self.count = count
    }
  }

  @Test(arguments: [
    Case(
      "two budgets", 1,
      "# 2026-11-12 Larkfield Mills #stage/exchange\nHelen Marsh: 120,000 are approved #exchange/budget.\n",
      "# 2026-11-12 Larkfield Mills\nTom Reed says 60,000 is all they have #exchange/budget.\n"),
    Case("两个预算", 1, "# 2026-11-12 长风纺织 #阶段/交换\n李总说批了12万 #交换/预算。\n", "# 2026-11-12 长风纺织\n王经理说只有6万 #交换/预算。\n"),
    Case(
      "the same sum, written twice", 0,
      "# 2026-11-12 Larkfield Mills #stage/exchange\nHelen Marsh: 120,000 are approved #exchange/budget.\n",
      "# 2026-11-12 Larkfield Mills\nTom Reed says they have 120k #exchange/budget.\n"),
    Case(
      "two prices, neither of which is a budget", 0,
      "# 2026-11-12 Larkfield Mills #stage/exchange\nQuoted Helen Marsh 120,000 #exchange/price.\n",
      "# 2026-11-12 Larkfield Mills\nQuoted Tom Reed 60,000 for one line #exchange/price.\n"),
    Case(
      "pleased and pleased again", 0,
      "# 2026-11-12 Larkfield Mills #stage/care\nTom Reed: just what he wanted #satisfaction/full.\n",
      "# 2026-11-12 Larkfield Mills\nTom Reed: not one stop since #satisfaction/full.\n"),
    Case(
      "cut by the next day", 0,
      "# 2026-11-11 Larkfield Mills #stage/exchange\nHelen Marsh: 120,000 are approved #exchange/budget.\n",
      "# 2026-11-12 Larkfield Mills\nTom Reed says 60,000 is all they have #exchange/budget.\n"),
    Case(
      "one entry that tells how it went", 0,
      "# 2026-11-12 Larkfield Mills #stage/exchange\nTom Reed says 60,000 is all they have #exchange/budget.\n\nThen Helen Marsh approved 120,000 #exchange/budget.\n"
    ),
    Case(
      "content and disappointed, each of them", 0,
      "# 2026-11-12 Larkfield Mills #stage/care\nTom Reed, the production manager: not one stop #satisfaction/full.\n\nHelen Marsh, the CFO: it never worked #satisfaction/none.\n"
    ),
    Case(
      "lost and alive", 1, "# 2026-11-12 Larkfield Mills #stage/lost\nThey went with Bosch.\n",
      "# 2026-11-12 Larkfield Mills #stage/exchange\nMet Helen Marsh.\n"),
    Case("丢了又没丢", 1, "# 2026-11-12 长风纺织 #阶段/丢单\n选了别家。\n", "# 2026-11-12 长风纺织 #阶段/交换\n见了李总。\n"),
    Case(
      "a stage further on the same day", 0, "# 2026-11-12 Larkfield Mills #stage/needs\nMet Helen Marsh.\n",
      "# 2026-11-12 Larkfield Mills #stage/value\nShowed Helen Marsh the line.\n"),
    Case(
      "signed on the day of the last talk", 0, "# 2026-11-12 Larkfield Mills #stage/exchange\nMet Helen Marsh.\n",
      "# 2026-11-12 Larkfield Mills #stage/care\nHelen Marsh signed.\n"),
    Case(
      "lost on another day", 0, "# 2026-11-11 Larkfield Mills #stage/exchange\nMet Helen Marsh.\n",
      "# 2026-11-12 Larkfield Mills #stage/lost\nThey went with Bosch.\n"),
    Case(
      "another deal", 0, "# 2026-11-12 Larkfield Mills #stage/exchange\nMet Helen Marsh.\n",
      "# 2026-11-12 Corvane Foods #stage/lost\nThey went with Bosch.\n"),
  ]) func countsContradictions(example: Case) throws {
    func codes(_ notes: [String]) throws -> [Finding.Identity] {
      let readings = notes.enumerated().map {
        NoteReading(of: Note(parsing: SourceFile(path: "\($0.offset).md", text: $0.element)))
      }
      let asOf = try #require(Day(iso: Rule.Example.asOf))
      return Assessment(of: Journal(folding: readings, asOf: asOf)).findings.map(\.identity).filter {
        $0.code == "J007"
      }
    }
    #expect(try codes(example.notes).count == example.count)
    // Which note comes first changes nothing of what is told.
    #expect(try codes(example.notes.reversed()).map(\.subject) == codes(example.notes).map(\.subject))
  }
}
