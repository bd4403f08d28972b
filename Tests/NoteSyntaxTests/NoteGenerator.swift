import TestSupport

/// Makes notes at random: Markdown syntax, Chinese and English prose, emoji, and what files get broken by.
struct NoteGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let words = [
    "张总说", "价格", "可以", "王立群", "预算", "确认了", "下周三", "10月9日", "月底", "客户", "报价", "我们", "嗯", "李博（CFO）", "專案", "報價單",
    "met", "Dana", "budget", "Dr.", "vs.", "3.5", "Tues 6th", "10/9", "next Fri", "said", "café", "Zsófia", "O'Dea",
    "e.g.", "J.", "Inc.",
    "🎉", "👩‍💻", "☔", "２０２６", "ＡＢＣ", "don't", "EOW", "9.2 周三", "20号", "W38",
  ]
  private static let marks = [
    "。", "，", "！", "？", "；", "：", ". ", "? ", "! ", ", ", "; ", ": ", "…", "... ", "——", " - ",
  ]
  private static let syntax = [
    "# ", "## ", "- ", "* ", "1. ", "10) ", "> ", ">> ", "    ", "\t", "- [ ] ", "- [x] ", "**", "*", "_", "__", "~~",
    "`", "```\n", "~~~\n",
    "[", "]", "](", ")", "](http://a.b \"t\")", "[[", "]]", "[[王总|张]]", "|", "|---|---|\n", "| a | b |\n", "<!--",
    "-->", "<b>", "</b>", "<br>",
    "<Bob>", "&amp;", "&#23458;", "&", "\\", "\\*", "![", "---\n", "===\n", "***\n", "#tag/sub", "＃标签", "@王总",
    "due:: 2026-10-01",
    "[key:: v]", "“", "”", "\"", "(", "（", "）", "【时间】", "「", "」", "客户：", "Stage: ", "<s>", "</s>", "[a]: b\n",
    "[王总]: 不同意\n", "  \n", "\\\n",
  ]
  private static let breaks = ["\n", "\n", "\n\n", "\n\n\n", " ", "\n　　"]
  private static let oddities = [
    "\r", "\r\n", "\0", "\u{FEFF}", "\u{200B}", "\u{301}", "\u{2028}", "\u{85}", "\u{A0}", "　", "\u{7F}", "\u{1}", "é",
    "e\u{301}", "か\u{3099}",
    "\u{FFFD}", "𠮷", "\u{10FFFF}",
  ]

  /// A note of prose and syntax; `oddly` with control characters, broken nesting and marks in the wrong place.
  mutating func note(oddly: Bool) -> String {
    var text = ""
    if oddly, Int.random(in: 0..<6, using: &random) == 0 { text += "---\ndate: 2026-09-03\ntags: [a, 乙]\n---\n" }
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<9: text += pick(Self.words)
      case 9..<12: text += pick(Self.marks)
      case 12..<15: text += pick(Self.breaks)
      case 15..<18: text += oddly ? pick(Self.syntax) : (pick(Self.breaks) + pick(["- ", "# ", "1. ", "> ", ""]))
      default: text += oddly ? pick(Self.oddities) : " "
      }
    }
    return text
  }

  /// Bytes without any sense, some of them no UTF-8.
  mutating func bytes() -> [UInt8] {
    let syntax = Array("#>-*_[]()!`\n |<&:.；".utf8)
    return (0..<Int.random(in: 0...200, using: &random)).map { _ in
      Int.random(in: 0..<3, using: &random) == 0
        ? UInt8.random(in: 0...255, using: &random) : syntax[Int.random(in: 0..<syntax.count, using: &random)]
    }
  }

  private mutating func pick(_ list: [String]) -> String { list[Int.random(in: 0..<list.count, using: &random)] }
}
