import FactReading
import NoteSyntax
import SourceText

/// The customers whom the structure of the notes tells: what stands alone over people of whom no other title says whose they
/// are.
///
/// A heading, or the name of a file, was chosen to tell what it is about. Where it is a name from end to end and is called as
/// organisations are, or somebody is named below, it names whom they work for, unless a title above it or a line that opens
/// with a customer does. Of lines that begin with a name and a dash, each has a customer where one has.
struct TitledSections {
  /// Families of names that title such a section.
  private(set) var families: Set<Int> = []

  private let occurrences: NameOccurrences
  private let family: [Int]
  private let evidence: [AccountEvidence]

  /// Looks through all notes; those that are `accepted` are customers already, and of a file name that has one of those
  /// `isInMostFiles` nothing follows.
  init(
    _ occurrences: NameOccurrences, family: [Int], evidence: [AccountEvidence], accepted: [Bool], isInMostFiles: [Bool],
    in notes: JournalNotes
  ) {
    self.occurrences = occurrences
    self.family = family
    self.evidence = evidence
    var lone: Set<Int> = []
    for note in notes.readings.indices {
      let listed = occurrences.inFileName[note].map { family[$0] }.filter { !isInMostFiles[$0] }
      let section = Section(
        note: note, reading: notes.readings[note], occurrences, family: family, accepted: accepted,
        isKind: { evidence[$0].hasKind })
      let customers = Set(listed.filter { accepted[$0] })
      let fileTitle = occurrences.titleOfFile[note].map { family[$0] }
      // Whoever calls a file and its heading the same says whom it is about.
      if let fileTitle, !isInMostFiles[fileTitle], !evidence[fileTitle].isPerson, !evidence[fileTitle].isCommonWord,
        section.titles.contains(where: { $0.family == fileTitle })
      {
        families.insert(fileTitle)
      }
      let titles = section.titles.filter {
        customers.subtracting([$0.family]).isEmpty && mayTitle($0.family, overPeople: $0.isOverPeople)
          && (evidence[$0.family].hasKind || !isGathering($0))
      }
      families.formUnion(titles.map(\.family))
      if section.dashed.contains(where: { accepted[$0] || evidence[$0].hasKind }) {
        families.formUnion(section.dashed.filter { mayTitle($0, overPeople: true) })
      }
      guard let title = fileTitle, titles.allSatisfy({ $0.family == title }),
        section.customers.union(customers).subtracting([title]).isEmpty, !isInMostFiles[title],
        mayTitle(
          title, overPeople: !occurrences.people[note].isEmpty && !evidence[title].isHan && !evidence[title].mayBePerson
        )
      else { continue }
      lone.insert(title)
    }
    // One file that is called so may be called anything, unless its text knows the name or another file shows that files are
    // called after customers.
    let sure = lone.filter { evidence[$0].hasKind || evidence[$0].fileTitles > 1 || evidence[$0].mentions > 0 }
    families.formUnion(sure.isEmpty && families.isEmpty ? sure : lone)
  }

  /// Whether a family's names look like a customer's, and not like those of people, records or topics. What Han file names
  /// say beside that may be anything: 试炉, 卡利喝咖啡.
  private func mayTitle(_ family: Int, overPeople: Bool) -> Bool {
    let one = evidence[family]
    return !one.isPerson && !one.isCommonWord && !one.isDepartment
      && (one.hasKind || overPeople && one.isOwnWord && !(one.isHan && one.mayBePerson))
  }

  /// Whether several organisations are named below: a fair, or a journey.
  private func isGathering(_ title: Title) -> Bool {
    title.below.subtracting([title.family]).count { evidence[$0].hasKind || evidence[$0].workplaces > 0 } > 1
  }

  /// A family that is all of a heading.
  private struct Title {
    let family: Int
    /// Whether the text below names people.
    let isOverPeople: Bool
    /// The families that the text below names.
    let below: Set<Int>
  }

  /// The headings of a note and what stands below each.
  private struct Section {
    /// Those over text for which no customer is named above or opens a line.
    private(set) var titles: [Title] = []
    /// Families with which lines begin, before a dash.
    private(set) var dashed: [Int] = []
    /// Customers that open a line or stand in a heading.
    private(set) var customers: Set<Int> = []

    init(
      note: Int, reading: NoteReading, _ occurrences: NameOccurrences, family: [Int], accepted: [Bool],
      isKind: (Int) -> Bool
    ) {
      let places = reading.places
      let named = occurrences.inNote[note]
      let leading = named.filter { accepted[family[$0.name]] && Self.leads($0, places[$0.sentence]) }
      customers = Set(leading.map { family[$0.name] })
      dashed = named.filter {
        places[$0.sentence].startsLine && places[$0.sentence].headingLevel == 0 && $0.range.lowerBound <= 2
          && Self.isDashed(behind: $0.range, in: reading.sentences[$0.sentence].quote)
      }.map { family[$0.name] }
      var above: [(level: Int, isCustomer: Bool)] = []
      for heading in places.indices where places[heading].headingLevel > 0 && places[heading].startsLine {
        let level = places[heading].headingLevel
        above.removeAll { $0.level >= level }
        defer { above.append((level, !leading.within(heading..<heading + 1, by: \.sentence).isEmpty)) }
        let end = places[(heading + 1)...].firstIndex { 1...level ~= $0.headingLevel } ?? places.count
        let below = heading + 1..<end
        guard !above.contains(where: \.isCustomer), !below.isEmpty,
          let title = named.within(heading..<heading + 1, by: \.sentence).first,
          Self.isWhole(title.range, of: reading.sentences[heading].quote),
          isKind(family[title.name])
            || leading.within(heading..<end, by: \.sentence).allSatisfy({ family[$0.name] == family[title.name] })
        else { continue }
        titles.append(
          Title(
            family: family[title.name],
            isOverPeople: !occurrences.people[note].within(below, by: \.sentence).isEmpty,
            below: Set(named.within(below, by: \.sentence).map { family[$0.name] })))
      }
    }

    private static func leads(_ occurrence: NameOccurrences.Occurrence, _ place: SentencePlace) -> Bool {
      place.headingLevel > 0 || place.startsLine && occurrence.range.lowerBound <= 14
    }

    /// Whether what stands before a name is a number or a date, or says what sort of record it is: `二、`, `3.`, `2026-10-05`,
    /// 10月5日, `Visit report`, `Telephone note 2026-09-21,`.
    private static func saysNoName(_ words: String) -> Bool {
      let rest = words.split(separator: "、", omittingEmptySubsequences: false).last ?? ""
      guard let last = rest.lastIndex(where: { $0.isLetter && !"年月日号".contains($0) }) else { return true }
      return RecordWords.precede(rest[...last].utf8)
    }

    private static func isDashed(behind name: Range<Int>, in line: String) -> Bool {
      let rest = line.utf8.dropFirst(name.upperBound)
      return [" - ", " – ", " — "].contains { rest.starts(with: $0.utf8) }
    }

    /// What parts a name from what else a heading says.
    private static let parts: FixedWords = ["(", "（", "-", "–", "—", ":", "：", ",", "，", "|", "/", "#", "*", "】", "]"]

    /// Whether a name is all of a heading, up to a bracket or what stands behind a dash or a comma.
    private static func isWhole(_ name: Range<Int>, of heading: String) -> Bool {
      let bytes = Array(heading.utf8)
      guard name.upperBound <= bytes.count, Self.saysNoName(String(decoding: bytes[..<name.lowerBound], as: UTF8.self))
      else {
        return false
      }
      let rest = String(decoding: bytes[name.upperBound...].drop { $0 == 0x20 }, as: UTF8.self)
      return rest.isEmpty || Self.parts.opening(rest[...]) != nil
    }
  }
}

extension Array {
  /// The elements that stand in some sentences, of a list in order of sentences.
  fileprivate func within(_ sentences: Range<Int>, by sentence: (Element) -> Int) -> ArraySlice<Element> {
    let start = firstIndexSorted { sentence($0) >= sentences.lowerBound }
    return self[start..<Swift.max(start, firstIndexSorted { sentence($0) >= sentences.upperBound })]
  }
}
