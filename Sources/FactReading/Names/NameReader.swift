import NoteSyntax
import SourceText

/// Finds the words of a note that may name a person.
struct NameReader {
  let note: Note
  let cues: SentenceCues
  let settings: ReadingSettings

  /// Mentions in reading order; those of the front matter first.
  func read() -> [NameMention] {
    let isLowerCase = Self.isWrittenInLowerCase(note)
    let labels = LabelIndex(note)
    let marked = MarkedNames(note)
    var mentions: [NameMention] = []
    var features = NameFeatures()
    for label in note.labels where label.block == nil && !label.value.isEmpty {
      mentions += read(label.value, sentence: nil, entry: 0, labels, marked, isLowerCase: isLowerCase, &features)
    }
    for (index, sentence) in note.sentences.enumerated() {
      mentions += read(
        sentence.text, sentence: index, entry: sentence.entry, labels, marked, isLowerCase: isLowerCase,
        &features)
    }
    return mentions
  }

  private func read(
    _ range: Range<Int>, sentence: Int?, entry: Int, _ labels: LabelIndex, _ marked: MarkedNames,
    isLowerCase: Bool, _ features: inout NameFeatures
  ) -> [NameMention] {
    let scan = NameScan(note.text.bytes, range, known: sentence.map { cues[.names, $0] }, edges: note.emphasisEdges)
    var names = Self.withoutOverlaps(HanNames(scan).find() + LatinNames(scan, isLowerCase: isLowerCase).find())
    let certain = MarkedNameCandidates(
      scan, marked: marked.names(in: range) + known(in: range, scan, names, marked), read: names, text: note.text.bytes)
    names = certain.added(to: names)
    names += RoleNames(scan, beside: names).find()
    names.removeAll { name in
      let bytes = scan.bytes(name.start, name.end)
      return !certain.include(name)
        && (marked.isInField(bytes) || settings.vocabulary.isThing(note.text.string(bytes)))
    }
    names.sort { $0.start < $1.start }
    var isHeading = false
    if let sentence, case .heading = note.blocks[note.sentences[sentence].block].kind { isHeading = true }
    let context = NameContext(
      scan: scan, names: names, cues: sentence.map { cues[$0] } ?? [],
      functions: sentence.map { cues[.functions, $0] }
        ?? NameLexicon.builtin.functions.cues(in: note.text.bytes, range)[...],
      block: sentence.map { note.blocks[note.sentences[$0].block] })
    return names.indices.map { index in
      let name = names[index]
      let bytes = scan.bytes(name.start, name.end)
      let span = note.text.span(of: bytes)
      let organisation =
        name.form == .role
        ? nil
        : scan.organisation(besideNameFrom: name.start, to: name.end).map { scan.bytes($0.lowerBound, $0.upperBound) }
      let line = note.source.lines.line(at: span.start)
      let title = context.title(of: index)
      return NameMention(
        surface: note.source.text(of: span), span: span, sentence: sentence, entry: entry,
        line: line, column: span.start - note.source.lines.span(ofLine: line).start + 1, range: bytes, form: name.form,
        surname: scan.folded(name.surname), given: scan.folded(name.given), title: title,
        core: name.core.map { note.source.text(of: note.text.span(of: scan.bytes($0.lowerBound, $0.upperBound))) },
        withFunction: context.functionBefore(name.start).flatMap { function in
          guard HanSet.covers(scan.scalars[name.start]),
            !HanSet.covers(scan.scalar(name.start - 1)) || function.upperBound == name.start
          else { return nil }
          return note.source.text(of: note.text.span(of: scan.bytes(function.lowerBound, name.end)))
        },
        organisation: organisation.map { note.source.text(of: note.text.span(of: $0)) },
        organisationRange: organisation,
        alias: context.alias(of: index).map { other in
          note.source.text(of: note.text.span(of: scan.bytes(names[other].start, names[other].end)))
        },
        otherNames: certain.others(of: name), isMarked: certain.include(name) || !isHeading && marked.isTagged(bytes),
        isSure: name.isSure,
        features: context.features(
          of: index, title: title, label: labels.name(at: bytes.lowerBound), in: &features))
    }
  }

  /// Names in `range` that the team tells of, unless they are a part of a longer one (王总 of 王总监) or marked anyway.
  private func known(
    in range: Range<Int>, _ scan: NameScan, _ names: [NameCandidate], _ marked: MarkedNames
  ) -> [MarkedNames.Name] {
    settings.vocabulary.people(in: note.text.bytes, range).compactMap { found in
      let isPart = names.contains {
        let bytes = scan.bytes($0.start, $0.end)
        return bytes.overlaps(found.range) && bytes.count > found.range.count
      }
      guard !isPart, !marked.names(in: range).contains(where: { $0.range.overlaps(found.range) }) else { return nil }
      let words = note.text.string(found.range)
      return MarkedNames.Name(
        range: found.range, others: words == found.meaning.name ? [] : [found.meaning.name], sign: .person)
    }
  }

  /// Keeps the surest, then longest, of candidates that overlap.
  static func withoutOverlaps(_ candidates: [NameCandidate]) -> [NameCandidate] {
    guard candidates.count > 1 else { return candidates }
    var kept: [NameCandidate] = []
    for candidate in candidates.sorted(by: {
      ($0.isSure ? 0 : 1, -$0.length, $0.start) < ($1.isSure ? 0 : 1, -$1.length, $1.start)
    }) where !kept.contains(where: { $0.range.overlaps(candidate.range) }) {
      kept.append(candidate)
    }
    return kept.sorted { $0.start < $1.start }
  }

  /// Whether nearly every sentence that begins with a Latin letter begins with a small one.
  private static func isWrittenInLowerCase(_ note: Note) -> Bool {
    var small = 0
    var capital = 0
    for sentence in note.sentences {
      let first = note.text.bytes[sentence.text.lowerBound]
      if (0x61...0x7A).contains(first) { small += 1 } else if (0x41...0x5A).contains(first) { capital += 1 }
    }
    return small > 3 * capital
  }
}

/// Which label's value a place of a note belongs to.
private struct LabelIndex {
  private let values: [(range: Range<Int>, name: String)]

  init(_ note: Note) {
    values = note.labels.filter { !$0.value.isEmpty }.map { ($0.value, $0.name) }.sorted {
      ($0.0.lowerBound, $0.0.upperBound) < ($1.0.lowerBound, $1.0.upperBound)
    }
  }

  /// The name of the innermost label whose value holds `byte`; nil outside of labels.
  func name(at byte: Int) -> String? {
    let low = values.firstIndexSorted { $0.range.lowerBound > byte }
    guard low > 0, values[low - 1].range.contains(byte) else { return nil }
    return values[low - 1].name
  }
}

extension NameScan {
  /// The scalars of a range in lower case; empty for none.
  func folded(_ range: Range<Int>?) -> String { range.map { LatinNames.lowercased(scalars[$0]) } ?? "" }
}
