import SourceText
import TestSupport
import Testing

@testable import NoteSyntax

@Suite struct NotePropertyTests {
  static let paths = ["a.md", "a.txt", "2026-09-03 a.markdown"]

  /// What has to hold of every note, whatever is in the file.
  func check(_ source: SourceFile) -> String? {
    let note = Note(parsing: source)
    let text = note.text
    var last = 0
    for (index, sentence) in note.sentences.enumerated() {
      guard last <= sentence.text.lowerBound, sentence.text.upperBound <= text.count, !sentence.text.isEmpty else {
        return "sentence \(index) is out of order or empty"
      }
      last = sentence.text.upperBound
      guard note.blocks.indices.contains(sentence.block), note.blocks[sentence.block].sentences.contains(index),
        note.entries.indices.contains(sentence.entry), note.entries[sentence.entry].blocks.contains(sentence.block)
      else { return "sentence \(index) is in no block or entry" }
      let span = text.span(of: sentence.text)
      guard span.start >= 0, span.end <= source.bytes.count, span.count > 0 else { return "sentence \(index): \(span)" }
      guard sentence.line == source.lines.line(at: span.start) else {
        return "sentence \(index): line \(sentence.line)"
      }
      guard String(validating: source.bytes[span.range], as: UTF8.self) != nil else {
        return "sentence \(index) splits a character"
      }
    }
    var block = 0
    for entry in note.entries {
      guard entry.blocks.lowerBound == block, !entry.blocks.isEmpty else { return "entries leave out a block" }
      block = entry.blocks.upperBound
    }
    guard block == note.blocks.count else { return "entries leave out the last block" }
    for label in note.labels where label.value.lowerBound < 0 || label.value.upperBound > text.count { return "label" }
    for date in note.dates where date.range.upperBound > text.count { return "date" }
    for mark in note.marks where !note.blocks.indices.contains(mark.block) { return "mark" }
    return nil
  }

  @Test(arguments: 0..<8) func anyBytesParse(part: UInt64) {
    var generator = NoteGenerator(seed: 4711 + part)
    for round in 0..<150 {
      let path = Self.paths[round % 3]
      let source =
        round % 4 == 0
        ? SourceFile(path: path, bytes: generator.bytes()) : SourceFile(path: path, text: generator.note(oddly: true))
      if let fault = check(source) {
        Issue.record("\(fault) in \(path): \(source.text(of: Span(0, source.bytes.count)).debugDescription)")
      }
    }
  }

  /// The quote of each sentence, folded and without the characters of markup, is the sentence.
  @Test func quotesAreWhatIsRead() {
    func bare(_ bytes: [UInt8]) -> [UInt8] {
      var text = ProseText()
      bytes.withUnsafeBufferPointer { text.appendFolded($0, $0.indices) }
      return text.bytes.filter { !Array(" \n>*_~[]|\\`#-".utf8).contains($0) }
    }
    var generator = NoteGenerator(seed: 99)
    for round in 0..<300 {
      let source = SourceFile(path: Self.paths[round % 3], text: generator.note(oddly: false))
      let note = Note(parsing: source)
      for sentence in note.sentences {
        let quote = bare(Array(source.bytes[note.text.span(of: sentence.text).range]))
        let said = bare(Array(note.text.bytes[sentence.text]))
        if quote != said {
          Issue.record("«\(String(decoding: said, as: UTF8.self))» from «\(String(decoding: quote, as: UTF8.self))»")
        }
      }
    }
  }

  /// What a note says, as text.
  func said(_ text: String, _ path: String) -> [String] {
    let note = Note(parsing: SourceFile(path: path, text: text))
    return note.sentences.map { note.text.string($0.text) }
      + note.labels.map { "\($0.name) = \(note.text.string($0.value))" }
      + note.dates.map { "\($0.expression)" } + note.entries.map { "\(String(describing: $0.date))" }
  }

  static let variants: [@Sendable (String) -> String] = [
    { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") },
    { $0 + "\n" },
    {
      String(
        String.UnicodeScalarView($0.unicodeScalars.flatMap { decomposed[$0].map { Array($0.unicodeScalars) } ?? [$0] }))
    },
    { String(String.UnicodeScalarView($0.unicodeScalars.map { fullWidth[$0] ?? $0 })) },
    { "\u{FEFF}" + $0 },
  ]
  static let decomposed: [Unicode.Scalar: String] = ["é": "e\u{301}", "ó": "o\u{301}", "ö": "o\u{308}"]
  /// Full-width forms of what is no syntax of Markdown's.
  static let fullWidth: [Unicode.Scalar: Unicode.Scalar] = {
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for scalar in "abcxyzABCXYZ,;:!?()%".unicodeScalars { forms[scalar] = Unicode.Scalar(scalar.value + 0xFEE0) }
    return forms
  }()

  @Test(arguments: 0..<5) func spellingChangesNothing(variant: Int) {
    var generator = NoteGenerator(seed: 2026)
    for round in 0..<150 {
      let text = generator.note(oddly: false)
      let path = Self.paths[round % 3]
      let changed = Self.variants[variant](text)
      let (plain, other) = (said(text, path), said(changed, path))
      if plain != other {
        Issue.record("\(path) \(text.debugDescription)\n\(plain.difference(from: other))")
      }
    }
  }

  /// Text that keeps a careless parser busy for minutes is read as any other; `rapport-dev bench-hostile` tells what it costs.
  @Test(
    arguments: [
      "![[]()", "[", "**a ", "*a_ ", "> ", "- ", "`", "``` ", "<", "<!--", "&#", "\\", "[a](", "|", "| a ", "~~", "“",
      "(", "：", "1. ", "[[", "@", "#a",
      "10/9-", "二十", "a. ", "---\n", "\t- a\n", "[a]: b\n", "客户：", "…", "\r", "  ",
    ])
  func hostileTextEnds(piece: String) {
    for path in ["a.md", "a.txt"] {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      #expect(check(SourceFile(path: path, text: text)) == nil)
    }
  }
}
