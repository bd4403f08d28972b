import NoteSyntax

extension NoteFeatures {
  /// What stands around a mention of a person, as features of `ContactModel`.
  package func contactFeatures(of mention: NameMention) -> FeatureList {
    var list = FeatureList()
    guard let index = mention.sentence, shapes.indices.contains(index) else { return list }
    let shape = shapes[index]
    let position = shape.clauses.lastIndex { $0.range.lowerBound <= mention.range.lowerBound } ?? 0
    let clause = shape.clauses[position]
    func add(_ kind: UInt32, _ value: UInt32) { Self.emit(.concepts, kind, value, to: &list) }

    let isActor = isActor(mention)
    let actor = isActor ? 99 : UInt32(clause.actor.rawValue)
    add(200, actor)
    for mood in 0..<Clause.Moods.count where clause.moods.rawValue & (1 << UInt16(mood)) != 0 {
      add(201, UInt32(mood))
      add(202, actor << 8 | UInt32(mood))
    }
    for piece in shape.pieces where piece.concept != nil {
      add(piece.clause == position ? 203 : 204, piece.meaning)
      if !shape.clauses[piece.clause].moods.isFactual { add(211, piece.meaning) }
      if piece.clause == position {
        add(205, piece.meaning &+ actor)
        add(piece.range.lowerBound < mention.range.lowerBound ? 206 : 207, piece.meaning)
      }
    }
    for section in shape.sections { add(208, Concepts.hash(of: section)) }
    addSurroundings(of: mention.range, in: shape, add)
    addPlace(of: index, mention, add)
    for (offset, kind) in [(-1, UInt32(209)), (1, 210)] {
      let other = index + offset
      guard shapes.indices.contains(other), note.sentences[other].entry == note.sentences[index].entry else { continue }
      for piece in shapes[other].pieces where piece.concept.map(Concepts.isMeeting) == true {
        // "Nobody has met her" in the next sentence speaks against a contact.
        add(kind, piece.meaning &+ (shapes[other].clauses[piece.clause].moods.isFactual ? 0 : 1))
      }
    }
    return list
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

  /// The two words or Han characters on either side.
  private func addSurroundings(of name: Range<Int>, in shape: SentenceShape, _ add: (UInt32, UInt32) -> Void) {
    let bytes = note.text.bytes
    var after: UInt32 = 0
    var at = name.upperBound
    for step in UInt32(0)..<2 {
      guard let word = Self.word(bytes, from: &at, to: shape.range.upperBound) else {
        add(220, step)
        break
      }
      add(221 + step, word)
      after = FeatureHash.step(after, word)
    }
    add(223, after)
    var before: UInt32 = 0
    at = name.lowerBound
    for step in UInt32(0)..<2 {
      guard let word = Self.wordBefore(bytes, from: &at, to: shape.range.lowerBound) else {
        add(224, step)
        break
      }
      add(225 + step, word)
      before = FeatureHash.step(before, word)
    }
    add(227, before)
  }

  private func addPlace(of index: Int, _ mention: NameMention, _ add: (UInt32, UInt32) -> Void) {
    let sentence = note.sentences[index]
    let block = note.blocks[sentence.block]
    let kind = blockKind(of: index)
    add(230, kind)
    let line = min(lineRank(of: index), 3)
    add(231, UInt32(line))
    add(232, kind << 4 | UInt32(line))
    add(233, shapes[index].range.lowerBound == mention.range.lowerBound ? 1 : 0)
    add(234, UInt32(min(shapes[index].names.count, 5)))
    add(235, UInt32(min(index - block.sentences.lowerBound, 4)))
    if let lead = block.heading {
      for sentence in note.blocks[lead].sentences {
        for section in shapes[sentence].sections { add(236, Concepts.hash(of: section)) }
        for piece in shapes[sentence].pieces { add(237, piece.meaning) }
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
