import DealHealth
import SourceText

/// A PostgreSQL database into which the reps of a team push their journals. It is talked with by a program of its own,
/// `rapport-postgres`, so that nobody else waits for libpq to be loaded.
public struct TeamStore: Sendable {
  /// The program that talks with the server.
  public static let programName = "rapport-postgres"

  /// What stands in place of the kind of a text in a row of a table.
  private static let rowKind = "row"

  private let url: String

  /// The store at `place`; nil when that is no URL of a PostgreSQL database.
  public init?(at place: String) {
    guard place.hasPrefix("postgresql://") || place.hasPrefix("postgres://") else { return nil }
    url = place
  }

  /// What a push did.
  public struct Push: Hashable, Sendable {
    /// The journal's name in the store.
    public let journal: String
    /// How many texts it has now: notes, what could not be read, settings.
    public let texts: Int
    /// How many of them are new or changed.
    public let written: Int
    /// How many are gone or were changed.
    public let removed: Int
  }

  /// Why the store could not be asked.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong and what to do.
    public let detail: Text
  }

  /// Puts `journal` into the store under `name`, or that of the database's user; all of it or nothing. `tables` are what
  /// whoever asks the server in SQL sees: by name, each row an object of JSON.
  public func push(
    _ journal: StoredJournal, as name: String?, tables: [(name: String, rows: [String])]
  ) throws(Failure) -> Push {
    var rows: [UInt8] = []
    for source in journal.sources {
      CopyText.append([source.kind.rawValue, source.path, source.place, source.text], to: &rows)
    }
    for table in tables {
      for row in table.rows { CopyText.append([Self.rowKind, table.name, nil, row], to: &rows) }
    }
    rows += CopyText.end
    let answer = try answer(["push", url, name ?? ""], input: rows)
    let fields = String(decoding: answer, as: UTF8.self).dropLast().split(
      separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4, let texts = Int(fields[1]), let written = Int(fields[2]), let removed = Int(fields[3])
    else { throw Self.brokenOff }
    return Push(journal: String(fields[0]), texts: texts, written: written, removed: removed)
  }

  /// Every journal in the store, by name, each with its texts ordered by kind and path.
  public func journals() throws(Failure) -> [(name: String, sources: [JournalSource])] {
    guard let rows = CopyText.rows(try answer(["pull", url])) else { throw Self.brokenOff }
    var journals: [(name: String, sources: [JournalSource])] = []
    for row in rows {
      guard row.count == 5, let name = row[0], let path = row[2], let text = row[4] else { throw Self.brokenOff }
      if journals.last?.name != name { journals.append((name, [])) }
      // What a later version keeps besides is not for this one.
      guard let kind = row[1].flatMap(JournalSource.Kind.init) else { continue }
      journals[journals.count - 1].sources.append(JournalSource(kind, path: path, place: row[3], text: text))
    }
    guard !journals.isEmpty else { throw Self.failure("empty", []) }
    return journals
  }

  private static let brokenOff = Failure(
    detail: Text(en: "\(programName) broke off; nothing was changed", zh: "\(programName) 中断了，什么也没有改动"))

  private func answer(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess.run([RunningProgram.companion(Self.programName)] + arguments, input: input)
    } catch {
      throw Failure(
        detail: error.isMissing
          ? Text(
            en:
              "\(Self.programName), which talks with the server, is not installed beside rapport; make install puts it there",
            zh: "和服务器通信的 \(Self.programName) 没有装在 rapport 旁边；make install 会装上")
          : Text(en: "\(Self.programName): \(error.words)", zh: "\(Self.programName) 运行不了：\(error.words)"))
    }
    guard outcome.status == 0 else {
      let told = String(decoding: outcome.errors, as: UTF8.self).split(whereSeparator: \.isNewline).last ?? ""
      let words = told.split(separator: "\t", omittingEmptySubsequences: false).map { InertText.terminal($0) }
      guard let word = words.first else { throw Self.brokenOff }
      throw Self.failure(word, Array(words.dropFirst()))
    }
    return outcome.output
  }

  /// What a word of `rapport-postgres` means; see `StoreFault` there.
  private static func failure(_ word: String, _ rest: [String]) -> Failure {
    let first = rest.first ?? ""
    let isAboutTLS = first.contains("root certificate") || first.contains("SSL")
    let detail =
      switch word {
      case "password":
        Text(
          en:
            "a password in a URL stays in the shell's history and is seen by others on this machine; put it into ~/.pgpass (host:port:database:user:password, chmod 600) or PGPASSWORD, and take it out of the URL",
          zh: "网址里的密码会留在命令历史里，同机的人也看得到；请写进 ~/.pgpass（host:port:database:user:password，chmod 600）或 PGPASSWORD，并从网址里去掉")
      case "url": Text(en: "the URL is not understood: \(first)", zh: "网址看不懂：\(first)")
      case "connection":
        Text(
          en: first
            + (isAboutTLS ? "; TLS is verified unless ?sslmode=… says otherwise: docs/team-store.md" : ""),
          zh: first + (isAboutTLS ? "；除非写明 ?sslmode=…，否则一律校验 TLS：docs/team-store.md" : ""))
      case "busy":
        Text(
          en: "somebody else's push of this journal takes longer than a minute; try again",
          zh: "这份日志正由别人推送，等了一分钟还没完；请再试一次")
      case "empty":
        Text(
          en: "no journal was pushed there yet; rapport push NOTES --to URL does",
          zh: "那里还没有日志；用 rapport push 笔记 --to 网址 推送")
      case "version":
        Text(
          en: "its tables have version \(first), which this rapport does not know; update rapport",
          zh: "那里的表是版本 \(first)，这个 rapport 不认识；请更新 rapport")
      case "owner":
        Text(
          en: "the journal \(first) is \(rest.last ?? "")'s; push yours under another name with --journal",
          zh: "日志 \(first) 是 \(rest.last ?? "") 的；请用 --journal 换一个名字")
      case "statement": Text(en: "the server says: \(first)", zh: "服务器说：\(first)")
      default: brokenOff.detail
      }
    return Failure(detail: detail)
  }
}
