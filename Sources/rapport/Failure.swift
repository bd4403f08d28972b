import ArgumentParser
import HealthReports
import SourceText
import Workspace

/// Why a command could not do its work, in words for the user.
struct Failure: Error {
  /// What is wrong, where, and what to do.
  let message: String

  /// Tells `error` on the stream it belongs to; gives the exit status that it comes to.
  static func told(_ error: any Error) -> ExitCode {
    if let code = error as? ExitCode { return code }
    if let failure = error as? StandardStream.WriteFailure {
      if failure.isClosedPipe { return .success }
      return told(Failure(message: "standard output: \(failure.words)"))
    }
    guard let message = message(for: error) else { return toldByParser(error) }
    try? StandardStream.error.write("rapport: \(message)\n")
    return ExitCode(2)
  }

  static func message(for error: any Error) -> String? {
    switch error {
    case let failure as Failure: failure.message
    case let missing as Discovery.MissingPath: "\(missing.path): there is no such file or folder"
    case let fault as Configuration.Fault:
      "\(fault.path):\(fault.line): \(fault.detail.in(OutputOptions.languageAsked))"
    case let failure as GitJournal.Failure: failure.detail
    case let failure as GitHook.Failure: failure.detail
    case let failure as TextEditor.Failure: failure.detail
    case let fault as TemplateFault: InertText.terminal("\(fault.name):\(fault.line): \(fault.detail)")
    case let failure as AtomicFile.Failure: "\(failure.path): \(failure.detail)"
    case let foreign as WrittenFolder.Foreign:
      "\(foreign.paths[0]) is not as rapport wrote it"
        + (foreign.paths.count > 1 ? ", nor are \(foreign.paths.count - 1) more" : "")
        + "; nothing was written, name another folder"
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
    try? StandardStream.error.write(text + "\n")
    return ExitCode(2)
  }
}
