import NoteSyntax

extension NoteReading {
  /// For each sentence, whether it tells anything by itself. A frame that nobody filled in does not: a heading with nothing
  /// under it, `客户：宏泰`, a date alone; unless the frame itself says what happened, as some headings do.
  public var telling: [Bool] {
    var telling = places.map { !$0.isFrame }
    for index in sentences.indices where !telling[index] {
      telling[index] = sentences[index].candidates.contains { $0.basis != .inferred }
    }
    for sign in dealSigns { telling[sign.sentence] = true }
    for sign in stageSigns where sign.isStated && (sign.kind == .won || sign.kind == .lost) {
      telling[sign.sentence] = true
    }
    for mark in marks where !mark.isAboutWhom {
      // On a line that holds nothing else, and in front matter, it tells something of the whole.
      let first = mark.sentence ?? mark.entry.map { entries[$0].sentences.lowerBound } ?? 0
      if telling.indices.contains(first) { telling[first] = true }
    }
    return telling
  }

  /// Whether nothing in the note tells anything: it was started, and not filled in.
  public var isUnfilled: Bool {
    !telling.contains(true) && ignores.isEmpty && marks.allSatisfy(\.isAboutWhom)
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
