import DealHealth
import FactReading
import NoteSyntax
import SourceText

/// What `rapport.yml` sets.
public struct Configuration: Sendable {
  /// The file's name.
  public static let fileName = "rapport.yml"

  /// Names of our own side, every form in which notes call them.
  public private(set) var team: [String] = []
  /// Rules whose findings stop a commit that brings them.
  public private(set) var failOn: [FindingSelection.Selector] = []
  /// Statements of the team's own for `rapport query`, by name, in the order written.
  public private(set) var queries: [(name: String, sql: String)] = []
  /// What reading is told.
  public private(set) var reading = ReadingSettings()

  /// The same with messages in `language`, when one is asked for.
  public func speaking(_ language: Language?) -> Configuration {
    var copy = self
    copy.reading.language = language ?? reading.language
    return copy
  }

  /// What is changed about rules everywhere.
  let general: RuleChanges
  /// What is changed about rules in some folders, in the order written.
  let folders: [(pattern: IgnorePattern, changes: RuleChanges)]
  /// The file as the user knows it; nil when there is none.
  public let path: String?
  /// What the file says.
  let root: YAMLNode?
  /// The bytes of the file; empty when there is none.
  public let source: [UInt8]
  /// The folder of the file as an absolute path; empty when there is none.
  public let folder: [UInt8]
  /// Where notes lie below the folder, by their paths; nil where that is to be asked of the disk.
  private var places: [String: String]?

  /// Without a file.
  public init() {
    general = RuleChanges()
    folders = []
    path = nil
    root = nil
    source = []
    folder = []
  }

  /// Something in the file that cannot be taken as it is.
  public struct Fault: Error, Hashable, Sendable {
    /// The file, as the user knows it.
    public let path: String
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong, and what would be right.
    public let detail: Text
    /// What else is wrong in the file, in the order of lines.
    public private(set) var others: [Fault] = []

    init(path: String, line: Int, detail: Text) {
      self.path = path
      self.line = line
      self.detail = detail
    }

    /// The first of what is wrong in one file, with the others; nil when nothing is.
    init?(_ faults: [Fault]) {
      guard let first = faults.first else { return nil }
      self = first
      others = Array(faults.dropFirst())
    }

    /// All that is wrong, this included.
    public var all: [Fault] { [Fault(path: path, line: line, detail: detail)] + others }
  }

  /// Reads `bytes`, the contents of the file at `path`, which lies in `folder` (absolute).
  public init(parsing bytes: [UInt8], path: String, in folder: [UInt8] = []) throws(Fault) {
    let root = try Self.root(of: bytes, path: path)
    if let fault = Fault(SettingCheck(root?.pairs ?? [], path: path).faults) { throw fault }
    self.path = path
    self.folder = folder
    self.root = root
    source = bytes
    team = root?["team"]?.texts ?? []
    failOn = root?["fail-on"]?.texts.compactMap(FindingSelection.Selector.init) ?? []
    queries = (root?["queries"]?.pairs ?? []).compactMap { key, value in
      guard let name = key.text, let sql = value.text, !sql.isEmpty else { return nil }
      return (name, sql)
    }
    general = RuleChanges(root)
    folders = (root?["folders"]?.pairs ?? []).compactMap { key, value in
      IgnorePattern(line: Array((key.text ?? "").utf8)[...]).map { ($0, RuleChanges(value)) }
    }
    reading = Self.reading(root, team: team)
  }

  private static func root(of bytes: [UInt8], path: String) throws(Fault) -> YAMLNode? {
    func fault(_ line: Int, en: String, zh: String) -> Fault {
      Fault(path: path, line: line, detail: Text(en: en, zh: zh))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw fault(1, en: "is not UTF-8; save it as UTF-8", zh: "不是 UTF-8；请另存为 UTF-8")
    }
    let root: YAMLNode?
    do { root = try YAMLNode.parse(bytes) } catch {
      throw fault(error.line, en: "is no YAML: \(error.problem)", zh: "不是 YAML：\(error.problemZh)")
    }
    guard let root, root.text != "" else { return nil }
    guard case .mapping = root.value else {
      let form = SettingKey.all[0].example
      throw fault(root.line, en: "has no settings; write them as \(form)", zh: "没有设置项；写成 \(form)")
    }
    return root
  }

  private static func reading(_ root: YAMLNode?, team: [String]) -> ReadingSettings {
    func named(_ key: String) -> [TeamVocabulary.Named] {
      (root?[key]?.pairs ?? []).map { key, value in
        TeamVocabulary.Named(name: key.text ?? "", aliases: (value["aliases"] ?? value).texts)
      }
    }
    let own = root?["vocabulary"]
    func words(_ key: String) -> [String] { own?[key]?.texts ?? [] }
    let phrases = (own?["cues"]?.pairs ?? []).flatMap { key, value -> [TeamVocabulary.Phrase] in
      FactKind(rawValue: key.text ?? "").map { kind in
        value.texts.map { TeamVocabulary.Phrase(kind: kind, text: $0) }
      } ?? []
    }
    var holidays: [DateExpression.Holiday: [DayRange]] = [:]
    for (name, days) in root?["holidays"]?.pairs ?? [] {
      for holiday in DateExpression.Holiday.called(name.text ?? "") {
        holidays[holiday, default: []] += days.texts.compactMap(DayRange.init(setting:))
      }
    }
    return ReadingSettings(
      team: team,
      vocabulary: TeamVocabulary(
        people: named("people"), deals: named("deals"), products: words("products"),
        competitors: words("competitors"), titles: words("titles"), phrases: phrases),
      language: SettingKey.word(of: root, "language").flatMap(Language.init), holidays: holidays,
      weekStart: SettingKey.word(of: root, "week-start").map { ["sunday": 7, "saturday": 6][$0] ?? 1 } ?? 1)
  }

  /// The same for notes that are kept elsewhere: `places` tells by their paths where they lie below the folder of the file.
  func placing(_ places: [String: String]) -> Configuration {
    var copy = self
    copy.places = places
    return copy
  }

  /// Where notes at `paths`, as the user knows them, lie below the folder of the file; as long as settings of folders go by
  /// that, and without those that lie elsewhere.
  func places(ofNotesAt paths: [String]) -> [String: String] {
    guard !folders.isEmpty else { return [:] }
    if let places { return places }
    let here = (try? FileSystem.realPath(Array(".".utf8))) ?? []
    return Dictionary(
      paths.lazy.compactMap { path in
        parts(of: path, from: here).map { (path, String(decoding: Array($0.joined(separator: [0x2F])), as: UTF8.self)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What holds for notes at `paths`, as the user knows them, counted from `folder`.
  public func rules(forNotesAt paths: [String], from folder: String = ".") -> FolderSettings {
    let general = settings(of: [self.general])
    guard !folders.isEmpty else { return FolderSettings(general) }
    let here = (try? FileSystem.realPath(Array(folder.utf8))) ?? []
    var special: [RuleSettings] = []
    var positions: [[Int]: Int] = [:]
    var ofNote: [String: Int] = [:]
    for path in paths {
      let matching = matchingFolders(path, from: here)
      guard !matching.isEmpty else { continue }
      if positions[matching] == nil {
        positions[matching] = special.count
        special.append(settings(of: [self.general] + matching.map { folders[$0].changes }))
      }
      ofNote[path] = positions[matching]
    }
    return FolderSettings(general, special: special, ofNote: ofNote)
  }

  /// What changes, later ones first, come to.
  func settings(of changes: [RuleChanges]) -> RuleSettings {
    var settings = RuleSettings(
      profiles: Dictionary(
        (root?["deals"]?.pairs ?? []).flatMap { key, value -> [(String, Profile)] in
          guard let profile = SettingKey.word(of: value, "profile").flatMap(Profile.init) else { return [] }
          return ([key.text ?? ""] + (value["aliases"]?.texts ?? [])).map { ($0.lowercased(), profile) }
        }, uniquingKeysWith: { first, _ in first }),
      holidays: (root?["holidays"]?.pairs ?? []).flatMap { $0.value.texts.compactMap(DayRange.init(setting:)) })
    for change in changes { change.apply(to: &settings) }
    return settings
  }

  /// Which of `folders` a path lies in, ascending; `here` is the current folder.
  func matchingFolders(_ path: String, from here: [UInt8]) -> [Int] {
    guard let parts = parts(of: path, from: here) else { return [] }
    return folders.indices.filter { index in
      parts.indices.contains { end in
        let path = Array(parts[...end].joined(separator: [UInt8(ascii: "/")]))
        return folders[index].pattern.matches(path[...], isDirectory: end < parts.count - 1)
      }
    }
  }

  /// The names on the way from the folder of the file down to a path; nil for one that lies elsewhere.
  private func parts(of path: String, from here: [UInt8]) -> [ArraySlice<UInt8>]? {
    let slash = UInt8(ascii: "/")
    if let places { return places[path].map { Array($0.utf8).split(separator: slash) } }
    var parts: [ArraySlice<UInt8>] = []
    let bytes = Array(path.utf8)
    for part in ((bytes.first == slash ? [] : here + [slash]) + bytes).split(separator: slash) {
      if part.elementsEqual("..".utf8) {
        _ = parts.popLast()
      } else if !part.elementsEqual(".".utf8) {
        parts.append(part)
      }
    }
    let own = folder.split(separator: slash)
    guard parts.starts(with: own, by: { $0.elementsEqual($1) }) else { return nil }
    parts.removeFirst(own.count)
    return parts
  }
}

extension SettingKey {
  /// The chosen word under a key of `node`, in the spelling that the catalogue shows; nil for `auto` and when none is.
  static func word(of node: YAMLNode?, _ name: String) -> String? {
    guard let text = node?[name]?.text, !text.isEmpty else { return nil }
    let words = all.lazy.filter { $0.name == name }.compactMap { key -> [SettingShape.Word]? in
      if case .word(let words) = key.shape { words } else { nil }
    }.first
    let word = words?.first { $0.isMeant(by: text) }?.name
    return word == "auto" ? nil : word
  }
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
      throw Fault(path: shown, line: 1, detail: UnreadablePath(path: shown, cause: .init(error)).text)
    }
    try self.init(parsing: bytes, path: shown, in: Self.folder(of: file))
  }

  /// Where the `rapport.yml` of the notes at `path` is, or would be.
  public static func place(for path: String) -> String {
    (try? companion(named: fileName, of: path, limit: .max))?.path ?? fileName
  }

  /// The absolute folder of a file.
  static func folder(of file: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let parent = file.lastIndex(of: slash).map { Array(file[...$0]) } ?? Array(".".utf8)
    return (try? FileSystem.realPath(parent)) ?? parent
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
        throw Fault(path: shown, line: 1, detail: UnreadablePath(path: shown, cause: .init(error)).text)
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
