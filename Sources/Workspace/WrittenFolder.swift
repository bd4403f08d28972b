import DealHealth
import SourceText

/// A folder into which a set of files is written, and in which nothing of anybody else's is touched.
///
/// A list of what was written stands in it, with a fingerprint of each file: only a file that is on the list and is
/// still as it was written may be replaced or removed.
public struct WrittenFolder {
  private let path: String
  static let listName = ".rapport-files"

  /// Files that are there and were not written as they are by us, so that they were left alone.
  public struct Foreign: Error, Sendable {
    /// Their paths, ordered.
    public let paths: [String]
  }

  /// The folder at `path`, which need not be there yet.
  public init(_ path: String) { self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path }

  /// Writes `files` (a path from the top of the folder, and text), each whole or not at all, the first page last; what
  /// was written before and is not among them any more is removed. Throws `Foreign` before anything is changed when a file
  /// that is not ours stands where one has to go. Gives the number of files that changed.
  @discardableResult
  public func write(_ files: [(path: String, text: String)]) throws -> Int {
    let old = written()
    let foreign = files.map(\.path).filter { name in
      guard let bytes = contents(of: name) else { return isThere(name) }
      return old[name] != Self.fingerprint(bytes)
    }
    guard foreign.isEmpty else { throw Foreign(paths: foreign.map { path + "/" + $0 }.sorted()) }
    var new: [String: String] = [:]
    var changed = 0
    let ordered = files.filter { $0.path != "index.html" } + files.filter { $0.path == "index.html" }
    for folder in Set([path] + ordered.map { folder(of: $0.path) }).sorted() { try makeFolder(folder) }
    // What is about to be written is ours from now on, even if the writing is stopped half-way.
    for file in files { new[file.path] = Self.fingerprint(Array(file.text.utf8)) }
    try AtomicFile.write(Self.list(old, new), to: path + "/" + Self.listName)
    for file in ordered {
      let bytes = Array(file.text.utf8)
      guard contents(of: file.path) != bytes else { continue }
      try AtomicFile.write(bytes, to: path + "/" + file.path)
      changed += 1
    }
    for name in old.keys.sorted() where new[name] == nil {
      guard let bytes = contents(of: name), Self.fingerprint(bytes) == old[name] else { continue }
      FileSystem.remove(Array((path + "/" + name).utf8))
      changed += 1
    }
    try AtomicFile.write(Self.list(new, [:]), to: path + "/" + Self.listName)
    return changed
  }

  /// Files on the list that are not as they were written, ordered: the next writing will not replace them.
  public var changed: [String] {
    written().filter { name, fingerprint in contents(of: name).map { Self.fingerprint($0) != fingerprint } ?? false }
      .keys.sorted()
  }

  private static func fingerprint(_ bytes: [UInt8]) -> String {
    Fingerprint.of([String(decoding: bytes, as: UTF8.self)]) + "-\(bytes.count)"
  }

  /// What was written last, by path. A line holds a fingerprint, a space and a path; several of one path are all ours.
  private func written() -> [String: String] {
    guard let bytes = contents(of: Self.listName) else { return [:] }
    var written: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      // A path that leads out of the folder was not written by us.
      guard parts.count == 2, !parts[1].hasPrefix("/"), !parts[1].split(separator: "/").contains("..") else { continue }
      if let bytes = contents(of: parts[1]), Self.fingerprint(bytes) == parts[0] {
        written[parts[1]] = parts[0]
      } else if written[parts[1]] == nil {
        written[parts[1]] = parts[0]
      }
    }
    return written
  }

  private static func list(_ first: [String: String], _ second: [String: String]) -> [UInt8] {
    let lines = Set([first, second].flatMap { $0.map { $0.value + " " + $0.key } }).sorted()
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { path + "/" + name[..<$0] } ?? path
  }

  private func contents(of name: String) -> [UInt8]? { try? FileSystem.contents(Array((path + "/" + name).utf8)) }

  private func isThere(_ name: String) -> Bool { (try? FileSystem.status(Array((path + "/" + name).utf8))) != nil }

  private func makeFolder(_ folder: String) throws {
    do { try FileSystem.makeFolder(Array(folder.utf8)) } catch {
      throw AtomicFile.Failure(
        path: folder, detail: Text(en: "cannot be made: \(error.words)", zh: "建不了：\(error.words)"))
    }
  }
}
