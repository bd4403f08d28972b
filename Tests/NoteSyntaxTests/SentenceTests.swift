import NoteSyntax
import SourceText
import Testing

/// Where a sentence ends.
@Suite struct SentenceTests {
  private func sentences(_ text: String, _ path: String = "a.md") -> [String] {
    let note = Note(parsing: SourceFile(path: path, text: text))
    return note.sentences.map { note.text.string($0.text) }
  }

  @Test(arguments: [
    ("He said \"No way!\" She left.", ["He said \"No way!\"", "She left."]),
    ("\"Too dear.\" \"Why?\" Nobody said.", ["\"Too dear.\"", "\"Why?\"", "Nobody said."]),
    ("他说“不行。”没人反对。", ["他说“不行。”", "没人反对。"]),
    ("“不行！”他说。", ["“不行!”他说。"]),
    ("He signs (he said so!) today.", ["He signs (he said so!) today."]),
  ])
  func aQuotationEndsOneWithItsOwnMark(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  @Test(arguments: [
    ("Signed.) Then he left.", ["Signed.)", "Then he left."]),
    ("Really?! Yes.", ["Really?!", "Yes."]),
    ("真的？！”好。", ["真的?!”", "好。"]),
    ("Done.\u{2019} Next one.", ["Done.\u{2019}", "Next one."]),
  ])
  func marksInARowAreOneEnd(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  @Test(arguments: [
    ("he waits ... and waits", ["he waits ... and waits"]),
    ("He waits... Nobody rings.", ["He waits...", "Nobody rings."]),
    ("等等…… 他没来", ["等等……", "他没来"]),
    ("see a... b", ["see a... b"]),
  ])
  func anEllipsisEndsOneBeforeACapital(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  @Test(arguments: [
    ("他同意了. 我记下", ["他同意了.", "我记下"]),
    ("他同意了.我记下", ["他同意了.", "我记下"]),
    ("报价.pdf 发了", ["报价.pdf 发了"]),
    ("Met Dr. Reed at Acme Inc. He signs.", ["Met Dr. Reed at Acme Inc.", "He signs."]),
    ("Acme Inc. pays 3.5 a day.", ["Acme Inc. pays 3.5 a day."]),
  ])
  func aFullStop(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  /// What stands behind a sentence's end and says nothing by itself belongs to the sentence before; on a line of its own to none.
  @Test(arguments: [
    ("他要快。 #重点", ["他要快。 #重点"]), ("He asks. #urgent #plant-2", ["He asks. #urgent #plant-2"]),
    ("He asks. [due:: 2026-10-16]", ["He asks. [due:: 2026-10-16]"]), ("He asks. 👍", ["He asks. 👍"]),
    ("He asks.\n#urgent", ["He asks.", "#urgent"]), ("He asks. #urgent today", ["He asks.", "#urgent today"]),
  ])
  func aTagBelongsToTheSentenceBefore(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  /// Speech turned into text has blanks where sentences would end; a name or two between blanks is none of it.
  @Test func dictationEndsAtBlanks() {
    let parts = ["今天去了客户那里聊了一个上午", "他们想先试用两个月再说", "价格上没有太多意见", "但是交期不能再拖了"]
    #expect(sentences(parts.joined(separator: " ")) == parts)
    #expect(sentences("今天 去 了 客户") == ["今天 去 了 客户"])
    let told = parts.joined(separator: "，")
    #expect(sentences(told).count == 1)
  }
}
