import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// The notes: whether they are found, can be read and tell their days, and what stands beside them is still right.
struct NotesCheck {
  private(set) var remarks: [SetUpRemark] = []
  /// That of the notes; nil without any.
  private(set) var language: Language?

  init(_ discovery: Discovery, at place: String, _ settings: SettingsCheck, asOf day: Day) {
    remarks += Self.leftOut(discovery) + Self.written(discovery)
    guard !discovery.notes.isEmpty else {
      remarks.insert(
        .problem(
          "notes",
          discovery.reasonForNone,
          remedy: Text(
            en: "rapport doctor FOLDER looks there; rapport new starts a note",
            zh: "rapport doctor 文件夹 会看那里；rapport new 可以新建一篇")),
        at: 0)
      return
    }
    let reading = JournalReading(
      of: discovery.notes, unreadable: discovery.unreadable, settings: settings.configuration,
      dismissals: settings.dismissals?.dismissals ?? [])
    let assessment = reading.assessment(asOf: day)
    language = assessment.journal.language
    remarks += Self.unreadable(reading)
    if reading.unreadable.isEmpty {
      let count = reading.sources.count
      remarks.append(
        .fine("notes", en: "\(count) \(count == 1 ? "note" : "notes") can be read", zh: "\(count) 篇笔记都读得了"))
    }
    remarks.append(Self.dates(assessment.journal))
    remarks.append(Self.team(assessment.journal, settings.configuration))
    remarks += Self.stale(assessment, settings)
  }

  private static func leftOut(_ discovery: Discovery) -> [SetUpRemark] {
    let notes = discovery.passedOver.ignoredNotes
    guard let first = notes.first else { return [] }
    return [
      .advice(
        "ignored-notes",
        Text(
          en:
            "\(notes.count) \(notes.count == 1 ? "file" : "files") called like notes \(notes.count == 1 ? "is" : "are") left out by .gitignore: \(first)\(notes.count > 1 ? " …" : "")",
          zh: ".gitignore 排除了 \(notes.count) 个像笔记的文件：\(first)\(notes.count > 1 ? " 等" : "")"),
        remedy: Text(
          en: "fine if they are no notes; else take the line out of .gitignore, or name the file: rapport check FILE",
          zh: "本来就不是笔记就不用管；是笔记就从 .gitignore 里去掉，或者直接写明：rapport check 文件"))
    ]
  }

  private static func written(_ discovery: Discovery) -> [SetUpRemark] {
    discovery.passedOver.writtenFolders.flatMap { folder -> [SetUpRemark] in
      let changed = WrittenFolder(folder.isEmpty ? "." : folder).changed
      guard let first = changed.first else {
        let name = folder.isEmpty ? "." : folder
        return [.fine("written-folders", en: "\(name) is as it was written", zh: "\(name) 和写出时一样")]
      }
      let path = folder.isEmpty ? first : folder + "/" + first
      return [
        .problem(
          "written-folders",
          Text(
            en:
              "\(path)\(changed.count > 1 ? " and \(changed.count - 1) more" : "") changed since it was written; it will not be written over",
            zh: "\(path)\(changed.count > 1 ? " 等 \(changed.count) 个文件" : "")写出以后被改过，不会再覆盖"),
          remedy: Text(en: "delete it, or let the report or export go to another folder", zh: "删掉它，或者把报告、导出写到别的文件夹"))
      ]
    }
  }

  private static func unreadable(_ reading: JournalReading) -> [SetUpRemark] {
    let shown = reading.unreadable.prefix(5).map { problem in
      SetUpRemark(
        check: "encodings", state: .problem,
        message: Text(en: "\(problem.path) \(problem.detail)", zh: "\(problem.path) \(problem.detailZh)"), remedy: nil)
    }
    let rest = reading.unreadable.count - shown.count
    guard rest > 0 else { return shown }
    return shown + [
      .problem(
        "encodings", Text(en: "\(rest) more cannot be read", zh: "还有 \(rest) 个读不了"),
        remedy: Text(en: "rapport check --select J001 names them all", zh: "rapport check --select J001 会全部列出"))
    ]
  }

  private static func dates(_ journal: Journal) -> SetUpRemark {
    let undated = journal.unchecked.filter { if case .undated = $0.reason { true } else { false } }
    let count = journal.entries.count
    guard undated.count >= 3, undated.count * 10 >= count, let first = undated.first else {
      return .fine("dates", en: "the entries tell their days", zh: "记录都看得出日期")
    }
    let share = undated.count * 100 / max(1, count)
    return .advice(
      "dates",
      Text(
        en:
          "\(undated.count) of \(count) entries (\(share)%) do not tell their day, first \(first.evidence.path):\(first.evidence.line)",
        zh: "\(count) 段记录里有 \(undated.count) 段（\(share)%）看不出日期，第一段在 \(first.evidence.path):\(first.evidence.line)"),
      remedy: Text(
        en:
          "put the day into the file's name (2026-11-27 Acme.md) or above the entry; rapport check --select J002 names all",
        zh: "日期写进文件名（2026-11-27 宏泰.md）或者写在这段上面；rapport check --select J002 会全部列出"))
  }

  private static func team(_ journal: Journal, _ configuration: Configuration) -> SetUpRemark {
    let own = journal.people.filter { $0.side == .ours && $0.isNamed && $0.mentions.count > 2 }
      .sorted { (-$0.mentions.count, $0.id) < (-$1.mentions.count, $1.id) }.prefix(3).map(\.name)
    guard configuration.team.isEmpty, !own.isEmpty else {
      return .fine("team", en: "our own people are known", zh: "自己人认得出来")
    }
    return .advice(
      "team",
      Text(
        en:
          "no team is named, and \(own.joined(separator: ", ")) seem\(own.count == 1 ? "s" : "") to be your own people",
        zh: "没写 team，而 \(own.joined(separator: "、")) 看起来是自己人"),
      remedy: Text(
        en: "rapport init writes them into \(Configuration.fileName), so that nobody is taken for a customer's",
        zh: "rapport init 会写进 \(Configuration.fileName)，免得当成客户的人"))
  }

  /// Dismissals without force, and a baseline that holds what is settled.
  private static func stale(_ assessment: Assessment, _ settings: SettingsCheck) -> [SetUpRemark] {
    var remarks: [SetUpRemark] = []
    if let file = settings.dismissals {
      remarks += assessment.findings.filter { $0.code == "J008" && $0.evidence.first?.path == file.path }.map {
        finding in
        let place = "\(file.path):\(finding.evidence.first?.line ?? 1): "
        return .advice(
          "dismissals", Text(en: place + finding.message.en, zh: place + finding.message.zh), remedy: finding.clears)
      }
    }
    if let baseline = settings.baseline, !baseline.known.isEmpty {
      let settled = baseline.known.subtracting((assessment.findings + assessment.waiting).map(\.identity)).count
      remarks.append(
        settled == 0
          ? .fine("baseline", en: "\(baseline.path) holds nothing that is settled", zh: "\(baseline.path) 里没有已解决的")
          : .advice(
            "baseline",
            Text(
              en:
                "\(settled) of the \(baseline.known.count) findings in \(baseline.path) \(settled == 1 ? "is" : "are") settled",
              zh: "\(baseline.path) 的 \(baseline.known.count) 条里有 \(settled) 条已经解决"),
            remedy: Text(
              en: "rapport check --prune takes them out, so that they are told if they come back",
              zh: "rapport check --prune 会去掉，再出现就会提醒")))
    }
    return remarks
  }
}
