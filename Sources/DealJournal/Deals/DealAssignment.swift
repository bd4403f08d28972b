import FactReading
import SourceText

/// Which customer each sentence is about.
///
/// The nearest of these decides: a name in the sentence, in its block's first words, above it as a heading; people who
/// belong to one customer; the file's name; what the writer was last speaking of. Whose people they are is learnt from the
/// sentences that names decide, and then decides others.
struct DealAssignment {
  /// For each note and sentence, the customer as an index of `AccountList.drafts`.
  var accountOfSentence: [[Int?]] { assigned.map { $0.map { $0?.account } } }
  /// The same, with how sure it is.
  let assigned: [[Assigned?]]

  /// Decides for all notes.
  init(_ readings: [NoteReading], accounts: AccountList, cast: Cast) {
    var following = Following(count: cast.people.count)
    var assigned: [[Assigned?]] = []
    for round in 0..<3 {
      if round > 0 { following = Following(of: readings, assigned: assigned, cast: cast) }
      let following = following
      assigned = concurrentMap(readings.indices) {
        Walk(readings[$0], note: $0, accounts: accounts, cast: cast, following: following).assign()
      }
    }
    self.assigned = assigned
  }

  /// A sentence's customer, and whether something nearby says so or it was only carried on.
  struct Assigned {
    let account: Int
    let isSure: Bool
  }

  /// Which customer each person belongs to, where the notes leave no doubt.
  struct Following {
    private var accountOfPerson: [Int?]

    /// Nobody belongs to anybody.
    init(count: Int) { accountOfPerson = [Int?](repeating: nil, count: count) }

    /// Counts for each person the sentences that surely are about one customer.
    init(of readings: [NoteReading], assigned: [[Assigned?]], cast: Cast) {
      var counts = cast.people.map { _ in [Int: Int]() }
      for (note, reading) in readings.enumerated() {
        for (index, name) in reading.names.enumerated() {
          guard let sentence = name.sentence, let person = cast.sure(ofMention: index, inNote: note),
            let place = assigned[note][sentence], place.isSure
          else { continue }
          counts[person][place.account, default: 0] += 1
        }
      }
      accountOfPerson = zip(cast.people, counts).map { person, counts in
        guard person.side == .customer else { return nil }
        let total = counts.values.reduce(0, +)
        return counts.first { $0.value * 3 > total * 2 }?.key
      }
    }

    /// The customer to whom a person belongs.
    subscript(person: Int) -> Int? { accountOfPerson[person] }
  }

  /// One pass over a note.
  private struct Walk {
    let reading: NoteReading
    /// For each sentence, the customers it names, and those whose people it names, in order.
    var named: [[Int]]
    var peopled: [[Int]]
    let fileAccount: Int?
    /// For each sentence, the customer whose name it is, when it says nothing else: `Corvane:` on a line of its own.
    var titles: [Int?]

    init(_ reading: NoteReading, note: Int, accounts: AccountList, cast: Cast, following: Following) {
      self.reading = reading
      named = [[Int]](repeating: [], count: reading.sentences.count)
      peopled = named
      titles = [Int?](repeating: nil, count: reading.sentences.count)
      for mention in accounts.mentions[note] {
        named[mention.sentence].append(mention.account)
        if reading.isTitle(mention.sentence, named: mention.range) { titles[mention.sentence] = mention.account }
      }
      for (index, name) in reading.names.enumerated() {
        if let sentence = name.sentence, let person = cast.sure(ofMention: index, inNote: note),
          let account = following[person]
        {
          peopled[sentence].append(account)
        }
      }
      let inFileName = accounts.inFileName[note]
      fileAccount = inFileName.count == 1 ? inFileName[0] : nil
    }

    func assign() -> [Assigned?] {
      var result = [Assigned?](repeating: nil, count: reading.sentences.count)
      for entry in reading.entries { assign(entry.sentences, to: &result) }
      return result
    }

    private func assign(_ sentences: Range<Int>, to result: inout [Assigned?]) {
      var heading: (account: Int, level: Int)?
      var current: Int?
      var opener: Int?
      var block = -1
      for sentence in sentences {
        let place = reading.places[sentence]
        // A line of its own inside a paragraph is an item of a log.
        if place.block != block || place.startsLine {
          block = place.block
          opener = nil
        }
        if place.headingLevel > 0 {
          if let account = named[sentence].first {
            heading = (account, place.headingLevel)
          } else if let above = heading, place.headingLevel <= above.level {
            heading = nil
          }
          current = nil
        } else if let account = titles[sentence] {
          heading = (account, 7)
          opener = nil
        }
        let governing = opener ?? heading?.account ?? fileAccount ?? current
        func pick(_ list: [Int]) -> Int? { list.contains { $0 == governing } ? governing : list.first }
        if let account = pick(named[sentence]) {
          result[sentence] = Assigned(account: account, isSure: true)
          if place.headingLevel == 0 {
            opener = opener ?? account
            current = account
          }
        } else if heading == nil, fileAccount == nil, let account = pick(peopled[sentence]) {
          result[sentence] = Assigned(account: account, isSure: false)
          opener = opener ?? account
          current = account
        } else if let governing {
          result[sentence] = Assigned(
            account: governing, isSure: opener != nil || heading != nil || fileAccount != nil)
        }
      }
      // What comes before an entry's first name belongs to that name.
      var next: Int?
      for sentence in sentences.reversed() {
        if let known = result[sentence] {
          next = known.account
        } else if let next {
          result[sentence] = Assigned(account: next, isSure: false)
        }
      }
    }
  }
}

extension NoteReading {
  /// Whether a sentence is a line of its own that says little but the name at `name`, in bytes of its quote.
  fileprivate func isTitle(_ sentence: Int, named name: Range<Int>) -> Bool {
    guard places[sentence].headingLevel == 0, places[sentence].startsLine, places[sentence].listDepth == 0,
      sentence + 1 < sentences.count, sentences[sentence + 1].line > sentences[sentence].line
    else { return false }
    let length = sentences[sentence].span.count
    return places[sentence].isLabel && name.lowerBound <= 4 || length <= 40 && name.count * 5 >= length * 3
  }
}
