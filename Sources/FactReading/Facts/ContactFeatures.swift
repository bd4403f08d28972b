import NoteSyntax

extension NoteFeatures {
  /// What stands around a mention of a person, as features of `ContactModel`.
  package func addContactFeatures(of mention: NameMention, to sink: inout some FeatureSink) {
    guard let index = mention.sentence, shapes.indices.contains(index) else { return }
    let shape = shapes[index]
    let position = shape.clauses.lastIndex { $0.range.lowerBound <= mention.range.lowerBound } ?? 0
    let clause = shape.clauses[position]
    let isActor = isActor(mention)
    let actor = isActor ? 99 : UInt32(clause.actor.rawValue)
    Self.add(200, actor, to: &sink)
    for mood in 0..<Clause.Moods.count where clause.moods.rawValue & (1 << UInt16(mood)) != 0 {
      Self.add(201, UInt32(mood), to: &sink)
      Self.add(202, actor << 8 | UInt32(mood), to: &sink)
    }
    for piece in shape.pieces where piece.concept != nil {
      Self.add(piece.clause == position ? 203 : 204, piece.meaning, to: &sink)
      if !shape.clauses[piece.clause].moods.isFactual { Self.add(211, piece.meaning, to: &sink) }
      if piece.clause == position {
        Self.add(205, piece.meaning &+ actor, to: &sink)
        Self.add(piece.range.lowerBound < mention.range.lowerBound ? 206 : 207, piece.meaning, to: &sink)
      }
    }
    for section in shape.sections { Self.add(208, Concepts.hash(of: section), to: &sink) }
    addSurroundings(of: mention.range, in: shape, to: &sink)
    addPlace(of: index, mention, to: &sink)
    for (offset, kind) in [(-1, UInt32(209)), (1, 210)] {
      let other = index + offset
      guard shapes.indices.contains(other), note.sentences[other].entry == note.sentences[index].entry else { continue }
      for piece in shapes[other].pieces where piece.concept.map(Concepts.isMeeting) == true {
        // "Nobody has met her" in the next sentence speaks against a contact.
        Self.add(kind, piece.meaning &+ (shapes[other].clauses[piece.clause].moods.isFactual ? 0 : 1), to: &sink)
      }
    }
  }

  /// Whether the person of a mention acts or speaks in the clause.
  func isActor(_ mention: NameMention) -> Bool {
    guard let index = mention.sentence, shapes.indices.contains(index) else { return false }
    let shape = shapes[index]
    guard let clause = shape.clauses.last(where: { $0.range.lowerBound <= mention.range.lowerBound }) else {
      return false
    }
    return clause.actor == .name
      && !shape.names.contains {
        $0.lowerBound < mention.range.lowerBound && $0.lowerBound >= clause.range.lowerBound
      }
  }

  @inline(__always)
  private static func add(_ kind: UInt32, _ value: UInt32, to sink: inout some FeatureSink) {
    emit(.concepts, kind, value, to: &sink)
  }

  /// The two words or Han characters on either side.
  private func addSurroundings(of name: Range<Int>, in shape: SentenceShape, to sink: inout some FeatureSink) {
    let bytes = note.text.bytes
    var after: UInt32 = 0
    var at = name.upperBound
    for step in UInt32(0)..<2 {
      guard let word = Self.word(bytes, from: &at, to: shape.range.upperBound) else {
        Self.add(220, step, to: &sink)
        break
      }
      Self.add(221 + step, word, to: &sink)
      after = FeatureHash.step(after, word)
    }
    Self.add(223, after, to: &sink)
    var before: UInt32 = 0
    at = name.lowerBound
    for step in UInt32(0)..<2 {
      guard let word = Self.wordBefore(bytes, from: &at, to: shape.range.lowerBound) else {
        Self.add(224, step, to: &sink)
        break
      }
      Self.add(225 + step, word, to: &sink)
      before = FeatureHash.step(before, word)
    }
    Self.add(227, before, to: &sink)
  }

  private func addPlace(of index: Int, _ mention: NameMention, to sink: inout some FeatureSink) {
    let sentence = note.sentences[index]
    let block = note.blocks[sentence.block]
    let kind = blockKind(of: index)
    Self.add(230, kind, to: &sink)
    let line = min(lineRank(of: index), 3)
    Self.add(231, UInt32(line), to: &sink)
    Self.add(232, kind << 4 | UInt32(line), to: &sink)
    Self.add(233, shapes[index].range.lowerBound == mention.range.lowerBound ? 1 : 0, to: &sink)
    Self.add(234, UInt32(min(shapes[index].names.count, 5)), to: &sink)
    Self.add(235, UInt32(min(index - block.sentences.lowerBound, 4)), to: &sink)
    if let lead = block.heading {
      for sentence in note.blocks[lead].sentences {
        for section in shapes[sentence].sections { Self.add(236, Concepts.hash(of: section), to: &sink) }
        for piece in shapes[sentence].pieces { Self.add(237, piece.meaning, to: &sink) }
      }
    }
  }

  private static func word(_ bytes: [UInt8], from at: inout Int, to end: Int) -> UInt32? {
    while at < end, bytes[at] == 0x20 { at += 1 }
    guard at < end else { return nil }
    let start = at
    if bytes[at].isWordByte || bytes[at] == 0x27 {
      while at < end, bytes[at].isWordByte || bytes[at] == 0x27 { at += 1 }
    } else {
      at = min(at + bytes[at].scalarLength, end)
    }
    return hash(bytes[start..<at])
  }

  private static func wordBefore(_ bytes: [UInt8], from at: inout Int, to start: Int) -> UInt32? {
    while at > start, bytes[at - 1] == 0x20 { at -= 1 }
    guard at > start else { return nil }
    let end = at
    if bytes[at - 1].isWordByte || bytes[at - 1] == 0x27 {
      while at > start, bytes[at - 1].isWordByte || bytes[at - 1] == 0x27 { at -= 1 }
    } else {
      repeat { at -= 1 } while at > start && bytes[at] & 0xC0 == 0x80
    }
    return hash(bytes[at..<end])
  }

  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
    FeatureHash.finish(word.reduce(FeatureHash.seed(0)) { FeatureHash.step($0, UInt32($1.lowercased)) })
  }
}
