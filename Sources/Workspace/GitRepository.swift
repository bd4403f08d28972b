import DealHealth
import NoteSyntax

/// Questions to git, put to the program itself; its answers are bytes with NUL between, never text for people.
struct GitRepository: Sendable {
  /// git is not there, or says no.
  struct Failure: Error, Hashable, Sendable {
    /// What went wrong.
    enum Kind: Hashable, Sendable {
      case noGit
      case noRepository
      /// A repository without a work tree.
      case bare
      /// Something else, in these words.
      case other(Text)
    }
    let kind: Kind

    /// What to tell somebody who asked for it with `option`.
    func detail(for option: String) -> Text {
      switch kind {
      case .noGit:
        Text(en: "\(option) needs git, and there is no git on the PATH", zh: "\(option) 要用 git，PATH 里没有找到")
      case .noRepository:
        Text(
          en: "\(option) needs a git repository, and this folder is in none", zh: "\(option) 要在 git 仓库里用，这个文件夹不在仓库里")
      case .bare:
        Text(
          en: "\(option) needs a work tree, and this repository is bare; run it in a clone",
          zh: "\(option) 要有工作区，这是裸仓库；请在克隆出来的目录里运行")
      case .other(let words): words
      }
    }
  }

  /// A regular file in the index or a commit.
  struct File: Hashable, Sendable {
    /// From the top of the work tree.
    let path: [UInt8]
    /// The name of its contents, in hexadecimal.
    let blob: String
    /// Whether the merge that it belongs to is still open.
    let isConflicted: Bool
  }

  /// The current folder from the top of the work tree: empty, or ending in a slash.
  let prefix: [UInt8]

  /// The repository of the current folder.
  init() throws(Failure) {
    prefix = Array(try Self.run("rev-parse", "--show-prefix").dropLast())
  }

  /// Regular files of the index under `paths`, which are as the user gave them.
  func index(under paths: [String]) throws(Failure) -> [File] {
    Self.files(try Self.run(["--literal-pathspecs", "ls-files", "--stage", "--full-name", "-z", "--"] + paths))
  }

  /// Files of the index of this name, in any folder.
  func index(named name: String) throws(Failure) -> [File] {
    Self.files(try Self.run("ls-files", "--stage", "--full-name", "-z", "--", ":(top,glob)**/\(name)"))
  }

  /// The name of the commit that `revision` means, in hexadecimal; nil when it means none.
  func commit(_ revision: String) throws(Failure) -> String? {
    guard !revision.isEmpty, !revision.hasPrefix("-") else { return nil }
    let outcome = try Self.ask(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
    return outcome.status == 0 ? String(decoding: outcome.output.filter { $0 > 0x20 }, as: UTF8.self) : nil
  }

  /// The last commit of a day (`YYYY-MM-DD`, in UTC) or before it, in hexadecimal; nil when there is none.
  func lastCommit(of day: String) throws(Failure) -> String? {
    guard try commit("HEAD") != nil else { return nil }
    let listed = try Self.run("rev-list", "-1", "--before=\(day)T23:59:59Z", "HEAD").filter { $0 > 0x20 }
    return listed.isEmpty ? nil : String(decoding: listed, as: UTF8.self)
  }

  /// Commits that changed something under `paths`, on the way of first parents, latest first.
  func history(under paths: [String]) throws(Failure) -> [GitJournal.Commit] {
    guard try commit("HEAD") != nil else { return [] }
    let fields = try Self.run(
      ["--literal-pathspecs", "log", "--first-parent", "--format=%H%x00%cs%x00%an%x00%s%x00", "--"] + paths
    ).split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0.drop { $0 == 0x0A }, as: UTF8.self)
    }
    return stride(from: 0, to: fields.count - 3, by: 4).compactMap { at in
      Day(iso: fields[at + 1]).map {
        GitJournal.Commit(id: fields[at], day: $0, author: fields[at + 2], subject: fields[at + 3])
      }
    }
  }

  /// The day of a commit, by its committer's clock.
  func day(of commit: String) throws(Failure) -> Day? {
    Day(iso: String(decoding: try Self.run("show", "--no-patch", "--format=%cs", commit).dropLast(), as: UTF8.self))
  }

  /// Regular files of a commit under `paths`, which are as the user gave them.
  func tree(_ commit: String, under paths: [String]) throws(Failure) -> [File] {
    let top = try self.top()
    let folders = paths.map { fromTop($0, top: top) }
    // `<mode> <type> <name>TAB<path>`
    return try Self.run("ls-tree", "-r", "-z", "--full-tree", commit).split(separator: 0).compactMap { line in
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      let fields = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let path = Array(line[(tab + 1)...])
      guard fields.count == 3, fields[0].hasPrefix("100"), folders.contains(where: (path + [0x2F]).starts(with:)) else {
        return nil
      }
      return File(path: path, blob: fields[2], isConflicted: false)
    }
  }

  /// The folder in which the work tree begins, absolute, without a slash at the end.
  func top() throws(Failure) -> String {
    String(decoding: try Self.run("rev-parse", "--show-toplevel").dropLast(), as: UTF8.self)
  }

  /// Where git looks for the hook of this name: as the current folder sees it, whatever `core.hooksPath`, a linked work
  /// tree or a submodule make of it.
  func hookPath(_ name: String) throws(Failure) -> String {
    String(decoding: try Self.run("rev-parse", "--git-path", "hooks/" + name).dropLast(), as: UTF8.self)
  }

  /// What the user's or repository's settings say for `key`; nil when they do not.
  func setting(_ key: String) throws(Failure) -> String? {
    let outcome = try Self.ask(["config", "--get", key])
    return outcome.status == 0 ? String(decoding: outcome.output.dropLast(), as: UTF8.self) : nil
  }

  /// Where hooks lie unless `core.hooksPath` says otherwise, as the current folder sees it.
  func ownHookPath(_ name: String) throws(Failure) -> String {
    String(decoding: try Self.run("rev-parse", "--git-common-dir").dropLast(), as: UTF8.self) + "/hooks/" + name
  }

  /// Major and minor version of git; nil when there is none, or it does not tell.
  static func version() -> (major: Int, minor: Int)? {
    // `git version 2.39.5 (Apple Git-154)`
    guard let words = try? run("--version").split(separator: 0x20), words.count > 2 else { return nil }
    let numbers = words[2].split(separator: 0x2E).map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    return numbers.count > 1 ? (numbers[0], numbers[1]) : nil
  }

  /// The contents of `blobs`, in their order.
  func contents(of blobs: [String]) throws(Failure) -> [[UInt8]] {
    guard !blobs.isEmpty else { return [] }
    let answer = try Self.run(["cat-file", "--batch"], input: Array(blobs.map { $0 + "\n" }.joined().utf8))
    var contents: [[UInt8]] = []
    contents.reserveCapacity(blobs.count)
    var at = 0
    for blob in blobs {
      // `<name> blob <size>`, the bytes, and a line feed.
      guard let end = answer[at...].firstIndex(of: 0x0A),
        let size = Int(String(decoding: answer[at..<end].split(separator: 0x20).last ?? [], as: UTF8.self)),
        size >= 0, size < answer.count - end
      else {
        throw Failure(
          kind: .other(
            Text(
              en:
                "git has no object \(blob); in a partial clone get it first (git fetch --refetch --no-filter), else ask git fsck",
              zh: "git 里没有对象 \(blob)；部分克隆请先取回来（git fetch --refetch --no-filter），不是的话用 git fsck 看哪里坏了")))
      }
      contents.append(Array(answer[(end + 1)...(end + size)]))
      at = end + 1 + size + 1
    }
    return contents
  }

  /// A path from the top of the work tree as seen from the current folder.
  func shown(_ path: [UInt8]) -> [UInt8] {
    if path.starts(with: prefix) { return Array(path.dropFirst(prefix.count)) }
    let up = prefix.filter { $0 == UInt8(ascii: "/") }.flatMap { _ in "../".utf8 }
    return up + path
  }

  /// A path as the user gave it, from the top of the work tree, which is `top`; ends in a slash unless it is the top.
  func fromTop(_ path: String, top: String? = nil) -> [UInt8] {
    var whole = prefix + Array(path.utf8)
    if path.hasPrefix("/") {
      let real = (try? FileSystem.realPath(Array(path.utf8))) ?? Array(path.utf8)
      guard let top, (real + [0x2F]).starts(with: Array(top.utf8) + [0x2F]) else { return prefix }
      whole = Array(real.dropFirst(top.utf8.count))
    }
    var parts: [ArraySlice<UInt8>] = []
    for part in whole.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.flatMap { $0 + [UInt8(ascii: "/")] }
  }

  /// `<mode> <blob> <stage>TAB<path>`; links and submodules are no notes.
  private static func files(_ listing: [UInt8]) -> [File] {
    listing.split(separator: 0).compactMap { line in
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      let fields = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, fields[0].hasPrefix("100") else { return nil }
      return File(path: Array(line[(tab + 1)...]), blob: fields[1], isConflicted: fields[2] != "0")
    }
  }

  private static func run(_ arguments: String...) throws(Failure) -> [UInt8] { try run(arguments) }

  private static func run(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    let outcome = try ask(arguments, input: input)
    guard outcome.status == 0 else {
      let words = String(decoding: outcome.errors.split(separator: 0x0A).first ?? [], as: UTF8.self)
      throw Failure(
        kind: words.contains("not a git repository")
          ? .noRepository
          : words.contains("in a work tree")
            ? .bare : .other(Self.failed(arguments.first { !$0.hasPrefix("-") } ?? "", words)))
    }
    return outcome.output
  }

  private static func failed(_ command: String, _ words: String) -> Text {
    Text(en: "git \(command) failed: \(words)", zh: "git \(command) 没有成功：\(words)")
  }

  private static func ask(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> ChildProcess.Outcome {
    do {
      return try ChildProcess.run(
        ["git", "--no-pager"] + unaided + arguments, input: input, environment: surroundings, patience: patience)
    } catch {
      throw Failure(kind: error.isMissing ? .noGit : .other(error.isSilent ? tooSilent : Self.notRun(error.words)))
    }
  }

  /// What a repository's settings could make git start or show on the way to an answer: a monitor of files, a verifier of
  /// signatures.
  private static let unaided = ["-c", "core.fsmonitor=false", "-c", "log.showSignature=false"]

  /// Nothing is asked of a person or a network: not even for objects that a partial clone lacks, which some versions of git
  /// fetch by whatever command its settings name.
  private static let surroundings = [
    "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "",
    "LC_ALL": "C",
  ]

  /// How long git may be silent.
  private static let patience =
    Environment.value(of: "RAPPORT_GIT_TIMEOUT").flatMap { Double($0) }
    .flatMap { $0 > 0 && $0 <= 86_400 ? Duration.seconds($0) : nil } ?? .seconds(60)

  private static let tooSilent = Text(
    en: "git gave no answer in \(patience.inSeconds) and was ended; RAPPORT_GIT_TIMEOUT=600 waits ten minutes",
    zh: "git \(patience.inSeconds) 没有回答，已经结束了它；设 RAPPORT_GIT_TIMEOUT=600 可以等十分钟")

  private static func notRun(_ words: String) -> Text {
    Text(en: "git could not be run: \(words)", zh: "git 运行不了：\(words)")
  }
}

extension Duration {
  /// `60 s`, `0.2 s`.
  fileprivate var inSeconds: String {
    let (seconds, attoseconds) = components
    let tenths = attoseconds / 100_000_000_000_000_000
    return tenths == 0 ? "\(seconds) s" : "\(seconds).\(tenths) s"
  }
}
