import CPQ

/// A connection to a PostgreSQL server, closed with it; an open transaction is then taken back by the server.
final class PostgresConnection {
  private let handle: OpaquePointer

  /// Connects to the database at `url`. Credentials come from libpq's environment variables or `~/.pgpass`, a URL that has
  /// one is refused; TLS is verified unless the URL or `PGSSLMODE` says otherwise.
  init(to url: String, hasOwnMode: Bool) throws(StoreFault) {
    var settings = try Self.settings(in: url)
    if settings["password"] != nil || settings["sslpassword"] != nil { throw .password }
    if settings["sslmode"] == nil, !hasOwnMode { settings["sslmode"] = "verify-full" }
    // Kerberos would take the place of TLS, and of its verification, wherever a ticket lies about.
    if settings["gssencmode"] == nil { settings["gssencmode"] = "disable" }
    if settings["connect_timeout"] == nil { settings["connect_timeout"] = "15" }
    settings["client_encoding"] = "UTF8"
    settings["fallback_application_name"] = "rapport"
    let ordered = settings.sorted { $0.key < $1.key }
    let opened = Self.withCStrings(ordered.map(\.key)) { keys in
      Self.withCStrings(ordered.map(\.value)) { values in PQconnectdbParams(keys, values, 0) }
    }
    guard let opened else { throw .connection("out of memory") }
    guard PQstatus(opened) == CONNECTION_OK else {
      let words = String(cString: PQerrorMessage(opened))
      PQfinish(opened)
      throw .connection(words)
    }
    handle = opened
  }

  deinit { PQfinish(handle) }

  /// What a URL says, by libpq's names.
  private static func settings(in url: String) throws(StoreFault) -> [String: String] {
    var message: UnsafeMutablePointer<CChar>?
    defer { PQfreemem(message) }
    guard let options = PQconninfoParse(url, &message) else {
      throw .url(message.map { String(cString: $0) } ?? "out of memory")
    }
    defer { PQconninfoFree(options) }
    var settings: [String: String] = [:]
    var next = options
    while let keyword = next.pointee.keyword {
      if let value = next.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
      next += 1
    }
    return settings
  }

  /// C strings of `texts` with a NULL behind them, as long as `body` runs.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    func add(_ rest: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?]) -> Result {
      guard let text = rest.first else { return (pointers + [nil]).withUnsafeBufferPointer { body($0.baseAddress) } }
      return text.withCString { add(rest.dropFirst(), pointers + [$0]) }
    }
    return add(texts[...], [])
  }

  /// Runs one statement with `parameters` for `$1` and so on, nil for NULL; gives the rows that it has, and how many it
  /// changed.
  @discardableResult
  func run(_ sql: String, _ parameters: [String] = []) throws(StoreFault) -> (rows: [[String?]], changed: Int) {
    let result = Self.withCStrings(parameters) { values in
      PQexecParams(handle, sql, Int32(parameters.count), nil, values, nil, nil, 0)
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: break
    default: throw fault(of: result)
    }
    let rows = (0..<PQntuples(result)).map { row in
      (0..<PQnfields(result)).map { column in
        PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
      }
    }
    return (rows, PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0)
  }

  /// Runs several statements at once.
  func runAll(_ sql: String) throws(StoreFault) {
    let result = PQexec(handle, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
      throw fault(of: result)
    }
  }

  /// Copies into a table, by a statement `COPY … FROM STDIN`, what `next` has until it has nothing more. When `next` throws,
  /// nothing is copied.
  func copyIn(_ sql: String, _ next: () throws(StoreFault) -> [UInt8]?) throws(StoreFault) {
    try begin(sql, PGRES_COPY_IN)
    do throws(StoreFault) {
      while let bytes = try next() {
        let sent = bytes.withUnsafeBytes { buffer in
          PQputCopyData(handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard sent == 1 else { throw StoreFault.connection(String(cString: PQerrorMessage(handle))) }
      }
    } catch {
      PQputCopyEnd(handle, "rapport: broken off")
      try? finish()
      throw error
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw .connection(String(cString: PQerrorMessage(handle))) }
    try finish()
  }

  /// Hands out, row by row, what a statement `COPY … TO STDOUT` gives.
  func copyOut(_ sql: String, _ take: (UnsafeRawBufferPointer) throws(StoreFault) -> Void) throws(StoreFault) {
    try begin(sql, PGRES_COPY_OUT)
    while true {
      var row: UnsafeMutablePointer<CChar>?
      let count = PQgetCopyData(handle, &row, 0)
      guard count > 0 else { break }
      defer { PQfreemem(row) }
      try take(UnsafeRawBufferPointer(start: row, count: Int(count)))
    }
    try finish()
  }

  private func begin(_ sql: String, _ status: ExecStatusType) throws(StoreFault) {
    let result = PQexec(handle, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == status else { throw fault(of: result) }
  }

  /// Takes what is left of a copy.
  private func finish() throws(StoreFault) {
    var found: StoreFault?
    while let result = PQgetResult(handle) {
      if PQresultStatus(result) != PGRES_COMMAND_OK { found = found ?? fault(of: result) }
      PQclear(result)
    }
    if let found { throw found }
  }

  private func fault(of result: OpaquePointer?) -> StoreFault {
    // `PG_DIAG_SQLSTATE` is 'C'; 55P03 is "lock not available".
    if let state = PQresultErrorField(result, 0x43), String(cString: state) == "55P03" { return .busy }
    let words = PQresultErrorMessage(result).map { String(cString: $0) } ?? ""
    return .statement(words.isEmpty ? String(cString: PQerrorMessage(handle)) : words)
  }
}
