import FoundationEssentials
import Testing

@testable import DealHealth

@Suite struct RuleCatalogTests {
  @Test func sortedByCodeAndNothingTwice() {
    #expect(Rule.all.map(\.code) == Rule.all.map(\.code).sorted())
    #expect(Set(Rule.all.map(\.code)).count == Rule.all.count)
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }

  /// A rule lives in the file of its name: `need-unconfirmed` in `NeedUnconfirmed.swift`.
  @Test func oneFileEach() throws {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let files = try FileManager.default.contentsOfDirectory(atPath: root + "/Sources/DealHealth/Rules").sorted()
    let names = Rule.all.map { rule in
      rule.name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift"
    }
    #expect(files == names.sorted())
  }

  @Test(arguments: ["P301", "p301", "unconfirmed-influencer", "Unconfirmed_Influencer"])
  func foundByCodeOrName(text: String) throws {
    guard case .found(let rule) = Rule.named(text) else {
      Issue.record("not found")
      return
    }
    #expect(rule.code == "P301")
  }

  @Test(arguments: [
    ("P310", "P301"), ("low-thrust", "T501"), ("discount", "X601"), ("no-next-stpe", "M801"),
    ("decision-maker", "P302"),
  ])
  func didYouMean(text: String, code: String) {
    guard case .unknown(let suggestions) = Rule.named(text) else {
      Issue.record("found")
      return
    }
    #expect(suggestions.map(\.code).contains(code))
    #expect(suggestions.count <= 3)
  }

  @Test(arguments: ["", "xyzzy", "完全没有", String(repeating: "a", count: 10_000)])
  func nothingMeant(text: String) {
    guard case .unknown(let suggestions) = Rule.named(text) else {
      Issue.record("found")
      return
    }
    #expect(suggestions.isEmpty)
  }

  @Test func everySentenceEndsAndFitsALine() {
    for rule in Rule.all {
      for text in [rule.summary, rule.why, rule.clears] {
        #expect(text.en.hasSuffix(".") || text.en.hasSuffix("?"), "\(rule.code): \(text.en)")
        #expect(text.zh.hasSuffix("。") || text.zh.hasSuffix("？"), "\(rule.code): \(text.zh)")
        #expect(text.en.utf8.count <= 160 && text.zh.count <= 60, "\(rule.code)")
      }
    }
  }

  /// A setting is called for its rule, and no two are called alike.
  @Test func settingsBelongToTheirRule() {
    for rule in Rule.all {
      for setting in rule.settings {
        #expect(setting.name.hasPrefix(rule.code + "."))
        #expect(setting.standard > 0)
        #expect(setting.summary.en.hasSuffix(".") && setting.summary.zh.hasSuffix("。"))
      }
    }
    let names = Rule.all.flatMap(\.settings).map(\.name)
    #expect(Set(names).count == names.count)
  }
}
