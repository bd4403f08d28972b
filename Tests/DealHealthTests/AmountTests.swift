import Testing

@testable import DealHealth

@Suite struct AmountTests {
  @Test(arguments: [
    ("Quoted 420,000.", 420_000.0, "420,000"), ("报价42万", 420_000, "42万"), ("1.2亿", 120_000_000, "1.2亿"),
    ("List is $84k now", 84_000, "84k"), ("Amount: ¥496,000（拆掉 WMS 后）", 496_000, "496,000"),
    ("报了8800元一台", 8800, "8800元"), ("(420,000)", 420_000, "420,000"),
    ("they paid 420,000, then left", 420_000, "420,000"),
    ("3.5万", 35_000, "3.5万"), ("报价12000。", 12_000, "12000"), ("$2M for 3 years", 2_000_000, "2M"),
  ])
  func isFound(text: String, value: Double, words: String) {
    let amount = Amount(only: text)
    #expect(amount?.value == value && amount?.words == words)
  }

  /// Dates, counts, years and shares are no sums, and of two nobody can tell which is meant.
  @Test(arguments: [
    "", "by 2026-11-27", "10/14", "5 % off", "two lines", "2026年底", "40台", "from 420,000 to 300,000", "v1.2",
    "9.9.9.9", "38-50万", "EUR4200", "x42万", "4200/5000", "#42000", String(repeating: "9", count: 400) + "x",
  ])
  func isNone(text: String) { #expect(Amount(only: text) == nil) }
}
