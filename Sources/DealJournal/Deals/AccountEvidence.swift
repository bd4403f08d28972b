import FactReading
import NoteSyntax

/// What a journal shows of a family of names: whether its writer sells to it.
struct AccountEvidence {
  /// In how many notes, entries and file names it stands.
  var notes = 0
  var entries = 0
  var fileNames = 0
  /// File names that begin with it as a word of its own.
  var fileTitles = 0
  /// Of these, those whose note begins with it as well.
  var agreedTitles = 0
  var mentions = 0
  var openers = 0
  var headings = 0
  var labels = 0
  var titles = 0
  /// Lines of their own that are its name and a colon.
  var labelLines = 0
  /// Lines that nothing marks as headings and that begin with it, over dated ones.
  var lineTitles = 0
  /// Whether it is one of several headings over dated lines: of one note and level, or of all lines of that sort.
  var isOneOfTitles = false
  /// Headings that name it right above the stage that the writer claims, or beside it.
  var stageTitles = 0
  /// Mentions below such a heading that names another.
  var underStages = 0
  /// Mentions right beside a person's name.
  var workplaces = 0
  /// Mentions where it is told how somebody was found.
  var founds = 0
  /// Mentions on a line that tells of a referral.
  var referrals = 0
  var destinations = 0
  var possessives = 0
  var colons = 0
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
  /// Whether it says what sort of record something is, in everyday words: DAY LOG.
  var isRecord = false
  var isLower = false
  var hasKind = false
  var hasManyWords = false
  var isAcronym = false
  /// Whether it is a few capitals: POC, QBR.
  var isAbbreviation = false
  /// Whether it has a word that no everyday text has, with a capital, or is a short Han name without everyday pairs.
  var isOwnWord = false
  /// Whether it is a part of somebody's organisation: 药剂科, 计量中心.
  var isDepartment = false
  /// Whether it is a family and nothing else: 吴家.
  var isHousehold = false
  /// Somebody who buys for himself, by title or form of address: 黄太, `Mr Hargrove`.
  var isPrivate = false
  /// The note, entry and file name that were counted last.
  private var lastNote = -1
  private var lastEntry = -1
  private var lastFileName = -1

  /// Whether it is a word of the notes' template (`拜访纪要-0812.md`): in all but a tenth of the file names or headings, and
  /// never in text. Who has one large customer writes of nobody else in most notes.
  func isTemplate(noteCount: Int) -> Bool {
    mentions == headings && max(notes, fileNames) * 10 >= noteCount * 9 && noteCount >= 4
  }

  /// Whether half of the notes have it, always before a colon and never in other text: `Mood: good`.
  func isField(noteCount: Int) -> Bool {
    mentions == colons && notes * 2 >= noteCount && noteCount >= 4 && fileNames == 0
  }

  /// Whether more than seven of ten file names have it.
  func isInMostFiles(noteCount: Int) -> Bool { fileNames * 10 > noteCount * 7 }

  /// Whether the notes' structure leaves no doubt: lines of its own title what is said of it, and it is spoken of elsewhere,
  /// as no field of a template is; a heading with a stage, which nothing but a deal has; or one of several headings over
  /// dated lines.
  var isTitle: Bool {
    (labelLines > 0 && mentions > labelLines || stageTitles > 0 || isOneOfTitles) && !isPerson && !isCommonWord
  }

  /// Whether it is a household that stands where notes say whom they are about: a family buys as one.
  var isTitledHousehold: Bool {
    isHousehold && !isCommonWord && openers + headings + labels + titles + fileNames > 0
  }

  /// Whether it is an organisation that somebody leads us to: little is written of who is only a hint, and that on a line that
  /// tells of a referral, beside one of its people or with what sort of organisation it is.
  var isReferred: Bool {
    referrals > 0 && mentions <= 4 && fileNames == 0 && rivals == 0
      && (hasKind || isOwnWord && workplaces + employers > 0) && mayBeOrganisation
  }

  /// Whether a line begins with it and a colon, and it is called as organisations are: 南屏医院：原来谈到签合同的…
  var isLedByKind: Bool {
    colons > 0 && openers > 0 && hasKind && rivals == 0 && mayBeOrganisation
  }

  /// Whether nothing says that it is anything else.
  private var mayBeOrganisation: Bool { !isPerson && !mayBePerson && !isCommonWord && !isDepartment }

  /// Whether a file and the text below it begin with it, and it is a name of its own or what both were seen to share.
  var isAgreedTitle: Bool { agreedTitles > 0 && !mayBePerson && (isOwnWord || titles > 0) }

  /// Whether a line over dated ones begins with it.
  var isLineTitle: Bool { lineTitles > 0 && !isPerson && !isCommonWord }

  /// Whether it is spoken of nowhere but in what is told of other deals: 机务 of 机务的戴工, a customer who is a reference.
  var isAside: Bool { underStages == mentions && mentions > 0 && fileNames + labels + titles == 0 }

  /// Takes up one form of the name.
  mutating func describe(_ candidate: NameCandidates.Candidate, as surface: String, isPerson: Bool?) {
    labels += candidate.places[AccountMention.Place.label.rawValue]
    titles += candidate.places[AccountMention.Place.title.rawValue]
    workplaces += candidate.places[AccountMention.Place.employer.rawValue]
    let folded = ProseText.folded(surface)
    if CommonWords.english.contains(folded) || CommonWords.hanPairs.contains(folded.prefix(6)) { isCommonWord = true }
    if RecordWords.end(folded), folded.split(separator: 0x20).allSatisfy(CommonWords.english.contains) {
      (isRecord, isCommonWord) = (true, true)
    }
    if isPerson == true { self.isPerson = true }
    if isPerson == false { mayBePerson = true }
    if surface.utf8.contains(where: { $0 >= 0xE3 }) { isHan = true }
    if surface.utf8.allSatisfy({ $0 &- 0x41 < 26 }) {
      isAcronym = true
      isAbbreviation = isAbbreviation || surface.utf8.count <= 5
    }
    if surface.utf8.allSatisfy({ $0 < 0x80 && !($0 &- 0x41 < 26) }) { isLower = true }
    if AccountMention.hasKind(surface) { hasKind = true }
    if Self.isOwnWord(folded) { isOwnWord = true }
    if NameLexicon.isHousehold(String(decoding: folded, as: UTF8.self)) { isHousehold = true }
    if AccountMention.isDepartment(surface) { isDepartment = true }
    if isPerson != nil, AccountMention.isPrivatePerson(surface) { isPrivate = true }
    if surface.utf8.contains(0x20) { hasManyWords = true }
  }

  private static func isOwnWord(_ bytes: [UInt8]) -> Bool {
    guard !RecordWords.end(bytes) else { return false }
    if bytes.first.map({ $0 >= 0xE3 }) ?? true {
      return (6...15).contains(bytes.count)
        && stride(from: 0, through: bytes.count - 6, by: 3).allSatisfy {
          !CommonWords.hanPairs.contains(bytes[$0..<$0 + 6])
        }
    }
    let words = bytes.split(separator: 0x20)
    return words.last.map { $0.count > 1 } ?? false
      && words.contains {
        $0.count > 2 && !($0.first.map { $0 &- 0x61 < 26 } ?? true) && !$0.contains { $0 &- 0x30 < 10 }
          && !CommonWords.english.contains($0)
      }
  }

  /// Takes up every occurrence of every family.
  static func gather(
    _ evidence: inout [AccountEvidence], from occurrences: NameOccurrences, family: [Int], in notes: JournalNotes
  ) {
    let lineTitles = notes.readings.reduce(0) {
      $0 + $1.places.count { $0.isOverDates && $0.headingLevel == Block.lineLevel }
    }
    for (note, reading) in notes.readings.enumerated() {
      for name in occurrences.inFileName[note] { evidence[family[name]].addFileName(ofNote: note) }
      if let title = occurrences.titleOfFile[note] {
        evidence[family[title]].fileTitles += 1
        if let first = occurrences.opening(ofNote: note), family[first] == family[title] {
          evidence[family[title]].agreedTitles += 1
        }
      }
      guard !occurrences.inNote[note].isEmpty else { continue }
      let founds = Set(reading.stageSigns.lazy.filter { $0.kind == .found }.map(\.sentence))
      let referrals = Set(reading.sentences.lazy.filter { $0.tells(of: .referral) }.map(\.line))
      let staged = stagedSections(of: reading, naming: Set(occurrences.inNote[note].lazy.map(\.sentence)))
      let firstEntry = notes.entries[note].lowerBound
      var lastSentence = -1
      for occurrence in occurrences.inNote[note] {
        let place = reading.places[occurrence.sentence]
        if place.isOverDates, place.startsLine, occurrence.sentence != lastSentence {
          let isLine = place.headingLevel == Block.lineLevel
          if isLine { evidence[family[occurrence.name]].lineTitles += 1 }
          if !isLine || lineTitles > 1 { evidence[family[occurrence.name]].isOneOfTitles = true }
        }
        lastSentence = occurrence.sentence
        evidence[family[occurrence.name]].add(occurrence, note: note, reading: reading, firstEntry: firstEntry)
        if founds.contains(occurrence.sentence) { evidence[family[occurrence.name]].founds += 1 }
        if referrals.contains(reading.sentences[occurrence.sentence].line) {
          evidence[family[occurrence.name]].referrals += 1
        }
        if let section = staged.last(where: { $0.contains(occurrence.sentence) }) {
          if section.lowerBound == occurrence.sentence {
            evidence[family[occurrence.name]].stageTitles += 1
          } else {
            evidence[family[occurrence.name]].underStages += 1
          }
        }
      }
    }
    countFollowers(&evidence, occurrences, family: family, notes: notes)
  }

  /// The sections whose heading has a stage, in it or on the first lines below, as sentences; the heading comes first. Of a
  /// heading that is a day the one above it counts: `naming` are the sentences that may name a customer. In a note that
  /// names its customer on a line for it, a heading may be anything.
  private static func stagedSections(of reading: NoteReading, naming: Set<Int>) -> [Range<Int>] {
    let stages = reading.marks.filter { if case .stage = $0.meaning { true } else { false } }
    guard !stages.isEmpty, !reading.accounts.contains(where: { $0.place == .label || $0.place == .mark }) else {
      return []
    }
    let places = reading.places
    let headings = stages.compactMap { mark -> Int? in
      let own = reading.sentences.firstIndexSorted { $0.line >= mark.line }
      guard own < places.count, reading.sentences[own].line == mark.line else { return nil }
      let above = places[own].headingLevel > 0 ? own + 1 : own
      var heading = places[..<above].lastIndex { !$0.isFrame || $0.headingLevel > 0 }
      while let known = heading, places[known].headingLevel > 0, !naming.contains(known) {
        heading = places[..<known].lastIndex { 1..<places[known].headingLevel ~= $0.headingLevel }
      }
      return heading.flatMap { places[$0].headingLevel > 0 ? $0 : nil }
    }
    return Set(headings).sorted().map { heading in
      let level = places[heading].headingLevel
      let end = places[(heading + 1)...].firstIndex { $0.headingLevel > 0 && $0.headingLevel <= level }
      return heading..<(end ?? places.count)
    }
  }

  private mutating func addFileName(ofNote note: Int) {
    if note != lastFileName { fileNames += 1 }
    lastFileName = note
  }

  /// Takes up one occurrence; those of earlier entries come first.
  private mutating func add(
    _ occurrence: NameOccurrences.Occurrence, note: Int, reading: NoteReading, firstEntry: Int
  ) {
    let entry = firstEntry + reading.sentences[occurrence.sentence].entry
    let place = reading.places[occurrence.sentence]
    if note != lastNote { notes += 1 }
    if entry != lastEntry { entries += 1 }
    (lastNote, lastEntry) = (note, entry)
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
    if occurrence.context.contains(.colon) { colons += 1 }
    if occurrence.context.contains(.employer) { employers += 1 }
    if occurrence.context.contains(.company) { companies += 1 }
    if occurrence.context.contains(.first) { firsts += 1 }
  }

  /// Gives each person to the family that they are named with in most blocks.
  private static func countFollowers(
    _ evidence: inout [AccountEvidence], _ occurrences: NameOccurrences, family: [Int], notes: JournalNotes
  ) {
    // A person's number and a family's as one: neither comes near 2^31.
    var together: [Int: Int] = [:]
    var newPeople = NewNumbers(limit: occurrences.nameCount)
    var newFamilies = NewNumbers(limit: evidence.count)
    var familiesInBlock: [Int] = []
    for (note, reading) in notes.readings.enumerated() {
      let named = occurrences.inNote[note]
      var next = 0
      var block = -1
      for person in occurrences.people[note] {
        if reading.places[person.sentence].block != block {
          block = reading.places[person.sentence].block
          newPeople.start()
          newFamilies.start()
          familiesInBlock.removeAll(keepingCapacity: true)
          while next < named.count, reading.places[named[next].sentence].block <= block {
            let family = family[named[next].name]
            if reading.places[named[next].sentence].block == block, !evidence[family].isPerson,
              newFamilies.isNew(family)
            {
              familiesInBlock.append(family)
            }
            next += 1
          }
        }
        guard newPeople.isNew(person.name) else { continue }
        for family in familiesInBlock { together[person.name << 32 | family, default: 0] += 1 }
      }
    }
    var counts: [Int: [(family: Int, count: Int)]] = [:]
    for (pair, count) in together { counts[pair >> 32, default: []].append((pair & 0xFFFF_FFFF, count)) }
    for (_, counts) in counts {
      let most = counts.map(\.count).max() ?? 0
      for (family, count) in counts where count == most && (most > 1 || counts.count == 1) {
        evidence[family].followers += 1
      }
    }
  }
}

extension AccountEvidence {
  /// The features of the model of accounts for every family, each about 0 to 1; some compare it with the journal's other names.
  static func features(
    of all: [AccountEvidence], _ occurrences: NameOccurrences, family: [Int], in notes: JournalNotes
  ) -> [[Double]] {
    let noteCount = notes.readings.count
    let names = all.lazy.filter { !$0.isPerson }
    let most = (
      entries: names.map(\.entries).max() ?? 0, openers: names.map(\.openers).max() ?? 0,
      headings: names.map(\.headings).max() ?? 0
    )
    let entryCount = occurrences.entryCount(in: notes)
    let listedNotes = occurrences.inFileName.count {
      $0.contains { !all[family[$0]].isInMostFiles(noteCount: noteCount) }
    }
    let listed = ratio(listedNotes, noteCount)
    let people = all.filter { $0.isPerson || $0.mayBePerson }
    let privateShare = ratio(people.filter(\.isPrivate).count, people.count)
    return all.map { one in
      func share(_ count: Int) -> Double { min(1, ratio(count, one.mentions)) }
      return [
        saturated(one.fileNames, 1), noteCount >= 5 && one.isInMostFiles(noteCount: noteCount) ? 1 : 0,
        saturated(one.headings, 1), saturated(one.labels, 0.5), saturated(one.openers, 2),
        saturated(one.entries, 3), saturated(one.mentions, 5), share(one.openers), share(one.destinations),
        share(one.possessives), share(one.rivals), share(one.employers), share(one.companies), share(one.firsts),
        one.isPerson ? 1 : 0, one.mayBePerson ? 1 : 0, one.isCommonWord ? 1 : 0, one.notes == 1 ? 1 : 0,
        ratio(one.entries, most.entries), one.isHan ? 1 : 0, one.isAcronym ? 1 : 0, saturated(one.followers, 2),
        one.fileNames == 0 ? listed : 0, ratio(one.openers, most.openers), ratio(one.headings, most.headings),
        one.isLower ? 1 : 0, one.hasKind ? 1 : 0, one.hasManyWords ? 1 : 0, ratio(one.entries, entryCount),
        saturated(one.titles, 1), saturated(one.labelLines, 1), saturated(one.workplaces, 1), one.isPrivate ? 1 : 0,
        one.isPrivate ? privateShare : 0,
        one.isPerson ? saturated(one.headings + one.titles + one.fileNames, 1) : 0,
        one.isPrivate ? saturated(one.headings + one.titles + one.fileNames, 1) : 0,
        one.isPrivate ? share(one.openers) : 0, one.isPrivate ? ratio(one.entries, most.entries) : 0,
        saturated(one.founds, 1), share(one.founds),
      ]
    }
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  private static func saturated(_ count: Int, _ half: Double) -> Double { Double(count) / (Double(count) + half) }
}
