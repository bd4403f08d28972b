import FactReading
import NoteSyntax

/// A person in the notes of one deal.
package struct DealPart: Sendable {
  /// Indices of `Cast.people` and `DealMap.deals`.
  let person: Int
  let deal: Int
  /// How often the notes of the deal name them.
  var mentions: Int
  /// The first place that does, by day, and its day.
  var introduced: Evidence
  var introducedOn: Day?

  /// The parts of one person: in the deal whose notes name them most, and in each whose notes do so a third as often.
  static func parts(of person: Int, _ places: [(deal: Int?, day: Day?, evidence: Evidence)]) -> [DealPart] {
    var parts: [Int: DealPart] = [:]
    for place in places {
      guard let deal = place.deal else { continue }
      guard var part = parts[deal] else {
        parts[deal] = DealPart(
          person: person, deal: deal, mentions: 1, introduced: place.evidence, introducedOn: place.day)
        continue
      }
      part.mentions += 1
      if let day = place.day, part.introducedOn.map({ day < $0 }) ?? true {
        part.introduced = place.evidence
        part.introducedOn = day
      }
      parts[deal] = part
    }
    let most = parts.values.map(\.mentions).max() ?? 0
    return parts.values.filter { $0.mentions * 3 > most }.sorted { $0.deal < $1.deal }
  }
}
