import DealHealth
import DealJournal
import FactReading

/// A first `rapport.yml`, from what notes show: our own people, deals with their names, language, kind of selling. What
/// is a guess that could hide something stands in it as a comment; `#` in front of a setting, without a space, is all that
/// has to be taken away.
public struct FirstConfiguration {
  private let journal: Journal
  private let assessment: Assessment
  private let language: Language

  /// From an assessment of notes without settings; comments are in `language`.
  public init(of assessment: Assessment, in language: Language) {
    self.assessment = assessment
    journal = assessment.journal
    self.language = language
  }

  /// The file's text.
  public var text: String {
    ([intro] + [team, deals, profile, languageOfMessages, rest].map { $0.joined(separator: "\n") })
      .joined(separator: "\n\n") + "\n"
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private var intro: String {
    say(
      """
      # Settings of Rapport for these notes, from what they show. All of it is optional.
      # A line that begins with # says nothing; take the # away where it is right.
      # rapport config shows what is in force, rapport config --schema what there is.
      """,
      """
      # 这些笔记的设置，按笔记里看到的写成。每一项都可以不要。
      # 以 # 开头的行不起作用；写得对的，去掉 # 就行。
      # rapport config 显示现在用的设置，rapport config --schema 列出全部设置。
      """)
  }

  private var team: [String] {
    let own = journal.people.filter { $0.side == .ours && $0.isNamed }
      .sorted { (-$0.mentions.count, $0.id) < (-$1.mentions.count, $1.id) }
    let heading = say(
      "# Our own people, by every name that notes call them. Take out who is not.", "# 自己人，笔记里怎么叫就怎么写。不是的请删掉。")
    guard !own.isEmpty else {
      return [
        say(
          "# Our own people, by every name that notes call them. None were found; written like this:",
          "# 自己人，笔记里怎么叫就怎么写。没有找到，写法是："), say("#team: [Dana Reed, Dana]", "#team: [陈立, 小陈]"),
      ]
    }
    // A form that customers share (李总) would take them for our own.
    let shared = Set(journal.people.filter { $0.side != .ours }.flatMap(\.surfaces).map { $0.lowercased() })
    let sure = own.filter { $0.mentions.count > 2 }
    let lines = own.flatMap { person in
      // Somebody mentioned in passing may be anybody's.
      let mark = sure.isEmpty || person.mentions.count > 2 ? "" : "#"
      let count = person.mentions.count
      let comment = say(count == 1 ? "1 mention" : "\(count) mentions", "提到 \(count) 次")
      let forms =
        [person.name] + Self.others(person.surfaces, than: person.name).filter { !shared.contains($0.lowercased()) }
      return forms.enumerated().map { index, form in
        "\(mark)  - \(YAMLText.scalar(form))" + (index == 0 ? "  # \(comment)" : "")
      }
    }
    return [heading, "team:"] + lines
  }

  private var deals: [String] {
    let found = journal.deals.sorted { (-$0.days.count, $0.id) < (-$1.days.count, $1.id) }
    let heading = say(
      "# Deals as they were found, with their other names. What stands here is one deal, whatever the notes look like.",
      "# 找到的商机和别的叫法。写在这里的就算同一个商机。")
    guard !found.isEmpty else { return [heading, "#deals:", say("#  Corvane Packaging: [Corvane]", "#  海州一中: [一中]")] }
    return [heading, "#deals:"]
      + found.map { deal in
        let days = deal.days.count
        return "#  \(YAMLText.scalar(deal.name)): \(YAMLText.list(Self.others(deal.surfaces, than: deal.name)))"
          + "  # " + say(days == 1 ? "1 day" : "\(days) days", "\(days) 天有记录")
      }
  }

  private var profile: [String] {
    let profiles = journal.deals.map { assessment.context(of: $0).profile }
    let counts = Profile.allCases.compactMap { profile -> String? in
      let count = profiles.count { $0 == profile }
      return count == 0 ? nil : "\(count) × \(profile.rawValue)"
    }
    let seen = counts.isEmpty ? "" : say(" Here: ", "这里：") + counts.joined(separator: ", ") + say(".", "。")
    let commonest = Profile.allCases.max { one, other in
      profiles.count { $0 == one } < profiles.count { $0 == other }
    }
    return [
      say("# What kind of selling it is; auto lets each deal's notes tell.", "# 做的是哪类生意；auto 是看各个商机的笔记。") + seen,
      "#profile: \((commonest ?? .business).rawValue)",
    ]
  }

  private var languageOfMessages: [String] {
    [
      say("# The language of messages; auto is that of the notes.", "# 提醒用哪种语言；auto 是跟着笔记走。"),
      "#language: \(journal.language.rawValue)",
    ]
  }

  private var rest: [String] {
    [
      say("# What not to be told, and what matters more or less.", "# 不想看的，和更要紧、没那么要紧的。"),
      "#ignore: [unknown-source]", "#rules:", "#  stalled: {severity: warning, days: 30}",
    ]
  }

  /// Other forms of a name, as one would list them: no possessives, no articles, none that differ in case alone.
  private static func others(_ surfaces: [String], than name: String) -> [String] {
    var seen: Set<String> = [name.lowercased()]
    return surfaces.filter { form in
      !form.hasSuffix("'s") && !form.hasSuffix("’s") && !form.lowercased().hasPrefix("the ")
        && seen.insert(form.lowercased()).inserted
    }
  }
}

extension FirstConfiguration {
  /// Where the file of a folder belongs, and the one above it whose place it would take, if any. Throws where there is one
  /// in the folder itself.
  public static func place(in folder: String) throws(AtomicFile.Failure) -> (path: String, above: String?) {
    let shown = Array(Discovery.shown(folder).utf8)
    let slash = UInt8(ascii: "/")
    let prefix = shown.isEmpty || shown.elementsEqual(".".utf8) ? [] : shown.last == slash ? shown : shown + [slash]
    let path = String(decoding: prefix + Array(Configuration.fileName.utf8), as: UTF8.self)
    if (try? FileSystem.status(Array(path.utf8))) != nil {
      throw AtomicFile.Failure(
        path: path,
        detail: Text(
          en: "is there already; rapport config shows what it sets", zh: "已经有了；rapport config 可以看里面设了什么"))
    }
    let above = Configuration.file(named: Configuration.fileName, above: Array(folder.utf8))
    return (path, above.map { String(decoding: $0, as: UTF8.self) })
  }
}
