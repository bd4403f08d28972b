import FactReading
import Testing

@testable import DealJournal

@Suite struct EntryStandingTests {
  /// Two entries: 7 opens the first, 9 of ours comes in, 8 is named most; the second names 8 alone.
  private let standings = EntryStanding.all([
    (7, .customer, 0, 0), (9, .ours, 0, 1), (8, .customer, 0, 2), (8, .customer, 0, 3), (8, .customer, 4, 4),
  ])

  @Test func everyMentionHasTheStandingOfItsPerson() {
    #expect(standings.map(\.rank) == [0, 1, 2, 2, 0])
    #expect(standings.map(\.mentions) == [1, 1, 2, 2, 1])
    #expect(standings.map(\.isMostNamed) == [0, 0, 1, 1, 1])
    #expect(standings.map(\.isInOpening) == [1, 0, 0, 0, 1])
  }

  @Test func customersCountAmongThemselves() {
    #expect(standings.map(\.customers) == [2, 2, 2, 2, 1])
    #expect(standings.map(\.customerRank) == [0, 4, 1, 1, 0])
  }
}
