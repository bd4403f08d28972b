import FactReading
import NoteSyntax
import SourceText
import Testing

/// What `facts --why` quotes.
@Suite struct FactCueTests {
  /// A fact that was inferred from prose shows the words that speak for it, also where none of them is a concept.
  @Test(arguments: [
    "11月3日 张总又问了一遍价格，说明天讲。听完没有说话，拿手机拍了屏幕就走了。他要的不是便宜，夜里有个人能接电话就行。",
    "3 Nov. Mr Hale didn't ring. One of the panels, everything came off it, and where's the other one he said. Said it isn't what they paid for.",
  ])
  func wordsBehindAnInferredFactAreWithinItsSentence(text: String) {
    let reading = NoteReading(of: Note(parsing: SourceFile(path: "note.md", text: text)))
    let inferred = reading.sentences.flatMap { sentence in
      sentence.candidates.filter { $0.basis == .inferred && $0.kind != .contact }.map { (sentence, $0) }
    }
    #expect(!inferred.isEmpty)
    for (sentence, fact) in inferred {
      #expect(!fact.cues.isEmpty, "\(fact.kind): \(sentence.quote)")
      for cue in fact.cues {
        #expect(sentence.span.start <= cue.start && cue.end <= sentence.span.end)
        let quote = String(decoding: Array(text.utf8)[cue.start..<cue.end], as: UTF8.self)
        #expect(!quote.contains("。") && !quote.contains("，") && !quote.contains(". "), "\(quote)")
      }
      #expect(zip(fact.cues, fact.cues.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
  }
}
