import FactReading
import NoteSyntax

/// Tells each person's part in one deal.
enum InfluencerReader {
  /// The influencers of the deal with index `deal`. `facts` are all of the journal's, `indices` those of the deal in order of day.
  static func influencers(
    ofDeal deal: Int, facts: [JournalFact], _ indices: [Int], readings: [NoteReading], cast: Cast, map: DealMap,
    asOf: Day
  ) -> [Influencer] { [] }
}
