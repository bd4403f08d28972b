/// Words that say what a note is, and not whom it is about: `【拜访纪要】2026-07-28 华峰`, `Sales diary`.
package enum RecordWords {
  private static let words = [
    "纪要", "记录", "日志", "日记", "笔记", "手记", "流水", "周报", "月报", "日报", "总结", "汇总", "台账", "进展", "跟进", "杂记", "随笔",
    "零碎", "notes", "minutes", "log", "diary", "journal", "calls", "visits", "meetings", "history", "timeline",
    "updates", "pipeline", "summary", "report", "odds", "misc", "leads", "stray", "周会", "例会",
  ].map { Array($0.utf8) }

  /// Words before whom a note is about.
  private static let leads = [
    "拜访", "回访", "走访", "会议", "电话", "来访", "沟通", "交流", "visit", "call", "meeting", "note", "telephone", "phone", "with",
  ].map { Array($0.utf8) }

  /// Whether a text ends in one, ASCII case and a colon behind it apart.
  package static func end(_ text: some BidirectionalCollection<UInt8>) -> Bool { ends(text, in: words) }

  /// Whether a text ends in a word behind which stands whom a record is about: `Visit report`, 拜访.
  package static func precede(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    ends(text, in: words) || ends(text, in: leads)
  }

  private static func ends(_ text: some BidirectionalCollection<UInt8>, in words: [[UInt8]]) -> Bool {
    let bytes = text.suffix(16).map(\.asciiLower).reversed().drop { $0 == 0x3A || $0 == 0x20 }
    return words.contains { bytes.starts(with: $0.reversed()) }
  }
}
