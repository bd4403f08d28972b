import SourceText
import TestSupport
import Testing

@testable import LanguageServer

@Suite struct PositionTests {
  private static let text = "张总\r\n𠮷🙂a\n\rlast"

  @Test(arguments: [
    (PositionEncoding.utf8, 0, 3, 3), (.utf16, 0, 1, 3), (.utf32, 0, 1, 3), (.utf8, 1, 8, 16), (.utf16, 1, 4, 16),
    (.utf32, 1, 2, 16), (.utf16, 3, 4, 23), (.utf16, 2, 0, 18), (.utf32, 3, 0, 19),
  ])
  func placesAreCountedInUnits(encoding: PositionEncoding, line: Int, character: Int, offset: Int) {
    let source = SourceFile(path: "a", text: Self.text)
    let position = TextPosition(line: line, character: character)
    #expect(source.offset(of: position, encoding) == offset)
    #expect(source.position(of: offset, encoding) == position)
  }

  @Test(arguments: [
    // Inside a character, behind the line, behind the file, before it.
    (PositionEncoding.utf16, 1, 1, 8), (.utf8, 0, 4, 3), (.utf16, 0, 99, 6), (.utf16, 9, 0, 23), (.utf16, -1, 5, 0),
    (.utf16, 0, -5, 0),
  ])
  func placesThatAreNotThereAreTakenForTheNearest(encoding: PositionEncoding, line: Int, character: Int, offset: Int) {
    let source = SourceFile(path: "a", text: Self.text)
    #expect(source.offset(of: TextPosition(line: line, character: character), encoding) == offset)
  }

  @Test func theClientsWishIsHeard() {
    #expect(PositionEncoding(negotiatedFrom: nil) == .utf16)
    #expect(PositionEncoding(negotiatedFrom: ["utf-7"]) == .utf16)
    #expect(PositionEncoding(negotiatedFrom: ["utf-16", "utf-32"]) == .utf16)
    #expect(PositionEncoding(negotiatedFrom: ["utf-32"]) == .utf32)
    #expect(PositionEncoding(negotiatedFrom: ["utf-16", "utf-8"]) == .utf8)
  }

  @Test(arguments: ["/a b/宏泰#1?.md", "/", "/a%41.md", "/~x/ü.md"])
  func pathsSurviveURIs(path: String) {
    #expect(DocumentURI.path(of: DocumentURI.uri(ofFile: path)) == path)
  }

  @Test func otherURIsAreNoFiles() {
    #expect(DocumentURI.path(of: "untitled:Untitled-1") == nil)
    #expect(DocumentURI.path(of: "file://elsewhere/a.md") == nil)
    #expect(DocumentURI.path(of: "FILE://localhost/a.md?x#y") == "/a.md")
    #expect(DocumentURI.path(of: "file:///a%00.md") == nil)
    #expect(DocumentURI.path(of: "file:///c%3A/%e5%ae%8F%zz") == "/c:/宏%zz")
    #expect(DocumentURI.path(of: "file:") == nil)
  }

  @Test func placesMoveWithTheText() {
    let old = SourceFile(path: "a", text: "张总说好。李总说不好。")
    let new = SourceFile(path: "a", text: "张总说很好。李总说不好。")
    let shift = OffsetShift(from: old, to: new)
    for (word, isKept) in [("张总", true), ("李总", true), ("张总说好。", true)] {
      let place = old.span(of: word)
      #expect((shift.span(place) != nil) == isKept)
    }
    #expect(new.text(of: shift.span(old.span(of: "李总")) ?? Span(0, 0)) == "李总")
    #expect(new.text(of: shift.nearest(old.span(of: "好。李"))) == "好。李")
  }

  @Test func placesStayInTheFileWhateverIsWritten() {
    var random = SeededGenerator(seed: 7)
    let letters = ["a", "é", "张", "🙂", "\r", "\n", "李"]
    for _ in 0..<3_000 {
      func text() -> String {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in letters[Int.random(in: 0..<7, using: &random)] }.joined()
      }
      let old = SourceFile(path: "a", text: text())
      let new = SourceFile(path: "a", text: text())
      let shift = OffsetShift(from: old, to: new)
      let start = old.offset(of: TextPosition(line: 0, character: Int.random(in: 0...9, using: &random)), .utf32)
      let span = shift.nearest(Span(start, old.bytes.count))
      #expect(0...new.bytes.count ~= span.start && span.end <= new.bytes.count)
      #expect(String(validating: new.bytes[span.range], as: UTF8.self) != nil)
      if let kept = shift.span(Span(start, start)) {
        #expect(String(validating: new.bytes[..<kept.start], as: UTF8.self) != nil)
      }
    }
  }
}

extension SourceFile {
  /// Where words stand first.
  func span(of words: String) -> Span {
    let all = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: all) } ?? 0
    return Span(start, start + all.count)
  }
}
