import FactReading
import SourceText

/// The names of a journal: what they say, and where they stand, by number.
///
/// Notes write few names many times. What a mention says is looked at once for each wording; where it stands is in columns.
struct NameTable: Sendable {
  /// What mentions say, each once, as the first that says it; in order of those.
  let wordings: [NameMention]
  /// How many mentions say each.
  let counts: [Int]
  /// For each name, its wording.
  let wording: [Int]
  /// For each name, the number of its sentence; nil for front matter and file names.
  let sentence: [Int?]
  /// For each name, the number of its entry.
  let entry: [Int]
  /// For each name, its note.
  let note: [Int]

  /// Looks through the names of all notes.
  init(_ readings: [NoteReading], sentences: Numbering, entries: Numbering) {
    let stretches = concurrentMap(readings.indices.stretches, chunk: 1) { notes in
      var stretch = Stretch()
      for note in notes {
        let (firstSentence, firstEntry) = (sentences[note].lowerBound, entries[note].lowerBound)
        for mention in readings[note].names {
          stretch.wordings.take(NameWording(mention))
          stretch.sentence.append(mention.sentence.map { firstSentence + $0 })
          stretch.entry.append(firstEntry + mention.entry)
          stretch.note.append(note)
        }
      }
      return stretch
    }
    let interned = Interned(merging: stretches.map(\.wordings))
    wordings = interned.things.map(\.mention)
    wording = interned.numbers
    var counts = [Int](repeating: 0, count: wordings.count)
    for wording in interned.numbers { counts[wording] += 1 }
    self.counts = counts
    sentence = stretches.flatMap(\.sentence)
    entry = stretches.flatMap(\.entry)
    note = stretches.flatMap(\.note)
  }

  /// The columns of some notes.
  private struct Stretch: Sendable {
    var wordings = Interned<NameWording>.Table()
    var sentence: [Int?] = []
    var entry: [Int] = []
    var note: [Int] = []
  }

  /// The wordings of some names, each once with the number of names, in order of their first appearance in the journal.
  func wordings(of names: some Sequence<Int>) -> [(mention: NameMention, count: Int)] {
    var counts: [(mention: NameMention, count: Int)] = []
    var last = -1
    for wording in names.map({ self.wording[$0] }).sorted() {
      if wording == last {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((wordings[wording], 1))
        last = wording
      }
    }
    return counts
  }
}

/// What a mention says of somebody, wherever it stands.
private struct NameWording: Hashable, Sendable {
  let mention: NameMention

  init(_ mention: NameMention) { self.mention = mention }

  static func == (left: NameWording, right: NameWording) -> Bool {
    let (one, other) = (left.mention, right.mention)
    return ExactText(one.surface) == ExactText(other.surface) && one.form == other.form
      && one.isSure == other.isSure && one.isMarked == other.isMarked
      && ExactText(one.title) == ExactText(other.title)
      && ExactText(one.surname) == ExactText(other.surname) && ExactText(one.given) == ExactText(other.given)
      && one.core.map(ExactText.init) == other.core.map(ExactText.init)
      && one.withFunction.map(ExactText.init) == other.withFunction.map(ExactText.init)
      && one.organisation.map(ExactText.init) == other.organisation.map(ExactText.init)
      && one.alias.map(ExactText.init) == other.alias.map(ExactText.init)
      && one.otherNames.map(ExactText.init) == other.otherNames.map(ExactText.init)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ExactText(mention.surface))
    hasher.combine(ExactText(mention.title))
    if let organisation = mention.organisation { hasher.combine(ExactText(organisation)) }
    if let longer = mention.withFunction { hasher.combine(ExactText(longer)) }
  }
}
