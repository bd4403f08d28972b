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
    let bytes = Array("今天见了采购总监王芳，Angela Moss, CFO, 不同意报价 and never signs; 他说预算没批。".utf8)
    let all = Lexicon.allCues(in: bytes, bytes.indices)
    #expect(all.words == Lexicon.builtin.cues(in: bytes, bytes.indices))
    #expect(all.names == Lexicon.names.cues(in: bytes, bytes.indices))
    #expect(all.functions == Lexicon.functions.cues(in: bytes, bytes.indices))
    #expect(!all.words.isEmpty && !all.names.isEmpty && !all.functions.isEmpty)
  }
}
