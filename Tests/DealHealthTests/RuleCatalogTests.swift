import Testing

@testable import DealHealth

@Suite struct RuleCatalogTests {
  @Test func sortedByCodeAndNothingTwice() {
    #expect(Rule.all.map(\.code) == Rule.all.map(\.code).sorted())
    #expect(Set(Rule.all.map(\.code)).count == Rule.all.count)
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }
}
