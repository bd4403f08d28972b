import DealHealth
import FactReading
import NoteSyntax
import SourceText

/// The files beside the notes.
struct SettingsCheck {
  private(set) var remarks: [SetUpRemark] = []
  /// What `rapport.yml` sets; nothing where it cannot be taken as it is.
  private(set) var configuration = Configuration()
  private(set) var dismissals: DismissalFile?
  private(set) var baseline: BaselineFile?

  init(at place: String) {
    configuration =
      tried("settings") { () throws(Configuration.Fault) in try Configuration(above: place) } ?? configuration
    dismissals = tried("dismissals") { () throws(Configuration.Fault) in try DismissalFile(above: place) }
    baseline = tried("baseline") { () throws(Configuration.Fault) in try BaselineFile(above: place) }
    if let template = tried("template", { () throws(Configuration.Fault) in try NoteTemplate(above: place) }) {
      remarks.append(Self.remark(on: template))
    }
    if !remarks.contains(where: { $0.check == "settings" }) {
      remarks.insert(
        configuration.path.map { .fine("settings", en: "\($0) is in order", zh: "\($0) 没有问题") }
          ?? .fine(
            "settings", en: "there is no \(Configuration.fileName), and none is needed",
            zh: "没有 \(Configuration.fileName)，没有也能用"), at: 0)
    }
  }

  private mutating func tried<Value>(_ check: String, _ body: () throws(Configuration.Fault) -> Value) -> Value? {
    do throws(Configuration.Fault) { return try body() } catch {
      for fault in error.all {
        let place = "\(fault.path):\(fault.line): "
        remarks.append(
          .problem(
            check, Text(en: place + fault.detail.en, zh: place + fault.detail.zh),
            remedy: check == "settings"
              ? Text(
                en:
                  "mend that line; until then every command stops there (rapport config --schema has all that can be set)",
                zh: "改好这一行；改好以前各个命令都会停在这里（rapport config --schema 列出全部设置）")
              : Text(en: "mend that line, or delete the file", zh: "改好这一行，或者删掉这个文件")))
      }
      return nil
    }
  }

  /// A template whose own text is read would make every new note say something.
  private static func remark(on template: NoteTemplate) -> SetUpRemark {
    guard let path = template.path else {
      return .fine("template", en: "new notes begin with the built-in template", zh: "新笔记用自带的模板")
    }
    var values = NoteTemplate.Values()
    (values.deal, values.account, values.date) = ("Acme", "Acme", "2026-01-05")
    let note = Note(parsing: SourceFile(path: "2026-01-05 Acme.md", text: template.text(with: values)))
    let reading = NoteReading(of: note)
    guard !reading.isUnfilled else { return .fine("template", en: "\(path) is in order", zh: "\(path) 没有问题") }
    let lines = zip(reading.sentences, reading.telling).filter(\.1).map(\.0)
    let quote = lines.first.map { "“\($0.quote)”" } ?? ""
    return .advice(
      "template",
      Text(
        en: "\(path): a note made from it says something before anybody fills it in: \(quote)",
        zh: "\(path)：照它新建的笔记，还没填就已经“说”了东西：\(quote)"),
      remedy: Text(
        en: "put hints into <!-- … --> and leave labels empty", zh: "提示语写进 <!-- … -->，标签后面留空"))
  }
}
