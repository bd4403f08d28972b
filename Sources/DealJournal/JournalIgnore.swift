import FactReading
import NoteSyntax

/// A finding that a note wants to be let be, in its place.
public struct JournalIgnore: Sendable {
  /// What it says.
  public let mark: IgnoreMark
  /// `Deal.id`s of the entry that it stands in; of the whole note when the entry speaks of none.
  public let deals: [String]
  /// Its words.
  public let evidence: Evidence

  /// Every mark of the notes, ordered by path and place.
  static func all(_ ground: JournalGround) -> [JournalIgnore] {
    ground.notes.readings.enumerated().flatMap { note, reading in
      let first = ground.notes.sentences[note].lowerBound
      func deals(_ sentences: Range<Int>) -> Set<Int> {
        Set(sentences.lazy.compactMap { ground.map.dealOfSentence[first + $0] })
      }
      return reading.ignores.map { mark in
        let near = (reading.entries.last { $0.line <= mark.line }).map { deals($0.sentences) } ?? []
        let found = near.isEmpty ? deals(reading.sentences.indices) : near
        return JournalIgnore(
          mark: mark, deals: found.map { ground.map.deals[$0].id }.sorted(),
          evidence: Evidence(
            path: reading.path, span: mark.span, line: mark.line, column: mark.column, quote: mark.quote))
      }
    }
  }
}
