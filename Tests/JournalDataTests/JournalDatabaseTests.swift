import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import JournalData

@Suite struct JournalDatabaseTests {
  /// Tables of a small journal in which the deal and a person have hostile names.
  static func data(
    deal: String = "Larkfield", sources: @escaping () -> [JournalSource] = { [] }
  ) -> JournalData {
    var builder = JournalBuilder(deal: deal)
    builder.fact(.contact, "O'Hara \"Bob\"", on: "2026-11-02", "met; DROP TABLE deals; --")
    builder.fact(.needConfirmed, "O'Hara \"Bob\"", on: "2026-11-02")
    builder.influencer("O'Hara \"Bob\"", .economic, title: "a\nb\u{0}c")
    builder.promise(.ours, on: "2026-11-02", due: "2026-11-09", .overdue, "=1+1")
    return JournalData(
      Assessment(of: builder.journal(.value)), language: .en, producer: "test 1", sources: sources,
      relative: { $0 })
  }

  private func rows(_ sql: String, _ data: JournalData = data()) throws -> [[DataValue]] {
    try JournalDatabase(of: data).query(sql, isOver: { false }).rows
  }

  @Test func everyTableHasItsRows() throws {
    #expect(try rows("SELECT id, stage FROM deals") == [[.text("Larkfield"), .text("value")]])
    #expect(
      try rows("SELECT role, need, contacts, last_contact FROM influencers")
        == [[.text("economic"), .text("confirmed"), .integer(1), .text("2026-11-02")]])
    #expect(
      try rows("SELECT owner, state, due FROM commitments") == [[.text("ours"), .text("overdue"), .text("2026-11-09")]])
    #expect(
      try rows("SELECT count(*) FROM findings WHERE code = 'M802' OR code = 'T502' OR state = 'open'") != [
        [.integer(0)]
      ])
    for table in DataTable.all {
      #expect(try rows("SELECT * FROM \(table.name)").allSatisfy { $0.count == table.columns.count }, "\(table.name)")
    }
  }

  /// The notes' texts are laid out for a statement that reads them, once, and for no other.
  @Test func onlyWhatIsReadIsLaidOut() throws {
    var asked = 0
    let data = Self.data {
      asked += 1
      return [JournalSource(.note, path: "a.md", text: "text")]
    }
    let database = try JournalDatabase(of: data)
    let plain = "SELECT count(*) FROM deals JOIN people JOIN sqlite_schema"
    #expect(try database.query(plain, isOver: { false }).rows.count == 1)
    #expect(asked == 0)
    for sql in [
      "SELECT count(*) FROM sources", "SELECT 1 WHERE EXISTS (SELECT 1 FROM main.Sources)",
      "WITH s AS (SELECT text FROM sources) SELECT count(*) FROM s",
    ] {
      #expect(try database.query(sql, isOver: { false }).rows == [[.integer(1)]], "\(sql)")
      #expect(asked == 1)
    }
    #expect(try database.bytes() == JournalDatabase(of: data).bytes())
  }

  @Test func namesOfAnyKindStayAsTheyAre() throws {
    #expect(try rows("SELECT name, title FROM people") == [[.text("O'Hara \"Bob\""), .text("a\nb\u{0}c")]])
    let name = "'); DROP TABLE deals; -- ＝名\u{202E}"
    #expect(try rows("SELECT id FROM deals", Self.data(deal: name)) == [[.text(name)]])
  }

  /// What points to another table finds its row, so that tables can be joined.
  @Test func everyReferenceIsMet() throws {
    for table in DataTable.all {
      for column in table.columns {
        guard let (other, key) = column.reference else { continue }
        let lost = try rows(
          """
          SELECT count(*) FROM \(table.name) WHERE "\(column.name)" IS NOT NULL
            AND "\(column.name)" NOT IN (SELECT "\(key)" FROM \(other))
          """)
        #expect(lost == [[.integer(0)]], "\(table.name).\(column.name)")
      }
    }
  }

  @Test(arguments: [
    "DROP TABLE deals", "DELETE FROM deals", "UPDATE deals SET name = ''", "INSERT INTO meta VALUES ('a', 'b')",
    "CREATE TEMP TABLE t (a)", "CREATE VIRTUAL TABLE t USING fts5(a)", "ATTACH '/tmp/rapport-attack' AS a",
    "VACUUM INTO '/tmp/rapport-attack'", "PRAGMA writable_schema = 1", "PRAGMA table_info(deals)",
    "SELECT * FROM pragma_table_info('deals')", "SELECT load_extension('x')", "SELECT fts3_tokenizer('simple')",
    "SELECT * FROM json_each('[1]')", "SELECT * FROM dbstat", "BEGIN", "REINDEX", "ANALYZE",
    "WITH a AS (SELECT 1) DELETE FROM deals",
  ])
  func aStatementOnlyReads(sql: String) throws {
    let database = try JournalDatabase(of: Self.data())
    #expect(throws: QueryFailure.onlyReading) { try database.query(sql, isOver: { false }) }
    #expect(try database.query("SELECT count(*) FROM deals", isOver: { false }).rows == [[.integer(1)]])
  }

  @Test(arguments: ["SELECT readfile('/etc/passwd')", "SELECT writefile('/tmp/x', 'y')", "SELECT edit('x')", "not sql"])
  func whatIsNotThereIsSaid(sql: String) throws {
    let database = try JournalDatabase(of: Self.data())
    #expect { try database.query(sql, isOver: { false }) } throws: { error in
      switch error as? QueryFailure {
      case .sql, .onlyReading: true
      default: false
      }
    }
  }

  @Test(arguments: ["SELECT 1; SELECT 2", "SELECT 1; DROP TABLE deals", "", "  -- nothing", "SELECT 1\u{0}; SELECT 2"])
  func onlyOneStatementIsTaken(sql: String) throws {
    let database = try JournalDatabase(of: Self.data())
    #expect(throws: QueryFailure.notOneStatement) { try database.query(sql, isOver: { false }) }
  }

  @Test func aCommentBehindIsNoStatement() throws {
    #expect(try rows("SELECT 1; -- the end") == [[.integer(1)]])
  }

  @Test func nothingRunsForEver() throws {
    let database = try JournalDatabase(of: Self.data())
    var asked = 0
    let sql = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"
    #expect(throws: QueryFailure.tooLong) {
      try database.query(sql) {
        asked += 1
        return asked > 5
      }
    }
    #expect(asked == 6)
  }

  @Test(arguments: [
    "SELECT zeroblob(900000000)", "SELECT hex(randomblob(16000000))",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n, printf('%01000d', n) FROM r",
  ])
  func nothingTakesAllMemory(sql: String) throws {
    let database = try JournalDatabase(of: Self.data())
    #expect(throws: QueryFailure.tooLarge) { try database.query(sql, isOver: { false }) }
  }

  @Test func aMistypedNameIsGuessed() throws {
    let database = try JournalDatabase(of: Self.data())
    #expect(throws: QueryFailure.sql("no such table: dealz", suggestion: "deals")) {
      try database.query("SELECT * FROM dealz", isOver: { false })
    }
    #expect(throws: QueryFailure.sql("no such column: f.qoute", suggestion: "quote")) {
      try database.query("SELECT f.qoute FROM facts f", isOver: { false })
    }
  }

  @Test(arguments: SavedQuery.builtin.indices)
  func savedQueriesRun(index: Int) throws {
    let query = SavedQuery.builtin[index]
    let result = try JournalDatabase(of: Self.data()).query(query.sql, isOver: { false })
    #expect(!result.columns.isEmpty)
    #expect(!query.summary.en.isEmpty && !query.summary.zh.isEmpty)
    #expect(SavedQuery.builtin.count { $0.name == query.name } == 1)
  }

  @Test func aFileKnowsWhereItIsFrom() throws {
    let bytes = try JournalDatabase(of: Self.data()).bytes()
    #expect(JournalDatabase.isExport(bytes))
    #expect(try JournalDatabase(of: Self.data()).bytes() == bytes)
    #expect(!JournalDatabase.isExport(Array("SQLite format 3\0".utf8)))
    #expect(!JournalDatabase.isExport(Array(repeating: 0, count: 200)))
  }
}
