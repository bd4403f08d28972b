import NoteSyntax
import SourceText
import Testing

@testable import FactReading

@Suite struct AccountReaderTests {
  private func surfaces(path: String, _ text: String, where isKept: (AccountMention) -> Bool) -> [String] {
    NoteReading(of: Note(parsing: SourceFile(path: path, text: text))).accounts.filter(isKept).map(\.surface)
  }

  @Test(arguments: [
    ("2026-09-03 宏泰精密-首次拜访.md", ["宏泰精密"]), ("dvorak-aug-07.md", ["dvorak"]),
    ("20260904-一网统管前期对接会纪要.md", ["一网统管前期"]), ("1023_ashgrove_committee.txt", ["ashgrove"]),
    ("拜访纪要-0812安驰签约.md", ["安驰"]), ("BorderAssurance_award.md", ["Border Assurance"]),
    ("Brightwater demo + pricing 77d0e4.md", ["Brightwater"]), ("2026-09-06.txt", []),
    ("VR-0811 Grothe.md", ["VR", "Grothe"]), ("安驰0812.md", ["安驰"]), ("0812安驰.md", ["安驰"]), ("安驰2次.md", ["安驰"]),
    ("CorvaneFoods.md", ["Corvane Foods"]),
  ])
  func fileNamesHoldNames(path: String, expected: [String]) {
    #expect(surfaces(path: path, "x", where: { $0.place == .fileName }) == expected)
  }

  @Test func capitalisedWordsMakeOneName() {
    let names = surfaces(
      path: "a.md", "Told Oak & Harrow about St Brendan's and Tri-Rivers.", where: { $0.end == .sure })
    #expect(names == ["Oak & Harrow", "St Brendan", "Tri-Rivers"])
  }

  /// An apostrophe or `&` within a name joins, a possessive ends it; a saint's full stop does, and no other.
  @Test(arguments: [
    ("Told F&F about O'Dea.", ["F&F", "O'Dea"]), ("Told L’Étoile about Études.", ["L’Étoile", "Études"]),
    ("Told Corvane's boss about Harrow’s.", ["Corvane", "Harrow"]), ("Told Corvane& about it'.", ["Corvane"]),
    ("Told St. Brendan about Mt. Orrin.", ["St. Brendan", "Mt. Orrin"]),
    ("Told Corvane. Harrow knew.", ["Corvane", "Harrow"]),
    ("Told Marrow of Orrin and Corvane of it.", ["Marrow of Orrin", "Corvane"]), ("Told X about Y.", []),
    ("Told Prof. Harrow of it.", ["Harrow"]), ("Told St/Brendan of it.", ["Brendan"]),
  ])
  func whereLatinNamesEnd(text: String, expected: [String]) {
    #expect(surfaces(path: "a.md", text, where: { $0.end == .sure }) == expected)
  }

  @Test func hanNamesBeginClausesAndFollowVerbs() {
    let names = surfaces(path: "a.md", "上午市一，然后去康明制药看看。", where: { $0.span != nil })
    #expect(names.contains("市一"))
    #expect(names.contains("康明制药"))
  }

  /// What ends as organisations do ends a name; another such word right behind belongs to it, one further on does not.
  @Test(arguments: [
    ("去了远桥重工集团公司", "远桥重工集团公司"), ("去了远桥公司仓库旁边恒达公司", "远桥公司"), ("去了糖豆工作室", "糖豆工作室"),
  ])
  func whereOrganisationsEnd(text: String, name: String) {
    #expect(surfaces(path: "a.md", text, where: { $0.end == .sure && $0.span != nil }).contains(name))
  }

  @Test func ourOwnPeopleAreNoCustomers() {
    let note = Note(parsing: SourceFile(path: "林悦/hannah.md", text: "去看了宏泰。"))
    func surfaces(_ team: [String]) -> [String] {
      NoteReading(of: note, settings: ReadingSettings(team: team)).accounts.filter { $0.span == nil }.map(\.surface)
    }
    #expect(surfaces([]) == ["林悦", "hannah"])
    #expect(surfaces(["林悦", "Hannah"]) == [])
  }

  @Test(arguments: [
    ("🏨 O&H: security questions are late", "O&H"), ("☕️ Ferro & Finch: import done", "Ferro & Finch"),
    ("0901-1002 犬咪粮仓，要 54 平", "犬咪粮仓"), ("09:15 Corvane wants a quote", "Corvane"),
    ("0830 Corvane wants a quote", "Corvane"),
    ("3. Corvane wants a quote", "Corvane"), ("2) Corvane wants a quote", "Corvane"), ("1、犬咪粮仓，要 54 平", "犬咪粮仓"),
    ("3 犬咪粮仓，要 54 平", "犬咪粮仓"),
  ])
  func linesSpeakBehindTimesAndPictographs(line: String, expected: String) {
    let names = surfaces(path: "a.md", "Notes\n\n" + line, where: { $0.place == .opener || $0.place == .title })
    #expect(names.contains(expected))
    #expect(!names.contains { $0.utf8.first == 0xF0 || $0.utf8.first == 0xE2 })
  }

  /// `3.5` measures where `3.` counts: what follows the full stop begins no line.
  @Test func aMeasureCountsNothing() {
    #expect(surfaces(path: "a.md", "记录\n\n3.5T挖机：要两台", where: { $0.place == .title }).isEmpty)
    #expect(surfaces(path: "a.md", "记录\n\n3.犬咪粮仓：要两台", where: { $0.place == .title }).contains("犬咪粮仓"))
  }

  /// Words before a colon are a title, but for how everyday language begins.
  @Test(arguments: [("犬咪粮仓：要两台", ["犬咪粮仓"]), ("犬咪：要两台", ["犬咪"]), ("目前情况：还在等", []), ("我们这边：还在等", [])])
  func titlesOfLines(line: String, expected: [String]) {
    #expect(Set(surfaces(path: "a.md", "记录\n\n" + line, where: { $0.place == .title })) == Set(expected))
  }

  @Test(arguments: [("中山永兴塑胶", 2), ("昆山市宏泰", 3), ("石家庄市", 0), ("永兴塑胶", 0), ("上海", 0)])
  func townsAreNoPartOfAName(name: String, length: Int) {
    #expect(NameLexicon.townLength(Array(name)) == length)
  }

  /// Whatever has a president is an organisation; what a president went to see is not for that.
  @Test(arguments: [
    ("He's board president at Plum Creek, milks cows.", ["Plum Creek"]),
    ("Twenty years now that he is Plum Creek's GM and still grumbling.", ["Plum Creek"]),
    ("Had lunch with the CFO of the Halden Group.", ["Halden Group"]),
    ("The president drove out to see Plum Creek.", []), ("Plum Creek's fence is down.", []),
  ])
  func whatHasOfficesIsAnOrganisation(line: String, expected: [String]) {
    #expect(surfaces(path: "a.md", "Notes\n\n" + line, where: { $0.place == .employer }) == expected)
  }

  @Test func labelsNameAccounts() {
    #expect(surfaces(path: "a.md", "客户: 宏泰", where: { $0.place == .label }).map { $0.filter { $0 != " " } } == ["宏泰"])
  }
}
