import SourceText

/// Who is one of ours, as the writer says in words of possession right beside the name: 陈总（我老板）, "my VP Steve Kowalski",
/// "Hemi, our designer". What somebody is to us is told by a word for their work; our champion and 我们的联系人 are theirs.
enum OwnPeople {
  /// Whether words hold any that may speak of us, so that most are done with in one pass over their bytes.
  private static func maySpeakOfUs(_ words: some StringProtocol) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in words.utf8 {
      let byte = byte < 0x80 ? byte | 0x20 : byte
      switch (last.0, last.1, byte) {
      // 我, 咱, 自 and 本, "my" and "our".
      case (0xE6, 0x88, 0x91), (0xE5, 0x92, 0xB1), (0xE8, 0x87, 0xAA), (0xE6, 0x9C, 0xAC): return true
      case (_, UInt8(ascii: "m"), UInt8(ascii: "y")), (_, UInt8(ascii: "u"), UInt8(ascii: "r")): return true
      default: last = (last.1, byte)
      }
    }
    return false
  }

  /// Whether the words beside a name, `before` it and behind, say so: `ours`, or `theirs` where they are somebody else's words.
  static func owner(of name: Span, in sentence: SentenceReading, before: Substring) -> WordsBeside {
    let behind = sentence.words(from: name.end, to: name.end + 48)
    if let opening = openings.opening(behind) {
      let aside = behind.dropFirst(opening.count)
      if maySpeakOfUs(aside), possesses(aside.prefix { !closings.contains($0) }, isWhole: true) { return .ours }
    }
    if let lead = departments.opening(behind),
      let word = behind.dropFirst(lead.count).split(whereSeparator: { !$0.isLetter }).first,
      works.contains(word.lowercased())
    {
      return .ours
    }
    guard maySpeakOfUs(before),
      let clause = before.split(whereSeparator: { pauses.contains($0) || speech.contains($0) }).last,
      possesses(clause, isWhole: false)
    else { return [] }
    // What stands in quotation marks is somebody else's word for theirs.
    return before.contains(where: speech.contains) ? .theirs : .ours
  }

  /// Whether words end in what somebody is to us, and, of a whole aside, say nothing else.
  private static func possesses(_ words: Substring, isWhole: Bool) -> Bool {
    if words.utf8.contains(where: { $0 >= 0xE3 }) { return possessesHan(words, isWhole: isWhole) }
    let words = words.split(whereSeparator: { !$0.isLetter && $0 != "-" }).map { $0.lowercased() }
    guard let last = words.last, works.contains(last),
      let owner = words.suffix(4).lastIndex(where: { $0 == "my" || $0 == "our" })
    else { return false }
    return !isWhole || owner == 0
  }

  private static func possessesHan(_ words: Substring, isWhole: Bool) -> Bool {
    let words = words.filter { $0 != " " }
    if isWhole, words == "自己人" { return true }
    // 我们产品经理: a work may be told by two words.
    var owner = words[...]
    while let work = hanWorks.ending(owner) { owner.removeLast(work.count) }
    guard owner.count < words.count else { return false }
    let bare = owner.ends(with: "的") || owner.ends(with: "家") ? owner.dropLast() : owner
    // 你们总监 and 他们老板 are theirs, and 跟我们总监 may be anybody's word but the writer's.
    return owners.contains {
      isWhole ? bare == $0 : bare.ends(with: $0) && !bare.dropLast($0.count).contains { "说问讲让".contains($0) }
    }
  }

  private static let pauses: Set<Character> = [",", "，", "。", ";", "；", "、", "."]
  /// What opens somebody's own words.
  private static let speech: Set<Character> = ["“", "\"", "「", "『", "：", ":"]
  private static let departments: FixedWords = ["from our ", "in our "]
  private static let openings: FixedWords = ["(", "（", ", ", "，", " - ", " – "]
  private static let closings: Set<Character> = [")", "）", ",", "，", ".", "。", ";", "；", "!", "?"]
  private static let owners = ["我们公司", "我们", "我哋公司", "我哋", "咱们", "我司", "本公司", "我"]
  private static let hanWorks: FixedWords = [
    "老板", "老总", "领导", "上司", "头儿", "总监", "经理", "主管", "副总", "同事", "总裁", "董事长", "技术", "售前", "售后", "研发", "物流", "财务",
    "法务", "商务", "市场", "客服", "运营", "实施", "交付", "产品", "设计", "设计师", "工程师", "师傅", "助理", "司机", "仓库", "内勤", "会计", "销售",
    "大区", "地区", "区域", "FAE", "AE", "SE", "PM", "CSM", "Ops", "公司", "公司的", "这边", "业务",
  ]
  private static let works: Set<String> = [
    "boss", "manager", "director", "vp", "svp", "ceo", "cfo", "coo", "cto", "cro", "md", "gm", "co-founder",
    "cofounder",
    "colleague", "colleagues", "teammate", "supervisor", "principal", "chairman", "lead", "tl", "rep", "ae", "se",
    "csm", "sdr",
    "pm", "fae", "tech", "technician", "engineer", "engineers", "designer", "developer", "support", "service", "fitter",
    "installer", "driver", "estimator", "surveyor", "mechanic", "accountant", "bookkeeper", "lawyer", "legal",
    "finance", "ops",
    "operations", "marketing", "product", "warehouse", "logistics", "dispatcher", "dispatch", "apprentice", "assistant",
    "admin",
    "foreman", "planner", "scheduler", "trainer", "analyst", "architect", "consultant", "specialist",
  ]
}
