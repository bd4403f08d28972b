import FactReading
import NoteSyntax

/// A person in the notes of one deal.
package struct DealPart: Sendable {
  /// Indices of `Cast.people` and `DealMap.deals`.
  let person: Int
  let deal: Int
  /// How often the notes of the deal name them.
  var mentions: Int
  /// The first name that does, by day, and its day.
  var introduced: Int
  var introducedOn: Day?

  /// The parts of one person: in the deal whose notes name them most, and in each whose notes do so more than half as often.
  static func parts(
    of person: Int, named names: [Int], in notes: JournalNotes, map: DealMap, calendar: JournalCalendar
  ) -> [DealPart] {
    var parts: [Int: DealPart] = [:]
    for name in names {
      guard let deal = notes.nameTable.sentence[name].flatMap({ map.dealOfSentence[$0] }) else { continue }
      let day = calendar[notes.nameTable.entry[name]]
      guard let part = parts[deal] else {
        parts[deal] = DealPart(person: person, deal: deal, mentions: 1, introduced: name, introducedOn: day)
        continue
      }
      parts[deal]?.mentions += 1
      if let day, part.introducedOn.map({ day < $0 }) ?? true {
        parts[deal]?.introduced = name
        parts[deal]?.introducedOn = day
      }
    }
    let most = parts.values.map(\.mentions).max() ?? 0
    return parts.values.filter { $0.mentions * 2 > most }.sorted { $0.deal < $1.deal }
  }
}
