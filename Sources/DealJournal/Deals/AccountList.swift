import FactReading
import SourceText

/// The customers of a journal, each with its names, and where they are named.
struct AccountList {
  /// A customer's name in a sentence.
  struct Mention {
    /// Index of `drafts`.
    let account: Int
    /// Its position in the note.
    let sentence: Int
    /// Where it stands in the sentence's quote, in bytes.
    let range: Range<Int>
  }

  /// One draft per customer, ordered by id.
  let drafts: [DealMap.Draft]
  /// For each note, where it names a customer, in order of sentences.
  let mentions: [[Mention]]
  /// For each note, the customers that its file name or folders name.
  let inFileName: [[Int]]

  /// Decides from all notes together which of the journal's names are customers'.
  init(_ notes: JournalNotes, people: PeopleNames, vocabulary: TeamVocabulary, model: LinearModel?) {
    self.init(NameStudy(notes, people: people, vocabulary: vocabulary, model: model))
  }

  /// Adds deals with single people; their names are mentions of the deal.
  init(_ accounts: AccountList, adding personal: PersonalDeals, notes: JournalNotes, cast: Cast) {
    let all =
      (accounts.drafts.indices.map { (old: Int?.some($0), person: Int?.none, draft: accounts.drafts[$0]) }
      + personal.drafts.map { (old: nil, person: $0.person, draft: $0.draft) })
      .sorted { ($0.draft.id, $0.person ?? -1) < ($1.draft.id, $1.person ?? -1) }
    var indexOfOld = [Int](repeating: 0, count: accounts.drafts.count)
    var indexOfPerson = [Int?](repeating: nil, count: cast.people.count)
    for (index, item) in all.enumerated() {
      if let old = item.old { indexOfOld[old] = index }
      if let person = item.person { indexOfPerson[person] = index }
    }
    drafts = all.map(\.draft)
    inFileName = accounts.inFileName.map { $0.map { indexOfOld[$0] } }
    mentions = concurrentMap(notes.readings.indices) { [indexOfOld, indexOfPerson] note in
      let named = accounts.mentions[note].map {
        Mention(account: indexOfOld[$0.account], sentence: $0.sentence, range: $0.range)
      }
      let reading = notes.readings[note]
      let people = zip(reading.names, notes.names[note]).compactMap { mention, name -> Mention? in
        guard let account = cast.personOfName[name].flatMap({ indexOfPerson[$0] }), let sentence = mention.sentence
        else {
          return nil
        }
        let start = mention.span.start - reading.sentences[sentence].span.start
        return Mention(account: account, sentence: sentence, range: start..<start + mention.span.count)
      }
      return (named + people).sorted {
        ($0.sentence, $0.range.lowerBound, $0.account) < ($1.sentence, $1.range.lowerBound, $1.account)
      }
    }
  }

  /// Takes the families of names that the model accepts.
  init(_ study: NameStudy) {
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
