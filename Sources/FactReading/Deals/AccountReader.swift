import NoteSyntax
import SourceText

/// Finds the words of a note that may name a customer, a deal or another organisation.
struct AccountReader {
  let note: Note
  let cues: SentenceCues
  let names: [NameMention]
  /// Rapport's own marks: `#deal/park-2`, `#account/corvane`.
  let marks: [MarkedMeaning]
  /// Names of our own side, in lower case: a rep's folder bears one, and it is no customer's.
  private let team: Set<[UInt8]>

  private let isLowerCase: Bool
  /// Where tags stand, in reading order: what they say is no name.
  private let tags: [Range<Int>]

  private static let label = Concept("account.label")

  init(note: Note, cues: SentenceCues, names: [NameMention], marks: [MarkedMeaning] = [], team: [String] = []) {
    self.note = note
    self.cues = cues
    self.names = names
    self.marks = marks
    self.team = Set(team.map { $0.utf8.map(\.lowercased) })
    tags = note.marks.compactMap { if case .tag = $0.kind { $0.range } else { nil } }
    let starts = note.sentences.lazy.compactMap { note.text.bytes[$0.text].first }
    let lower = starts.count { $0 &- 0x61 < 26 }
    isLowerCase = lower > 3 && lower > 2 * starts.count { $0 &- 0x41 < 26 }
  }

  /// Mentions in reading order; those of the file's name first.
  func read() -> [AccountMention] {
    team.isEmpty ? all() : all().filter { !team.contains($0.surface.utf8.map(\.lowercased)) }
  }

  private func all() -> [AccountMention] {
    FileNameNames.found(in: note.source.path).map {
      AccountMention(
        surface: $0.surface, end: $0.end, place: $0.place, span: nil, sentence: nil, entry: nil)
    } + labelled() + marked() + note.sentences.indices.flatMap(mentions)
  }

  private func labelled() -> [AccountMention] {
    note.labels.compactMap { label in
      guard !label.value.isEmpty, label.value.count <= 60, Self.namesAccount(label.name) else { return nil }
      let block = label.block.map { note.blocks[$0] }
      let sentence = block.flatMap { block in
        block.sentences.first { note.sentences[$0].text.upperBound > label.value.lowerBound }
      }
      return mention(
        label.value, end: .sure, place: .label, sentence: sentence, entry: sentence.map { note.sentences[$0].entry })
    }
  }

  private static func namesAccount(_ label: String) -> Bool {
    let bytes = Array(label.utf8)
    return Lexicon.builtin.cues(in: bytes, bytes.indices).contains {
      $0.concept == Self.label && $0.range == bytes.indices
    }
  }

  private func marked() -> [AccountMention] {
    // Plain labels are read as labels.
    let named = marks.filter { $0.scope == nil }.compactMap { mark -> AccountMention? in
      switch mark.meaning {
      case .deal(let name), .account(let name):
        AccountMention(
          surface: name, end: .sure, place: .mark, span: mark.span, sentence: mark.sentence, entry: mark.entry)
      default: nil
      }
    }
    return named
      + note.marks.compactMap { mark in
        guard case .link(_, let shown) = mark.kind else { return nil }
        let sentence = note.blocks[mark.block].sentences.first {
          note.sentences[$0].text.upperBound > mark.range.lowerBound
        }
        return AccountMention(
          surface: shown, end: .sure, place: .mark, span: note.text.span(of: mark.range), sentence: sentence,
          entry: sentence.map { note.sentences[$0].entry })
      }
  }

  private func mentions(inSentence index: Int) -> [AccountMention] {
    let sentence = note.sentences[index]
    let block = note.blocks[sentence.block]
    var isHeading = false
    if case .heading = block.kind { isHeading = true }
    let isFirst = block.sentences.lowerBound == index || note.sentences[index - 1].line != sentence.line
    func place(_ range: Range<Int>, otherwise: AccountMention.Place) -> AccountMention.Place {
      if isHeading { return .heading }
      return isFirst && range.lowerBound - sentence.text.lowerBound <= 12 ? .opener : otherwise
    }
    let latin = CapitalRuns(text: note.text.bytes)
    var ranges = latin.names(in: sentence.text).map {
      (range: $0, end: AccountMention.End.sure, otherwise: AccountMention.Place.prose)
    }
    if isLowerCase, !isHeading {
      for own in latin.uncommonWords(in: sentence.text) where !ranges.contains(where: { $0.range.overlaps(own) }) {
        ranges.append((own, .open, .prose))
      }
    } else if ranges.first?.range.lowerBound != sentence.text.lowerBound,
      let own = latin.leadingUncommonWords(in: sentence.text, limit: 3)
    {
      ranges.append((own, .open, .prose))
    }
    for run in HanRuns(text: note.text.bytes).runs(in: sentence.text, cues: cues[index]) {
      if isHeading {
        let name = run.range.lowerBound..<HanRuns.nameEnd(of: run.range, cues: cues[index])
        if name.count >= 6 { ranges.append((name, name == run.range ? run.end : .pause, .clause)) }
        continue
      }
      ranges.append((run.range, run.end, run.isDestination ? .destination : .clause))
    }
    ranges.removeAll { isTagged($0.range) || isHeading && isLabel($0.range) }
    ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
    return ranges.map {
      mention(
        $0.range, end: $0.end, place: place($0.range, otherwise: $0.otherwise), sentence: index,
        entry: sentence.entry)
    }
  }

  /// Whether words only say what kind of thing follows: `# 商机`.
  private func isLabel(_ range: Range<Int>) -> Bool {
    Self.namesAccount(String(decoding: note.text.bytes[range].map(\.lowercased), as: UTF8.self))
  }

  /// Whether a tag reaches into `range`.
  private func isTagged(_ range: Range<Int>) -> Bool {
    let index = tags.firstIndexSorted { $0.upperBound > range.lowerBound }
    return index < tags.count && tags[index].lowerBound < range.upperBound
  }

  private func mention(
    _ range: Range<Int>, end: AccountMention.End, place: AccountMention.Place, sentence: Int?, entry: Int?
  ) -> AccountMention {
    let span = note.text.span(of: range)
    return AccountMention(
      surface: note.source.text(of: span), end: end, place: place, span: span, sentence: sentence, entry: entry)
  }
}
