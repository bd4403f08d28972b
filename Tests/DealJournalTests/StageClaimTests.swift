import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

@Suite struct StageClaimTests {
  private func deal(_ notes: [String: String]) throws -> Deal {
    let journal = Journal(ofNotes: notes)
    return try #require(journal.deals.first { $0.account.contains("Ferro") || $0.account.contains("宏泰") })
  }

  static let labels: [(String, Stage, Int)] = [
    ("# Ferro Metals\nStage: POC\nDana Cole wants a trial.", .value, 2),
    ("# Ferro Metals\n**Stage:** Closed Won\nDana Cole signed.", .care, 2),
    ("# 宏泰精密\n阶段：招标\n李总要方案。", .exchange, 2), ("# 宏泰精密\n**阶段：**试用\n李总要方案。", .value, 2),
    ("# 宏泰精密\n状态：丢单\n李总没选我们。", .lost, 2), ("# 宏泰精密\n階段：談判中\n李總要方案。", .exchange, 2),
    ("---\naccount: Ferro Metals\nstage: 3 - Negotiation\n---\nDana Cole wants a trial.", .exchange, 3),
    ("---\n客户: 宏泰精密\n阶段: 已签\n---\n李总要方案。", .care, 3),
    ("# Deals\n\n| Account | Stage |\n|---|---|\n| Halden Mfg | Discovery |\n| Ferro Metals | Trial |", .value, 6),
    ("# 商机\n\n| 客户 | 阶段 |\n|---|---|\n| 佳禾包装 | 需求调研 |\n| 宏泰精密 | 合同 |", .exchange, 6),
  ]

  @Test(arguments: labels) func aPlainLabelIsAClaim(text: String, stage: Stage, line: Int) throws {
    let claim = try #require(deal(["2026-11-09 a.md": text]).claimedStage)
    #expect(claim.stage == stage)
    #expect(claim.evidence.line == line)
    #expect(!claim.evidence.quote.isEmpty)
  }

  static let silent = [
    "# Ferro Metals\nStage: they would like to see a demo", "# Ferro Metals\nNext: POC", "# 宏泰精密\n阶段：客户还没定要不要试用",
    "---\naccount: Ferro Metals\nstatus: new\n---\nDana Cole wants a trial.", "# Ferro Metals\n~~Stage: POC~~",
  ]

  @Test(arguments: silent) func whatNamesNoStageClaimsNone(text: String) throws {
    #expect(try deal(["2026-11-09 a.md": text + "\nDana Cole from Ferro Metals called. 宏泰精密来电话。"]).claimedStage == nil)
  }

  @Test func theLatestClaimHoldsUntilTheNotesSayOtherwise() throws {
    let first = "# Ferro Metals\nStage: Proposal\nDana Cole wants a trial."
    let second = "# Ferro Metals\nStage: Negotiation\nDana Cole wants a discount."
    #expect(try deal(["2026-11-01 a.md": first, "2026-11-10 b.md": second]).stage == .exchange)
    let lost = "# Ferro Metals\nThey went with Rexon. We lost it, the deal is dead."
    let ended = try deal(["2026-11-01 a.md": first, "2026-11-10 b.md": second, "2026-11-12 c.md": lost])
    #expect(ended.stage == .lost)
    #expect(ended.claimedStage?.stage == .exchange)
  }
}
