/// Questions to git, put to the program itself; its answers are bytes with NUL between, never text for people.
struct GitRepository: Sendable {
  /// git is not there, or says no.
  struct Failure: Error, Hashable, Sendable {
    /// What to tell the user.
    let detail: String
  }

  /// A file in the index.
  struct IndexEntry: Hashable, Sendable {
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
  func index(under paths: [String]) throws(Failure) -> [IndexEntry] {
    try Self.entries(Self.run(["--literal-pathspecs", "ls-files", "--stage", "--full-name", "-z", "--"] + paths))
  }

  /// Files of the index of this name, in any folder.
  func index(named name: String) throws(Failure) -> [IndexEntry] {
    try Self.entries(Self.run("ls-files", "--stage", "--full-name", "-z", "--", ":(top,glob)**/\(name)"))
  }

  /// Paths under `paths` that the next commit would change, those it deletes left out; from the top of the work tree.
  func staged(under paths: [String]) throws(Failure) -> Set<[UInt8]> {
    let listing = try Self.run(
      [
        "--literal-pathspecs", "diff", "--cached", "--name-only", "--no-renames", "--no-ext-diff", "--diff-filter=d",
        "-z", "--",
      ]
        + paths)
    return Set(listing.split(separator: 0).map { Array($0) })
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
      else { throw Failure(detail: "git has no object \(blob); git fsck tells what is broken") }
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

  /// A relative path of the current folder from the top of the work tree, ending in a slash unless it is the top; for an
  /// absolute one the current folder's.
  func fromTop(_ path: String) -> [UInt8] {
    guard !path.hasPrefix("/") else { return prefix }
    var parts: [ArraySlice<UInt8>] = []
    for part in (prefix + Array(path.utf8)).split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.flatMap { $0 + [UInt8(ascii: "/")] }
  }

  /// `<mode> <blob> <stage>TAB<path>`; links and submodules are no notes.
  private static func entries(_ listing: [UInt8]) throws(Failure) -> [IndexEntry] {
    listing.split(separator: 0).compactMap { line in
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      let fields = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, fields[0].hasPrefix("100") else { return nil }
      return IndexEntry(path: Array(line[(tab + 1)...]), blob: fields[1], isConflicted: fields[2] != "0")
    }
  }

  private static func run(_ arguments: String...) throws(Failure) -> [UInt8] { try run(arguments) }

  private static func run(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess.run(
        ["git", "--no-pager"] + arguments, input: input,
        environment: ["GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"])
    } catch {
      throw Failure(
        detail: error.isMissing
          ? "--staged needs git, and there is no git on the PATH" : "git could not be run: \(error.words)")
    }
    guard outcome.status == 0 else {
      let words = String(decoding: outcome.errors.split(separator: 0x0A).first ?? [], as: UTF8.self)
      throw Failure(
        detail: words.contains("not a git repository")
          ? "--staged looks at what is staged in git, and this folder is in no git repository; leave --staged out"
          : "git \(arguments.first { !$0.hasPrefix("-") } ?? "") failed: \(words)")
    }
    return outcome.output
  }
}
