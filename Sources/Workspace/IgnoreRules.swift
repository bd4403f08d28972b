/// The `.gitignore` files that have a say in a folder, with git's precedence: the file nearest to a path decides, in
/// one file the last line that names it, and nothing below a folder that is left out comes back.
///
/// Paths count from one top for all: the repository's, or the folder that the search began with.
struct IgnoreRules: Sendable {
  private struct File: Sendable {
    /// How many bytes of a path lie above the file's folder.
    let depth: Int
    let patterns: [IgnorePattern]
  }

  /// Outermost first.
  private var files: [File] = []

  /// The rules of the folders above `path`, and `path` as seen from the top of its repository.
  ///
  /// Outside a repository there are none. Nor when they leave out `path` itself, which somebody named all the same:
  /// what they say of its inside was never meant for a reader who asks for it.
  static func above(_ path: [UInt8]) -> (rules: IgnoreRules, relative: [UInt8]) {
    guard let real = try? FileSystem.realPath(path), let top = repositoryTop(of: real) else {
      return (IgnoreRules(), [])
    }
    let relative = Array(real.dropFirst(top.count).drop { $0 == UInt8(ascii: "/") })
    var rules = IgnoreRules()
    var folder = top
    var seen: [UInt8] = []
    for name in relative.split(separator: UInt8(ascii: "/")) {
      rules.add(contentsOf: folder, at: seen)
      seen += (seen.isEmpty ? [] : [UInt8(ascii: "/")]) + name
      folder += (folder.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name
      if rules.ignores(seen, isDirectory: true) { return (IgnoreRules(), []) }
    }
    return (rules, relative)
  }

  /// These rules, and those of the `.gitignore` among the `entries` of a folder that lies at `relative`.
  func adding(fileIn folder: [UInt8], at relative: [UInt8], among entries: [FileSystem.Entry]) -> IgnoreRules {
    guard entries.contains(where: { $0.kind == .file && $0.name.elementsEqual(Self.fileName) }) else { return self }
    var rules = self
    rules.add(contentsOf: folder, at: relative)
    return rules
  }

  /// Whether git would leave out `path`, provided that it does not leave out the folder that holds it.
  func ignores(_ path: [UInt8], isDirectory: Bool) -> Bool {
    for file in files.reversed() {
      let below = path[file.depth...]
      if let pattern = file.patterns.last(where: { $0.matches(below, isDirectory: isDirectory) }) {
        return !pattern.isNegated
      }
    }
    return false
  }

  /// Adds rules as they stand in a file whose folder lies at `relative`.
  mutating func add(_ text: [UInt8], at relative: [UInt8]) {
    let text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    let patterns = text.split(separator: 0x0A).compactMap { line in
      IgnorePattern(line: line.last == 0x0D ? line.dropLast() : line)
    }
    if !patterns.isEmpty { files.append(File(depth: relative.isEmpty ? 0 : relative.count + 1, patterns: patterns)) }
  }

  private static let fileName = ".gitignore".utf8

  /// A file that cannot be read says nothing, as for git.
  private mutating func add(contentsOf folder: [UInt8], at relative: [UInt8]) {
    guard let text = try? FileSystem.contents(folder + [UInt8(ascii: "/")] + Self.fileName) else { return }
    add(text, at: relative)
  }

  /// The nearest folder that holds `.git`, the folder itself included.
  private static func repositoryTop(of folder: [UInt8]) -> [UInt8]? {
    var folder = folder[...]
    while true {
      if (try? FileSystem.status(folder + [UInt8(ascii: "/")] + Array(".git".utf8))) != nil { return Array(folder) }
      guard let slash = folder.lastIndex(of: UInt8(ascii: "/")), folder.count > 1 else { return nil }
      folder = slash == 0 ? folder[...0] : folder[..<slash]
    }
  }
}
