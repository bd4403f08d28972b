import NoteSyntax

/// A journal of any size that nobody wrote: the shapes of real notes, put together by chance from a seed.
///
/// It serves to measure speed, not reading: its sentences repeat, as its customers do.
struct SampleJournal {
  private var state: UInt64

  /// The journal of `seed`.
  init(seed: UInt64) { state = seed }

  /// The note with number `index`: its file name, and about `size` bytes of text, every other note in Chinese.
  mutating func note(_ index: Int, size: Int) -> (name: String, text: String) {
    let day = Day(number: 20_600 - index % 400)
    let customer = index / 8 % 500
    return index % 2 == 0 ? chinese(index, customer, day, size) : english(index, customer, day, size)
  }

  private mutating func chinese(_ index: Int, _ customer: Int, _ day: Day, _ size: Int) -> (String, String) {
    let account = Self.places[customer % Self.places.count] + Self.trades[customer / 20 % Self.trades.count]
    let surname = Self.surnames[customer % Self.surnames.count]
    let people = Self.titles.map { surname + $0 }
    var text = "# \(day.iso) \(account)\n\n参会人：\(people[0])、\(people[1])\n\n"
    while text.utf8.count < size {
      let sentence = pick(Self.chineseSentences)
      text += "- " + sentence.filling(pick(people), account, next(90) + 10) + "\n"
    }
    return ("\(account)/\(day.iso)-\(index).md", text)
  }

  private mutating func english(_ index: Int, _ customer: Int, _ day: Day, _ size: Int) -> (String, String) {
    let account = Self.words[customer % Self.words.count] + " " + Self.kinds[customer / 20 % Self.kinds.count]
    let people = [
      Self.firstNames[customer % Self.firstNames.count], Self.firstNames[(customer + 7) % Self.firstNames.count],
    ]
    var text = "\(account), call \(day.iso)\n\n"
    while text.utf8.count < size {
      text += pick(Self.englishSentences).filling(pick(people), account, next(90) + 10) + (next(4) == 0 ? "\n\n" : " ")
    }
    return ("\(account)/\(day.iso) \(index).txt", text + "\n")
  }

  /// Knuth's linear congruential generator (MMIX); the upper bits are the good ones.
  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func pick(_ list: [String]) -> String { list[next(list.count)] }

  private static let places = ["云岫", "澜川", "东岭", "禾润", "青柏", "捷顺", "临渚", "宏泰", "恒达", "华驰", "舜达", "凌跃", "佑安", "星渡"]
  private static let trades = ["食品", "水务", "阀门", "药业", "冷链", "精密"]
  private static let surnames = ["王", "张", "李", "刘", "陈", "沈", "许", "金", "顾", "段"]
  private static let titles = ["总", "经理", "主任", "工"]
  private static let words = ["Lowmoor", "Bramley", "Ostrey", "Penhale", "Harrow", "Tallis", "Wexcombe", "Dunmarrow"]
  private static let kinds = ["Foods", "Castings", "Hotels", "Dairy", "Dental", "Leisure"]
  private static let firstNames = [
    "Karen Doyle", "Iain Muir", "Joan Pike", "Rita Shaw", "Gareth", "Helen", "Phil Ward",
  ]
  private static let chineseSentences = [
    "今天上午去了{account}，{name}在，聊了半个多小时。", "{name}说现在最头疼的是交期，月底必须给说法。", "{name}认可我们的方案，说比上一家省事。",
    "报价{number}万，{name}嫌贵，要我们再压一点。", "预算{number}万已经批了，走招标。", "答应{name}下周三之前把测试报告发过去。",
    "最后是老板拍板，{name}只是推荐。", "另一家也报了，{name}没说是谁。", "演示做完，六个点位全部合格。", "{name}没回我微信，第三次了。",
  ]
  private static let englishSentences = [
    "Met {name} at their site, forty minutes.", "{name} needs the line to stop losing a shift a week.",
    "Quoted {number}k, {name} thinks it is steep.", "{name} has the final say, finance only checks.",
    "I'll send the trial report by Friday.", "{name} promised to share the spec next week.",
    "They are also talking to another supplier.", "{name} liked that we cut changeover time by {number} percent.",
    "Budget of {number}k is signed off for this year.", "No reply from {name} to my last two mails.",
  ]
}

extension String {
  fileprivate func filling(_ name: String, _ account: String, _ number: Int) -> String {
    replacing("{name}", with: name).replacing("{account}", with: account).replacing("{number}", with: String(number))
  }
}
