import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// What stands in brackets behind a tag, and that tags are no part of the words beside them.
@Suite struct MarkDetailTests {
  private func journal(_ text: String, path: String = "2026-10-09 Ferro.md") throws -> Journal {
    Journal(
      folding: [NoteReading(of: Note(parsing: SourceFile(path: path, text: text)))],
      asOf: try #require(Day(iso: "2026-11-20")))
  }

  /// The marked facts: kind, person, modality.
  private func marked(_ text: String) throws -> [String] {
    try journal(text).facts.filter { $0.basis == .marked }.map {
      "\($0.kind.rawValue) \($0.person ?? "-") \($0.assertion.modality.rawValue)"
    }
  }

  static let details: [(String, [String])] = [
    ("Dana Cole and Tom Ruiz came by #need/driver(Dana Cole)", ["need.driver Dana Cole fact"]),
    (
      "Dana Cole and Tom Ruiz came by #fact/contact(Dana Cole, Tom Ruiz)",
      [
        "contact Dana Cole fact", "contact Tom Ruiz fact",
      ]
    ),
    ("Dana Cole came by. It rained #trust/down(nobody)", ["trust.down - fact"]),
    ("Dana Cole came by #exchange/discount(possible)", ["exchange.discount Dana Cole possible"]),
    ("Dana Cole came by #commitment/theirs(Dana Cole, conditional)", ["commitment.theirs Dana Cole conditional"]),
    ("Dana Cole came by #fact/contact(plan)", ["contact Dana Cole plan"]),
    ("Dana Cole came by #commitment/ours(done)", ["commitment.ours Dana Cole fact"]),
    ("Dana Cole came by #trust/up(Nobody Known)", ["trust.up Dana Cole fact"]),
    ("李总和王科都来了 #需求/动因（李总）", ["need.driver 李总 fact"]),
    ("李总和王科都来了 #事实/联系（李总、王科）", ["contact 李总 fact", "contact 王科 fact"]),
    ("李总来了 #信任/降（无人，可能）", ["trust.down - possible"]),
    ("陳總來了，王科也在 #need/driver(陳總)", ["need.driver 陳總 fact"]),
  ]

  @Test(arguments: details) func bracketsTellWhomAndHow(line: String, facts: [String]) throws {
    #expect(try marked("# Ferro Metals\n\(line)\n") == facts)
  }

  @Test func aSideIsToldOfWhomTheBracketsName() throws {
    let people = try journal(
      "# Ferro Metals\nDana Cole met Anna Brandt and Tom Ruiz. #side/partner(Anna Brandt) #role/coach(Tom Ruiz)\n")
    #expect(people.people.first { $0.name == "Anna Brandt" }?.side == .partner)
    #expect(people.people.first { $0.name == "Tom Ruiz" }?.side == .customer)
    #expect(people.deals.flatMap(\.influencers).first { $0.person == "Tom Ruiz" }?.role == .coach)
  }

  /// `#not/…(name)` denies of one what is true of the other.
  @Test func aDenialOfOnePerson() throws {
    let text = "# 宏泰精密\n李总和王科都来了。 #fact/contact(李总、王科)\n"
    #expect(try journal(text).facts.filter { $0.kind == .contact }.compactMap(\.person) == ["李总", "王科"])
    let denied = try journal(text.replacing("王科)", with: "王科) #not/fact/contact(王科)"))
    #expect(denied.facts.filter { $0.kind == .contact }.compactMap(\.person) == ["李总"])
  }

  /// A deal may be called as a tag can hold its name.
  @Test func aTagNamesADealWithBlanks() throws {
    let journal = try journal("# Ferro Metals\nDana Cole wants a trial. #account/ferro-metals\n")
    #expect(journal.deals.map(\.name) == ["Ferro Metals"])
  }

  static let lines: [(String, String)] = [
    ("李总怕停线。王工要接口。", "李总怕停线。 #need/driver 王工要接口。 #need/requirement(王工)"),
    ("Dana wants a trial. Tom agrees", "Dana wants a trial. #need/requirement Tom agrees #trust/up"),
    ("**最怕停线**，真的", "**最怕停线** #need/driver，真的"), ("- [ ] 发报价", "- [ ] 发报价 #commitment/ours"),
    ("| a | b |\n|---|---|\n| 王工 | 要接口 |", "| a | b |\n|---|---|\n| 王工 | 要接口 #need/requirement |"),
    ("十五吨下午到的 谢叔在门口等 给了我一支烟", "十五吨下午到的 #commitment/done 谢叔在门口等 #fact/contact 给了我一支烟"),
    ("## 9/15 Jess Lindqvist", "## 9/15 Jess Lindqvist #fact/contact"), ("他说：“先看方案。”", "他说：“先看方案。” #fact/decision"),
    ("见了李总。", "见了[[李总]]。"), ("和[[张伟|张总]]谈", "和[[张伟|张总]] #role/user 谈"),
  ]

  private static func note(_ line: String, _ path: String) -> Note {
    Note(parsing: SourceFile(path: path, text: "前一行\n\n\(line)\n"))
  }

  /// With its marks a line says what it says without; in plain text as in Markdown.
  @Test(arguments: lines) func marksAreNoPartOfTheText(plain: String, marked: String) throws {
    for path in ["a.md", "a.txt"] where path == "a.md" || !plain.contains("*") && !plain.contains("[[") {
      let (one, other) = (Self.note(plain, path), Self.note(marked, path))
      if !plain.contains("[[") {
        #expect(one.text.bytes == other.text.bytes, "\(path)")
        #expect(one.sentences.map(\.text) == other.sentences.map(\.text), "\(path)")
      }
      for mark in other.marks {
        if case .tag = mark.kind { #expect(other.source.text(of: mark.span).hasPrefix("#"), "\(path)") }
      }
    }
  }

  /// A line of nothing but tags is all there is, and stays; so do tags that are nobody's business.
  @Test func whatSaysSomethingByItselfStays() {
    let note = Note(parsing: SourceFile(path: "a.md", text: "#need/driver #trust/up\n\n见了 #项目/二期 的人\n"))
    #expect(note.sentences.map { note.text.string($0.text) } == ["#need/driver #trust/up", "见了 #项目/二期 的人"])
  }
}
