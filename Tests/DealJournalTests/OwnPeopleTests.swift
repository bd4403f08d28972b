import FactReading
import TestSupport
import Testing

@testable import DealJournal

/// Whose colleagues people are, by what stands beside their names.
struct OwnPeopleTests {
  private func sides(_ text: String) -> [String: Side] {
    let journal = Journal(ofNotes: ["2026-10-20.md": text])
    return Dictionary(journal.people.map { ($0.name, $0.side) }, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: [
    ("Ben (my co-founder) thinks we are too cheap.", "Ben"), ("Marcus, my boss, came along.", "Marcus"),
    ("Tony (our tech) took the measures.", "Tony"), ("Dom from our service will fit it.", "Dom"),
    ("Our CFO Helen Brandt signed it off.", "Helen Brandt"),
    ("Went there with my manager Harriet Lowe.", "Harriet Lowe"),
    ("Ingrid, our designer, drew it up.", "Ingrid"), ("报价发了，陈总（我老板）的底线是0.52。", "陈总"), ("我们总监老赵不同意降价。", "老赵"),
    ("小钱(我们FAE)也去了现场。", "小钱"), ("阿輝(我哋公司)送咗個樣過去。", "阿輝"),
    ("我們總監老趙不同意降價。", "老趙"), ("小錢(我們產品經理)也去了現場。", "小錢"),
  ])
  func ours(_ line: String, _ name: String) {
    let sides = sides("# Larkfield Mills\nMet Peter Kern, the plant manager.\n" + line)
    #expect(sides[name] == .ours, "\(sides)")
  }

  /// What they are to the customer, and what somebody says of theirs.
  @Test(arguments: [
    ("Gemma Lowe, their designer, liked it.", "Gemma Lowe"), ("Pete Lowe (our contact there) rang.", "Pete Lowe"),
    ("Anna Moss (our champion) is on leave.", "Anna Moss"), ("赵工（我们的联系人）说快了。", "赵工"), ("王经理说：“我们总监周总要看。”", "周总"),
  ])
  func theirs(_ line: String, _ name: String) {
    let sides = sides("# Larkfield Mills\nMet Peter Kern, the plant manager.\n" + line)
    #expect(sides[name] == .customer, "\(sides)")
  }

  @Test func aTraditionalSurnameIsNoTitle() {
    let sides = sides("三月五日\n陳太太想補實支實付。陳先生嫌貴。張經理來電，張主任不在。")
    #expect(Set(sides.keys).isSuperset(of: ["陳太太", "陳先生", "張經理", "張主任"]), "\(sides)")
  }
}
