import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// What each mark of `docs/format.md` comes to in a journal.
@Suite struct MarkEffectTests {
  private func journal(_ notes: [String: String], team: [String] = []) -> Journal {
    Journal(ofNotes: notes, settings: ReadingSettings(team: team))
  }

  private func person(_ name: String, in journal: Journal) throws -> Person {
    try #require(journal.people.first { $0.surfaces.contains(name) }, "\(name)")
  }

  private func role(_ name: String, in journal: Journal) throws -> Role? {
    let person = try person(name, in: journal)
    return journal.deals.flatMap(\.influencers).first { $0.person == person.id }?.role
  }

  // MARK: The document's own example

  @Test func theExampleOfTheDocument() throws {
    let example = try #require(FormatDocumentTests.examples.first { $0.note.contains("#role/economic") })
    let journal = journal([example.path: "# 宏泰精密\n" + example.note])
    let marked = journal.facts.filter { $0.basis == .marked }.map { "\($0.kind.rawValue) \($0.person ?? "-")" }
    #expect(marked == ["need.driver 李总", "value.capability 李总"])
    #expect(!journal.facts.contains { $0.kind == .needConfirmed && $0.evidence.quote.contains("王科") })
    #expect(try role("李总", in: journal) == .economic)
    #expect(try role("王局", in: journal) == .technical)
    #expect(try person("王局", in: journal).name == "王立群")
    #expect(try person("Cindy", in: journal).name == "Cindy Wang")
    #expect(try person("赵敏", in: journal).name == "赵敏")
    #expect(journal.deals.map(\.claimedStage?.stage) == [.exchange])
    #expect(journal.deals.flatMap(\.commitments).map(\.due?.last.iso) == ["2026-10-16"])
  }

  // MARK: The vocabulary

  /// Every tag of the document's table, those that it names behind `further` included, in both languages.
  static let tags: [String] = FormatDocumentTests.rows.flatMap { row -> [String] in
    let spaces = (row.english.prefix { $0 != "/" }, row.chinese.prefix { $0 != "/" })
    return [row.english, row.chinese]
      + row.further.flatMap { ["\(spaces.0)/\($0.english)", "\(spaces.1)/\($0.chinese)"] }
  }

  @Test func theDocumentHasThemAll() { #expect(Self.tags.count > 90) }

  @Test(arguments: tags) func eachTagHasItsEffect(tag: String) throws {
    let text = "# 宏泰精密\n李总和我们谈了一个下午 #\(tag)\n"
    let journal = journal(["2026-10-09 a.md": text])
    let plain = self.journal(["2026-10-09 a.md": text.replacing(" #\(tag)", with: "")])
    guard case .known(let meaning) = MarkVocabulary.reading(ofTag: tag) else {
      Issue.record("not known")
      return
    }
    switch meaning {
    case .fact(let kind):
      #expect(journal.facts.filter { $0.kind == kind }.map(\.basis) == [.marked])
    case .denial(let kind):
      #expect(!journal.facts.contains { $0.kind == kind })
    case .stage(let stage):
      #expect(journal.deals.map(\.stage) == [stage])
      #expect(journal.deals.map(\.claimedStage?.stage) == [stage])
    case .deal(let name):
      #expect(journal.deals.contains { $0.name == name })
      #expect(!plain.deals.contains { $0.name == name })
    case .account(let name):
      #expect(journal.deals.contains { $0.account == name })
    case .side(let side):
      #expect(try person("李总", in: journal).side == side)
    case .role(let role):
      // Somebody without a part in the decision is no influencer.
      #expect(try self.role("李总", in: journal) == (role == .none ? nil : role))
    case .person: Issue.record("no tag says this")
    }
  }

  // MARK: Sides and parts

  static let sided: [String] = [
    "老周 #side/partner 跟进实施。", "老周 #方/伙伴 跟进实施。", "老周跟进实施。 #side/partner", "person:: 老周, partner",
    "人物:: 老周、伙伴", "#方/伙伴 老周跟进实施。",
  ]

  @Test(arguments: sided) func aMarkDecidesTheSide(line: String) throws {
    let journal = journal(["2026-10-09 宏泰.md": "# 宏泰精密\n\(line)"])
    #expect(try person("老周", in: journal).side == .partner)
  }

  @Test func aListIsMarkedTogether() throws {
    let chinese = journal(["2026-10-09 宏泰.md": "# 宏泰精密\n赵敏、孙立 #方/伙伴 和李总一起来的。"])
    #expect(try person("赵敏", in: chinese).side == .partner)
    #expect(try person("孙立", in: chinese).side == .partner)
    #expect(try person("李总", in: chinese).side == .customer)
    let english = journal([
      "2026-10-09 Ferro.md":
        "# Ferro Metals\nAnna Brandt and Tom Ruiz #side/competitor were there. Dana Cole wants a trial."
    ])
    #expect(try person("Anna Brandt", in: english).side == .competitor)
    #expect(try person("Tom Ruiz", in: english).side == .competitor)
    #expect(try person("Dana Cole", in: english).side == .customer)
  }

  @Test func aHeadingMarksWhomItGoverns() throws {
    let journal = journal([
      "2026-10-09 Ferro.md":
        "# Ferro Metals\n## Integrator #side/partner\n- Anna Brandt, architect\n- Tom Ruiz\n## Customer\n- Dana Cole, CFO"
    ])
    #expect(try person("Anna Brandt", in: journal).side == .partner)
    #expect(try person("Tom Ruiz", in: journal).side == .partner)
    #expect(try person("Dana Cole", in: journal).side == .customer)
  }

  @Test func theNearerAndTheLaterMarkCounts() throws {
    let notes = [
      "2026-10-09 Ferro.md": "# Ferro Metals\nDana Cole #role/user wants a trial.",
      "2026-10-20 Ferro.md": "# Ferro Metals\nDana Cole #role/economic signs it herself.",
      "2026-10-30 Ferro.md": "---\ntags: [role/technical]\n---\n# Ferro Metals\nDana Cole called.",
    ]
    #expect(try role("Dana Cole", in: journal(notes)) == .economic)
  }

  @Test func whoIsMarkedAsHavingNoPartIsNoInfluencer() throws {
    let journal = journal(["2026-10-09 Ferro.md": "# Ferro Metals\nDana Cole (CFO) #role/none wants a trial."])
    #expect(try role("Dana Cole", in: journal) == nil)
  }

  @Test func theTeamStaysOurs() throws {
    let journal = journal(
      ["2026-10-09 Ferro.md": "# Ferro Metals\nAnna Brandt #role/coach drove me to Dana Cole."], team: ["Anna Brandt"])
    #expect(try person("Anna Brandt", in: journal).side == .ours)
  }

  // MARK: Identity

  static let identical: [(String, String, String)] = [
    ("张总要方案。[[张伟|张总]]下周定。", "张总", "张伟"), ("人物:: 张伟, 张总\n张总要方案。", "张总", "张伟"),
    ("Old Zed wants a trial.\nperson:: Zedekiah Okoro, Old Zed", "Old Zed", "Zedekiah Okoro"),
    ("The boss, [[Nora Quint|NQ]], wants a trial. NQ signs.", "NQ", "Nora Quint"),
  ]

  @Test(arguments: identical) func aMarkSaysThatTwoNamesAreOnePerson(text: String, form: String, name: String) throws {
    let journal = journal(["2026-10-09 Ferro.md": "# Ferro Metals\n" + text])
    #expect(try person(form, in: journal).name == name)
    #expect(journal.people.count { $0.surfaces.contains(form) || $0.surfaces.contains(name) } == 1)
  }

  @Test func linksToOnePersonAreOnePersonAcrossNotes() throws {
    let journal = journal([
      "2026-10-09 Ferro.md": "# Ferro Metals\n[[Cindy Wang|辛迪]] wants a trial.",
      "2026-10-12 Ferro.md": "# Ferro Metals\n[[Cindy Wang|Cindy]] wants a price.",
    ])
    #expect(try person("辛迪", in: journal).id == person("Cindy", in: journal).id)
  }

  // MARK: Certain names

  static let certain: [(String, String)] = [
    ("met [[Dana Whitfield]] about the trial", "Dana Whitfield"), ("tarek is in, says @tarek", "tarek"),
    ("| who | what |\n|---|---|\n| @zbigniew | wants a trial |", "zbigniew"), ("> @Oksana: no budget", "Oksana"),
    ("- [ ] call [[Dana Whitfield]]", "Dana Whitfield"), ("和＠豆芽 聊了接口", "豆芽"), ("见了[[李博]]", "李博"), ("@李博说可以", "李博"),
    ("Zed Okoro #side/partner joined", "Zed Okoro"), ("person:: Xq Zyx, technical", "Xq Zyx"),
  ]

  @Test(arguments: certain) func aMarkedNameIsAPerson(text: String, name: String) throws {
    for path in ["2026-10-09 Ferro.md", "2026-10-09 Ferro.txt"] {
      let journal = journal([path: "# Ferro Metals\n\n\(text)\n"])
      #expect(journal.people.contains { $0.surfaces.contains(name) }, "\(path)")
      #expect(!journal.deals.contains { $0.name == name || $0.account == name }, "\(path)")
    }
  }

  static let nobody: [(String, String)] = [
    ("see [[Pricing]] and [[Sales Playbook]]", "Pricing"), ("see [[Sales Playbook]]", "Sales Playbook"),
    ("called [[Hensel Maschinenbau]]", "Hensel Maschinenbau"),
    ("[[2026-10-02]] again", "2026-10-02"), ("见 [[方案]]", "方案"), ("@all please read", "all"), ("@home today", "home"),
    ("@所有人 看一下", "所有人"), ("@我 就行", "我"), ("发到群里，还@了两个人", "了两个"), ("person:: customer", "customer"),
  ]

  @Test(arguments: nobody) func whatIsNoNameIsNobody(text: String, name: String) throws {
    let journal = journal(["2026-10-09 Ferro.md": "# Ferro Metals\n\(text)\nDana Cole wants a trial."])
    #expect(!journal.people.contains { $0.surfaces.contains(name) })
  }

  @Test func aMarkedNameOfACustomerIsNoPerson() throws {
    let chinese = journal(["2026-10-09 a.md": "---\n客户: 华驰\n---\n见了[[华驰]]的陈工，@华驰 要方案。"])
    #expect(!chinese.people.contains { $0.surfaces.contains("华驰") })
    let english = journal([
      "2026-10-09 a.md": "# Ferro\nAccount: Angela Ferro Ltd\n[[Angela Ferro Ltd]] again, Dana Cole wants a trial."
    ])
    #expect(!english.people.contains { $0.surfaces.contains("Angela Ferro Ltd") })
  }
}
