import FactReading
import NoteSyntax
import SourceText

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
  private let properties: Traits

  /// What the journal tells of the encounter, as features of `ContactModel`.
  package var traits: [UInt32] { properties.features }

  /// The encounters of each note, ordered by entry, first mention. `sides` are those of the cast's people.
  static func all(_ notes: JournalNotes, cast: Cast, sides: [Side]) -> [[Encounter]] {
    let found = concurrentMap(notes.readings.indices) { Meeting.all(inNote: $0, of: notes, cast: cast) }
    var entriesOfPerson = [Int](repeating: 0, count: cast.people.count)
    for meeting in found.joined() { entriesOfPerson[meeting.person] += 1 }
    var seen = [Int](repeating: 0, count: cast.people.count)
    return found.indices.map { note in
      found[note].map { meeting in
        defer { seen[meeting.person] += 1 }
        let traits = Traits(
          side: sides[meeting.person], mentions: meeting.mentions.count, rank: meeting.rank, company: meeting.company,
          entries: entriesOfPerson[meeting.person], earlier: seen[meeting.person],
          form: notes.readings[note].names[meeting.mentions[0]].form)
        return Encounter(
          note: note, entry: meeting.entry, person: meeting.person, mentions: meeting.mentions, properties: traits)
      }
    }
  }

  /// A person in an entry, as its note shows it.
  private struct Meeting {
    let entry: Int
    let person: Int
    var mentions: [Int]
    /// How many people the entry names before, and in all.
    let rank: Int
    var company = 0

    /// The meetings of a note, by entry and first mention. Names stand in order of entries.
    static func all(inNote note: Int, of notes: JournalNotes, cast: Cast) -> [Meeting] {
      let reading = notes.readings[note]
      let first = notes.names[note].lowerBound
      // `person::` tells who somebody is, not that we met.
      let fields = reading.marks.compactMap { if case .person = $0.meaning { $0.span } else { nil } }
      var all: [Meeting] = []
      var start = 0
      var meetingOfPerson: [Int: Int] = [:]
      func close() {
        for meeting in start..<all.count { all[meeting].company = all.count - start }
        start = all.count
        meetingOfPerson.removeAll(keepingCapacity: true)
      }
      for name in notes.names[note] where notes.nameTable.sentence[name] != nil {
        guard let person = cast.personOfName[name] else { continue }
        let mention = reading.names[name - first]
        if mention.isMarked, fields.contains(where: { $0.contains(mention.span) }) { continue }
        if let last = all.last, last.entry != mention.entry { close() }
        if let known = meetingOfPerson[person] {
          all[known].mentions.append(name - first)
        } else {
          meetingOfPerson[person] = all.count
          all.append(Meeting(entry: mention.entry, person: person, mentions: [name - first], rank: all.count - start))
        }
      }
      close()
      return all
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
      let form = FeatureHash.of(self.form.rawValue)
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
