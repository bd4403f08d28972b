import SourceText

/// Leads from places in an older text to the same places in a newer one: what stands before the first and behind the
/// last difference has kept its place. Lets what was found be shown in the right place while somebody goes on writing.
struct OffsetShift: Sendable {
  private let head: Int
  private let oldTail: Int
  private let growth: Int
  private let newEnd: Int

  init(from old: SourceFile, to new: SourceFile) {
    let shorter = min(old.bytes.count, new.bytes.count)
    var head = 0
    var tail = 0
    old.bytes.withUnsafeBufferPointer { old in
      new.bytes.withUnsafeBufferPointer { new in
        while head < shorter, old[head] == new[head] { head += 1 }
        // A place never lies inside a character.
        while head > 0, head < shorter, old[head] & 0xC0 == 0x80 || new[head] & 0xC0 == 0x80 { head -= 1 }
        while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
        while tail > 0, old[old.count - tail] & 0xC0 == 0x80 { tail -= 1 }
      }
    }
    self.head = head
    oldTail = old.bytes.count - tail
    growth = new.bytes.count - old.bytes.count
    newEnd = new.bytes.count - tail
  }

  /// Where a span is now; nil when what changed lies in it.
  func span(_ span: Span) -> Span? {
    if span.end <= head { return span }
    if span.start >= oldTail { return Span(span.start + growth, span.end + growth) }
    if span.start <= head, span.end >= oldTail { return Span(span.start, span.end + growth) }
    return nil
  }

  /// Where a span is now; what was written over it included.
  func nearest(_ span: Span) -> Span {
    self.span(span)
      ?? Span(
        span.start <= head ? span.start : span.start >= oldTail ? span.start + growth : head,
        span.end <= head ? span.end : span.end >= oldTail ? span.end + growth : newEnd)
  }
}
