import FactReading

/// What a journal shows of a family of names: whether its writer sells to it.
struct AccountEvidence {
  var notes = Set<Int>()
  var entries = Set<Int>()
  var fileNotes = Set<Int>()
  var fileNames: Int { fileNotes.count }
  var mentions = 0
  var openers = 0
  var headings = 0
  var labels = 0
  var titles = 0
  /// Lines of their own that are its name and a colon.
  var labelLines = 0
  /// Mentions right beside a person's name.
  var workplaces = 0
  /// Mentions where it is told how somebody was found.
  var founds = 0
  var destinations = 0
  var possessives = 0
  var rivals = 0
  var employers = 0
  var companies = 0
  var firsts = 0
  var isPerson = false
  var mayBePerson = false
  /// People who are named together with it more than with any other.
  var followers = 0
  var isCommonWord = false
  var isHan = false
  var isLower = false
  var hasKind = false
  var hasManyWords = false
  var isAcronym = false
  /// Somebody who buys for himself, by title or form of address: 黄太, `Mr Hargrove`.
  var isPrivate = false

  /// Whether it is a word of the notes' template (`拜访纪要-0812.md`): in most file names or headings, and never in text.
  func isTemplate(noteCount: Int) -> Bool {
    mentions == headings && notes.count + fileNames > noteCount && noteCount >= 4
  }

  /// Whether the notes' structure leaves no doubt: lines of its own title what is said of it, and it is spoken of elsewhere,
  /// as no field of a template is.
  var isTitle: Bool { labelLines > 0 && mentions > labelLines && !isPerson && !isCommonWord }

  /// Takes up one form of the name.
  mutating func describe(_ candidate: NameCandidates.Candidate, as surface: String, isPerson: Bool?) {
    labels += candidate.places[AccountMention.Place.label.rawValue]
    titles += candidate.places[AccountMention.Place.title.rawValue]
    workplaces += candidate.places[AccountMention.Place.employer.rawValue]
    if CommonWords.english.contains(candidate.key) || CommonWords.hanPairs.contains(candidate.key.prefix(6)) {
      isCommonWord = true
    }
    if isPerson == true { self.isPerson = true }
    if isPerson == false { mayBePerson = true }
    if surface.utf8.contains(where: { $0 >= 0xE3 }) { isHan = true }
    if surface.utf8.allSatisfy({ $0 &- 0x41 < 26 }) { isAcronym = true }
    if surface.utf8.allSatisfy({ $0 < 0x80 && !($0 &- 0x41 < 26) }) { isLower = true }
    if AccountMention.hasKind(surface) { hasKind = true }
    if isPerson != nil, AccountMention.isPrivatePerson(surface) { isPrivate = true }
    if surface.utf8.contains(0x20) { hasManyWords = true }
  }

  /// Takes up every occurrence of every family.
  static func gather(
    _ evidence: inout [AccountEvidence], from occurrences: NameOccurrences, family: [Int], in readings: [NoteReading]
  ) {
    var firstEntry = 0
    for (note, reading) in readings.enumerated() {
      for name in Set(occurrences.inFileName[note].map { family[$0] }) { evidence[name].fileNotes.insert(note) }
      let founds = Set(reading.stageSigns.lazy.filter { $0.kind == .found }.map(\.sentence))
      for occurrence in occurrences.inNote[note] {
        evidence[family[occurrence.name]].add(occurrence, note: note, reading: reading, firstEntry: firstEntry)
        if founds.contains(occurrence.sentence) { evidence[family[occurrence.name]].founds += 1 }
      }
      firstEntry += reading.entries.count
    }
    countFollowers(&evidence, occurrences, family: family, readings: readings)
  }

  /// Takes up one occurrence.
  private mutating func add(
    _ occurrence: NameOccurrences.Occurrence, note: Int, reading: NoteReading, firstEntry: Int
  ) {
    let sentence = reading.sentences[occurrence.sentence]
    let place = reading.places[occurrence.sentence]
    notes.insert(note)
    entries.insert(firstEntry + sentence.entry)
    mentions += 1
    if place.headingLevel > 0 {
      headings += 1
    } else if place.startsLine, occurrence.range.lowerBound <= 14 {
      openers += 1
    }
    if place.isLabel { labelLines += 1 }
    if place.comparesRivals { rivals += 1 }
    if occurrence.context.contains(.destination) { destinations += 1 }
    if occurrence.context.contains(.possessor) { possessives += 1 }
    if occurrence.context.contains(.employer) { employers += 1 }
    if occurrence.context.contains(.company) { companies += 1 }
    if occurrence.context.contains(.first) { firsts += 1 }
  }

  /// Gives each person to the family that they are named with in most blocks.
  private static func countFollowers(
    _ evidence: inout [AccountEvidence], _ occurrences: NameOccurrences, family: [Int], readings: [NoteReading]
  ) {
    var together: [Int: [Int: Int]] = [:]
    for note in readings.indices {
      var families: [Int: Set<Int>] = [:]
      for occurrence in occurrences.inNote[note] {
        families[readings[note].places[occurrence.sentence].block, default: []].insert(family[occurrence.name])
      }
      // A person's number and a block's as one: neither comes near 2^31.
      var counted = Set<Int>()
      for person in occurrences.people[note] {
        let block = readings[note].places[person.sentence].block
        guard counted.insert(person.name << 32 | block).inserted else { continue }
        for other in families[block] ?? [] where !evidence[other].isPerson {
          together[person.name, default: [:]][other, default: 0] += 1
        }
      }
    }
    for (_, counts) in together {
      let most = counts.values.max() ?? 0
      for (other, count) in counts where count == most && (most > 1 || counts.count == 1) {
        evidence[other].followers += 1
      }
    }
  }
}

extension AccountEvidence {
  /// The features of the model of accounts for every family, each about 0 to 1; some compare it with the journal's other names.
  static func features(of all: [AccountEvidence], noteCount: Int) -> [[Double]] {
    let names = all.lazy.filter { !$0.isPerson }
    let most = (
      entries: names.map(\.entries.count).max() ?? 0, openers: names.map(\.openers).max() ?? 0,
      headings: names.map(\.headings).max() ?? 0
    )
    let entryCount = Set(all.lazy.flatMap(\.entries)).count
    let listedNotes = Set(all.lazy.filter { $0.fileNames * 10 <= noteCount * 7 }.flatMap(\.fileNotes)).count
    let listed = ratio(listedNotes, noteCount)
    let people = all.filter { $0.isPerson || $0.mayBePerson }
    let privateShare = ratio(people.filter(\.isPrivate).count, people.count)
    return all.map { one in
      func share(_ count: Int) -> Double { min(1, ratio(count, one.mentions)) }
      return [
        saturated(one.fileNames, 1), noteCount >= 5 && one.fileNames * 10 > noteCount * 7 ? 1 : 0,
        saturated(one.headings, 1), saturated(one.labels, 0.5), saturated(one.openers, 2),
        saturated(one.entries.count, 3), saturated(one.mentions, 5), share(one.openers), share(one.destinations),
        share(one.possessives), share(one.rivals), share(one.employers), share(one.companies), share(one.firsts),
        one.isPerson ? 1 : 0, one.mayBePerson ? 1 : 0, one.isCommonWord ? 1 : 0, one.notes.count == 1 ? 1 : 0,
        ratio(one.entries.count, most.entries), one.isHan ? 1 : 0, one.isAcronym ? 1 : 0, saturated(one.followers, 2),
        one.fileNames == 0 ? listed : 0, ratio(one.openers, most.openers), ratio(one.headings, most.headings),
        one.isLower ? 1 : 0, one.hasKind ? 1 : 0, one.hasManyWords ? 1 : 0, ratio(one.entries.count, entryCount),
        saturated(one.titles, 1), saturated(one.labelLines, 1), saturated(one.workplaces, 1), one.isPrivate ? 1 : 0,
        one.isPrivate ? privateShare : 0,
        one.isPerson ? saturated(one.headings + one.titles + one.fileNames, 1) : 0,
        one.isPrivate ? saturated(one.headings + one.titles + one.fileNames, 1) : 0,
        one.isPrivate ? share(one.openers) : 0, one.isPrivate ? ratio(one.entries.count, most.entries) : 0,
        saturated(one.founds, 1), share(one.founds),
      ]
    }
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  private static func saturated(_ count: Int, _ half: Double) -> Double { Double(count) / (Double(count) + half) }
}
