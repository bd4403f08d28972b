import ArgumentParser
import DealHealth
import HealthReports
import SourceText
import Workspace

/// Why a command could not do its work, in words for the user.
struct Failure: Error {
  /// What is wrong, where, and what to do.
  let message: Text

  /// The same in both languages, or each in its own words.
  init(en: String, zh: String) { message = Text(en: en, zh: zh) }

  /// Likewise.
  init(_ message: Text) { self.message = message }

  /// Tells `error` on the stream it belongs to; gives the exit status that it comes to.
  static func told(_ error: any Error) -> ExitCode {
    if let code = error as? ExitCode { return code }
    if let failure = error as? StandardStream.WriteFailure {
      if failure.isClosedPipe { return .success }
      return told(Failure(en: "standard output: \(failure.words)", zh: "标准输出：\(failure.words)"))
    }
    guard let message = message(for: error) else { return toldByParser(error) }
    try? StandardStream.error.write(line(message))
    return ExitCode(2)
  }

  /// `message` as a line of standard error.
  static func line(_ message: Text) -> String {
    // What stops a command comes before its options are at hand and before any note is read.
    let language = OutputOptions.languageAsked
    return (language == .zh ? "rapport：" : "rapport: ") + message.in(language) + "\n"
  }

  /// What stopped a command, in words; nil for what the parser tells.
  static func message(for error: any Error) -> Text? {
    switch error {
    case let failure as Failure: failure.message
    case let missing as Discovery.MissingPath:
      Text(en: "\(missing.path): there is no such file or folder", zh: "\(missing.path)：没有这个文件或文件夹")
    case let fault as Configuration.Fault: fault.text
    case let failure as GitJournal.Failure: failure.detail
    case let failure as GitHook.Failure: failure.detail
    case let failure as TextEditor.Failure: failure.detail
    case let fault as TemplateFault:
      Text(
        en: InertText.terminal("\(fault.name):\(fault.line): \(fault.detail)"),
        zh: InertText.terminal("模板 \(fault.name):\(fault.line): \(fault.detail)"))
    case let failure as TeamStore.Failure: failure.detail
    case let failure as AtomicFile.Failure: failure.detail.behind(failure.path)
    case let foreign as WrittenFolder.Foreign:
      Text(
        en: "\(foreign.paths[0]) is not as rapport wrote it"
          + (foreign.paths.count > 1 ? ", nor are \(foreign.paths.count - 1) more" : "")
          + "; nothing was written, name another folder",
        zh: "\(foreign.paths[0]) 不是 rapport 写下的样子"
          + (foreign.paths.count > 1 ? "，另有 \(foreign.paths.count - 1) 个也是" : "") + "；没有写入，请换一个文件夹")
    default: nil
    }
  }

  /// Help and the version are asked for; everything else that the parser has to say is about wrong usage.
  private static func toldByParser(_ error: any Error) -> ExitCode {
    let text = Rapport.fullMessage(for: error)
    if Rapport.exitCode(for: error).isSuccess {
      do {
        try StandardStream.output.write(text + "\n")
        return .success
      } catch {
        return told(error)
      }
    }
    let told =
      OutputOptions.languageAsked == .zh
      ? UsageErrorText.chinese(text, message: Rapport.message(for: error)) : text
    try? StandardStream.error.write(told + "\n")
    return ExitCode(2)
  }
}

extension ValidationError {
  /// Wrong usage, told in the language that is asked for.
  init(en: String, zh: String) { self.init(Text(en: en, zh: zh).in(OutputOptions.languageAsked)) }
}

extension Configuration.Fault {
  /// All that is wrong, a line each. Editors know a place by its colons, whatever the language.
  fileprivate var text: Text {
    func lines(_ words: KeyPath<Text, String>) -> [String] {
      all.map { "\($0.path):\($0.line): \($0.detail[keyPath: words])" }
    }
    return Text(en: lines(\.en).joined(separator: "\nrapport: "), zh: lines(\.zh).joined(separator: "\nrapport："))
  }
}
