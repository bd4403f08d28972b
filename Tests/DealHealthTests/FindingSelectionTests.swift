import DealJournal
import FactReading
import Testing

@testable import DealHealth

@Suite struct FindingSelectionTests {
  func finding(_ code: String, deal: String? = nil, person: String? = nil) throws -> Finding {
    let rule = try #require(Rule.all.first { $0.code == code })
    return Finding(
      Finding.Draft(person: person, message: Text(en: "x", zh: "x"), evidence: []), by: rule, deal: deal)
  }

  @Test(arguments: [
    ("P301", ["P301"]), ("p301", ["P301"]), ("no-next-step", ["M801"]), ("J00", ["J001", "J002", "J003", "J004"]),
    ("trust", ["T501", "T502"]),
  ]) func aSelectorMeansRules(_ text: String, _ codes: [String]) throws {
    let selector = try #require(FindingSelection.Selector(text))
    #expect(selector.codes.isSuperset(of: codes))
  }

  @Test(arguments: ["", "P9", "no-next", "人"]) func orNothing(_ text: String) {
    #expect(FindingSelection.Selector(text) == nil)
  }

  @Test func whatIsNotSetExcludesNothing() throws {
    #expect(FindingSelection().contains(try finding("J002")))
  }

  @Test func eachConditionCounts() throws {
    var selection = FindingSelection()
    selection.selected = [try #require(FindingSelection.Selector("P"))]
    selection.ignored = [try #require(FindingSelection.Selector("P303"))]
    #expect(selection.contains(try finding("P301")))
    #expect(!selection.contains(try finding("P303")))
    #expect(!selection.contains(try finding("T501")))
    selection.deals = ["a"]
    #expect(!selection.contains(try finding("P301", deal: "b")))
    #expect(!selection.contains(try finding("P301")))
    selection.people = ["x"]
    #expect(selection.contains(try finding("P301", deal: "a", person: "x")))
    #expect(!selection.contains(try finding("P301", deal: "a", person: "y")))
  }

  @Test func gravity() throws {
    var selection = FindingSelection()
    selection.least = .error
    #expect(!selection.contains(try finding("P301")))
  }
}
