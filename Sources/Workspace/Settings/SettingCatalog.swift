import DealHealth
import FactReading

extension SettingKey {
  /// Every key of `rapport.yml`, in the order in which the reference tells them.
  public static let all: [SettingKey] = [
    SettingKey(
      name: "team", shape: .names,
      summary: Text(
        en: "Your own people, by every name that notes call them. The one setting that helps every journal.",
        zh: "自己这边的人，笔记里怎么叫就怎么写。哪个团队都用得上的一项。"),
      standard: "[]", example: "team: [Dana Reed, Dana, 小陈]"),
    SettingKey(
      name: "people", shape: .table(.person, .names),
      summary: Text(
        en: "People whom notes call by several names: the name to show, with the others.",
        zh: "同一个人的几种叫法：前面是显示的名字，后面是别的叫法。"),
      standard: "{}", example: "people:\n  Helen Marsh: [HM, the boss lady]\n  马国栋: [马总, 老马]"),
    SettingKey(
      name: "deals", shape: .table(.deal, .namesOrRecord([.aliases, .dealProfile])),
      summary: Text(
        en:
          "Deals or customers that notes call by several names; with `profile`, what kind of selling one of them is. What stands here is a deal, however rarely it is named.",
        zh: "同一个商机或客户的几种叫法；加 `profile` 可以单独说明它是哪类生意。写在这里的一定算商机，哪怕只提过一次。"),
      standard: "{}",
      example: "deals:\n  Corvane Packaging: [Corvane, CP]\n  海州一中:\n    aliases: [一中, 海一中]\n    profile: tender"),
    SettingKey(
      name: "profile", shape: .word([Word.auto] + Profile.allCases.map(\.word)),
      summary: Text(
        en: "What kind of selling it is, which decides what is missing. `auto`: the notes tell, deal by deal.",
        zh: "做的是哪类生意，决定哪些算缺口。`auto`：看各个商机的笔记。"),
      standard: "auto", example: "profile: tender"),
    SettingKey(
      name: "language", shape: .word([Word.auto, Word("en", "english", "英文"), Word("zh", "chinese", "中文")]),
      summary: Text(
        en: "The language of messages. `auto`: that of the notes. `--lang` goes before it.",
        zh: "提醒用哪种语言。`auto`：跟着笔记走。`--lang` 优先。"),
      standard: "auto", example: "language: zh"),
    SettingKey(
      name: "week-start", shape: .word([Word("monday", "周一"), Word("sunday", "周日"), Word("saturday", "周六")]),
      summary: Text(
        en: "The day on which weeks begin, for `weekly` and for “next Sunday” in notes.",
        zh: "一周从哪天算起，用于 `weekly` 和笔记里的“下周日”。"),
      standard: "monday", example: "week-start: sunday"),
    SettingKey(
      name: "holidays", shape: .table(.holiday, .days),
      summary: Text(
        en:
          "Days on which nobody works. They do not count as silence; and what notes date by a holiday (国庆后, after Easter) is counted from these days. Any name will do.",
        zh: "放假的日子。不算没动静；笔记里写的“国庆后”“年前”也按这些日子算。名字随意。"),
      standard: "{}",
      example:
        "holidays:\n  春节: 2026-02-15..2026-02-23\n  国庆: 2026-10-01..2026-10-08\n  Works shutdown: [2026-08-10..2026-08-21, 2026-12-24]"
    ),
    SettingKey(
      name: "vocabulary", shape: .record([.products, .competitors, .titles, .cues]),
      summary: Text(en: "Words of your own trade.", zh: "你们行当里的说法。"), standard: "{}",
      example:
        "vocabulary:\n  products: [FlexLine 200]\n  competitors: [Boltwise, 锁王]\n  titles: [大区总]\n  cues:\n    need.driver: [晚上睡不着]"
    ),
    SettingKey(
      name: "select", shape: .rules,
      summary: Text(en: "Only these rules speak. Without it, all.", zh: "只用这些规则；不写就是全部。"), standard: "[]",
      example: "select: [people, needs, M8]"),
    SettingKey(
      name: "ignore", shape: .rules,
      summary: Text(en: "These rules say nothing, even if selected.", zh: "不用这些规则，select 了也不用。"),
      standard: "[]", example: "ignore: [A102, J005]"),
    SettingKey(
      name: "rules", shape: .ruleTable,
      summary: Text(
        en:
          "How much a rule's findings matter (`off`, `info`, `warning`, `error`), and the numbers that it goes by. A rule's own entry goes before one of its gate or of the beginning of its code.",
        zh: "一条规则的提醒有多要紧（`off`、`info`、`warning`、`error`），以及它用的数。写单条规则的优先于写关卡或编号开头的。"),
      standard: "{}", example: "rules:\n  trust: info\n  T503: error\n  stalled:\n    severity: warning\n    days: 30"),
    SettingKey(
      name: "folders", shape: .table(.folder, .record([.profile, .ignore, .rules])),
      summary: Text(
        en:
          "What is otherwise for some notes: patterns as in `.gitignore`, from the folder of `rapport.yml`. A deal belongs where its last note lies. Of several patterns the later one goes first.",
        zh: "某些笔记另有规定：写法同 `.gitignore`，从 `rapport.yml` 所在的文件夹算。一个商机看最后一篇笔记在哪。几条都对上时后面的优先。"),
      standard: "{}", example: "folders:\n  archive/: {ignore: [momentum]}\n  public-sector/: {profile: tender}"),
    SettingKey(
      name: "queries", shape: .table(.query, .text),
      summary: Text(
        en:
          "Statements of your own for `rapport query @name`. A comment in the first line (`-- …`) says in `--list` what it tells; a name of Rapport's own replaces that one.",
        zh: "自己的查询语句，用 `rapport query @名字` 执行。第一行的注释（`-- …`）会列在 `--list` 里；和自带的重名时用这里的。"),
      standard: "{}",
      example:
        "queries:\n  stages: SELECT stage, count(*) FROM deals GROUP BY stage\n  open-needs: |\n    -- needs that nobody confirmed\n    SELECT deal, person FROM influencers WHERE need = 'stated'"
    ),
    SettingKey(
      name: "fail-on", shape: .rules,
      summary: Text(
        en: "Rules whose new findings stop a commit, when the hook is installed.",
        zh: "装了提交钩子时，出现这些规则的新提醒就拦下提交。"), standard: "[]", example: "fail-on: [broken-promise, J]"),
  ]

  private static var profile: SettingKey {
    SettingKey(
      name: "profile", shape: .word([Word.auto] + Profile.allCases.map(\.word)),
      summary: Text(en: "As above, for deals of this folder.", zh: "同上，只管这个文件夹里的商机。"), standard: "auto",
      example: "profile: tender")
  }
  private static var ignore: SettingKey {
    SettingKey(
      name: "ignore", shape: .rules,
      summary: Text(en: "These rules say nothing here, in addition.", zh: "这里另外不用这些规则。"), standard: "[]",
      example: "ignore: [momentum]")
  }
  private static var rules: SettingKey {
    SettingKey(
      name: "rules", shape: .ruleTable,
      summary: Text(en: "As above, for this folder.", zh: "同上，只管这个文件夹。"), standard: "{}",
      example: "rules:\n  M804: {days: 60}")
  }
  private static let aliases = SettingKey(
    name: "aliases", shape: .names, summary: Text(en: "Other names for it.", zh: "别的叫法。"), standard: "[]",
    example: "aliases: [一中, 海一中]")
  private static var dealProfile: SettingKey {
    SettingKey(
      name: "profile", shape: .word(Profile.allCases.map(\.word)),
      summary: Text(en: "What kind of selling it is.", zh: "是哪类生意。"), standard: "", example: "profile: tender")
  }
  private static let products = SettingKey(
    name: "products", shape: .names,
    summary: Text(
      en: "What you sell: never read as a customer or a person.", zh: "自己卖的东西：不会当成客户或人名。"), standard: "[]",
    example: "products: [FlexLine 200]")
  private static let competitors = SettingKey(
    name: "competitors", shape: .names,
    summary: Text(
      en: "Who else is selling: naming them means that they are in play; never read as a customer or a person.",
      zh: "竞争对手：提到就算有竞争；不会当成客户或人名。"), standard: "[]", example: "competitors: [Boltwise, 锁王]")
  private static let titles = SettingKey(
    name: "titles", shape: .names,
    summary: Text(
      en: "What people are called by beside or behind their names: 王大区总.", zh: "跟在姓名后面的称呼：王大区总。"), standard: "[]",
    example: "titles: [大区总, plant director]")
  private static let cues = SettingKey(
    name: "cues", shape: .table(.factKind, .names),
    summary: Text(
      en:
        "Phrases that tell a fact, by its kind. A phrase in a denial, a question, a condition or a guess tells none; `word*` stands for every word that begins so.",
      zh: "说明某类事实的说法，按种类写。出现在否定、疑问、假设、猜测里的不算；`word*` 表示以它开头的词。"), standard: "{}",
    example: "cues:\n  need.driver: [晚上睡不着, keeps me up]\n  trust.down: [上回吃过亏]")
}

extension SettingShape.Word {
  fileprivate static let auto = SettingShape.Word("auto", "自动")
}

private typealias Word = SettingShape.Word

extension Profile {
  /// The profile as `rapport.yml` names it.
  fileprivate var word: SettingShape.Word {
    switch self {
    case .business: SettingShape.Word(rawValue, "企业")
    case .tender: SettingShape.Word(rawValue, "government", "政府", "招投标")
    case .household: SettingShape.Word(rawValue, "家庭")
    case .owner: SettingShape.Word(rawValue, "老板")
    }
  }
}

extension FactKind {
  /// The kinds that phrases can tell; whom we met is told by people and verbs together.
  static let ofCues = FactKind.allCases.filter { $0 != .contact }
}
