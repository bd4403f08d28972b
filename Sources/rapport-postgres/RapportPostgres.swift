#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What `rapport` starts to talk with a PostgreSQL server, so that libpq and all that it needs are loaded by nobody else.
///
///     rapport-postgres push URL JOURNAL    takes the journal's texts from standard input; tells what it did
///     rapport-postgres pull URL            writes all journals to standard output
///
/// Texts are rows of PostgreSQL's own format for COPY, and a line `\.` closes them: what breaks off before is not the whole.
@main enum RapportPostgres {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      try run(CommandLine.arguments)
    } catch {
      send(Array((error.line + "\n").utf8), to: STDERR_FILENO)
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) throws(StoreFault) {
    let hasOwnMode = getenv("PGSSLMODE") != nil
    switch (arguments.dropFirst().first, arguments.count) {
    case ("push", 4):
      let outcome = try JournalPush(
        journal: arguments[3], to: PostgresConnection(to: arguments[2], hasOwnMode: hasOwnMode)
      )
      .run(reading: CopyInput(read: received))
      send(
        Array("\(outcome.journal)\t\(outcome.texts)\t\(outcome.written)\t\(outcome.removed)\n".utf8), to: STDOUT_FILENO)
    case ("pull", 3): try pull(from: PostgresConnection(to: arguments[2], hasOwnMode: hasOwnMode))
    default: throw .usage
    }
  }

  /// Writes every journal as it is at one moment.
  private static func pull(from store: PostgresConnection) throws(StoreFault) {
    try store.run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    let version = try StoreSchema.version(in: store)
    guard version > 0 else { throw .empty }
    guard version == StoreSchema.version else { throw .version(version) }
    let sql = """
      COPY (SELECT journal, kind, path, place, text FROM rapport.sources
        ORDER BY journal COLLATE "C", kind COLLATE "C", path COLLATE "C", text COLLATE "C") TO STDOUT
      """
    var waiting: [UInt8] = []
    func flush() throws(StoreFault) {
      guard send(waiting, to: STDOUT_FILENO) else { throw .output }
      waiting.removeAll(keepingCapacity: true)
    }
    try store.copyOut(sql) { row throws(StoreFault) in
      waiting += row
      if waiting.count > 1 << 16 { try flush() }
    }
    try store.run("COMMIT")
    waiting += Array("\\.\n".utf8)
    try flush()
  }

  /// What has arrived on standard input; nothing at its end.
  private static func received() -> [UInt8] {
    while true {
      var failed = false
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        failed = got < 0 && errno == EINTR
        count = max(got, 0)
      }
      if !failed { return chunk }
    }
  }

  /// Whether all of `bytes` could be written.
  @discardableResult
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(written, 0))
    }
    return true
  }
}
