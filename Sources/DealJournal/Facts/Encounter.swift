import FactReading
import NoteSyntax

/// A person in an entry: what may have been a contact.
package struct Encounter: Sendable {
  /// The note, by position in the readings.
  package let note: Int
  /// The entry, as an index of `NoteReading.entries`.
  package let entry: Int
  /// The person, as an index of `Cast.people`.
  package let person: Int
  /// The person's mentions in the entry, as indices of `NoteReading.names`, in order.
  package let mentions: [Int]
  /// What the journal tells of the encounter, as features of `ContactModel`.
  package let traits: [UInt32]

  /// Every encounter of a journal, ordered by note, entry, first mention. `sides` are those of the cast's people.
  static func all(_ readings: [NoteReading], cast: Cast, sides: [Side]) -> [Encounter] {
    var found: [(note: Int, entry: Int, person: Int, mentions: [Int], rank: Int, company: Int)] = []
    var entriesOfPerson = [Int](repeating: 0, count: cast.people.count)
    for (note, reading) in readings.enumerated() {
      var mentionsOf: [Int: [Int: [Int]]] = [:]
      // `person::` tells who somebody is, not that we met.
      let fields = reading.marks.compactMap { if case .person = $0.meaning { $0.span } else { nil } }
      for (index, mention) in reading.names.enumerated() where mention.sentence != nil {
        if mention.isMarked, fields.contains(where: { $0.contains(mention.span) }) { continue }
        guard let person = cast.person(ofMention: index, inNote: note) else { continue }
        mentionsOf[mention.entry, default: [:]][person, default: []].append(index)
      }
      for entry in mentionsOf.keys.sorted() {
        let people = mentionsOf[entry, default: [:]].sorted { $0.value[0] < $1.value[0] }
        for (rank, (person, mentions)) in people.enumerated() {
          found.append((note, entry, person, mentions, rank, people.count))
          entriesOfPerson[person] += 1
        }
      }
    }
    var seen = [Int](repeating: 0, count: cast.people.count)
    return found.map { item in
      defer { seen[item.person] += 1 }
      let mention = readings[item.note].names[item.mentions[0]]
      let traits = Traits(
        side: sides[item.person], mentions: item.mentions.count, rank: item.rank, company: item.company,
        entries: entriesOfPerson[item.person], earlier: seen[item.person], form: mention.form)
      return Encounter(
        note: item.note, entry: item.entry, person: item.person, mentions: item.mentions, traits: traits.features)
    }
  }

  /// Properties of an encounter that no single sentence shows.
  private struct Traits {
    let side: Side
    let mentions: Int
    let rank: Int
    let company: Int
    let entries: Int
    let earlier: Int
    let form: NameForm

    var features: [UInt32] {
      let side = UInt32(Side.allCases.firstIndex(of: self.side) ?? 0)
      let form = FeatureHash.of("\(self.form)")
      let count = UInt32(min(mentions, 4))
      let rank = UInt32(min(rank, 4))
      return [
        (1, side), (2, count), (3, rank), (4, UInt32(min(company, 6))), (5, UInt32(min(entries, 5))),
        (6, UInt32(min(earlier, 3))), (7, form), (8, side << 4 | rank), (9, side << 4 | count), (10, count << 4 | rank),
        (11, side << 8 | UInt32(min(entries, 5))),
      ].map { FeatureHash.finish(FeatureHash.step(FeatureHash.step(FeatureHash.seed(99), $0.0), $0.1)) }
    }
  }
}
