import FactReading
import Testing

@Suite struct StageNamesTests {
  static let told: [(String, Stage)] = [
    ("POC", .value), ("poc阶段", .value), ("试用", .value), ("招标", .exchange), ("招投标中", .exchange), ("谈判中", .exchange),
    ("Negotiation/Review", .exchange), ("3 - Negotiation (60%)", .exchange), ("Closed Won", .care),
    ("closed-won", .care),
    ("已签", .care), ("签约了", .care), ("丢单", .lost), ("Closed Lost", .lost), ("Lost / No decision", .lost), ("线索", .lead),
    ("Qualified", .opportunity), ("需求调研", .needs), ("Discovery stage", .needs), ("Demo ➡️ Proposal", .value),
    ("Negotiation → ???", .exchange), ("Discovery -> Evaluation", .value), ("Tech Eval (stuck)", .value),
  ]

  @Test(arguments: told) func aValueTellsItsStage(value: String, stage: Stage) {
    #expect(StageNames.stage(ofValue: value) == stage)
  }

  static let untold = [
    "", "?", "they want to see a demo", "not yet negotiation", "还没到谈判", "客户要试用三个月再说", "60%", "open", "进行中", "(POC)",
    "won't move", String(repeating: "→", count: 50),
  ]

  @Test(arguments: untold) func anythingElseTellsNone(value: String) {
    #expect(StageNames.stage(ofValue: value) == nil)
  }
}
