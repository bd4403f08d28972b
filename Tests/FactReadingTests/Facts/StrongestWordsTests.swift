import NoteSyntax
import SourceText
import Testing

@testable import FactReading

/// The words that are quoted for an inferred fact where none of its concepts speaks for it.
@Suite struct StrongestWordsTests {
  /// For each kind of fact, the words of the first sentence of `text`, in which `names` stand.
  private func words(_ text: String, names: [String]) throws -> [[(range: Range<Int>, word: String)]] {
    let note = Note(parsing: SourceFile(path: "a.md", text: text))
    let bytes = note.text.bytes
    let ranges = names.compactMap { name in
      bytes.indices.first { bytes[$0...].starts(with: name.utf8) }.map { $0..<$0 + name.utf8.count }
    }
    let features = NoteFeatures(note: note, cues: SentenceCues(note), namesOfSentence: [ranges])
    let model = try #require(FactModel.builtin)
    return FactKind.allCases.indices.map { kind in
      StrongestWords.found(for: kind, in: features.shapes[0], of: bytes, by: model).map { ($0, note.text.string($0)) }
    }
  }

  @Test(arguments: [
    ("账上的数永远对不上仓库的数，老王天天抄到12点，抄完再对", ["老王"]),
    ("the counts in the books never match the 12 pallets that Tom Reed sees", ["Tom Reed"]),
  ])
  func areWordsOfTheSentence(text: String, names: [String]) throws {
    let found = try words(text, names: names)
    // Most kinds have some; none has more than three, and all are whole words or runs, in order.
    #expect(found.count { !$0.isEmpty } * 2 > found.count)
    for words in found {
      #expect(words.count <= 3)
      for (_, word) in words {
        #expect(text.contains(word) && word.unicodeScalars.count > 1)
        #expect(!names.contains { $0.contains(word) || word.contains($0) })
        #expect(word.utf8.allSatisfy { !(0x30...0x39).contains($0) && $0 != 0x20 })
      }
      #expect(zip(words, words.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
  }
}
