import NoteSyntax
import SourceText
import Testing

@testable import FactReading

@Suite struct PhraseMatcherTests {
  let lexicon = Lexicon(files: [Array("# about\n[a]\n拍板\nsign*\n[b]\nno\nsigns off on the whole\n".utf8)])

  func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return lexicon.cues(in: bytes, 0..<bytes.count).map {
      lexicon.concepts[Int($0.concept.index)] + ":" + String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test func wordsNeedBoundariesButHanDoesNot() {
    #expect(found("谁No拍板no") == ["b:No", "a:拍板", "b:no"])
    #expect(found("nothing snow") == [])
  }

  @Test func longerFirstAndPrefixes() {
    #expect(found("He Signs off on the whole") == ["b:Signs off on the whole", "a:Sign"])
    #expect(found("he signs off on the wholesale") == ["a:sign"])
  }

  @Test func theFirstEightBytesAndTheRestCount() {
    #expect(found("signs off on the whale") == ["a:sign"])
    #expect(found("SIGNS OFF ON THE WHOLE") == ["b:SIGNS OFF ON THE WHOLE", "a:SIGN"])
    // 0x40 and 0x5B stand beside the capitals, 0xC1 is one with its upper bit set.
    #expect(found("@o [no] Áno") == ["b:no", "b:no"])
  }

  @Test func nothingReachesPastTheRange() {
    let bytes = Array("he signs off on the whole".utf8)
    #expect(lexicon.cues(in: bytes, 0..<20).map(\.range) == [3..<7])
    #expect(lexicon.cues(in: bytes, 0..<6).isEmpty)
  }

  @Test func lexiconsOfOnePassFindWhatEachFindsAlone() {
    let text =
      "今天见了采购总监王芳，Angela Moss, CFO, 不同意报价 and never signs; 他说预算没批。\n\nWe have never met her; too expensive. 太贵了"
    let note = Note(parsing: SourceFile(path: "a.md", text: text))
    let cues = SentenceCues(note)
    var found = [0, 0, 0, 0, 0]
    for (index, sentence) in note.sentences.enumerated() {
      let lists = [
        (cues[index], Lexicon.builtin), (cues[.names, index], .names),
        (cues[.functions, index], .functions), (cues[.guards, index], .guards), (cues[.signs, index], .signs),
      ]
      for (list, (shared, lexicon)) in lists.enumerated() {
        #expect(Array(shared) == lexicon.cues(in: note.text.bytes, sentence.text))
        found[list] += shared.count
      }
    }
    #expect(found.allSatisfy { $0 > 0 })
  }

  @Test func noPhraseBeginsInsideAWord() {
    let words = Lexicon(files: [Array("[a]\nsign\n说\n%\n".utf8)])
    let bytes = Array("design4说 sign,re-sign 5%".utf8)
    let text = words.cues(in: bytes, bytes.indices).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(text == ["说", "sign", "sign", "%"])
    // Nor where the range begins inside of one.
    #expect(words.cues(in: bytes, 2..<7).isEmpty)
  }
}
