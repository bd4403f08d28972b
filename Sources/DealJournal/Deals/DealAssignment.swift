import FactReading

/// Which customer each sentence is about.
///
/// The nearest of these decides: a name in the sentence, in its block's first words, under its heading; the file's name;
/// what the writer was last speaking of.
struct DealAssignment {
  /// For each note and sentence, the customer as an index of `AccountList.drafts`.
  let accountOfSentence: [[Int?]]

  /// Decides for all notes.
  init(_ readings: [NoteReading], accounts: AccountList, cast: Cast) {
    accountOfSentence = readings.indices.map { note in
      Self.assign(readings[note], mentions: accounts.mentions[note], inFileName: accounts.inFileName[note])
    }
  }

  private static func assign(_ reading: NoteReading, mentions: [AccountList.Mention], inFileName: [Int]) -> [Int?] {
    var named = [[Int]](repeating: [], count: reading.sentences.count)
    for mention in mentions { named[mention.sentence].append(mention.account) }
    let fileAccount = inFileName.count == 1 ? inFileName[0] : nil
    var result = [Int?](repeating: nil, count: reading.sentences.count)
    for entry in reading.entries {
      var heading: Int?
      var headingLevel = 7
      var current: Int?
      var block = -1
      var opener: Int?
      for sentence in entry.sentences {
        let place = reading.places[sentence]
        if place.block != block {
          block = place.block
          opener = nil
        }
        if place.headingLevel > 0 {
          if let account = named[sentence].first {
            heading = account
            headingLevel = place.headingLevel
          } else if place.headingLevel <= headingLevel {
            heading = nil
            headingLevel = 7
          }
          current = nil
          result[sentence] = heading ?? fileAccount
          continue
        }
        let own = named[sentence]
        if let first = own.first {
          let governing = opener ?? heading ?? fileAccount ?? current
          let account = own.contains { $0 == governing } ? governing ?? first : first
          result[sentence] = account
          if opener == nil { opener = account }
          current = account
        } else {
          result[sentence] = opener ?? heading ?? fileAccount ?? current
        }
      }
      fillBackwards(&result, entry.sentences)
    }
    return result
  }

  /// Sentences before an entry's first name belong to that name.
  private static func fillBackwards(_ result: inout [Int?], _ sentences: Range<Int>) {
    var next: Int?
    for sentence in sentences.reversed() {
      if result[sentence] == nil { result[sentence] = next }
      next = result[sentence]
    }
  }
}
