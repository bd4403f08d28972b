import NoteSyntax
import SourceText
import Testing

@testable import FactReading

@Suite struct TeamVocabularyTests {
  private func read(_ text: String, _ vocabulary: TeamVocabulary) -> NoteReading {
    NoteReading(
      of: Note(parsing: SourceFile(path: "a.md", bytes: Array(text.utf8))),
      settings: ReadingSettings(vocabulary: vocabulary))
  }

  /// A name is found however it is written, and not in a longer one.
  @Test func findsNamesAsNotesWriteThem() {
    let vocabulary = TeamVocabulary(people: [.init(name: "马国栋", aliases: ["馬總", "ＨＭ", "tai tai"])])
    for text in ["马总来了。", "馬總來了。", "hm came.", "HM: yes", "Tai Tai said no."] {
      let known = read(text, vocabulary).names.filter { $0.otherNames == ["马国栋"] }
      #expect(known.count == 1 && known[0].isMarked, "\(text)")
    }
    #expect(read("HMRC wrote. 马总监来了。", vocabulary).names.allSatisfy { $0.otherNames.isEmpty })
  }

  @Test func thingsAreNobodyAndNoCustomer() {
    let vocabulary = TeamVocabulary(products: ["Max Power"], competitors: ["王牌"])
    let reading = read("# Max Power demo\nMax Power and 王牌 were there.", vocabulary)
    #expect(reading.names.isEmpty)
    #expect(!reading.accounts.contains { $0.surface.hasPrefix("Max Power") || $0.surface.hasPrefix("王牌") })
    #expect(reading.sentences.contains { $0.candidates.contains { $0.kind == .competitor && $0.basis == .stated } })
  }

  @Test func phrasesTellFactsWhereTheyAreStated() {
    let vocabulary = TeamVocabulary(phrases: [
      .init(kind: .needDriver, text: "睡不着"), .init(kind: .trustDown, text: "burn*"),
    ])
    func kinds(_ text: String) -> [FactKind] {
      read(text, vocabulary).sentences.flatMap(\.candidates).filter { $0.basis == .stated }.map(\.kind)
    }
    #expect(kinds("他说为这事晚上睡不着。") == [.needDriver])
    #expect(kinds("They got burned before.") == [.trustDown])
    #expect(kinds("如果他睡不着，我们就有机会。") == [])
    #expect(kinds("Did they get burned?") == [])
  }
}
