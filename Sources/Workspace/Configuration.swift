import DealHealth
import FactReading
import NoteSyntax
import SourceText

/// What `rapport.yml` sets.
public struct Configuration: Hashable, Sendable {
  /// The file's name.
  public static let fileName = "rapport.yml"

  /// Names of our own side, every form in which notes call them.
  public var team: [String] = []

  /// Rules whose findings stop a commit that brings them.
  public var failOn: [FindingSelection.Selector] = []

  /// Without a file.
  public init() {}

  /// What reading is told.
  public var reading: ReadingSettings { ReadingSettings(team: team) }

  /// Something in the file that cannot be taken as it is.
  public struct Fault: Error, Hashable, Sendable {
    /// The file, as the user knows it.
    public let path: String
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong, and what would be right.
    public let detail: String
  }

  /// Reads `bytes`, the contents of the file at `path`.
  public init(parsing bytes: [UInt8], path: String) throws(Fault) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault(path: path, line: 1, detail: "is not UTF-8; save it as UTF-8")
    }
    let root: YAMLNode?
    do { root = try YAMLNode.parse(bytes) } catch {
      throw Fault(path: path, line: error.line, detail: "is no YAML: \(error.problem)")
    }
    guard let root else { return }
    if root.text == "" { return }
    guard case .mapping(let settings) = root.value else {
      throw Fault(path: path, line: root.line, detail: "has no settings; write them as \(Self.form)")
    }
    var seen: [String: Int] = [:]
    for (key, value) in settings {
      let name = key.text ?? ""
      if let line = seen.updateValue(key.line, forKey: name) {
        throw Fault(path: path, line: key.line, detail: "sets \(name) a second time; the first is on line \(line)")
      }
      switch name {
      case "team": team = try Self.names(value, path: path)
      case "fail-on": failOn = try Self.selectors(value, path: path)
      default:
        let meant = Spelling.closest(to: name, among: Self.names).map { "did you mean \($0)?" }
        throw Fault(
          path: path, line: key.line,
          detail: "has no setting called \(name); \(meant ?? "there are \(Self.names.joined(separator: " and "))")")
      }
    }
  }

  private static let names = ["team", "fail-on"]

  private static func selectors(_ node: YAMLNode, path: String) throws(Fault) -> [FindingSelection.Selector] {
    var selectors: [FindingSelection.Selector] = []
    for name in try names(node, path: path) {
      guard let selector = FindingSelection.Selector(name) else {
        let meant = FindingSelection.Selector.suggestions(for: name).map { "\($0.code) \($0.name)" }
        throw Fault(
          path: path, line: node.line,
          detail: "names no rule or gate with \(name); "
            + (meant.isEmpty ? "rapport rules lists them" : "did you mean \(meant.joined(separator: ", "))?"))
      }
      selectors.append(selector)
    }
    return selectors
  }

  /// A list of names; one name alone is a list as well.
  private static func names(_ node: YAMLNode, path: String) throws(Fault) -> [String] {
    let items: [YAMLNode]
    switch node.value {
    case .scalar(let text): items = text.isEmpty ? [] : [node]
    case .sequence(let nodes): items = nodes
    case .mapping: throw Fault(path: path, line: node.line, detail: "needs a list of names; write \(form)")
    }
    var names: [String] = []
    for item in items {
      guard let name = item.text, !name.isEmpty else {
        throw Fault(path: path, line: item.line, detail: "needs a name in each line of the list; write \(form)")
      }
      names.append(name)
    }
    return names
  }

  private static let form = "team: [Dana Reed, 小陈]"
}

extension Configuration {
  /// The `rapport.yml` of the folder of `path`, or of the nearest folder above it that has one; its own settings
  /// hold for all notes. Without one, nothing is set.
  public init(above path: String) throws(Fault) {
    guard let file = Self.file(named: Self.fileName, above: Array(path.utf8)) else {
      self.init()
      return
    }
    let shown = String(decoding: file, as: UTF8.self)
    let bytes: [UInt8]
    do { bytes = try FileSystem.contents(file, limit: 1 << 20) } catch {
      throw Fault(path: shown, line: 1, detail: UnreadablePath(path: shown, cause: .init(error)).detail)
    }
    try self.init(parsing: bytes, path: shown)
  }

  /// Where a file of a name is that belongs to the notes at `path`, as the user knows it: the nearest one in their folder
  /// or above; without one, the place for it, beside `rapport.yml` or else in that folder. `bytes` are nil without one.
  static func companion(
    named name: String, of path: String, limit: Int
  ) throws(Fault) -> (path: String, bytes: [UInt8]?) {
    let asked = Array(path.utf8)
    if let file = file(named: name, above: asked) {
      let shown = String(decoding: file, as: UTF8.self)
      do { return (shown, try FileSystem.contents(file, limit: limit)) } catch {
        throw Fault(path: shown, line: 1, detail: UnreadablePath(path: shown, cause: .init(error)).detail)
      }
    }
    let slash = UInt8(ascii: "/")
    let isFolder = (try? FileSystem.status(asked))?.isDirectory ?? false
    let folder =
      file(named: fileName, above: asked).map { $0[..<($0.lastIndex(of: slash).map { $0 + 1 } ?? 0)] }
      ?? (isFolder
        ? asked.elementsEqual(".".utf8) ? [] : asked[...] + (asked.last == slash ? [] : [slash])
        : asked[..<(asked.lastIndex(of: slash).map { $0 + 1 } ?? 0)])
    return (String(decoding: folder, as: UTF8.self) + name, nil)
  }

  /// The nearest file of a name in the folder of `path` or above it: the path as it was given as long as that leads
  /// there, else the absolute one.
  static func file(named name: String, above path: [UInt8]) -> [UInt8]? {
    let name = Array(name.utf8)
    let slash = UInt8(ascii: "/")
    if let status = try? FileSystem.status(path), status.isDirectory {
      let here = path.elementsEqual(".".utf8) ? name : path + (path.last == slash ? [] : [slash]) + name
      if (try? FileSystem.status(here)) != nil { return here }
    }
    // A note that is not on disk yet has a folder all the same.
    let parent = path.lastIndex(of: slash).map { Array(path[...$0]) } ?? Array(".".utf8)
    let real = (try? FileSystem.realPath(path)) ?? (try? FileSystem.realPath(parent)).map { $0 + [slash] }
    guard var folder = real?[...] else { return nil }
    while let end = folder.lastIndex(of: slash) {
      folder = folder[..<end]
      let file = folder + [slash] + name
      if (try? FileSystem.status(Array(file))) != nil { return Array(file) }
    }
    return nil
  }
}
