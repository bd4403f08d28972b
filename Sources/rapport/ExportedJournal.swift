import DealHealth
import FoundationEssentials
import JournalData
import SourceText
import Workspace

/// A journal that `rapport export` wrote.
struct ExportedJournal {
  /// The file of a folder, in whatever format, that has the texts from which all else follows.
  static let sourcesName = "\(DataTable.sources.name).jsonl"

  private let place: String

  /// The SQLite file or folder at `place`.
  init(at place: String) { self.place = place }

  /// All that was written down of the journal.
  func read() throws -> StoredJournal {
    do {
      if Discovery.isFolder(place) { return StoredJournal(try sourcesOfFolder()) }
      guard let file = try DataFile.contents(of: place) else { throw Discovery.MissingPath(path: place) }
      return StoredJournal(try ExportReading.sources(inDatabase: file))
    } catch let fault as ExportFault {
      throw Failure(words(for: fault))
    }
  }

  private func sourcesOfFolder() throws -> [JournalSource] {
    let folder = place.hasSuffix("/") ? place : place + "/"
    let meta = try DataFile.contents(of: folder + "meta.jsonl") ?? DataFile.contents(of: folder + "meta.csv")
    guard let meta else { throw ExportFault.foreign }
    let version = Self.version(inMeta: String(decoding: meta, as: UTF8.self))
    guard version == JournalData.version else { throw ExportFault.version(version) }
    guard let lines = try DataFile.contents(of: folder + Self.sourcesName), !lines.isEmpty else {
      throw ExportFault.withoutSources
    }
    let decoder = JSONDecoder()
    return try lines.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let row = try? decoder.decode(Row.self, from: Data(line)) else { throw ExportFault.foreign }
      return JournalSource.Kind(rawValue: row.kind).map {
        JournalSource($0, path: row.told, place: row.place, text: row.text)
      }
    }
  }

  /// A line of the table of sources.
  private struct Row: Decodable {
    let kind: String
    let told: String
    let place: String?
    let text: String
  }

  /// What the table `meta` has as the version: `version,1` or `{"key":"version","value":"1"}`.
  private static func version(inMeta text: String) -> Int? {
    text.split(whereSeparator: \.isNewline).lazy
      .filter { $0.hasPrefix("version,") || $0.contains("\"key\":\"version\"") }
      .compactMap { Int($0.filter { ("0"..."9").contains($0) }) }.first
  }

  private func words(for fault: ExportFault) -> Text {
    switch fault {
    case .foreign:
      Text(
        en: "\(place): is no export of Rapport, or is damaged; rapport export writes one",
        zh: "\(place)：不是 Rapport 导出的，或者已损坏；用 rapport export 导出")
    case .version(let version):
      Text(
        en:
          "\(place): has \(version.map { "tables of version \($0)" } ?? "no version"), and this rapport reads version \(JournalData.version); export the notes anew with it, or read this with the rapport that wrote it",
        zh:
          "\(place)：\(version.map { "表的版本是 \($0)" } ?? "没有版本号")，这个 rapport 能读的是版本 \(JournalData.version)；请用它重新导出笔记，或者用导出时的 rapport 来读"
      )
    case .withoutSources:
      Text(
        en: "\(place): was written without the notes' texts; export the notes anew, without --without-notes",
        zh: "\(place)：导出时没有带笔记原文；请重新导出，不要加 --without-notes")
    }
  }
}
