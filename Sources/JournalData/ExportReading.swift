import CSQLite
import SourceText

/// Why an export can't be read again.
public enum ExportFault: Error, Hashable, Sendable {
  /// It was not written by Rapport, or is damaged.
  case foreign
  /// Its tables have another version than `JournalData.version`; nil where none is told.
  case version(Int?)
  /// It was written without the texts that all else follows from.
  case withoutSources
}

/// Reads an SQLite file that `JournalDatabase` wrote.
public enum ExportReading {
  /// The texts in `file`, in the order in which they were written.
  ///
  /// The file may come from anybody: it is opened in memory to be read, with SQLite's defences against damaged schemas on
  /// ("Defense Against The Dark Arts"), and a table called `sources` that is none only gives fewer rows.
  public static func sources(inDatabase file: [UInt8]) throws(ExportFault) -> [JournalSource] {
    guard JournalDatabase.isExport(file) else { throw .foreign }
    // `user_version` (SQLite, "Database File Format").
    let version = file[60..<64].reduce(0) { $0 << 8 | Int($1) }
    guard version == JournalData.version else { throw .version(version) }
    var opened: OpaquePointer?
    defer { sqlite3_close(opened) }
    guard sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
      let opened, let copy = sqlite3_malloc64(UInt64(file.count))
    else { throw .foreign }
    file.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
    }
    let size = sqlite3_int64(file.count)
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    // On failure it frees the copy as well.
    guard sqlite3_deserialize(opened, "main", copy.assumingMemoryBound(to: UInt8.self), size, size, flags) == SQLITE_OK,
      rapport_sqlite3_harden(opened) == SQLITE_OK
    else { throw .foreign }
    sqlite3_set_authorizer(
      opened,
      { _, action, _, _, _, _ in action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY }, nil)
    let found = try rows(of: opened)
    guard found.contains(where: { $0.kind == .note || $0.kind == .unreadable }) else { throw .withoutSources }
    return found
  }

  private static func rows(of database: OpaquePointer) throws(ExportFault) -> [JournalSource] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    let sql = "SELECT kind, told, place, text FROM sources ORDER BY rowid"
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      // An earlier program of this version wrote none.
      throw .withoutSources
    }
    var sources: [JournalSource] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        guard let kind = JournalSource.Kind(rawValue: JournalDatabase.text(0, of: statement)) else { continue }
        let place = sqlite3_column_type(statement, 2) == SQLITE_NULL ? nil : JournalDatabase.text(2, of: statement)
        sources.append(
          JournalSource(
            kind, path: JournalDatabase.text(1, of: statement), place: place,
            text: JournalDatabase.text(3, of: statement)))
      case SQLITE_DONE: return sources
      default: throw .foreign
      }
    }
  }
}
