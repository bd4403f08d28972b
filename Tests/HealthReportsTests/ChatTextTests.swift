import FactReading
import FoundationEssentials
import SourceText
import Testing

@testable import HealthReports

@Suite struct ChatTextTests {
  func page(_ texts: [String], language: Language = .en) -> ReportPage {
    ReportPage(
      language: language, title: "Week", lead: ["lead"],
      sections: [
        ReportPage.Section(title: "Moved", items: texts.map { ReportPage.Item(subject: "长风（王）", text: $0) })
      ])
  }

  private func chat(_ page: ReportPage, _ target: ChatTarget) -> ChatText {
    ChatText(
      BuiltinTemplate.chat.filled(with: .fields(page.fields(.none)), .chat(target)), language: page.language,
      target: target)
  }

  @Test func eachTargetInItsOwnDialect() {
    func text(_ target: ChatTarget) -> String { chat(page(["a *b* <@all> [c](d)"]), target).text() }
    #expect(text(.wecom).contains("### Moved\n- **长风（王）** a ＊b＊ ＜＠all＞ ［c］(d)\n"))
    #expect(text(.slack).contains("*Moved*\n• *长风（王）* a ＊b＊ &lt;＠all&gt; ［c］(d)\n"))
    #expect(text(.feishu).contains("**Moved**\n• 长风（王） a ＊b＊"))
    #expect(text(.dingtalk).hasPrefix("## Week\nlead\n\n### Moved\n"))
    #expect(text(.email).contains("Moved\n-----\n- 长风（王）: a *b* <@all> [c](d)\n"))
  }

  /// Parts keep the limit and the order, and no character is broken, however long a line is.
  @Test(arguments: ChatTarget.allCases) func partsKeepTheLimit(target: ChatTarget) {
    let family = "👨‍👩‍👧‍👦"
    let texts = (0..<300).map { "\($0) 张总说再看看" } + [String(repeating: "长\(family)e\u{301}", count: 2000)]
    let parts = chat(page(texts, language: .zh), target).parts()
    #expect(target == .email ? parts.count == 1 : parts.count > 1)
    for part in parts { #expect(target.size(of: part) <= target.limit) }
    for (number, part) in parts.enumerated() where parts.count > 1 {
      #expect(part.hasPrefix("(\(number + 1)/\(parts.count))\n"))
    }
    let whole = parts.joined()
    #expect(whole.components(separatedBy: family).count == 2001)
    #expect(!whole.unicodeScalars.contains("\u{FFFD}"))
    #expect(chat(page(texts, language: .zh), target).text().contains("分条发送") == (parts.count > 1))
  }
}
