import DealHealth

extension Discovery {
  /// Why no note was found, and what to do.
  public var reasonForNone: Text {
    let counts: [(count: Int, why: Text)] = [
      (passedOver.otherFiles, Text(en: "of another kind than .md, .markdown or .txt", zh: "不是 .md、.markdown 或 .txt")),
      (passedOver.hidden, Text(en: "hidden", zh: "是隐藏的")),
      (passedOver.ignored, Text(en: "left out by .gitignore", zh: "被 .gitignore 排除")),
    ]
    let found = counts.filter { $0.count > 0 }
    return Text(
      en: "no notes found: "
        + (found.isEmpty ? "there is nothing there" : found.map { "\($0.count) \($0.why.en)" }.joined(separator: ", "))
        + "; name a folder or file with notes",
      zh: "没有找到笔记："
        + (found.isEmpty ? "那里什么也没有" : found.map { "\($0.count) 个\($0.why.zh)" }.joined(separator: "，"))
        + "；请指定放笔记的文件夹或文件")
  }
}
