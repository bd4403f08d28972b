import SourceText

/// Rapport's own small vocabulary of marks, in English and Chinese. `docs/format.md` describes it.
///
/// A word that may well be somebody's own tag (`#referral`, `#meeting`) is never ours by itself: each of our tags has a
/// namespace, `need/driver`, `fact/referral`, `阶段/商机`. A full stop does for the slash, as in JSON.
public enum MarkVocabulary {
  /// What a tag or key is to Rapport.
  public enum Reading: Hashable, Sendable {
    /// One of ours.
    case known(MarkMeaning)
    /// Not ours, and nobody's business.
    case foreign
    /// In one of our namespaces, or nearly, and yet none that we know; what was probably meant.
    case unknown(suggestion: String?)
  }

  /// What a tag says; `text` is without the sign, in any case and width that note text is folded to.
  public static func reading(ofTag text: String) -> Reading {
    let parts = parts(of: text)
    guard parts.count > 1 else { return .foreign }
    if let namespace = openNamespaces[parts[0]] {
      let name = rest(of: text, after: 1)
      return isUnfilled(name) ? .foreign : .known(namespace(name))
    }
    let name = parts.joined(separator: "/")
    if let meaning = tags[name] { return .known(meaning) }
    if stageNamespaces.contains(parts[0]) {
      let stage = stage(named: rest(of: text, after: 1))
      return stage.map { .known(.stage($0)) }
        ?? .unknown(
          suggestion: Spelling.closest(to: parts.dropFirst().joined(separator: "/"), among: stageNames).map {
            parts[0] + "/" + $0
          })
    }
    let suggestion = Spelling.closest(to: name, among: tagNames)
    if namespaces.contains(parts[0]) { return .unknown(suggestion: suggestion) }
    // `#satge/needs`: not our namespace, but so close to one of our marks that it was hardly meant otherwise.
    return suggestion.map { .unknown(suggestion: $0) } ?? .foreign
  }

  /// What a field (`key:: value`, or a key of the front matter) says. Only with two colons is a value that means
  /// nothing worth a word: front matter is often another program's.
  public static func reading(ofField key: String, value: String, isFrontMatter: Bool = false) -> Reading {
    guard !value.isEmpty else { return .foreign }
    let name = parts(of: key).joined(separator: "/")
    if let meaning = fields[name] { return isUnfilled(value) ? .foreign : .known(meaning(value)) }
    if stageNamespaces.contains(name) {
      if let stage = stage(named: value) { return .known(.stage(stage)) }
      return isFrontMatter
        ? .foreign
        : .unknown(suggestion: Spelling.closest(to: normalized(value), among: stageNames).map { "\(key):: \($0)" })
    }
    return isFrontMatter ? .foreign : reading(ofTag: key)
  }

  /// Whether a suggestion for an unknown tag, written with its sign, can hardly be wrong: it is one or two letters away (one
  /// Han character), and no mark of another meaning is as near.
  public static func isCertain(_ suggestion: String, for tag: String) -> Bool {
    let name = parts(of: String(tag.drop { $0 == "#" })).joined(separator: "/")
    let limit = name.utf8.allSatisfy { $0 < 0x80 } ? 2 : 3
    let distance = Spelling.distance(name, suggestion)
    guard case .known(let meaning) = reading(ofTag: suggestion), distance <= limit else { return false }
    return tagNames.allSatisfy { other in
      Spelling.distance(name, other) > distance || reading(ofTag: other) == .known(meaning)
    }
  }

  /// The stage that a word for it means; nil when it is none that we know.
  public static func stage(named text: String) -> Stage? { StageNames.stage(named: spaced(normalized(text))) }

  /// What the words in brackets behind a tag say; each as folded text and as written, for a name is kept as written.
  static func details(_ words: [(folded: String, written: String)]) -> MarkDetails {
    var people: [String]?
    var modality: Assertion.Modality?
    for word in words {
      let name = normalized(word.folded)
      if let known = modalities.first(where: { $0.1.contains(name) }) {
        modality = known.0
      } else if nobody.contains(name) {
        people = people ?? []
      } else {
        people = (people ?? []) + [word.written]
      }
    }
    return MarkDetails(people: people, modality: modality)
  }

  /// The words for a detail, English first.
  public static func words(for modality: Assertion.Modality) -> [String] {
    modalities.first { $0.0 == modality }?.1 ?? []
  }

  /// The words that say that a fact concerns nobody, English first.
  public static let nobody = ["nobody", "无人"]

  /// The English tag of a kind of fact, without its sign: `need/driver`, `fact/contact`.
  public static func tag(for kind: FactKind) -> String {
    let parts = kind.rawValue.split(separator: ".")
    return parts.count > 1 ? parts.joined(separator: "/") : "fact/" + kind.rawValue
  }

  /// A name as a tag can hold it: `Ferro-Metals` of `Ferro Metals`; only letters, digits and hyphens are left.
  public static func tagName(of name: String) -> String {
    var tag = ""
    for scalar in name.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord {
        tag.unicodeScalars.append(scalar)
      } else if !tag.isEmpty, tag.last != "-" {
        tag += "-"
      }
    }
    if tag.last == "-" { tag.removeLast() }
    return tag
  }

  // MARK: The words

  private static let modalities: [(Assertion.Modality, [String])] = [
    (.fact, ["done", "已成"]), (.plan, ["plan", "打算"]), (.possible, ["possible", "可能"]),
    (.conditional, ["conditional", "有条件"]), (.question, ["question", "疑问"]), (.instruction, ["instruction", "嘱咐"]),
  ]

  /// Every kind of fact but those whose name is one word: `need/driver`, `需求/动因`.
  static let chineseKinds: [(FactKind, [String])] = [
    (.contact, ["联系", "接触"]),
    (.needRequirement, ["需求/要求"]),
    (.needDriver, ["需求/动因"]),
    (.needConfirmed, ["需求/确认"]),
    (.needGuided, ["需求/引导"]),
    (.valueCapability, ["价值/能力"]),
    (.valueBenefit, ["价值/收益"]),
    (.valueDifference, ["价值/差异"]),
    (.trustUp, ["信任/升"]),
    (.trustDown, ["信任/降"]),
    (.commitmentOurs, ["承诺/我方"]),
    (.commitmentTheirs, ["承诺/客户"]),
    (.commitmentDone, ["承诺/兑现"]),
    (.commitmentBroken, ["承诺/失信"]),
    (.exchangeBudget, ["交换/预算"]),
    (.exchangePrice, ["交换/价格"]),
    (.exchangeDiscount, ["交换/让步"]),
    (.exchangeTerms, ["交换/条款"]),
    (.exchangeInterest, ["交换/利益"]),
    (.competitor, ["竞争"]),
    (.decision, ["决策"]),
    (.source, ["来源"]),
    (.satisfactionFull, ["满意/完全"]),
    (.satisfactionPartial, ["满意/部分"]),
    (.satisfactionNone, ["满意/没有"]),
    (.repeat, ["复购"]),
    (.referral, ["转介绍"]),
  ]

  static let sides: [(Side, [String])] = [
    (.customer, ["customer", "客户"]), (.ours, ["ours", "us", "我方"]), (.partner, ["partner", "伙伴"]),
    (.competitor, ["competitor", "对手"]), (.other, ["other", "其他"]),
  ]

  static let roles: [(Role, [String])] = [
    (.economic, ["economic", "拍板"]), (.technical, ["technical", "把关"]), (.user, ["user", "使用"]),
    (.coach, ["coach", "教练"]), (.other, ["other", "其他"]), (.none, ["none", "无"]),
  ]

  private static let openNamespaces: [String: @Sendable (String) -> MarkMeaning] = [
    "deal": { .deal($0) }, "商机": { .deal($0) }, "account": { .account($0) }, "客户": { .account($0) },
  ]

  private static let fields: [String: @Sendable (String) -> MarkMeaning] = {
    var fields: [String: @Sendable (String) -> MarkMeaning] = [:]
    for name in ["deal", "商机"] { fields[name] = { .deal($0) } }
    for name in ["account", "customer", "客户"] { fields[name] = { .account($0) } }
    for name in ["person", "人物"] { fields[name] = { .person(person($0)) } }
    return fields
  }()

  /// Labels whose value names a deal where another beside them names its customer.
  static let dealLabels: Set<String> = [
    "deal", "deal name", "opportunity", "opp", "project", "project name", "商机", "商机名称", "项目", "项目名称", "项目名",
  ]

  /// Labels whose value names a customer.
  static let accountLabels: Set<String> = [
    "account", "account name", "customer", "client", "company", "客户", "客户名称", "客户名", "客户单位", "客户公司", "公司", "甲方",
  ]

  /// Whether a label of this name tells which customer or deal is meant.
  static func isAboutWhom(label name: String) -> Bool { accountLabels.contains(name) || dealLabels.contains(name) }

  /// What people write where a name is still to come.
  private static let unfilled: Set<String> = [
    "unknown", "tbd", "tba", "tbc", "n/a", "na", "none", "null", "todo", "xx", "xxx", "未知", "待定", "未定", "待填", "待补充",
    "不详", "无",
    "暂无", "没有",
  ]

  /// Whether a value behind a label only holds the place of one: `UNKNOWN`, `待定`, `{{deal}}`, `(who decides?)`, `?`; or is none.
  static func isUnfilled(_ value: String) -> Bool {
    let quotes: Set<Character> = [" ", "\"", "'", "“", "”", "‘", "’", "「", "」"]
    var bare = value.drop { quotes.contains($0) }
    while let last = bare.last, quotes.contains(last) { bare = bare.dropLast() }
    guard bare.utf8.contains(where: { $0 >= 0x80 || $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 }) else { return true }
    for (open, close) in [("{{", "}}"), ("<", ">"), ("(", ")")] where bare.hasPrefix(open) && bare.hasSuffix(close) {
      return true
    }
    return unfilled.contains(normalized(String(bare)))
  }

  private static let stageNamespaces: Set<String> = ["stage", "阶段"]

  /// Every tag of ours but stages, deals and accounts.
  private static let tags: [String: MarkMeaning] = {
    var tags: [String: MarkMeaning] = [:]
    for (kind, chinese) in chineseKinds {
      let english = kind.rawValue.split(separator: ".").joined(separator: "/")
      for name in [english] + chinese {
        if name.utf8.contains(0x2F) { tags[name] = .fact(kind) }
        tags["fact/" + name] = .fact(kind)
        tags["事实/" + name] = .fact(kind)
        for whole in [name, "fact/" + name, "事实/" + name] {
          tags["not/" + whole] = .denial(kind)
          tags["不是/" + whole] = .denial(kind)
        }
      }
    }
    for (side, names) in sides {
      for name in names {
        tags["side/" + name] = .side(side)
        tags["方/" + name] = .side(side)
      }
    }
    for (role, names) in roles {
      for name in names {
        tags["role/" + name] = .role(role)
        tags["角色/" + name] = .role(role)
      }
    }
    return tags
  }()

  private static let tagNames = tags.keys.sorted() + stageNames.map { "stage/" + $0 }
  private static let namespaces = Set(tags.keys.compactMap { $0.split(separator: "/").first.map(String.init) })

  private static let stageNames = StageNames.all.map { name in
    String(decoding: name.utf8.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
  }

  // MARK: Reading

  /// The parts of a tag, in lower case. A full stop divides as a slash does, where an ASCII letter or Han character follows.
  private static func parts(of text: String) -> [String] {
    normalized(text).split { $0 == "/" || $0 == "." }.map(String.init)
  }

  /// What stands behind the first `count` parts of a tag, as written.
  private static func rest(of text: String, after count: Int) -> String {
    text.split(maxSplits: count) { $0 == "/" || $0 == "." }.dropFirst(count).first.map(String.init) ?? ""
  }

  /// Words with blanks between them, of a tag.
  private static func spaced(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
  }

  /// A stage or tag as it is compared: lower case, `_` and blanks as `-`, without blanks at its ends.
  private static func normalized(_ text: String) -> String {
    let trimmed = text.utf8.drop { $0 == 0x20 }
    let bytes = trimmed.map { byte -> UInt8 in byte == 0x5F || byte == 0x20 ? 0x2D : byte.lowercased }
    let end = bytes.lastIndex { $0 != 0x2D }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// `王立群, 王局, customer, economic`: a name, then what else they are called, side and part, in any order.
  private static func person(_ text: String) -> MarkedPerson {
    let bytes = Array(text.utf8)
    let parts = MarkedNames.parts(of: bytes.indices, in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    let names = parts.filter { !isSideOrRole($0) }
    return MarkedPerson(
      name: names.first ?? "", otherNames: Array(names.dropFirst()), side: parts.lazy.compactMap(side(named:)).first,
      role: parts.lazy.compactMap(role(named:)).first)
  }

  /// Whether a field of this name tells of a person.
  static func isPerson(field name: String) -> Bool { name == "person" || name == "人物" }

  /// Whether a tag, without its sign, tells somebody's side or part.
  static func isSideOrRole(tag text: String) -> Bool {
    switch reading(ofTag: text) {
    case .known(.side), .known(.role): true
    default: false
    }
  }

  /// Whether a part of such a field's value is a side or a part in the decision, and no name.
  static func isSideOrRole(_ text: String) -> Bool { side(named: text) != nil || role(named: text) != nil }

  private static func side(named text: String) -> Side? {
    let word = normalized(text)
    return sides.first { $0.1.contains(word) }?.0
  }

  private static func role(named text: String) -> Role? {
    let word = normalized(text)
    return roles.first { $0.1.contains(word) }?.0
  }
}
