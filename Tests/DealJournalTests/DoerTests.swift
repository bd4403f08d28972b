import FactReading
import NoteSyntax
import TestSupport
import Testing

@testable import DealJournal

/// Whom a day in a sentence sets a deadline: whoever is to do what is set for it.
struct DoerTests {
  private func commitments(_ notes: [String: String]) -> [String] {
    let journal = Journal(ofNotes: notes)
    return journal.deals.flatMap(\.commitments).map { promise in
      "\(promise.owner) \(promise.due?.last.iso ?? "–") \(promise.state)"
    }
  }

  private func ourDeadlines(_ line: String) -> [String] {
    let heading =
      line.utf8.contains { $0 >= 0xE0 } ? "# 长风纺织\n见了生产部王经理。\n\n" : "# Larkfield Mills\nMet Helen Marsh.\n\n"
    return commitments(["2026-10-05.md": heading + line]).filter { $0.hasPrefix("ours 2") }
  }

  @Test(arguments: [
    "Twins are due by Friday.", "The new hall will be open by 12 October.", "Acme promised her a demo by 12 October.",
    "Helen Marsh needs it live by Friday.", "By 12 October Helen Marsh will talk to her boss.",
    "She will decide by 12 October.", "The board decides by 20 October.", "王经理10月12日前付尾款。", "10月12日前王经理给老板汇报。",
    "他说他10月12日前给答复。", "王经理想10月20日前用上。", "采购部10月12日前定标。", "王经理说从下周起每天报产量。", "王经理说10月12日前把清单发给我。",
    "Helen Marsh said to let me know by 12 October, she will send us the list.",
  ])
  func othersHaveTheDay(_ line: String) {
    #expect(ourDeadlines(line).isEmpty, "\(ourDeadlines(line))")
  }

  @Test(arguments: [
    ("I promised Helen Marsh the plan by 12 October.", "2026-10-12"), ("Will send the drawings Friday.", "2026-10-09"),
    ("Quote to Helen Marsh by 12 October.", "2026-10-12"),
    ("Helen Marsh wants the quote by 12 October.", "2026-10-12"),
    ("10月12日前给王经理报价。", "2026-10-12"), ("我答应王经理10月12日前寄样品。", "2026-10-12"), ("他想看样品，答应这周五寄给他。", "2026-10-09"),
    ("- [ ] Helen Marsh quote by 12 October", "2026-10-12"), ("- [ ] 王经理报价 10月12日", "2026-10-12"),
    ("王经理希望10月12日前看到报价，我答应了。", "2026-10-12"),
  ])
  func weHaveTheDay(_ line: String, _ due: String) {
    #expect(ourDeadlines(line).contains { $0.hasPrefix("ours \(due)") }, "\(ourDeadlines(line))")
  }

  /// One day is a deadline of one side, unless both are told to be the ones.
  @Test func oneDayAccusesOneSide() {
    let late = commitments([
      "2026-10-05.md": "# Larkfield Mills\nMet Helen Marsh. She asked. Will send the drawings Friday."
    ])
    .filter { $0.contains("2026-10-09") }
    #expect(late.count == 1, "\(late)")
  }

  @Test(arguments: [
    ("I promised Helen the doc by 9 October.", "Helen Marsh received the doc and reads it."),
    ("Promised Helen Marsh the quote by 9 October.", "Helen Marsh got the quote, thinks it fair."),
    ("答应王经理10月8日前给报价单。", "王经理收到了报价，说要研究研究。"), ("见了王经理，约10月8日给他演示。", "给王经理演示了一遍，他挺满意。"),
  ])
  func keptInOtherWords(_ promise: String, _ later: String) {
    let heading = "# Larkfield Mills\nMet Helen Marsh. "
    let states = commitments(["2026-10-05.md": heading + promise, "2026-10-12.md": "# Larkfield Mills\n" + later])
    #expect(!states.contains { $0.hasPrefix("ours") && !$0.hasSuffix("done") && $0.contains("2026") }, "\(states)")
  }

  @Test(arguments: [
    ("Promised Helen Marsh the drawings by 9 October.", "Never sent the drawings."), ("答应王经理10月8日前给报价单。", "报价还没发给王经理。"),
  ])
  func notKept(_ promise: String, _ later: String) {
    let states = commitments([
      "2026-10-05.md": "# Larkfield Mills\n" + promise, "2026-10-12.md": "# Larkfield Mills\n" + later,
    ])
    #expect(states.first?.hasSuffix("done") == false, "\(states)")
  }

  /// A weekday before 才 is over: 我周三才寄 was late, and promises nothing.
  @Test func aLateDayIsNoDeadline() {
    let states = commitments(["2026-10-15.md": "# 长风纺织\n答应王经理12号寄样品，我周三才寄。"])
    #expect(!states.contains { $0.contains("2026-10-21") }, "\(states)")
  }
}
