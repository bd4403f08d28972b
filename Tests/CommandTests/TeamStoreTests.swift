import TestSupport
import Testing

/// `rapport push` and `--from postgresql://…` against a server of their own.
@Suite(.enabled(if: PostgresServer.absence == nil, "\(PostgresServer.absence ?? "")"), .serialized)
struct TeamStoreTests {
  private let server: PostgresServer
  private let folder = TemporaryFolder()

  init() throws {
    server = try PostgresServer(from: 25_432)
    _ = try server.sql(
      "CREATE ROLE hannah LOGIN; CREATE ROLE kevin LOGIN; CREATE ROLE pat LOGIN PASSWORD 's3cret'; GRANT CREATE ON DATABASE sales TO PUBLIC"
    )
  }

  private func told(_ command: String) throws -> String {
    let outcome = try folder.run(command)
    return "\(outcome.status)\n\(String(decoding: outcome.output + outcome.errors, as: UTF8.self))"
  }

  private func push(_ notes: String, _ user: String, _ more: String = "") throws -> String {
    try told("rapport push \(notes) --to '\(server.url(user))' \(more)")
  }

  /// Everything in the store, in order.
  private func contents() throws -> String {
    try server.sql("SELECT journal, kind, path, md5(text) FROM rapport.sources ORDER BY 1, 2, 3, 4")
  }

  private static let reps = ["hannah", "kevin", "林悦"]

  @Test func aTeamIsToldWhatOneFolderOfAllWouldTell() throws {
    let journal = "\(Checkout.path)/examples/journal"
    _ = try folder.run("cp -r \(journal) all")
    // All at once, on a server that has no tables yet.
    let pushes = Self.reps.map {
      "rapport push all/\($0) --to '\(server.url("postgres"))' --journal \($0) & p=\"$p $!\";"
    }
    #expect(
      try told("cd . ; p=; \(pushes.joined(separator: " ")) for i in $p; do wait $i || exit 1; done").hasPrefix("0\n"))
    for command in ["rapport report", "rapport check", "rapport weekly --rep hannah", "rapport report --format html"] {
      let whole = try told("cd all && \(command) --as-of 2026-11-20")
      let team = try told("mkdir -p far && cd far && \(command) --as-of 2026-11-20 --from '\(server.url("kevin"))'")
      #expect(team == whole)
      #expect(whole.utf8.count > 500)
    }
    let before = try contents()
    #expect(try push("all/hannah", "postgres", "--journal hannah").contains(", 0 written, 0 removed"))
    #expect(try contents() == before)
    _ = try folder.run(
      "for f in all/hannah/*; do echo 2026-11-19 called >> \"$f\"; rm \"$f\".no 2>/dev/null; break; done")
    #expect(try push("all/hannah", "postgres", "--journal hannah").contains(", 1 written, 1 removed"))
  }

  @Test func aJournalIsItsOwners() throws {
    try folder.write("notes/a.md", "2026-11-02 Alder Mills: met Tom Reed\n")
    #expect(try push("notes", "hannah").contains("hannah: 1 text, 1 written, 0 removed"))
    let before = try contents()
    #expect(
      try push("notes", "kevin", "--journal hannah")
        == "2\nrapport: the journal hannah is hannah's; push yours under another name with --journal\n")
    for attack in [
      "DELETE FROM rapport.sources", "DELETE FROM rapport.journals", "UPDATE rapport.journals SET owner = 'kevin'",
      "INSERT INTO rapport.sources VALUES ('hannah', 'note', 'x.md', NULL, 'x')",
      "UPDATE rapport.sources SET text = ''",
      "INSERT INTO rapport.journals VALUES ('x', 'hannah')", "UPDATE rapport.schema SET version = 9",
      "DROP TABLE rapport.sources",
      "INSERT INTO rapport.journals (name) VALUES ('hannah') ON CONFLICT (name) DO UPDATE SET owner = 'kevin'",
    ] {
      _ = try server.sql(attack, as: "kevin")
      #expect(try contents() == before, "\(attack)")
    }
    #expect(try server.sql("SELECT name, owner FROM rapport.journals") == "hannah|hannah\n")
    #expect(try push("notes", "kevin").contains("kevin: 1 text, 1 written"))
  }

  /// Whoever asks the server in SQL finds the tables that `rapport query` reads.
  @Test func theServerHasTheTables() throws {
    _ = try folder.run("cp -r \(Checkout.path)/examples/journal all")
    func push(_ rep: String, on day: String = "2026-11-20") throws -> String {
      try self.push("all/\(rep)", "postgres", "--journal \(rep) --as-of \(day)")
    }
    for rep in Self.reps { #expect(try push(rep).hasPrefix("0\n")) }
    let names = try told("rapport query 'SELECT name FROM sqlite_schema' all/hannah --format csv").split(
      whereSeparator: \.isNewline
    ).dropFirst(2).filter { !$0.hasPrefix("sqlite_") && $0 != "sources" }
    #expect(names.count == 12)
    for name in names {
      let own = try told("rapport query 'SELECT * FROM \(name)' all/hannah --as-of 2026-11-20 --format csv --lang zh")
        .split(
          whereSeparator: \.isNewline)
      let columns = try server.sql(
        "SELECT string_agg(column_name, ',' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema = 'rapport' AND table_name = '\(name)'"
      )
      // A column that is missing here needs a migration: see StoreViews.
      #expect(columns == "journal,\(own[1])\n")
      let counted = try told("rapport query 'SELECT count(*) FROM \(name)' all/hannah --as-of 2026-11-20 --format csv")
      let here = try server.sql("SELECT count(*) FROM rapport.\(name) WHERE journal = 'hannah'", as: "kevin")
      #expect(counted.hasSuffix("\r\n\(here.dropLast())\r\n") && here != "0\n", "\(name)")
    }
    let late = "FROM {}commitments c JOIN {}facts f ON f.id = c.made WHERE c.state = 'overdue' AND c.due < '2026-11-20'"
    let ours = try told(
      "rapport query \"SELECT c.deal, f.quote \(late.replacing("{}", with: "")) ORDER BY f.id\" all/kevin --as-of 2026-11-20 --format tsv"
    )
    let theirs = try server.sql(
      "SELECT c.deal || E'\\t' || f.quote \(late.replacing("{}", with: "rapport.")) AND c.journal = 'kevin' AND f.journal = 'kevin' ORDER BY f.id",
      as: "hannah")
    #expect(
      ours.split(whereSeparator: \.isNewline).dropFirst(2).elementsEqual(theirs.split(whereSeparator: \.isNewline)))
    #expect(!theirs.isEmpty)
    // A push replaces what the last one told, and of its own journal alone.
    let before = try server.sql("SELECT journal, count(*) FROM rapport.findings GROUP BY 1 ORDER BY 1")
    _ = try push("kevin", on: "2026-09-30")
    let after = try server.sql("SELECT journal, count(*) FROM rapport.findings GROUP BY 1 ORDER BY 1")
    #expect(after != before)
    #expect(
      try server.sql("SELECT value FROM rapport.meta WHERE key = 'as_of' AND journal = 'kevin'") == "2026-09-30\n")
    _ = try push("kevin")
    #expect(try server.sql("SELECT journal, count(*) FROM rapport.findings GROUP BY 1 ORDER BY 1") == before)
    // A store of the version before gets them with the next push.
    _ = try server.sql("DROP TABLE rapport.rows CASCADE; UPDATE rapport.schema SET version = 1")
    for rep in Self.reps { #expect(try push(rep).contains(", 0 written, 0 removed")) }
    #expect(try server.sql("SELECT journal, count(*) FROM rapport.findings GROUP BY 1 ORDER BY 1") == before)
    for attack in [
      "DELETE FROM rapport.rows", "INSERT INTO rapport.rows VALUES ('hannah', 'deals', '{}')",
      "DELETE FROM rapport.deals",
      "UPDATE rapport.deals SET id = ''", "UPDATE rapport.rows SET row = '{}'",
      "INSERT INTO rapport.deals (journal) VALUES ('hannah')",
    ] {
      _ = try server.sql(attack, as: "kevin")
      #expect(
        try server.sql("SELECT journal, count(*) FROM rapport.findings GROUP BY 1 ORDER BY 1") == before, "\(attack)")
    }
  }

  @Test func namesAndTextsOfAnyKindComeBack() throws {
    try folder.write(
      "all/d'a\"n\\a;--/a\nb\t'c\".md",
      "Alder \\N Mills \\. 'x' \"y\" 2026-11-02\r\n\\.\n\tmet O'Hara; DROP TABLE x; --\n")
    try folder.write("all/d'a\"n\\a;--/nul.md", [0x41, 0x00, 0x42])
    try folder.write("all/d'a\"n\\a;--/宏泰.md", "\u{FEFF}# 2026-11-03 宏泰精密 \u{1F600}\u{202E}\n张总说预算五十万。\n\\N\n")
    #expect(
      try told("cd all/* && rapport push --to '\(server.url("hannah"))' --journal 'd'\\''a\"n\\a;--'").hasPrefix("0\n"))
    let whole = try told("cd all && rapport check --as-of 2026-11-20 && rapport facts --format json")
    let team = "--from '\(server.url("kevin"))' --as-of 2026-11-20"
    #expect(try told("rapport check \(team)") == told("cd all && rapport check --as-of 2026-11-20"))
    #expect(whole.contains("nul.md"))
    for name in ["a/b", "", ".x"] { #expect(try push("all", "hannah", "--journal '\(name)'").hasPrefix("2\n")) }
  }

  /// Of one journal, and the first ones of all: one of them makes the tables. It once failed where it waited for another to.
  @Test func pushesOfOneJournalComeOneAfterTheOther() throws {
    for round in 0..<12 {
      _ = try server.sql("DROP SCHEMA IF EXISTS rapport CASCADE")
      let pushes = (0..<8).map { copy in
        let rows = (0..<20).map { "note\\tn\($0).md\\t\\\\N\\t\(copy) \($0)\\n" }.joined() + "\\\\.\\n"
        return "(printf '\(rows)' | rapport-postgres push '\(server.url("hannah"))' '' >/dev/null) & p=\"$p $!\";"
      }
      #expect(
        try told("p=; \(pushes.joined(separator: " ")) for i in $p; do wait $i || exit 1; done") == "0\n", "\(round)")
      // What is there is all of one of them.
      #expect(
        try server.sql("SELECT count(*), count(DISTINCT split_part(text, ' ', 1)) FROM rapport.sources") == "20|1\n")
    }
  }

  @Test func whatBreaksOffChangesNothing() throws {
    for note in 0..<5 { try folder.write("notes/n\(note).md", "2026-11-02 Alder Mills \(note)\n") }
    _ = try push("notes", "hannah")
    let before = try contents()
    let row = "note\\tx.md\\t\\\\N\\tnew\\n"
    let call = "rapport-postgres push '\(server.url("hannah"))' hannah"
    #expect(try told("printf '\(row)' | \(call)") == "2\nincomplete\n")
    #expect(try told("printf '\(row)not whole' | \(call)") == "2\nincomplete\n")
    #expect(try told("printf '\(row)\\0\\\\.\\n' | \(call)").hasPrefix("2\n"))
    #expect(try contents() == before)
    // Killed in the middle: once it waits for the rest, the server has its lock and its rows.
    let killed = try told(
      """
      mkfifo pipe; \(call) < pipe & p=$!; exec 3> pipe; printf '\(row)' >&3
      until psql '\(server.url("postgres"))' -XAtc "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'COPY pg_temp%'" | grep -q 1; do :; done
      kill -9 $p; wait $p; exec 3>&-
      """)
    #expect(!killed.contains("incomplete"))
    #expect(try contents() == before)
    try folder.write("notes/n0.md", "2026-11-02 Alder Mills again\n")
    #expect(try push("notes", "hannah").contains("5 texts, 1 written, 1 removed"))
  }

  /// Twenty reps push four states each of their notes, again until they are told that it was done, while the server crashes.
  @Test func aServerThatCrashesLosesNothing() throws {
    let reps = 0..<20
    _ = try server.sql(reps.map { "CREATE ROLE rep\($0) LOGIN;" }.joined())
    try folder.write(
      "client",
      """
      mkdir rep$1
      for state in 1 2 3 4; do
        for note in 0 1 2 3 4 5 6 7 8 9; do echo "2026-11-02 Alder Mills: met Tom Reed, state $state" >rep$1/$note.md; done
        tries=0
        until rapport push rep$1 --to "$(echo '\(server.url("REP"))' | sed s/REP/rep$1/)" 2>>errors.$1; do
          tries=$((tries + 1)); [ $tries -lt 500 ] || exit 1
        done
        echo rep$1 $state >>done
      done
      """)
    func wait(forPushes count: Int) throws {
      let waited = try told(
        "i=0; until [ $(cat done 2>/dev/null | wc -l) -ge \(count) ]; do i=$((i + 1)); [ $i -lt 6000 ] || exit 1; sleep 0.05; done"
      )
      #expect(waited == "0\n")
    }
    // Of the tables' makers one waits in the middle for rows that never come, so that one at least is cut off for certain.
    _ = try folder.run(
      """
      echo 2026-11-02 >note.md && rapport push note.md --to '\(server.url("hannah"))' 2>/dev/null
      mkfifo pipe; (rapport-postgres push '\(server.url("kevin"))' kevin <pipe 2>cut; echo $? >>cut) >/dev/null 2>&1 &
      (printf 'note\\tx.md\\t\\\\N\\tnew\\n'; until [ -e cut.seen ]; do sleep 0.05; done) >pipe 2>/dev/null &
      until psql '\(server.url("postgres"))' -XAtc "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'COPY pg_temp%'" | grep -q 1; do :; done
      for rep in $(seq 0 19); do sh client $rep >/dev/null 2>&1 & done
      """)
    for pushes in [15, 40] {
      try wait(forPushes: pushes)
      let acknowledged = try told("cat done").split(separator: "\n").dropFirst().map { $0.split(separator: " ") }
      try server.crash()
      let there = try server.sql(
        """
        SELECT journal, count(*), count(DISTINCT right(trim(text, E'\\n'), 1)), max(right(trim(text, E'\\n'), 1))
        FROM rapport.sources WHERE journal LIKE 'rep%' GROUP BY 1
        """
      ).split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
      // Every journal is whole and of one state, and none is older than what somebody was told.
      #expect(there.allSatisfy { $0[1...2] == ["10", "1"] })
      let states = Dictionary(uniqueKeysWithValues: there.map { ($0[0], $0[3]) })
      for push in acknowledged { #expect(states[String(push[0])] ?? "" >= push[1], "\(push)") }
    }
    try wait(forPushes: 80)
    #expect(try told("touch cut.seen; until grep -q '^[0-9]' cut; do sleep 0.05; done; tail -1 cut") == "0\n2\n")
    #expect(
      try server.sql(
        "SELECT count(DISTINCT journal), count(*), count(DISTINCT (journal, path)) FROM rapport.sources WHERE text LIKE '%state 4_'"
      )
        == "20|200|200\n")
    #expect(try server.sql("SELECT count(*) FROM rapport.sources") == "201\n")
    let counted = try told(
      "rapport query \"SELECT count(*), count(DISTINCT path) FROM sources WHERE kind = 'note'\" --from '\(server.url("kevin"))' --format csv"
    )
    #expect(counted.hasSuffix("201,201\r\n"))
  }

  @Test func passwordsStayWhereTheyAre() throws {
    try folder.write("notes/a.md", "2026-11-02 Alder Mills\n")
    let place = "127.0.0.1:\(server.port)/sales"
    for url in [
      "postgresql://pat:s3cret@\(place)", "postgres://pat@\(place)?password=s3cret",
      "postgresql://pat:s3%63ret@\(place)",
    ] {
      for command in ["push notes --to", "report --from"] {
        let outcome = try told("rapport \(command) '\(url)'")
        #expect(outcome.hasPrefix("2\nrapport: a password in a URL"))
        #expect(!outcome.contains("s3"))
      }
    }
    // Nothing less than a verified server, unless somebody says so.
    #expect(
      try told("PGPASSWORD=s3cret rapport push notes --to 'postgresql://pat@\(place)'").contains(
        "TLS is verified unless"))
    let plain = "'postgresql://pat@\(place)?sslmode=disable'"
    let wrong = try told("PGPASSWORD=wr0ng rapport push notes --to \(plain)")
    #expect(wrong.hasPrefix("2\n") && !wrong.contains("wr0ng"))
    #expect(try told("PGPASSWORD=s3cret rapport push notes --to \(plain)").contains("pat: 1 text, 1 written"))
    try folder.write(".pgpass", "127.0.0.1:\(server.port):sales:pat:s3cret\n")
    #expect(try told("chmod 600 .pgpass; rapport push notes --to \(plain)").contains("pat: 1 text, 0 written"))
    if server.speaksTLS {
      let safe = "rapport push notes --to 'postgresql://pat@localhost:\(server.port)/sales'"
      #expect(try told("PGPASSWORD=s3cret PGSSLROOTCERT=\(server.certificate) \(safe)").hasPrefix("0\n"))
      #expect(
        try told(
          "PGPASSWORD=s3cret PGSSLROOTCERT=\(server.certificate) PGHOSTADDR=127.0.0.1 rapport push notes --to 'postgresql://pat@elsewhere:\(server.port)/sales'"
        ).hasPrefix("2\n"))
    }
  }

  @Test func whatIsNotUnderstoodIsTold() throws {
    let from = "rapport report --from '\(server.url("hannah"))'"
    #expect(try told(from) == "2\nrapport: no journal was pushed there yet; rapport push NOTES --to URL does\n")
    try folder.write("a/rapport.yml", "team: [Dana]\n")
    try folder.write("a/a.md", "2026-11-02 Alder Mills: met Tom Reed\n")
    try folder.write("b/rapport.yml", "team: [Kim]\n")
    try folder.write("b/a.md", "2026-11-02 Birch Foods: met Ivy Moss\n")
    _ = try push("a", "hannah")
    _ = try push("b", "kevin")
    #expect(try told(from).contains("hannah and kevin were pushed with different settings"))
    #expect(try told("mkdir lead; cd lead; echo 'team: [Dana, Kim]' > rapport.yml; \(from)").hasPrefix("0\n"))
    _ = try server.sql("UPDATE rapport.schema SET version = 99")
    for command in [from, "rapport push a --to '\(server.url("hannah"))'"] {
      #expect(
        try told(command)
          == "2\nrapport: its tables have version 99, which this rapport does not know; update rapport\n")
    }
    #expect(try told("rapport push a --to 'postgresql://hannah@/sales?hots=x'").contains("the URL is not understood"))
    #expect(try told("rapport push a --to sales.sqlite").contains("begins with postgresql://"))
    #expect(
      try told("rapport report --from 'postgresql://hannah@127.0.0.1:1/sales'").hasPrefix("2\nrapport: connection"))
  }
}
