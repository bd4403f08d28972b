/// The program in which the user writes: `VISUAL`, else `EDITOR`.
public struct TextEditor: Sendable {
  /// The program and its arguments.
  private let arguments: [String]

  /// Why nothing could be written in it.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    public let detail: String
  }

  /// The user's editor. Throws when none is set.
  public init() throws(Failure) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { Environment.value(of: $0) }.first { !$0.isEmpty }
    arguments = CommandWords.of(named ?? "")
    guard arguments.first?.isEmpty == false else {
      throw Failure(detail: "--open needs an editor, and neither VISUAL nor EDITOR names one; set EDITOR")
    }
  }

  /// Opens the file at `path`, and waits until the program ends. It has this program's terminal, and no shell sees the path.
  public func open(_ path: String) throws(Failure) {
    let status: Int32
    do { status = try ChildProcess.handOver(to: arguments + [path.hasPrefix("-") ? "./" + path : path]) } catch {
      throw Failure(
        detail: error.isMissing
          ? "there is no \(arguments[0]) on the PATH; VISUAL and EDITOR name the editor"
          : "\(arguments[0]) could not be started: \(error.words)")
    }
    guard status == 0 else { throw Failure(detail: "\(arguments[0]) ended with exit status \(status)") }
  }
}
