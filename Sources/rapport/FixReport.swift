import FactReading
import SourceText
import Workspace

/// What `rapport check --diff` and `--fix` print about changes.
struct FixReport {
  private let fixes: NoteFixes
  private let isWriting: Bool
  private let language: Language

  init(_ fixes: NoteFixes, isWriting: Bool, language: Language) {
    self.fixes = fixes
    self.isWriting = isWriting
    self.language = language
  }

  /// For `git apply` and `patch -p1`.
  var patch: String {
    fixes.changes.map { UnifiedDiff(from: $0.before, to: $0.after, path: $0.before.path).text }.joined()
      + (fixes.settingsChange.map { change in
        UnifiedDiff(around: change.before, to: change.after, path: change.before.path, isNew: change.isNew).text
      } ?? "")
  }

  /// For standard error.
  var messages: String {
    let count = fixes.fixes.count
    let notes = fixes.changes.count
    let settings = fixes.settingsChange?.before.path
    var text: String
    switch language {
    case .zh:
      let places = [notes == 0 ? nil : "\(notes) 篇笔记", settings.map { $0 + " " }].compactMap(\.self).joined(
        separator: "和 ")
      text = count == 0 ? "没有可自动改的" : "\(isWriting ? "改了" : "可以改") \(places)里的 \(count) 处"
      if count > 0, !isWriting { text += "；--fix 会写入" }
      if fixes.withheld > 0 { text += "；另有 \(fixes.withheld) 处可能改变意思，--unsafe-fixes 才会改" }
      return "rapport：\(text)\n"
    case .en:
      let places = [notes == 0 ? nil : notes.of("note"), settings].compactMap(\.self).joined(separator: " and ")
      text =
        count == 0
        ? "nothing to fix" : "\(count.of("place")) \(isWriting ? "fixed" : "to be fixed") in \(places)"
      if count > 0, !isWriting { text += "; --fix does it" }
      if fixes.withheld > 0 { text += "; \(fixes.withheld) more may change a meaning, --unsafe-fixes takes them" }
      return "rapport: \(text)\n"
    }
  }
}
