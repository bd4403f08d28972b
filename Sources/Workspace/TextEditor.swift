import DealHealth

/// The program in which the user writes: `VISUAL`, else `EDITOR`.
public struct TextEditor: Sendable {
  /// The program and its arguments.
  private let arguments: [String]

  /// Why nothing could be written in it.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    public let detail: Text
  }

  /// The user's editor. Throws when none is set.
  public init() throws(Failure) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { Environment.value(of: $0) }.first { !$0.isEmpty }
    arguments = CommandWords.of(named ?? "")
    guard arguments.first?.isEmpty == false else {
      throw Failure(
        detail: Text(
          en: "--open needs an editor, and neither VISUAL nor EDITOR names one; set EDITOR",
          zh: "--open 要用编辑器，VISUAL 和 EDITOR 都没有写；请设好 EDITOR"))
    }
  }

  /// Opens the file at `path`, and waits until the program ends. It has this program's terminal, and no shell sees the path.
  public func open(_ path: String) throws(Failure) {
    let status: Int32
    do { status = try ChildProcess.handOver(to: arguments + [path.hasPrefix("-") ? "./" + path : path]) } catch {
      throw Failure(
        detail: error.isMissing
          ? Text(
            en: "there is no \(arguments[0]) on the PATH; VISUAL and EDITOR name the editor",
            zh: "PATH 里没有 \(arguments[0])；编辑器由 VISUAL 和 EDITOR 指定")
          : Text(
            en: "\(arguments[0]) could not be started: \(error.words)", zh: "\(arguments[0]) 启动不了：\(error.words)"))
    }
    guard status == 0 else {
      throw Failure(
        detail: Text(en: "\(arguments[0]) ended with exit status \(status)", zh: "\(arguments[0]) 退出码是 \(status)"))
    }
  }
}
