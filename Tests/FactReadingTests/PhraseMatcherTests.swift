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
}
