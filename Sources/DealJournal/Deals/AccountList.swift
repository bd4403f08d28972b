import FactReading

/// The customers of a journal, each with its names, and where they are named.
struct AccountList {
  /// A customer's name in a sentence.
  struct Mention {
    /// Index of `drafts`.
    let account: Int
    let sentence: Int
    /// Where it stands in the sentence's quote, in bytes.
    let range: Range<Int>
  }

  /// One draft per customer, ordered by id.
  let drafts: [DealMap.Draft]
  /// For each note, where it names a customer.
  let mentions: [[Mention]]
  /// For each note, the customers that its file name or folders name.
  let inFileName: [[Int]]

  /// Decides from all notes together which of the journal's names are customers'.
  init(_ readings: [NoteReading], people: PeopleNames) {
    self.init(NameStudy(readings, people: people), readings: readings)
  }

  /// Takes the families of names that the model accepts.
  init(_ study: NameStudy, readings: [NoteReading]) {
    let accepted = study.members.indices.filter { study.scores[$0] > 0 }
      .map { (family: $0, draft: study.draft(ofFamily: $0)) }
      .sorted { ($0.draft.id, $0.family) < ($1.draft.id, $1.family) }
    drafts = accepted.map(\.draft)
    var accountOfFamily = [Int?](repeating: nil, count: study.members.count)
    for (index, item) in accepted.enumerated() { accountOfFamily[item.family] = index }
    mentions = study.occurrences.inNote.map { list in
      list.compactMap { occurrence in
        accountOfFamily[study.family[occurrence.name]].map {
          Mention(account: $0, sentence: occurrence.sentence, range: occurrence.range)
        }
      }
    }
    inFileName = study.occurrences.inFileName.map { list in
      Set(list.compactMap { accountOfFamily[study.family[$0]] }).sorted()
    }
  }
}
