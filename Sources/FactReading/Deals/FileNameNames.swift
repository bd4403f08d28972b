import NoteSyntax

/// Finds what may be a customer's or project's name in a path: `2026-09-03 宏泰精密-首次拜访.md`, `dvorak-aug-07.md`,
/// `20260904-一网统管前期对接会纪要.md`, `1023_ashgrove_committee.txt`, `Halden Mfg/2026-09-30.md`.
package struct FileNameNames {
  /// A name, and where it ends.
  struct Found {
    let surface: String
    let end: AccountMention.End
    let place: AccountMention.Place
  }

  /// What the folders and the file's name hold, in order.
  static func found(in path: String) -> [Found] {
    let parts = Array(path.utf8).split(separator: 0x2F)
    return parts.enumerated().flatMap { position, part in
      guard position == parts.count - 1 else { return found(inPart: words(of: part), place: .folder) }
      let dot = part.lastIndex(of: 0x2E) ?? part.endIndex
      return found(inPart: words(of: dot > part.startIndex ? part[..<dot] : part), place: .fileName)
    }
  }

  /// The words of the file's name at `path`, as `found` takes them: without numbers, ` / ` where one stood.
  package static func words(ofFileAt path: String) -> [UInt8] {
    let part = Array(path.utf8).split(separator: 0x2F).last ?? []
    let dot = part.lastIndex(of: 0x2E) ?? part.endIndex
    return words(of: dot > part.startIndex ? part[..<dot] : part)
  }

  private static func found(inPart written: [UInt8], place: AccountMention.Place) -> [Found] {
    // Traditional characters are as long as the Simplified ones that lexicons have.
    let folded = ProseText.folded(String(decoding: written, as: UTF8.self))
    let text = folded.count == written.count ? folded : written
    let latin = CapitalRuns(text: text)
    var ranges = latin.names(in: 0..<text.count).map { (range: $0, end: AccountMention.End.sure) }
    if ranges.isEmpty { ranges = latin.uncommonWords(in: 0..<text.count).map { ($0, .open) } }
    let han = HanRuns(text: text)
    /// Whether two names meet here: `三中与靖岚`.
    func isAnd(_ at: Int) -> Bool {
      text[at...].starts(with: "与".utf8) || text[at...].starts(with: "及".utf8)
    }
    let cues = Lexicon.builtin.cues(in: text, text.indices)[...]
    var at = 0
    while at < text.count {
      guard han.isHan(at), !isAnd(at) else {
        at += text[at].scalarLength
        continue
      }
      var end = at
      while end < text.count, han.isHan(end), end < at + 6 || !isAnd(end) { end += 3 }
      let start = han.afterNumber(at: at, limit: end)
      var limit = max(start, HanRuns.nameEnd(of: at..<end, cues: cues))
      for position in stride(from: start + 6, to: limit, by: 3) where han.isParticle(position) {
        limit = position
        break
      }
      // `L家`, `Mimi餅店`: letters that lean on the characters behind them are of the name.
      var letters = at
      while letters > 0, text[letters - 1].lowercased &- 0x61 < 26 { letters -= 1 }
      if letters < at, start == at {
        ranges.removeAll { $0.range.overlaps(letters..<limit) }
        ranges.append((letters..<limit, .pause))
        at = end
        continue
      }
      let name = start..<limit
      if name.count >= 6 {
        ranges.append((name.lowerBound..<min(name.upperBound, name.lowerBound + HanRuns.longest), .pause))
      }
      at = end
    }
    return ranges.sorted { $0.range.lowerBound < $1.range.lowerBound }.map {
      Found(surface: String(decoding: written[$0.range], as: UTF8.self), end: $0.end, place: place)
    }
  }

  /// The part with its separators as spaces, a space where `BorderReview` changes case, and without numbers and
  /// the hexadecimal names that programs append.
  private static func words(of part: ArraySlice<UInt8>) -> [UInt8] {
    var spaced: [UInt8] = []
    for (position, byte) in zip(part.indices, part) {
      let isSeparator = byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x2C
      let isUpper = byte &- 0x41 < 26
      let previous: UInt8 = position > part.startIndex ? part[position - 1] : 0x20
      if isUpper, previous &- 0x61 < 26 { spaced.append(0x20) }
      if previous.isDigit != byte.isDigit, previous >= 0x80 || byte >= 0x80 { spaced.append(0x20) }
      spaced.append(isSeparator ? 0x20 : byte)
    }
    // Where a number stood two names do not become one: `VR-0811 Grothe`.
    var kept: [UInt8] = []
    var isBroken = false
    for word in spaced.split(separator: 0x20) {
      if word.contains(where: \.isDigit) {
        isBroken = !kept.isEmpty
        continue
      }
      if !kept.isEmpty { kept += isBroken ? [0x20, 0x2F, 0x20] : [0x20] }
      kept += word
      isBroken = false
    }
    return kept
  }
}
