import Testing

@testable import FactReading

@Suite struct ClauseReaderTests {
  func clauses(_ text: String, names: [String] = []) -> [Clause] {
    let bytes = Array(text.utf8)
    let ranges = names.map { name -> Range<Int> in
      let wanted = Array(name.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
      return start..<start + wanted.count
    }
    return ClauseReader(bytes: bytes).read(
      0..<bytes.count, cues: Lexicon.builtin.cues(in: bytes, bytes.indices)[...], names: ranges
    ).clauses
  }

  @Test(arguments: [
    ("王总没有拍板权", true), ("效果不错", false), ("CFO hasn't signed off", true), ("not bad at all", false),
    ("不仅要快", false), ("他不同意", true),
  ]) func negationAndItsLookalikes(_ text: String, _ isNegated: Bool) {
    #expect(clauses(text).contains { $0.moods.contains(.negated) } == isNegated)
  }

  @Test func moodsStayInTheirClause() {
    let read = clauses("如果能降价,我们就签了")
    #expect(read.count == 2)
    #expect(read[0].moods.contains(.condition))
    #expect(!read[1].moods.contains(.condition))
  }

  @Test func contrastEndsAClause() {
    let read = clauses("he didn't object but we will send the quote")
    #expect(read.count == 2)
    #expect(read[0].moods.contains(.negated))
    #expect(!read[1].moods.contains(.negated))
    #expect(read.map(\.actor) == [.he, .we])
  }

  @Test func questionsConditionsAndPlansAreNotFactual() {
    for text in ["谁拍板？", "Who signs?", "if legal signs off", "可能要延期", "will demo on Tuesday"] {
      #expect(clauses(text).allSatisfy { !$0.moods.isFactual }, "\(text)")
    }
    #expect(clauses("已向张总演示").allSatisfy { $0.moods.isFactual })
  }

  @Test func theFirstActorCounts() {
    #expect(clauses("张总说我们贵", names: ["张总"])[0].actor == .name)
    #expect(clauses("我跟张总说了", names: ["张总"])[0].actor == .i)
  }

  /// Commas, stops, brackets and dashes end a clause in either width; what is inside of a number or a word does not.
  @Test(arguments: [
    ("要快、要便宜", 2), ("要快。要便宜", 2), ("要快,要便宜", 2), ("要快；要便宜", 1), ("fast; cheap", 2), ("fast (and cheap)", 2),
    ("fast\u{2014}cheap", 2), ("1,200 and 3.5", 1), ("at 10:30", 1), ("he says: cheap", 2), ("〇五九", 1), ("九〇年", 1),
  ])
  func whatEndsAClause(text: String, count: Int) { #expect(clauses(text).count == count) }

  @Test(arguments: ["她说“贵了”就走了", "她说「贵了」就走了", "她说『贵了』就走了", "she said \"too dear\" and left"])
  func anyQuotationMarks(text: String) {
    #expect(clauses(text).map { $0.moods.contains(.quoted) } == [false, true, false])
  }

  @Test func quotationsAreMarked() {
    let read = clauses("她说“贵了”就走了")
    #expect(read.map { $0.moods.contains(.quoted) } == [false, true, false])
  }

  @Test func anyTextHasAtLeastOneClause() {
    for text in ["", "，，，", "“", "”””", "a"] { #expect(!clauses(text).isEmpty, "\(text)") }
  }
}
