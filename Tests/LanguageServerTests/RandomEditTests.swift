import DealHealth
import FindingFormats
import HealthReports
import NoteSyntax
import SourceText
import TestSupport
import Testing
import Workspace

@testable import LanguageServer

/// However a note came to be what it is, the server knows it as it is.
@Suite struct RandomEditTests {
  private static let pieces = [
    "张总", "说月底要定。", "\n", "\r\n", "\r", "🙂", "a", "é", "# 2026-11-03 宏泰精密\n", "- ", "预算批了50万，", "**客户：**",
    "#need/driver",
    "Dana Reed signs. ", "\n\n", "下周三把方案发给李总。", "<!--", "-->", "```\n", "|a|b|\n", "---\n", " ", "：", "【",
  ]

  @Test(arguments: [PositionEncoding.utf8, .utf16, .utf32])
  func changesByRangeGiveTheTextThatTheClientHas(encoding: PositionEncoding) {
    var random = SeededGenerator(seed: 11)
    var document = EditedDocument(uri: "untitled:1", languageID: "markdown", version: 0, text: "")
    var mirror = ""
    for version in 1...4_000 {
      // The client counts for itself, in scalars.
      let scalars = Array(mirror.unicodeScalars)
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, start + Int.random(in: 0...12, using: &random))
      let new = Bool.random(using: &random) ? Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] : ""
      let range = TextRange(
        start: Self.position(scalars, start, encoding), end: Self.position(scalars, end, encoding))
      // A place between CR and LF is no place of a line.
      guard !Self.splitsBreak(scalars, start), !Self.splitsBreak(scalars, end) else { continue }
      document.apply([.init(range: range, text: new)], version: version, encoding)
      var view = String.UnicodeScalarView(scalars[..<start])
      view.append(contentsOf: new.unicodeScalars)
      view.append(contentsOf: scalars[end...])
      mirror = String(view)
      if mirror.unicodeScalars.count > 400 {
        mirror = ""
        document.apply([.init(range: nil, text: "")], version: version, encoding)
      }
      guard document.source.bytes == Array(mirror.utf8) else {
        Issue.record("edit \(version) of \(range)")
        return
      }
    }
  }

  private static func splitsBreak(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    at > 0 && at < scalars.count && scalars[at - 1] == "\r" && scalars[at] == "\n"
  }

  private static func position(_ scalars: [Unicode.Scalar], _ at: Int, _ encoding: PositionEncoding) -> TextPosition {
    var line = 0
    var character = 0
    for index in 0..<at {
      let scalar = scalars[index]
      if scalar == "\n" || scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n") {
        line += 1
        character = 0
      } else {
        switch encoding {
        case .utf8: character += String(scalar).utf8.count
        case .utf16: character += scalar.value > 0xFFFF ? 2 : 1
        case .utf32: character += 1
        }
      }
    }
    return TextPosition(line: line, character: character)
  }

  /// Thousands of edits of two notes among others; what is known after each handful is what a fresh reading knows, to the byte.
  @Test func theJournalIsTheOneThatAFreshReadingGives() throws {
    var random = SeededGenerator(seed: 5)
    let folder = TemporaryFolder()
    var texts = ["a.md": "# 2026-11-03 宏泰精密\n张总说先看方案。\n", "b.md": "2026-11-05 Corvane\nDana Reed signs.\n"]
    try folder.write("c.md", "# 2026-11-04 宏泰精密\n\n李总最后拍板。\n")
    let editor = Editor(folder.path)
    for name in texts.keys.sorted() {
      try folder.write(name, texts[name] ?? "")
      editor.open(Editor.uri(folder.path + "/" + name), texts[name] ?? "")
    }
    for round in 0..<25 {
      for _ in 0..<100 {
        let name = Bool.random(using: &random) ? "a.md" : "b.md"
        let uri = Editor.uri(folder.path + "/" + name)
        let source = SourceFile(path: name, text: texts[name] ?? "")
        let offset = Int.random(in: 0...source.bytes.count, using: &random)
        let start = source.position(of: offset, .utf8)
        let end = source.position(of: min(source.bytes.count, offset + Int.random(in: 0...9, using: &random)), .utf8)
        let new = source.bytes.count > 600 ? "" : Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
        var document = EditedDocument(uri: uri, languageID: "markdown", version: 0, text: texts[name] ?? "")
        document.apply([.init(range: TextRange(start: start, end: end), text: new)], version: 1, .utf8)
        texts[name] = document.source.text(of: Span(0, document.source.bytes.count))
        editor.edit(uri, (start.line, start.character, end.line, end.character), new)
        // Work is done at any time, or not yet.
        if Int.random(in: 0..<40, using: &random) == 0 { editor.doNextWork() }
      }
      editor.settle()
      let known = try #require(editor.assessed)
      let notes = texts.keys.sorted().map { NoteInput(path: $0, bytes: Array((texts[$0] ?? "").utf8)) }
      let fresh = JournalReading(
        of: notes + [NoteInput(path: "c.md", file: folder.path + "/c.md")], settings: Configuration()
      ).assessment(asOf: known.journal.asOf)
      let same = ReadingDocument(known, relative: { $0 }).json() == ReadingDocument(fresh, relative: { $0 }).json()
      let found = [known, fresh].map { FindingFormat.json.render($0.findings, sources: [:], language: .en) }
      guard same, found[0] == found[1] else {
        Issue.record("round \(round): \(texts)")
        return
      }
    }
  }
}
