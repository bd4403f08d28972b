import NoteSyntax

extension NoteReading {
  /// For each sentence, whether it tells anything by itself. A frame that nobody filled in does not: a heading with nothing
  /// under it, `客户：宏泰`, a date alone; unless the frame itself says what happened, as some headings do.
  public var telling: [Bool] {
    var telling = places.map { !$0.isFrame }
    let names = sentencesThatAreNames
    func tells(_ sentence: Int) {
      if !names.contains(sentence) { telling[sentence] = true }
    }
    for index in sentences.indices where sentences[index].candidates.contains(where: { $0.basis != .inferred }) {
      tells(index)
    }
    for sign in dealSigns { tells(sign.sentence) }
    for sign in stageSigns where sign.isStated && (sign.kind == .won || sign.kind == .lost) { tells(sign.sentence) }
    for mark in marks where !mark.isAboutWhom {
      // On a line that holds nothing else, and in front matter, it tells something of the whole.
      let first = mark.sentence ?? mark.entry.map { entries[$0].sentences.lowerBound } ?? 0
      if telling.indices.contains(first) { telling[first] = true }
    }
    return telling
  }

  /// Sentences of the frame that are somebody's or something's name from end to end: Cobble Close is no close.
  private var sentencesThatAreNames: Set<Int> {
    let named = accounts.lazy.map { (sentence: $0.sentence, span: $0.span) }
    let people = names.lazy.map { (sentence: $0.sentence, span: Optional($0.span)) }
    var found: Set<Int> = []
    for case (let sentence?, let span?) in Array(named) + Array(people) where places[sentence].isFrame {
      if span.count * 10 >= sentences[sentence].span.count * 9 { found.insert(sentence) }
    }
    return found
  }

  /// Whether nothing in the note tells anything: it was started, and not filled in.
  public var isUnfilled: Bool {
    places.allSatisfy(\.isFrame) && !telling.contains(true) && ignores.isEmpty && marks.allSatisfy(\.isAboutWhom)
  }

  /// What is malformed in the note, and nothing that it says.
  public var problemsOnly: NoteReading { NoteReading(path: path, problems: problems, at: problemPlaces) }
}

extension MarkedMeaning {
  /// Whether it only tells which deal or customer is meant.
  fileprivate var isAboutWhom: Bool {
    switch meaning {
    case .deal, .account: true
    default: false
    }
  }
}
