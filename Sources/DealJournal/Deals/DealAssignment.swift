import FactReading
import NoteSyntax
import SourceText

/// Which customer each sentence is about.
///
/// The nearest of these decides: a name in the sentence, in its block's first words, above it as a heading; people who
/// belong to one customer; the file's name; what the writer was last speaking of. Whose people they are is learnt from the
/// sentences that names decide, and then decides others.
struct DealAssignment {
  /// For each sentence of the journal, its customer.
  let assigned: [Assigned]

  /// Decides for all notes.
  init(_ notes: JournalNotes, accounts: AccountList, cast: Cast) {
    let people = cast.surePersonOfName
    let walks = concurrentMap(notes.readings.indices) {
      Walk(notes.readings[$0], named: accounts.mentions[$0], inFileName: accounts.inFileName[$0])
    }
    func assign(_ following: Following) -> [Assigned] {
      concurrentMap(notes.readings.indices) { note in
        walks[note].assign(peopled: following.mentions(inNote: note, of: notes, people: people))
      }.flatMap(\.self)
    }
    var following = Following(count: cast.people.count)
    var assigned = assign(following)
    for _ in 1...2 {
      let next = Following(of: people, count: cast.people.count, in: notes, assigned: assigned)
      if next == following { break }
      following = next
      assigned = assign(following)
    }
    self.assigned = assigned
  }

  /// A sentence's customer, and whether something nearby says so or it was only carried on.
  struct Assigned {
    /// Index of `AccountList.drafts`; nil when none can be told.
    var account: Int?
    var isSure = false
  }

  /// A customer to whom a sentence points, by its position in the note.
  private struct Pointer {
    let sentence: Int
    let account: Int
  }

  /// Which customer each person belongs to, where the notes leave no doubt.
  private struct Following: Equatable {
    private var accountOfPerson: [Int?]

    /// Nobody belongs to anybody.
    init(count: Int) { accountOfPerson = [Int?](repeating: nil, count: count) }

    /// To whom each of `count` people belongs: the customer of more than two thirds of the sentences that name them and
    /// surely are about one. `people` are those of all names.
    init(of people: [Int?], count: Int, in notes: JournalNotes, assigned: [Assigned]) {
      // What has more than half of the votes is what is left when votes for different things cancel out (Boyer and Moore).
      var leaders = [(account: Int, lead: Int)](repeating: (-1, 0), count: count)
      let votes = zip(people, notes.nameTable.sentence).lazy.compactMap { person, sentence -> (Int, Int)? in
        guard let person, let sentence, assigned[sentence].isSure, let account = assigned[sentence].account else {
          return nil
        }
        return (person, account)
      }
      for (person, account) in votes {
        if leaders[person].lead == 0 { leaders[person].account = account }
        leaders[person].lead += leaders[person].account == account ? 1 : -1
      }
      var counts = [(own: Int, all: Int)](repeating: (0, 0), count: count)
      for (person, account) in votes {
        counts[person].all += 1
        if leaders[person].account == account { counts[person].own += 1 }
      }
      accountOfPerson = zip(leaders, counts).map { $1.own * 3 > $1.all * 2 ? $0.account : nil }
    }

    /// Where a note names people who belong to a customer.
    func mentions(inNote note: Int, of notes: JournalNotes, people: [Int?]) -> [Pointer] {
      let first = notes.sentences[note].lowerBound
      return notes.names[note].compactMap { name in
        guard let sentence = notes.nameTable.sentence[name], let account = people[name].flatMap({ accountOfPerson[$0] })
        else { return nil }
        return Pointer(sentence: sentence - first, account: account)
      }
    }
  }

  /// One pass over a note.
  private struct Walk {
    let reading: NoteReading
    /// The customers that the note names.
    private let named: [Pointer]
    /// Those of them who are named by sentences that say nothing else: `Corvane:` on a line of its own.
    private let titles: [Pointer]
    private let fileAccount: Int?

    init(_ reading: NoteReading, named: [AccountList.Mention], inFileName: [Int]) {
      self.reading = reading
      self.named = named.map { Pointer(sentence: $0.sentence, account: $0.account) }
      titles = named.lazy.filter { reading.isTitle($0.sentence, named: $0.range) }
        .map { Pointer(sentence: $0.sentence, account: $0.account) }
      fileAccount = inFileName.count == 1 ? inFileName[0] : nil
    }

    /// The customers of all sentences; `peopled` are those whose people the note names.
    func assign(peopled: [Pointer]) -> [Assigned] {
      var result = [Assigned](repeating: Assigned(), count: reading.sentences.count)
      var cursors = (named: Cursor(named), titles: Cursor(titles), peopled: Cursor(peopled))
      var headings: [Heading] = []
      for entry in reading.entries.indices {
        assign(reading.entries[entry].sentences, to: &result, &cursors, under: &headings)
      }
      return result
    }

    /// A heading that names a customer; what a line of its own titles ends with its entry.
    private struct Heading {
      let account: Int
      let level: Int

      static let lineLevel = Block.lineLevel + 1
    }

    private func assign(
      _ sentences: Range<Int>, to result: inout [Assigned],
      _ cursors: inout (named: Cursor, titles: Cursor, peopled: Cursor), under headings: inout [Heading]
    ) {
      headings.removeAll { $0.level == Heading.lineLevel }
      var current: Int?
      var opener: Int?
      var block = -1
      for sentence in sentences {
        let named = cursors.named.move(to: sentence)
        let title = cursors.titles.move(to: sentence).last
        let peopled = cursors.peopled.move(to: sentence)
        let place = reading.places[sentence]
        // A line of its own inside a paragraph is an item of a log.
        if place.block != block || place.startsLine {
          block = place.block
          opener = nil
        }
        if place.headingLevel == Block.lineLevel, !place.isOverDates, named.isEmpty {
          // A line over a list may title anything.
        } else if place.headingLevel > 0 {
          headings.removeAll { $0.level >= place.headingLevel }
          if let account = named.first?.account {
            headings.append(Heading(account: account, level: place.headingLevel))
          }
          current = nil
        } else if let title {
          headings.removeAll { $0.level == Heading.lineLevel }
          headings.append(Heading(account: title.account, level: Heading.lineLevel))
          opener = nil
        }
        let heading = headings.last
        let governing = opener ?? heading?.account ?? fileAccount ?? current
        func pick(_ list: ArraySlice<Pointer>) -> Int? {
          list.contains { $0.account == governing } ? governing : list.first?.account
        }
        if let account = pick(named) {
          result[sentence] = Assigned(account: account, isSure: true)
          if place.headingLevel == 0 {
            opener = opener ?? account
            current = account
          }
        } else if heading == nil, fileAccount == nil, let account = pick(peopled) {
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
        if let known = result[sentence].account {
          next = known
        } else if let next {
          result[sentence] = Assigned(account: next, isSure: false)
        }
      }
    }
  }

  /// Pointers in order of sentences, taken sentence by sentence.
  private struct Cursor {
    private let pointers: [Pointer]
    private var next = 0

    init(_ pointers: [Pointer]) { self.pointers = pointers }

    /// The pointers of a sentence behind the last.
    mutating func move(to sentence: Int) -> ArraySlice<Pointer> {
      while next < pointers.count, pointers[next].sentence < sentence { next += 1 }
      let start = next
      while next < pointers.count, pointers[next].sentence == sentence { next += 1 }
      return pointers[start..<next]
    }
  }
}

extension NoteReading {
  /// For each sentence, the item it stands in, counted from 0: a block, or of a block of lines, as a log is, a line.
  var items: [Int] {
    var item = -1
    return places.indices.map { index in
      if index == 0 || places[index].block != places[index - 1].block || places[index].startsLine { item += 1 }
      return item
    }
  }

  /// Whether a sentence is a line of its own that says little but the name at `name`, in bytes of its quote.
  fileprivate func isTitle(_ sentence: Int, named name: Range<Int>) -> Bool {
    guard places[sentence].headingLevel == 0, places[sentence].startsLine, places[sentence].listDepth == 0,
      sentence + 1 < sentences.count, sentences[sentence + 1].line > sentences[sentence].line
    else { return false }
    let length = sentences[sentence].span.count
    return places[sentence].isLabel && name.lowerBound <= 4 || length <= 40 && name.count * 5 >= length * 3
  }
}
