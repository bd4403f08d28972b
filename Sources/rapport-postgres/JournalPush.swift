/// Brings one journal in the store up to date: all of it in one transaction, or nothing.
struct JournalPush {
  private let journal: String
  private let store: PostgresConnection

  /// What a push did.
  struct Outcome {
    /// The journal's name.
    let journal: String
    /// How many texts it has now.
    let texts: Int
    /// How many of them are new or changed, and how many are gone or were changed.
    let written: Int
    let removed: Int
  }

  /// A push of `journal`, by its name; of the one that is called like the user for an empty one.
  init(journal: String, to store: PostgresConnection) {
    self.journal = journal
    self.store = store
  }

  /// Puts the rows of `input` in the place of the journal's. Pushes of one journal come one after the other, those of
  /// several do not wait for each other; what is the same already is not written again.
  func run(reading input: CopyInput) throws(StoreFault) -> Outcome {
    var input = input
    try store.run("BEGIN")
    try store.run("SET LOCAL search_path = pg_catalog, pg_temp")
    try store.run("SET LOCAL lock_timeout = '60s'")
    try StoreSchema.migrate(store)
    let names = try store.run("SELECT coalesce(nullif($1, ''), session_user), session_user", [journal]).rows
    guard let name = names.first?.first.flatMap(\.self), let user = names.first?.last.flatMap(\.self) else {
      throw .usage
    }
    try store.run("SELECT pg_advisory_xact_lock(\(StoreSchema.lock + 1), hashtext($1))", [name])
    try store.run("INSERT INTO rapport.journals (name) VALUES ($1) ON CONFLICT (name) DO NOTHING", [name])
    let owner = try store.run("SELECT owner FROM rapport.journals WHERE name = $1", [name]).rows.first?.first ?? nil
    guard owner == user else { throw .owner(name, owner ?? "") }
    try store.run(
      "CREATE TEMPORARY TABLE incoming (kind text, path text, place text, text text) ON COMMIT DROP")
    try store.copyIn("COPY pg_temp.incoming FROM STDIN") { () throws(StoreFault) in try input.next() }
    let texts = try store.run("SELECT count(*) FROM pg_temp.incoming WHERE kind <> 'row'").rows.first?.first.flatMap(
      \.self)
    let isSame = "o.kind = s.kind AND o.path = s.path AND o.place IS NOT DISTINCT FROM s.place AND o.text = s.text"
    let removed = try store.run(
      """
      DELETE FROM rapport.sources s WHERE s.journal = $1
        AND NOT EXISTS (SELECT FROM pg_temp.incoming o WHERE \(isSame))
      """, [name]
    ).changed
    let written = try store.run(
      """
      INSERT INTO rapport.sources (journal, kind, path, place, text)
      SELECT $1, s.kind, s.path, s.place, s.text FROM pg_temp.incoming s
      WHERE s.kind <> 'row' AND NOT EXISTS (SELECT FROM rapport.sources o WHERE o.journal = $1 AND \(isSame))
      """, [name]
    ).changed
    // The tables that follow from the texts on the day of the push: each row has its table's name for a path.
    try store.run("DELETE FROM rapport.rows WHERE journal = $1", [name])
    try store.run(
      """
      INSERT INTO rapport.rows (journal, "table", row)
      SELECT $1, path, text::jsonb FROM pg_temp.incoming WHERE kind = 'row'
      """, [name])
    try store.run("UPDATE rapport.journals SET pushed = now() WHERE name = $1", [name])
    try store.run("COMMIT")
    return Outcome(journal: name, texts: texts.flatMap { Int($0) } ?? 0, written: written, removed: removed)
  }
}
