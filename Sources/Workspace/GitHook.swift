import DealHealth

/// The hook by which git asks Rapport before a commit. What others wrote into the hook's file stays as it is.
public struct GitHook: Sendable {
  /// The file, as the current folder sees it.
  public let path: String
  /// What it holds now; nil when there is none.
  private let contents: [UInt8]?

  /// What keeps the hook from being looked after.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    public let detail: Text
  }

  /// How things stand.
  public enum State: Hashable, Sendable {
    /// git runs no such hook.
    case absent
    /// The hook asks Rapport, and nobody else.
    case installed
    /// The hook asks Rapport, and does what others wrote.
    case shared
    /// The hook is others' alone.
    case foreign
  }

  private static let name = "pre-commit"
  private static let first = "# >>> rapport >>> (rapport hook uninstall takes this out)"
  private static let last = "# <<< rapport <<<"
  /// A commit is never stopped because Rapport is not there.
  private static let block = """
    \(first)
    if command -v rapport > /dev/null 2>&1; then
      rapport hook run || exit 1
    else
      echo "rapport is not on the PATH; the notes were not checked" >&2
    fi
    \(last)

    """
  private static let shebang = "#!/bin/sh\n"

  /// The hook of the current folder's repository.
  public init() throws(Failure) {
    do {
      let repository = try GitRepository()
      path = try repository.hookPath(Self.name)
    } catch {
      throw Failure(detail: error.detail(for: "rapport hook"))
    }
    do { contents = try FileSystem.contents(Array(path.utf8), limit: 1 << 20) } catch {
      guard error.kind == .absence else {
        throw Failure(detail: UnreadablePath(path: path, cause: .init(error)).text)
      }
      contents = nil
    }
  }

  /// How things stand.
  public var state: State {
    guard let text else { return .absent }
    guard text.contains(Self.first) else { return .foreign }
    return text == Self.shebang + Self.block ? .installed : .shared
  }

  /// Whether the hook asks Rapport in other words than `install` writes now: an earlier version's, or somebody's own.
  var isStale: Bool { text.map { $0.contains(Self.first) && !$0.contains(Self.block) } ?? false }

  /// Whether the file asks Rapport, wherever it lies.
  static func asks(_ contents: [UInt8]) -> Bool { String(decoding: contents, as: UTF8.self).contains(first) }

  private var text: String? { contents.map { String(decoding: $0, as: UTF8.self) } }

  /// The file as `install` writes it; nil when Rapport is asked already.
  public func installed() throws(Failure) -> String? {
    guard let text else { return Self.shebang + Self.block }
    if text.contains(Self.first) { return nil }
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    let interpreter = text[..<end]
    guard interpreter.hasPrefix("#!"), interpreter.hasSuffix("sh"),
      String(validating: contents ?? [], as: UTF8.self) != nil
    else {
      throw Failure(
        detail: Text(
          en: "\(path) is no shell script; let it run `rapport hook run`, whose exit status 1 stops the commit",
          zh: "\(path) 不是 shell 脚本；请让它运行 `rapport hook run`，退出码 1 表示拦下提交"))
    }
    let rest = end == text.endIndex ? "" : String(text[text.index(after: end)...])
    return interpreter + "\n" + Self.block + rest
  }

  /// The file as `uninstall` leaves it, empty when nothing is left that anybody wrote; nil when Rapport is not asked.
  public func uninstalled() -> String? {
    guard let text, let start = text.range(of: Self.first),
      let end = text.range(of: Self.last + "\n", from: start.upperBound)
    else { return nil }
    let rest = text[..<start.lowerBound] + text[end.upperBound...]
    return rest == Self.shebang ? "" : String(rest)
  }

  /// Writes the file, whole or not at all, as a program; removes it when `text` is empty.
  public func write(_ text: String) throws(Failure) {
    do {
      if text.isEmpty { return FileSystem.remove(Array(path.utf8)) }
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      try FileSystem.makeFolder(Array(folder.utf8))
      try AtomicFile.write(Array(text.utf8), to: path, replacing: contents)
      try FileSystem.makeExecutable(Array(path.utf8))
    } catch let failure as AtomicFile.Failure {
      throw Failure(detail: failure.detail.behind(failure.path))
    } catch {
      throw Failure(detail: Text.notWritten(error).behind(path))
    }
  }
}

extension String {
  /// Where `part` stands at or behind `start`.
  fileprivate func range(of part: String, from start: String.Index? = nil) -> Range<String.Index>? {
    var at = start ?? startIndex
    while at < endIndex {
      if self[at...].hasPrefix(part) { return at..<index(at, offsetBy: part.count) }
      at = index(after: at)
    }
    return nil
  }
}
