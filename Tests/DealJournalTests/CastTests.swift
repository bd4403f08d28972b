import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// The people of a journal whose files are named by day.
private func people(_ notes: [String: String], team: [String] = []) -> [Person] {
  let settings = ReadingSettings(team: team)
  let readings = notes.map { path, text in
    NoteReading(of: Note(parsing: SourceFile(path: path, text: text)), settings: settings)
  }
  return Journal(folding: readings, asOf: Day(number: 20_777), settings: settings).people
}

@Suite struct CastTests {
  private static let two = [
    "2026-10-01.md": "Met Chris Delgado (ops manager) at Ferro. Chris asked for a price.",
    "2026-10-02.md": "Met Chris Park (CFO) at Harrow. Chris wants a pilot.",
  ]

  @Test func oneGivenNameOfTwoPeopleMeansTheOneOfItsNote() {
    let found = people(Self.two)
    let delgado = found.first { $0.name == "Chris Delgado" }
    let park = found.first { $0.name == "Chris Park" }
    #expect(delgado?.mentions.map(\.path) == ["2026-10-01.md", "2026-10-01.md"])
    #expect(park?.mentions.map(\.path) == ["2026-10-02.md", "2026-10-02.md"])
  }

  @Test func aTitleIsItsFullNameWhereOneNoteBearsItOut() {
    let found = people(["2026-10-01.md": "采购总监王志刚接待了我们。王总说预算够，王总要我们下周报价。"])
    #expect(found.map { Set($0.surfaces) }.contains { $0.isSuperset(of: ["王志刚", "王总"]) })
  }

  @Test(arguments: [
    ("Met Mrs Lowell at home. Mr Lowell signs. Lowell wants it cheap.", ["Mr Lowell", "Mrs Lowell"]),
    ("At their kitchen table with Mrs Oxley. Her husband Ned Oxley signs, not met him.", ["Mrs Oxley", "Ned Oxley"]),
    ("Met Mr Aldous. Mr. Aldous will ring back.", ["Mr. Aldous"]),
    ("Met Mrs Oxley. Ms Oxley rang back, Anna Oxley signs.", ["Anna Oxley"]),
  ])
  func aCoupleIsTwoPeople(text: String, names: [String]) {
    let found = Set(people(["2026-10-01.md": text]).map(\.name)).subtracting(["Lowell"])
    #expect(found.sorted() == names)
  }

  @Test func twoPeopleOfOneSurnameStayApart() {
    let found = people(["2026-10-01.md": "王总说再看看。王主任也在，王主任问了接口。"])
    #expect(!found.contains { $0.surfaces.contains("王总") && $0.surfaces.contains("王主任") })
  }

  /// A deputy is called without the 副 by whoever is polite, but one beside the other are two.
  @Test(arguments: [
    ("# 清河水务\n## 2026-10-05\n见了翁副总，他担心质量。\n## 2026-10-12\n翁总说可以先试一台。", 1),
    ("# 清河水务\n## 2026-10-05\n见了娄副院长，他担心质量。\n## 2026-10-12\n娄院长说可以先试一台。", 1),
    ("# 清河水务\n## 2026-10-05\n见了翁总和翁副总，翁副总担心质量。\n## 2026-10-12\n翁总说可以先试一台。", 2),
    ("# 清河水务\n## 2026-10-05\n见了翁副总，他担心质量。\n## 2026-10-12\n翁工说可以先试一台。", 2),
  ])
  func aDeputyIsCalledByTheShortTitle(_ text: String, _ count: Int) {
    let people = Journal(ofNotes: ["清河水务.md": text]).people.filter { $0.name.hasPrefix("翁") || $0.name.hasPrefix("娄") }
    #expect(people.count == count, "\(people.map(\.name))")
  }

  @Test func theTeamIsOurs() {
    let found = people(Self.two, team: ["Chris Park"])
    #expect(found.first { $0.name == "Chris Park" }?.side == .ours)
    #expect(found.filter { $0.side == .ours }.count == 1)
  }

  @Test func orderOfNotesChangesNothing() {
    let readings = Self.two.sorted { $0.key < $1.key }.map {
      NoteReading(of: Note(parsing: SourceFile(path: $0.key, text: $0.value)))
    }
    let day = Day(number: 20_777)
    let forward = Journal(folding: readings, asOf: day).people
    let backward = Journal(folding: readings.reversed(), asOf: day).people
    #expect(forward.map(\.id) == backward.map(\.id))
    #expect(forward.map(\.surfaces) == backward.map(\.surfaces))
  }
}

@Suite struct AmbiguousNameTests {
  private func journal(_ notes: [String: String]) -> Journal {
    Journal(ofNotes: notes)
  }

  /// The names that may be several people's, as `words: candidate | candidate`.
  private func ambiguous(_ journal: Journal) -> [String] {
    journal.unchecked.compactMap { unchecked in
      guard case .ambiguousPerson(let people) = unchecked.reason else { return nil }
      return "\(unchecked.evidence.quote): \(people.joined(separator: " | "))"
    }
  }

  private static let chinese = [
    "2026-10-08 宏泰精密.md": "# 宏泰精密\n总经理张伟接待了我们。张总要求三周内上线。",
    "2026-10-09 佳禾包装.md": "# 佳禾包装\n见了佳禾包装的总经理张强。张总要求先试用。",
  ]
  private static let english = [
    "2026-10-08 Ferro.md": "# Ferro Metals\nMet Tom Reed, production manager. Tom wants a trial.",
    "2026-10-09 Harrow.md": "# Harrow Mills\nMet Tom Baker, head of IT. Tom wants a price.",
  ]

  @Test func twoCustomersOfOneSurnameWhereNothingDecides() throws {
    let journal = journal(Self.chinese.merging(["2026-11-01.md": "张总来电话，要求周五前给方案。"]) { $1 })
    #expect(ambiguous(journal) == ["张总: 张伟 | 张强"])
    #expect(!journal.facts.contains { $0.evidence.path == "2026-11-01.md" && $0.person != nil })
  }

  @Test func aFirstNameOfTwoWhereNothingDecides() throws {
    let journal = journal(
      Self.english.merging(["2026-11-01.md": "Tom called. Tom wants an answer by Friday."]) { $1 })
    #expect(ambiguous(journal) == ["Tom: Tom Baker | Tom Reed"])
    #expect(!journal.facts.contains { $0.evidence.path == "2026-11-01.md" && $0.person != nil })
  }

  @Test func theNoteDecides() throws {
    for notes in [Self.chinese, Self.english] { #expect(ambiguous(journal(notes)).isEmpty) }
  }

  @Test func theDealDecides() throws {
    let chinese = journal(Self.chinese.merging(["2026-11-01 佳禾包装.md": "# 佳禾包装\n张总来电话。"]) { $1 })
    #expect(ambiguous(chinese).isEmpty)
    #expect(chinese.people.first { $0.name == "张强" }?.mentions.last?.path == "2026-11-01 佳禾包装.md")
    let english = journal(Self.english.merging(["2026-11-01 Ferro.md": "# Ferro Metals\nTom called."]) { $1 })
    #expect(ambiguous(english).isEmpty)
    #expect(english.people.first { $0.name == "Tom Reed" }?.mentions.last?.path == "2026-11-01 Ferro.md")
  }

  static let decided: [String] = [
    "Met Tom Reed and Tom Baker. Tom Reed wants payback. Tom says two years.",
    "Tom Reed and Tom Baker came. Tom (CFO) wants a price.",
    "生产部经理王强和信息部经理王敏都在。王强要求两年内回本。王经理还问了保修。", "生产部经理王强和信息部经理王敏都在。生产部王经理要求两年内回本。",
  ]

  @Test(arguments: decided) func theSentenceBeforeOrTheFunctionDecides(text: String) throws {
    let journal = journal([
      "2026-10-08 Ferro.md": "# Ferro Metals\nTom Reed, production manager, and Tom Baker, CFO.\n\n" + text
    ])
    #expect(ambiguous(journal).isEmpty)
  }

  @Test func aNameInBracketsDecides() throws {
    let journal = journal(["2026-10-08 宏泰.md": "# 宏泰精密\n总经理吕斌和副总吕静都来了。\n\n吕总（吕斌）拍板。"])
    #expect(ambiguous(journal).isEmpty)
  }

  @Test func aMarkDecides() throws {
    let journal = journal(
      Self.chinese.merging(["2026-11-01.md": "人物:: 张强, 张总\n张总来电话。"]) { $1 })
    #expect(ambiguous(journal).isEmpty)
  }

  /// The notes never write 张敏 alone: what settings and links call a person is found inside a name with a title.
  @Test func aNameInsideATitleIsTheSame() {
    let text = "# 2026-11-03 宏泰精密\n\n见了张伟总监，张敏经理也在，张伟说最头疼的是交期。\n"
    func names(_ more: String, _ vocabulary: TeamVocabulary = .none) -> [String] {
      Journal(ofNotes: [("a.md", text + more)], settings: ReadingSettings(vocabulary: vocabulary)).people.map(\.id)
    }
    #expect(names("张总还没答应。\n") == ["张伟", "张敏"])
    #expect(names("张总还没答应。\n", TeamVocabulary(people: [.init(name: "张伟", aliases: ["张敏"])])) == ["张伟"])
    #expect(names("[[张敏|张总]]还没答应。\n") == ["张伟", "张敏"])
  }
}
