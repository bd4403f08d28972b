import FactReading
import SourceText

/// All that a journal shows of the names in it: their spellings, which are forms of one, and what speaks for a customer.
struct NameStudy {
  let candidates: [NameCandidates.Candidate]
  let occurrences: NameOccurrences
  /// For each candidate, how often it is written in which way.
  let spellings: [[String: Int]]
  /// For each candidate, its family.
  let family: [Int]
  /// For each family, its candidates.
  let members: [[Int]]
  /// For each family, the features of the model of accounts.
  let features: [[Double]]
  /// The features of the model's first pass.
  let firstFeatures: [[Double]]
  /// For each family, the model's score; above 0, it is a customer.
  private(set) var scores: [Double] = []
  /// For each family, what speaks for a customer.
  private let evidence: [AccountEvidence]
  /// For each family, the deal that the team calls so.
  private let known: [TeamVocabulary.Named?]

  /// Studies all notes together.
  init(_ notes: JournalNotes, people: PeopleNames, vocabulary: TeamVocabulary = .none, model: LinearModel?) {
    let rivals = RivalNames(notes)
    let candidates = NameCandidates(notes).all.filter {
      vocabulary.deal(ofForm: $0.key) != nil
        || !people.beginsName($0.key) && !Self.beginsWithPronoun($0.key)
          && ($0.isTitle || !rivals.include(String(decoding: $0.key, as: UTF8.self)))
    }
    let occurrences = NameOccurrences(of: candidates, people: people, in: notes)
    let spellings = Self.spellings(of: candidates, occurrences, in: notes)
    let surfaces = candidates.indices.map { Self.commonest(spellings[$0], otherwise: candidates[$0].key) }
    let told = candidates.map { vocabulary.deal(ofForm: $0.key) }
    let isPerson = zip(candidates, told).map { $1 == nil ? people.isPerson($0.key) : nil }
    let families = NameFamilies(
      surfaces, apart: isPerson.map { $0 == true }, known: told.map { $0?.number }, titles: candidates.map(\.isTitle),
      together: occurrences.titledTogether.filter { Self.beginAlike(surfaces[$0], surfaces[$1]) })
    var known = [TeamVocabulary.Named?](repeating: nil, count: families.count)
    for (family, told) in zip(families.family, told) { known[family] = known[family] ?? told?.deal }
    var evidence = [AccountEvidence](repeating: AccountEvidence(), count: families.count)
    for index in candidates.indices {
      evidence[families.family[index]].describe(candidates[index], as: surfaces[index], isPerson: isPerson[index])
    }
    AccountEvidence.gather(&evidence, from: occurrences, family: families.family, in: notes)
    var members = [[Int]](repeating: [], count: families.count)
    for (index, number) in families.family.enumerated() { members[number].append(index) }
    self.candidates = candidates
    self.occurrences = occurrences
    self.spellings = spellings
    self.members = members
    family = families.family
    let first = AccountEvidence.features(of: evidence, occurrences, family: families.family, in: notes)
    let noteCount = notes.readings.count
    let isTemplate = evidence.map { $0.isTemplate(noteCount: noteCount) }
    let isInMostFiles = evidence.map { noteCount >= 4 && $0.isInMostFiles(noteCount: noteCount) }
    var accepted = zip(isTemplate, first).map { !$0 && (model?.rows[0].score($1) ?? -1) > 0 }
    let titled = TitledSections(
      occurrences, family: families.family, evidence: evidence,
      accepted: zip(accepted, evidence).map { $0 && !$1.isPerson }, isInMostFiles: isInMostFiles, in: notes
    ).families.filter { !isTemplate[$0] }
    for family in titled { accepted[family] = true }
    let coverage = NameCoverage.of(
      occurrences, family: families.family, accepted: accepted, isInMostFiles: isInMostFiles, in: notes)
    let second = first.indices.map { first[$0] + coverage[$0].features(isPerson: evidence[$0].isPerson) }
    firstFeatures = first
    features = second
    self.known = known
    self.evidence = evidence
    let judged = second.indices.map { [known] index -> Double in
      if known[index] != nil { return 1 }
      if isTemplate[index] || evidence[index].isRecord
        || members[index].contains(where: { people.isMarked(candidates[$0].key) })
      {
        return -.infinity
      }
      // A person stands for a customer only on strong evidence; `PersonalDeals` knows more of the others.
      let score = (model?.rows[1].score(second[index]) ?? -.infinity) - (evidence[index].isPerson ? 1.5 : 0)
      if evidence[index].isTitle || titled.contains(index) { return max(score, 0.5) }
      return evidence[index].isAside || evidence[index].isDepartment && evidence[index].fileTitles == 0
        ? -.infinity : score
    }
    scores = settled(judged, coverage: coverage, isTemplate: isTemplate, isInMostFiles: isInMostFiles, in: notes)
  }

  /// The scores with what the structure of the notes says against the model.
  private func settled(
    _ scores: [Double], coverage: [NameCoverage], isTemplate: [Bool], isInMostFiles: [Bool], in notes: JournalNotes
  ) -> [Double] {
    var scores = scores
    let titles = Self.titles(of: evidence, coverage, occurrences, family: family, scores: scores)
    let told = evidence.indices.filter {
      evidence[$0].isTitledHousehold || evidence[$0].isReferred || evidence[$0].isLedByKind
    }
    for index in titles + told where !isTemplate[index] { scores[index] = max(scores[index], 0.5) }
    let leading = LeadingNames(
      occurrences, family: family, evidence: evidence, scores: scores, isInMostFiles: isInMostFiles, in: notes)
    for index in leading.families where !isTemplate[index] { scores[index] = 0.5 }
    // A folder of one customer's notes has that name above each of them, as it would have a word of a template, and below it
    // the fields of a form; and a lone line over all dates is whom they are about when nobody else is.
    let isField = evidence.map { $0.isField(noteCount: notes.readings.count) }
    if scores.indices.allSatisfy({ scores[$0] <= 0 || isField[$0] }),
      let sole = Self.sole(of: evidence, where: isTemplate) ?? evidence.firstIndex(where: \.isLineTitle)
    {
      for index in scores.indices where isField[index] { scores[index] = -.infinity }
      scores[sole] = 0.5
    }
    return scores
  }

  /// Whether Han words begin with one that stands for a name: 我们公司, 佢話.
  private static func beginsWithPronoun(_ key: [UInt8]) -> Bool {
    ["我", "他", "她", "佢", "你", "您", "本公司"].contains { (pronoun: String) in key.starts(with: pronoun.utf8) }
  }

  /// Whether two Latin names begin with the same word of their own, or one with the beginning of the other's: the file
  /// `Cygnus Indore.txt` opens with `CYGNUS HOSPITALS`, `kilb.txt` with `Kilbrandon HA`.
  private static func beginAlike(_ one: String, _ other: String) -> Bool {
    func firstWord(_ name: String) -> String { name.prefix { $0 != " " }.lowercased() }
    let (one, other) = (firstWord(one), firstWord(other))
    let shorter = one.utf8.count < other.utf8.count ? one : other
    return shorter.utf8.count >= 4 && shorter.utf8.allSatisfy { $0 < 0x80 }
      && (one.hasPrefix(other) || other.hasPrefix(one)) && !CommonWords.english.contains(Array(shorter.utf8))
  }

  /// Families that file names begin with, and the text knows too: two files with the same, or one where other files begin with
  /// customers and no customer explains all that it is named in. What most files begin with is a word for what they are. What may
  /// be a person's name, as 康顺堂 may, is a customer's where its file begins with it as well.
  private static func titles(
    of evidence: [AccountEvidence], _ coverage: [NameCoverage], _ occurrences: NameOccurrences, family: [Int],
    scores: [Double]
  ) -> [Int] {
    let titles = occurrences.titleOfFile.map { $0.map { family[$0] } }
    let listed = titles.count { $0.map { scores[$0] > 0 || evidence[$0].agreedTitles > 0 } ?? false }
    return evidence.indices.filter { index in
      let one = evidence[index]
      let isCustomers = listed * 10 >= titles.count * 3 && (coverage[index].entryShare > 0 || one.isAgreedTitle)
      return (one.fileTitles > 1 || one.fileTitles == 1 && isCustomers) && one.fileTitles * 2 < titles.count
        && one.mentions > 0 && (!one.isPerson && !one.mayBePerson || one.agreedTitles > 0) && !one.isCommonWord
    }
  }

  /// The family that titles the most notes, when it is one alone and no common word.
  private static func sole(of evidence: [AccountEvidence], where isTemplate: [Bool]) -> Int? {
    func titled(_ index: Int) -> Int { evidence[index].fileNames + evidence[index].headings }
    let alike = evidence.indices.filter { isTemplate[$0] && !evidence[$0].isCommonWord && !evidence[$0].isPerson }
    guard let most = alike.map(titled).max() else { return nil }
    let first = alike.filter { titled($0) == most }
    return first.count == 1 ? first[0] : nil
  }

  /// Whether a form is a name and no chance run of words: written twice, where names stand, or as organisations are called.
  private func isBorneOut(_ form: Int) -> Bool {
    let candidate = candidates[form]
    let places: [AccountMention.Place] = [.heading, .mark, .folder, .fileName, .label]
    return spellings[form].values.max() ?? 0 >= 4 || places.contains { candidate.places[$0.rawValue] > 0 }
      || AccountMention.hasKind(String(decoding: candidate.key, as: UTF8.self))
  }

  /// The forms without those that only file names write and that say what a note is about, where others are left: of the files
  /// 六院点位.md and 六院样机试跑.md, both about 六院.
  private func withoutTopics(_ forms: [Int]) -> [Int] {
    let names = forms.filter { form in
      let places = candidates[form].places
      return places[AccountMention.Place.fileName.rawValue] < places.reduce(0, +)
        || AccountMention.hasKind(String(decoding: candidates[form].key, as: UTF8.self))
    }
    return names.isEmpty ? forms : names
  }

  /// The family under its fullest name: the longest form whose end is known.
  func draft(ofFamily number: Int) -> DealMap.Draft {
    let forms = members[number].filter { !spellings[$0].isEmpty }
    let delimited = forms.filter { candidates[$0].isDelimited }
    let borneOut = withoutTopics(delimited.filter(isBorneOut))
    let name =
      (!borneOut.isEmpty ? borneOut : !delimited.isEmpty ? delimited : forms).map {
        Self.commonest(spellings[$0], otherwise: candidates[$0].key)
      }
      .max { ($0.utf8.count, $1) < ($1.utf8.count, $0) }
      ?? String(decoding: candidates[members[number][0]].key, as: UTF8.self)
    let surfaces = Set(forms.flatMap { spellings[$0].keys } + [name]).sorted()
    if let known = known[number] {
      return DealMap.Draft(id: known.name, name: known.name, surfaces: surfaces, account: known.name)
    }
    return DealMap.Draft(id: name, name: name, surfaces: surfaces, account: name)
  }

  private static func spellings(
    of candidates: [NameCandidates.Candidate], _ occurrences: NameOccurrences, in notes: JournalNotes
  ) -> [[String: Int]] {
    let written = Interned<Spelling>(notes.readings.indices) { note, take in
      let sentences = notes.readings[note].sentences
      for occurrence in occurrences.inNote[note] {
        sentences[occurrence.sentence].quote.withBytes { Spelling.forEach(of: occurrence, in: $0, take) }
      }
    }
    var spellings = candidates.map { _ in [String: Int]() }
    var counts = [Int](repeating: 0, count: written.things.count)
    for spelling in written.numbers { counts[spelling] += 1 }
    for (spelling, count) in zip(written.things, counts) {
      spellings[spelling.name][spelling.text.string, default: 0] += count * spelling.weight
    }
    let isInText = spellings.map { !$0.isEmpty }
    for written in occurrences.inFileNameAs where !isInText[written.name] {
      spellings[written.name][written.text, default: 0] += 1
    }
    return spellings
  }

  /// A way in which a candidate is written.
  private struct Spelling: Hashable, Sendable {
    let name: Int
    let text: ExactText
    /// How much one place counts.
    let weight: Int

    private init(_ name: Int, _ text: Slice<UnsafeBufferPointer<UInt8>>, weight: Int) {
      self.name = name
      self.text = ExactText(String(decoding: text, as: UTF8.self))
      self.weight = weight
    }

    /// Takes the ways in which one place writes a candidate.
    static func forEach(
      of occurrence: NameOccurrences.Occurrence, in quote: UnsafeBufferPointer<UInt8>, _ take: (Spelling) -> Void
    ) {
      let range = occurrence.range
      take(Spelling(occurrence.name, quote[range], weight: 2))
      // `the Gannet`: with its article a form of its own too.
      let before = quote[..<range.lowerBound].suffix(4)
      if before.elementsEqual("the ".utf8, by: { $0.lowercased == $1 }) {
        take(Spelling(occurrence.name, quote[before.startIndex..<range.upperBound], weight: 1))
      }
      // A possessive is a form of its own, and never the commonest.
      for ending in ["'s", "’s"] as [StaticString] where quote[range.upperBound...].starts(with: ending) {
        let end = range.upperBound + ending.utf8CodeUnitCount
        take(Spelling(occurrence.name, quote[range.lowerBound..<end], weight: 1))
      }
    }
  }

  private static func commonest(_ spellings: [String: Int], otherwise key: [UInt8]) -> String {
    spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? String(decoding: key, as: UTF8.self)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether the bytes begin with those of a text.
  fileprivate func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { starts(with: $0) }
  }
}
