import FactReading
import NoteSyntax
import Testing

@testable import DealJournal

@Suite struct JournalNamesTests {
  let journal = Journal(
    asOf: Day(number: 0),
    people: [
      Person(id: "王立群", name: "王立群", surfaces: ["王总", "王立群"], side: .customer, mentions: []),
      Person(id: "Dana Reed", name: "Dana Reed", surfaces: ["Dana", "Dana Reed"], side: .customer, mentions: []),
    ],
    deals: [
      Self.deal("Corvane Logistics", ["Corvane"]), Self.deal("Corvane", ["Corvane II"]), Self.deal("宏泰科技", ["宏泰"]),
      Self.deal("Dana Foods", []),
    ], facts: [], entries: [], unchecked: [], language: .en)

  static func deal(_ name: String, _ surfaces: [String]) -> Deal {
    Deal(
      id: name, name: name, surfaces: surfaces, account: name, stage: .lead, days: [], facts: [], influencers: [],
      commitments: [])
  }

  @Test func aNameMeansWhoBearsIt() {
    #expect(journal.people(called: "王总").map(\.id) == ["王立群"])
    #expect(journal.people(called: "dana reed").map(\.id) == ["Dana Reed"])
    #expect(journal.deals(called: "宏泰").map(\.id) == ["宏泰科技"])
  }

  @Test func aWholeNameComesBeforeAPart() {
    #expect(journal.deals(called: "corvane").map(\.id) == ["Corvane Logistics", "Corvane"])
    #expect(journal.deals(called: "Logistics").map(\.id) == ["Corvane Logistics"])
    #expect(journal.deals(called: "").isEmpty)
    #expect(journal.people(called: "nobody").isEmpty)
  }

  /// A deal, else a person, else whatever is written nearly so.
  @Test(arguments: [
    ("宏泰", "deals: 宏泰科技"), ("corvane ii", "deals: Corvane"), ("Logistics", "deals: Corvane Logistics"),
    ("王总", "people: 王立群"), ("dana", "people: Dana Reed"), ("Dana Reed", "people: Dana Reed"),
    ("Danna Reed", "nothing: Dana Reed"),
    ("Zebedee", "nothing: –"),
  ])
  func aNameMeans(name: String, expected: String) {
    let told =
      switch journal.named(name) {
      case .deals(let deals): "deals: " + deals.map(\.name).joined(separator: ", ")
      case .people(let people): "people: " + people.map(\.name).joined(separator: ", ")
      case .nothing(let closest): "nothing: " + (closest ?? "–")
      }
    #expect(told == expected)
  }

  @Test func theClosestName() {
    #expect(journal.dealName(closestTo: "corvene") == "Corvane Logistics")
    #expect(journal.dealName(closestTo: "logistisc") == "Corvane Logistics")
    #expect(journal.personName(closestTo: "Danna") == "Dana Reed")
    #expect(journal.personName(closestTo: "Zebedee") == nil)
  }
}
