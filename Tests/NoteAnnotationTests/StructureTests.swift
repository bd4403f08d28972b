import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import NoteAnnotation

/// Marks go where they do not break what a note is built of.
@Suite struct StructureTests {
  static let text = """
    # 宏泰精密 首次拜访

    李总说**最怕停线**，一停一天四万。预算八十万已批。

    - [ ] 周五前发报价给李总
    - 王工觉得我们比博世快
      - 他担心交期

    > 李总：“先看方案，再谈价。”

    | 谁 | 说了什么 |
    |----|----------|
    | 王工 | 要求接口开放 |

    和赵经理通了电话，她答应下周二安排试用

    """

  private func annotated(_ text: String, path: String = "2026-10-09 宏泰.md") throws -> SourceFile {
    let source = SourceFile(path: path, text: text)
    let asOf = try #require(Day(iso: "2026-11-20"))
    var annotator = Annotator([source], of: [NoteReading(of: Note(parsing: source))], asOf: asOf)
    return try #require(annotator.annotate().first).annotated
  }

  private func text(_ source: SourceFile) -> String { String(decoding: source.bytes, as: UTF8.self) }

  @Test func proposesSomething() throws {
    let result = text(try annotated(Self.text))
    #expect(result.contains("[[李总]]"))
    #expect(result.contains("#need/driver"))
    #expect(result.contains("#fact/contact"))
    #expect(result.contains("|----|----------|\n"))
  }

  /// Line ends, a byte-order mark, a missing last line feed and blanks at line ends stay, and change no mark.
  @Test func bytesThatSayNothingStay() throws {
    let usual = text(try annotated(Self.text))
    #expect(text(try annotated("\u{FEFF}" + Self.text)) == "\u{FEFF}" + usual)
    let returns = Self.text.replacing("\n", with: "\r\n")
    #expect(text(try annotated(returns)) == usual.replacing("\n", with: "\r\n"))
    #expect(text(try annotated(String(Self.text.dropLast()))) == String(usual.dropLast()))
    let blanks = Self.text.replacing("\n", with: "  \n")
    #expect(text(try annotated(blanks)).replacing("  \n", with: "\n") == usual)
  }

  @Test func frontMatterStays() throws {
    let matter = "---\naccount: 宏泰精密\nattendees: [李总, 王工]\n---\n"
    #expect(text(try annotated(matter + Self.text)).hasPrefix(matter))
  }

  @Test func plainTextTakesMarks() throws {
    let plain = "2026-10-09 宏泰精密\n李总说最怕停线，一停一天四万。\n王工要求接口开放。\n"
    let result = text(try annotated(plain, path: "宏泰.txt"))
    #expect(result.contains("[[李总]]说最怕停线"))
    #expect(result.contains("[[王工]]要求接口开放。 #fact/contact #need/requirement"))
  }

  /// Blocks, sentences and labels of the annotated note are those of the note.
  @Test(arguments: ["a.md", "a.txt"]) func structureStays(path: String) throws {
    let note = Note(parsing: SourceFile(path: path, text: Self.text))
    let with = Note(parsing: try annotated(Self.text, path: path))
    #expect(with.saysTheSame(as: note))
    #expect(with.marks.count > note.marks.count)
  }

  @Test func nothingIsProposedWhereNothingIsRead() throws {
    for text in ["", "\n", "…", "```\n李总\n```\n", "---\na: 1\n---\n"] {
      #expect(self.text(try annotated(text)) == text)
    }
  }

  @Test func onlyWhatIsAskedFor() throws {
    let source = SourceFile(path: "2026-10-09 宏泰.md", text: Self.text)
    let reading = NoteReading(of: Note(parsing: source))
    let asOf = try #require(Day(iso: "2026-11-20"))
    func tags(_ names: [String], above share: Double = 0) throws -> String {
      var filter = try AnnotationFilter.only(names).get()
      filter.minimumConfidence = share
      var annotator = Annotator([source], of: [reading], asOf: asOf, filter: filter)
      return text(try #require(annotator.annotate().first).annotated)
    }
    #expect(try tags(["people"]).contains("[["))
    #expect(try !tags(["people"]).contains(" #"))
    #expect(try tags(["need"]).contains("#need/driver"))
    #expect(try !tags(["need"]).contains("#fact/contact"))
    #expect(try !tags(["need.driver"]).contains("#need/requirement"))
    #expect(try tags(["facts"], above: 1) == Self.text)
    #expect(throws: AnnotationFilter.UnknownName.self) { try AnnotationFilter.only(["peple"]).get() }
  }
}
