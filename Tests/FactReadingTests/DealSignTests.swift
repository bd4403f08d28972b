import NoteSyntax
import SourceText
import Testing

@testable import FactReading

/// What the signs of a sentence are, and whether its clause states them.
@Suite struct DealSignTests {
  func signs(_ text: String) -> [DealSign] {
    NoteReading(of: Note(parsing: SourceFile(path: "a.md", text: text + "\n"))).dealSigns
  }

  @Test(arguments: [
    ("Helen finds it too expensive.", DealSign.Kind.tooExpensive), ("李总说太贵了。", .tooExpensive),
    ("李總說太貴了。", .tooExpensive), ("Bosch has the same thing for less.", .sameCheaper),
    ("周主任反对上新系统。", .opposes), ("Ravi is dead set against it.", .opposes), ("她年底离职。", .leaves),
    ("Helen took over from the old CFO.", .newInRole), ("The stops are no longer the priority.", .needChanged),
    ("参数对我们不利。", .noChance), ("给王经理打电话没人接。", .noAnswer), ("定标又推迟了。", .pushed),
    ("Legal until 3/1.", .waits), ("公示期到27号。", .publicity), ("下周签合同。", .aboutToSign),
    ("他没有不放心，就是怕没底。", .doubts), ("Saw Pete Dunn, who is against it.", .opposes),
  ])
  func isStated(text: String, kind: DealSign.Kind) {
    #expect(signs(text).contains { $0.kind == kind && $0.isStated }, "\(signs(text).map(\.kind))")
  }

  @Test(arguments: [
    ("Helen does not find it too expensive.", DealSign.Kind.tooExpensive), ("李总没说太贵了。", .tooExpensive),
    ("Is Ravi opposed to it?", .opposes), ("周主任会不会反对？", .opposes), ("周主任不反对。", .opposes),
    ("If Helen is leaving the company, we start again.", .leaves), ("如果她离职就麻烦了。", .leaves),
    ("Maybe it is too expensive for her.", .tooExpensive), ("没有谁接手。", .newInRole),
    ("Are they against it, or did they only ask?", .opposes), ("I asked who is against it.", .opposes),
    ("Pete Dunn, who is against it?", .opposes),
  ])
  func isNotStated(text: String, kind: DealSign.Kind) {
    #expect(!signs(text).contains { $0.kind == kind && $0.isStated }, "\(signs(text).map { "\($0.kind)" })")
  }

  /// A phrase that holds a negation is not denied by it.
  @Test(arguments: ["坚决不", "不再是重点", "没人接", "isn't the priority anymore", "hasn't replied"])
  func itsOwnNegationIsNone(phrase: String) {
    let found = signs("王经理：" + phrase + "。").first { $0.kind != .ofRep }
    #expect(found?.isStated == true && found?.isDenied == false)
  }

  @Test func placesAreInTheFile() {
    let text = "\u{FEFF}# 2026-11-12 长风\r\n李總說太貴了，周主任反對。\r\n"
    let source = SourceFile(path: "a.md", text: text)
    let words = NoteReading(of: Note(parsing: source)).dealSigns.map { source.text(of: $0.span) }
    #expect(words.contains("太貴") && words.contains("反對"))
  }

  /// Every heading of the lexicon is a kind, and every kind has phrases.
  @Test func theLexiconAndTheKindsAgree() {
    // What keeps words of stages from counting is beside them, and is no sign.
    let headings = Set(Lexicon.signs.concepts.filter { !$0.hasPrefix("stage.") })
    #expect(headings == Set(DealSign.Kind.allCases.map { "sign." + $0.rawValue }))
  }

  @Test func struckWordsAreWithdrawn() {
    #expect(signs("~~李总说太贵了~~ 李总说可以").allSatisfy { $0.kind != .tooExpensive })
  }
}
