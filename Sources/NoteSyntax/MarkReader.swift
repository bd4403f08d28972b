/// Finds `#tag/sub`, `@name` and `[key:: value]` in a block of folded text. `＃` and `＠` are folded before.
struct MarkReader {
  private let text: TextCursor
  private let range: Range<Int>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    text = TextCursor(bytes, limit: range.upperBound)
    self.range = range
  }

  /// A tag or mention: its name without the sign, and the whole mark.
  struct Found {
    let isTag: Bool
    let name: Range<Int>
    var whole: Range<Int> { name.lowerBound - 1..<name.upperBound }
  }

  /// Tags and mentions in order. `#1`, `60# paper`, `C#`, `a@b.com` and `5 @ 20` are none.
  func tagsAndMentions() -> [Found] {
    var found: [Found] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      guard byte == 0x23 || byte == 0x40, at == range.lowerBound || opensMark(at) else {
        at += 1
        continue
      }
      let end = byte == 0x23 ? tagEnd(at + 1) : mentionEnd(at + 1)
      if end > at + 1 { found.append(Found(isTag: byte == 0x23, name: at + 1..<end)) }
      at = max(end, at + 1)
    }
    return found
  }

  /// A tag in one of Rapport's own namespaces, with what stands in brackets behind it.
  struct OwnTag {
    /// Without its sign.
    let name: Range<Int>
    /// What stands in brackets right behind it, divided by commas.
    let details: [Range<Int>]
    /// All of it.
    let whole: Range<Int>
  }

  /// The first words of Rapport's own tags, in lower case. What each tag says is the vocabulary's.
  static let namespaces: Set<String> = [
    "need", "value", "trust", "commitment", "exchange", "satisfaction", "fact", "not", "stage", "deal", "account",
    "side", "role", "需求", "价值", "信任", "承诺", "交换", "满意", "事实", "不是", "阶段", "商机", "客户", "方", "角色",
  ]

  /// Tags in Rapport's own namespaces, in order.
  func ownTags() -> [OwnTag] {
    tagsAndMentions().compactMap { found in
      guard found.isTag, let division = found.name.first(where: { text[$0] == 0x2F || text[$0] == 0x2E }),
        Self.namespaces.contains(
          String(decoding: text.bytes[found.name.lowerBound..<division].map(\.asciiLower), as: UTF8.self))
      else { return nil }
      let (details, end) = details(at: found.name.upperBound)
      return OwnTag(name: found.name, details: details, whole: found.whole.lowerBound..<end)
    }
  }

  /// The words in brackets that open at `start`, and where the bracket ends; nothing when none opens or it stays open.
  private func details(at start: Int) -> ([Range<Int>], end: Int) {
    guard text[start] == 0x28 else { return ([], start) }
    // A few names: a cap keeps a line of brackets linear.
    let last = min(range.upperBound, start + 160)
    var words: [Range<Int>] = []
    var first = start + 1
    var at = first
    while at < last, text[at] != 0x0A, text[at] != 0x28, text[at] != 0x23 {
      let length = text.starts(at, "、") ? 3 : 1
      if length == 3 || text[at] == 0x2C || text[at] == 0x3B || text[at] == 0x29 {
        let word = trimmed(first..<at)
        if !word.isEmpty { words.append(word) }
        first = at + length
      }
      if text[at] == 0x29 { return (words, at + 1) }
      at += length
    }
    return ([], start)
  }

  /// Whether what stands before the sign at `at` lets a mark begin: not a word, another sign or an address.
  private func opensMark(_ at: Int) -> Bool {
    let before = text[at - 1]
    return before >= 0x80 || !(before.isASCIIAlphanumeric || [0x23, 0x40, 0x26, 0x2F, 0x3D, 0x5F].contains(before))
  }

  private func tagEnd(_ start: Int) -> Int {
    var at = start
    var hasLetter = false
    while at < range.upperBound {
      let (scalar, length) = text.scalar(at)
      if scalar < 0x80 {
        let byte = UInt8(scalar)
        guard byte.isASCIIAlphanumeric || byte == 0x2D || byte == 0x5F || byte == 0x2F || byte == 0x2E && isInWord(at)
        else {
          break
        }
        if byte.isASCIILetter { hasLetter = true }
      } else if scalar.isWord {
        hasLetter = true
      } else {
        break
      }
      at += length
    }
    guard hasLetter else { return start }
    while at > start, text[at - 1] == 0x2F || text[at - 1] == 0x2D { at -= 1 }
    return at
  }

  /// Whether the full stop at `at` stands within a name, as in `need.driver`, and ends no sentence.
  private func isInWord(_ at: Int) -> Bool {
    text[at - 1].isASCIIAlphanumeric
      && (text[at + 1].isASCIILetter || text[at + 1] >= 0xE4 && text.scalar(at + 1).scalar.isHan)
  }

  private func mentionEnd(_ start: Int) -> Int {
    var at = start
    while at < range.upperBound {
      let (scalar, length) = text.scalar(at)
      guard
        scalar < 0x80
          ? UInt8(scalar).isASCIIAlphanumeric || scalar == 0x5F || scalar == 0x2D && text[at + 1].isASCIIAlphanumeric
          : scalar.isWord
      else { break }
      at += length
    }
    // `@ 20`, `@9am` tell a price or a time.
    return text[start].isASCIIDigit ? start : at
  }

  /// `[[target]]` and `[[target|shown]]` that stand in the text, as in a plain one: target and shown words, in order.
  func links() -> [(target: Range<Int>, shown: Range<Int>)] {
    var found: [(target: Range<Int>, shown: Range<Int>)] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard text.starts(at, "[["), at + 2 < range.upperBound else {
        at += 1
        continue
      }
      let start = at + 2
      // Names are short: a cap keeps a line of brackets linear.
      let last = min(range.upperBound, start + 256)
      var bar: Int?
      at = start
      while at < last, text[at] != 0x5B, text[at] != 0x5D, text[at] != 0x0A {
        if text[at] == 0x7C, bar == nil { bar = at }
        at += 1
      }
      let target = start..<(bar ?? at)
      let shown = (bar.map { $0 + 1 } ?? start)..<at
      if text.starts(at, "]]"), !target.isEmpty, !shown.isEmpty { found.append((target, shown)) }
    }
    return found
  }

  /// `[key:: value]` and `(key:: value)`: key and value, in order.
  func fields() -> [(key: Range<Int>, value: Range<Int>)] {
    var found: [(key: Range<Int>, value: Range<Int>)] = []
    var at = range.lowerBound
    var open: Int?
    // Up to where no bracket closes, so that a line of open ones is looked through once for each of the two.
    var isOpenUpTo: [UInt8: Int] = [:]
    while at < range.upperBound {
      switch text[at] {
      case 0x5B, 0x28: open = at
      case 0x5D, 0x29, 0x0A: open = nil
      case 0x3A where text[at + 1] == 0x3A && text[at + 2] != 0x3A:
        guard let start = open, at - start <= 48, at > start + 1 else { break }
        let closing: UInt8 = text[start] == 0x5B ? 0x5D : 0x29
        guard isOpenUpTo[closing].map({ $0 <= at }) ?? true else { break }
        var end = at + 2
        while end < range.upperBound, text[end] != closing, text[end] != 0x0A { end += 1 }
        guard text[end] == closing else {
          isOpenUpTo[closing] = end
          break
        }
        found.append((trimmed(start + 1..<at), trimmed(at + 2..<end)))
        at = end
        open = nil
      default: break
      }
      at += 1
    }
    return found
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isASCIIBlank { start += 1 }
    while end > start, text[end - 1].isASCIIBlank { end -= 1 }
    return start..<end
  }
}
