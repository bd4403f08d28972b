import FoundationEssentials
import Testing

@testable import HealthReports

@Suite struct JSONTextTests {
  private struct Document: Decodable, Equatable {
    struct Row: Decodable, Equatable {
      let text: String
      let none: String?
      let list: [String]
      let span: [Int]
      let share: Double
    }
    let rows: [Row]
    let empty: [Row]
  }

  @Test func readsAsItWasWritten() throws {
    let texts = ["", "\"\\/\u{0}\u{1F}\u{7F}\r\n\t", "张总 👍🏽 \u{2028}"]
    let shares: [Double] = [0, 0.05, 0.625, 0.999, 1, 7]
    var json = JSONText()
    json.object { json in
      json.list("rows", of: texts) { row, text in
        row.member("text", text)
        row.member("none", nil)
        row.member("list", texts)
        row.member("span", [0, -12])
        row.member("share", share: shares[text.utf8.count % shares.count])
      }
      json.list("empty", of: [String]()) { _, _ in }
    }
    let read = try JSONDecoder().decode(Document.self, from: Data(json.text.utf8))
    #expect(read.rows.map(\.text) == texts)
    #expect(read.rows.allSatisfy { $0.list == texts && $0.none == nil && $0.span == [0, -12] })
    #expect(read.empty == [])
    #expect(json.text.utf8.last == 0x0A)
  }
}
