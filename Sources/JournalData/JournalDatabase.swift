import CSQLite
import SourceText

/// The tables of a journal in an SQLite database in memory. Each is filled when something first reads it.
public final class JournalDatabase {
  private let handle: OpaquePointer
  private let data: JournalData
  /// Names of the tables that have no rows yet.
  private var unfilled: Set<String>

  /// Marks files of ours in SQLite's header: `RPRT`.
  public static let applicationID: Int32 = 0x5250_5254

  /// Whether `file` is a database that this type made, of whatever version (offsets: SQLite, "Database File Format").
  public static func isExport(_ file: [UInt8]) -> Bool {
    file.count >= 100 && file.starts(with: "SQLite format 3\0".utf8)
      && file[68..<72].reduce(0) { $0 << 8 | Int32($1) } == applicationID
  }

  /// The tables of `data`. Fails only for want of memory.
  public init(of data: JournalData) throws(QueryFailure) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw .tooLarge
    }
    handle = opened
    self.data = data
    unfilled = Set(DataTable.all.map(\.name))
    try execute("PRAGMA application_id = \(Self.applicationID); PRAGMA user_version = \(JournalData.version); BEGIN")
    for table in DataTable.all { try execute(table.definition) }
    try execute("COMMIT")
  }

  deinit { sqlite3_close(handle) }

  /// The database, with all tables, as the bytes of a file.
  public func bytes() throws(QueryFailure) -> [UInt8] {
    try fill(unfilled)
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else { throw .tooLarge }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }

  private func execute(_ sql: String) throws(QueryFailure) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// Gives the tables with these names their rows.
  private func fill(_ names: Set<String>) throws(QueryFailure) {
    try execute("BEGIN")
    for table in DataTable.all where unfilled.contains(table.name) && names.contains(table.name) {
      try fill(table)
      unfilled.remove(table.name)
    }
    try execute("COMMIT")
  }

  private func fill(_ table: DataTable) throws(QueryFailure) {
    let places = table.columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try prepare("INSERT INTO \(table.name) VALUES (\(places))").statement
    defer { sqlite3_finalize(statement) }
    try table.forEachRow(of: data) { row throws(QueryFailure) in
      for (position, cell) in row.enumerated() { Self.bind(cell, Int32(position + 1), to: statement) }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw failure() }
      sqlite3_reset(statement)
    }
  }

  private static func bind(_ value: DataValue, _ position: Int32, to statement: OpaquePointer) {
    switch value {
    case .null: sqlite3_bind_null(statement, position)
    case .integer(let number): sqlite3_bind_int64(statement, position, sqlite3_int64(number))
    case .real(let number): sqlite3_bind_double(statement, position, number)
    case .text(var text):
      text.withUTF8 { bytes in
        _ = bytes.withMemoryRebound(to: CChar.self) {
          rapport_sqlite3_bind_text(statement, position, $0.baseAddress, Int32(clamping: $0.count))
        }
      }
    }
  }

  /// The first statement of `sql`, and whether anything stands behind it; none for nothing but space and comments.
  private func prepare(_ sql: String) throws(QueryFailure) -> (statement: OpaquePointer, rest: String) {
    var statement: OpaquePointer?
    let (status, rest) = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let status = sqlite3_prepare_v2(handle, start, -1, &statement, &tail)
      return (status, tail.map { String(cString: $0) } ?? "")
    }
    guard status == SQLITE_OK else { throw failure() }
    guard let statement else { throw .notOneStatement }
    return (statement, rest)
  }

  private func failure() -> QueryFailure {
    switch sqlite3_errcode(handle) & 0xFF {
    case SQLITE_AUTH: .onlyReading
    case SQLITE_INTERRUPT: .tooLong
    case SQLITE_NOMEM, SQLITE_TOOBIG, SQLITE_FULL: .tooLarge
    default:
      // What SQLite says of a function that it is not to call: "not authorized to use function: …".
      switch String(cString: sqlite3_errmsg(handle)) {
      case let message where message.hasPrefix("not authorized"): .onlyReading
      // A table that SQLite would make of a function or of its own insides, such as `json_each` or `dbstat`.
      case let message where message.hasPrefix("vtable constructor failed"): .onlyReading
      case let message: .sql(message, suggestion: Self.suggestion(for: message))
      }
    }
  }

  /// The table or column that an unknown one is most like.
  private static func suggestion(for message: String) -> String? {
    func name(after words: String) -> String? {
      guard message.hasPrefix(words) else { return nil }
      return message.dropFirst(words.count).split(separator: ".").last.map(String.init)
    }
    if let name = name(after: "no such table: ") {
      return Spelling.closest(to: name, among: DataTable.all.map(\.name))
    }
    if let name = name(after: "no such column: ") {
      return Spelling.closest(to: name, among: Set(DataTable.all.flatMap { $0.columns.map(\.name) }))
    }
    return nil
  }
}

extension JournalDatabase {
  /// What one statement that only reads gives; asks `isOver` now and then whether to stop.
  ///
  /// A statement can read these tables and nothing else: an authorizer refuses writing, attaching, settings and extensions;
  /// one text, one statement and all memory have limits (after "Defense Against The Dark Arts" of SQLite's documentation).
  public func query(_ sql: String, isOver: () -> Bool) throws(QueryFailure) -> QueryResult {
    guard rapport_sqlite3_harden(handle) == SQLITE_OK else { throw .onlyReading }
    for (limit, value) in Self.limits { sqlite3_limit(handle, limit, value) }
    let reads = Reads()
    defer { sqlite3_set_authorizer(handle, nil, nil) }
    allow(reads)
    let statement = try statement(of: sql)
    defer { sqlite3_finalize(statement) }
    sqlite3_set_authorizer(handle, nil, nil)
    try fill(reads.tables)
    allow(reads)
    // What the tables take is the journal's; what the statement takes beside them has a limit.
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + sqlite3_int64(Self.memory))
    defer { sqlite3_hard_heap_limit64(0) }
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.textLimit)
    defer { sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, .max) }
    return try withoutActuallyEscaping(isOver) { isOver throws(QueryFailure) in
      let watch = Watch(isOver: isOver)
      sqlite3_progress_handler(
        handle, 10_000,
        { context in
          context.map { Unmanaged<Watch>.fromOpaque($0).takeUnretainedValue().isOver() } ?? true ? 1 : 0
        }, Unmanaged.passUnretained(watch).toOpaque())
      defer { sqlite3_progress_handler(handle, 0, nil, nil) }
      return try withExtendedLifetime((watch, reads)) { () throws(QueryFailure) in try result(of: statement) }
    }
  }

  /// Refuses statements everything but reading, and notes in `reads` which tables they read.
  private func allow(_ reads: Reads) {
    sqlite3_set_authorizer(
      handle,
      { context, action, table, function, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_READ:
          // A table whose rows are only counted is named as well.
          if let context, let table {
            Unmanaged<Reads>.fromOpaque(context).takeUnretainedValue().tables.insert(String(cString: table))
          }
          return SQLITE_OK
        case SQLITE_FUNCTION: return JournalDatabase.isHarmless(function: function) ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, Unmanaged.passUnretained(reads).toOpaque())
  }

  /// The one statement that `sql` is, compiled.
  private func statement(of sql: String) throws(QueryFailure) -> OpaquePointer {
    // C would read only as far as there.
    guard !sql.utf8.contains(0) else { throw .notOneStatement }
    let (statement, rest) = try prepare(sql)
    do throws(QueryFailure) {
      guard sqlite3_stmt_readonly(statement) != 0 else { throw .onlyReading }
      guard try isBlank(rest) else { throw .notOneStatement }
    } catch {
      sqlite3_finalize(statement)
      throw error
    }
    return statement
  }

  /// The tables that a statement reads.
  private final class Reads {
    var tables: Set<String> = []
  }

  /// What the progress handler is handed.
  private final class Watch {
    let isOver: () -> Bool
    init(isOver: @escaping () -> Bool) { self.isOver = isOver }
  }

  /// Bytes that SQLite may use, and those that the rows of a result may have.
  private static let memory = 512 << 20
  private static let result = 128 << 20

  /// Bytes that one text of a statement may have.
  private static let textLimit: Int32 = 16 << 20

  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_SQL_LENGTH, 1 << 20), (SQLITE_LIMIT_EXPR_DEPTH, 500),
    (SQLITE_LIMIT_COMPOUND_SELECT, 100), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000), (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_COLUMN, 500),
  ]

  private static func isHarmless(function name: UnsafePointer<CChar>?) -> Bool {
    guard let name else { return false }
    return !["load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"].contains(
      String(cString: name).lowercased())
  }

  private func result(of statement: OpaquePointer) throws(QueryFailure) -> QueryResult {
    let columns = (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
    var rows: [[DataValue]] = []
    var size = 0
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        let row = columns.indices.map { Self.cell(Int32($0), of: statement) }
        for cell in row { if case .text(let text) = cell { size += text.utf8.count } }
        size += 32 * row.count + 32
        guard size <= Self.result else { throw .tooLarge }
        rows.append(row)
      case SQLITE_DONE: return QueryResult(columns: columns, rows: rows)
      default: throw failure()
      }
    }
  }

  /// Whether only space and comments stand in `sql`: what SQLite makes no statement of.
  private func isBlank(_ sql: String) throws(QueryFailure) -> Bool {
    do {
      sqlite3_finalize(try prepare(sql).statement)
      return false
    } catch .notOneStatement {
      return true
    } catch {
      return false
    }
  }

  private static func cell(_ column: Int32, of statement: OpaquePointer) -> DataValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_NULL: .null
    case SQLITE_BLOB: .text("x'" + hexadecimal(column, of: statement) + "'")
    default: .text(text(column, of: statement))
    }
  }

  /// All of a text, whatever NULs it has.
  static func text(_ column: Int32, of statement: OpaquePointer) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A blob as SQL writes it.
  private static func hexadecimal(_ column: Int32, of statement: OpaquePointer) -> String {
    let count = Int(sqlite3_column_bytes(statement, column))
    guard let start = sqlite3_column_blob(statement, column) else { return "" }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: UnsafeRawBufferPointer(start: start, count: count).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
      },
      as: UTF8.self)
  }
}

extension DataTable {
  /// `CREATE TABLE …`.
  var definition: String {
    let lines = columns.map { column in
      "  \"\(column.name)\" \(column.type.rawValue)" + (column.isOptional ? "" : " NOT NULL")
        + (isKey(column) ? " PRIMARY KEY" : "")
        + (column.reference.map { " REFERENCES \($0.table)(\($0.column))" } ?? "")
    }
    return "CREATE TABLE \(name) (\n\(lines.joined(separator: ",\n"))\n) STRICT"
  }

  /// Whether other tables point to a column, which then tells rows apart.
  private func isKey(_ column: Column) -> Bool {
    Self.all.contains { table in
      table.columns.contains { $0.reference.map { $0 == (name, column.name) } ?? false }
    }
  }
}
