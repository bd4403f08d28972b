import FactReading

extension Discovery {
  /// Why no note was found, and what to do.
  public func reasonForNone(in language: Language) -> String {
    let counts: [(count: Int, en: String, zh: String)] = [
      (passedOver.otherFiles, "of another kind than .md, .markdown or .txt", "不是 .md、.markdown 或 .txt"),
      (passedOver.hidden, "hidden", "是隐藏的"),
      (passedOver.ignored, "left out by .gitignore", "被 .gitignore 排除"),
    ]
    let found = counts.filter { $0.count > 0 }
    switch language {
    case .en:
      return "no notes found: "
        + (found.isEmpty ? "there is nothing there" : found.map { "\($0.count) \($0.en)" }.joined(separator: ", "))
        + "; name a folder or file with notes"
    case .zh:
      return "没有找到笔记："
        + (found.isEmpty ? "那里什么也没有" : found.map { "\($0.count) 个\($0.zh)" }.joined(separator: "，"))
        + "；请指定放笔记的文件夹或文件"
    }
  }
}
