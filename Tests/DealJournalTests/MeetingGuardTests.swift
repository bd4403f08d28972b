import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// Where a line says that a meeting never was, or is to come, nobody weighs whether it was.
@Suite struct MeetingGuardTests {
  private func contacts(_ text: String) throws -> Set<String> {
    let note = Note(parsing: SourceFile(path: "2026-10-09 a.md", text: text))
    let journal = Journal(folding: [NoteReading(of: note)], asOf: try #require(Day(iso: "2026-11-20")))
    return Set(journal.facts.filter { $0.kind == .contact }.compactMap(\.person))
  }

  private static let chinese = "# 宏泰精密\n今天见了李总，李总要方案。\n"
  private static let english = "# Ferro Metals\nMet Tom Ruiz today, Tom Ruiz wants a trial.\n"

  static let denied: [(String, String)] = [
    (english + "Dana Cole signs it. We have never met her.", "Dana Cole"),
    (english + "We have never met Dana Cole, who signs it.", "Dana Cole"),
    (english + "Dana Cole, the CFO: never met.", "Dana Cole"),
    (english + "Dana Cole we haven't met yet.", "Dana Cole"),
    (english + "Still have not spoken to Dana Cole about the trial.", "Dana Cole"),
    (english + "Nobody has ever met Dana Cole in person.", "Dana Cole"),
    (english + "Couldn't reach Dana Cole again.", "Dana Cole"),
    (chinese + "陈主任最后定，一直没见过。", "陈主任"), (chinese + "还没见上陈主任。", "陈主任"), (chinese + "还没见上，陈主任一直躲着。", "陈主任"),
    (chinese + "陈主任我们至今没见到。", "陈主任"), (chinese + "和陈主任没打过交道，听说很难讲话。", "陈主任"),
    (chinese + "陈主任拍板。从来没见过她本人。", "陈主任"), (chinese + "陳主任一直沒見過，他說了算。", "陈主任"),
    (chinese + "陈主任电话打不通。", "陈主任"),
    (chinese + "陈主任没见成，李总约了两次。李总说陈主任这个人不看参数，看的是出了事谁担。", "陈主任"),
  ]

  static let planned: [(String, String)] = [
    (english + "Meet Dana Cole next week.", "Dana Cole"),
    (english + "Dana Cole signs it. Meet her next week.", "Dana Cole"),
    (english + "Tom Ruiz will introduce us to Dana Cole.", "Dana Cole"),
    (english + "Going to meet Dana Cole at the fair.", "Dana Cole"),
    (english + "Arrange a call with Dana Cole.", "Dana Cole"),
    (english + "- [ ] Dana Cole: call about the trial", "Dana Cole"),
    (chinese + "下周见陈主任。", "陈主任"), (chinese + "李总说带我见陈主任。", "陈主任"), (chinese + "准备拜访陈主任，聊聊验收。", "陈主任"),
    (chinese + "明天拜访陈主任。", "陈主任"), (chinese + "- [ ] 见陈主任，问清楚验收", "陈主任"),
    (chinese + "我：下周内给陈主任打电话", "陈主任"), (chinese + "明天跟陈主任联系，问预算。", "陈主任"),
  ]

  @Test(arguments: denied + planned) func isNoContact(text: String, name: String) throws {
    let contacts = try contacts(text)
    #expect(!contacts.contains { $0.lowercased() == name.lowercased() || $0 == "陳主任" })
    #expect(contacts.contains("李总") || contacts.contains("Tom Ruiz"))
  }

  static let happened: [(String, String)] = [
    (english + "Met Dana Cole as well. She has never met our support team.", "Dana Cole"),
    (english + "Met Dana Cole, who said the old pump did not meet the spec.", "Dana Cole"),
    (english + "Met Dana Cole for coffee. Meet her again next week.", "Dana Cole"),
    (english + "Finally got to meet Dana Cole; she wants a price.", "Dana Cole"),
    (
      english + "We had never met Dana Cole.\nToday she came: met Dana Cole at the plant, she wants a price.",
      "Dana Cole"
    ),
    (chinese + "见了陈主任，他说设备科没意见。", "陈主任"), (chinese + "陈主任今天也见了，他说没见过这种方案。", "陈主任"),
    (chinese + "见了陈主任，下周再约。", "陈主任"), (chinese + "陈主任以前一直没见过。\n今天拜访了陈主任，他问了验收。", "陈主任"),
  ]

  @Test(arguments: happened) func isAContactAllTheSame(text: String, name: String) throws {
    #expect(try contacts(text).contains(name))
  }
}
