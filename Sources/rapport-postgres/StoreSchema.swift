/// The tables of the store, and how they came to be what they are.
enum StoreSchema {
  /// What makes each version of the one before; never edited once it was released.
  ///
  /// A journal is its first pusher's. Whoever may connect to the database reads all journals and writes their own: the
  /// server sees to that, for whoever created the tables as well.
  private static let migrations = [
    """
    CREATE SCHEMA rapport;
    CREATE TABLE rapport.schema (version integer NOT NULL);
    INSERT INTO rapport.schema VALUES (0);
    CREATE TABLE rapport.journals (
      name text PRIMARY KEY,
      owner text NOT NULL DEFAULT session_user,
      pushed timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE rapport.sources (
      journal text NOT NULL REFERENCES rapport.journals (name) ON DELETE CASCADE,
      kind text NOT NULL,
      path text NOT NULL,
      place text,
      text text NOT NULL
    );
    CREATE INDEX sources_journal ON rapport.sources (journal);
    COMMENT ON TABLE rapport.journals IS 'A rep''s notes; the owner is the user who pushed them first.';
    COMMENT ON TABLE rapport.sources IS 'The texts of a journal: docs/data.md of Rapport, table sources.';
    ALTER TABLE rapport.journals ENABLE ROW LEVEL SECURITY;
    ALTER TABLE rapport.journals FORCE ROW LEVEL SECURITY;
    ALTER TABLE rapport.sources ENABLE ROW LEVEL SECURITY;
    ALTER TABLE rapport.sources FORCE ROW LEVEL SECURITY;
    CREATE POLICY all_read ON rapport.journals FOR SELECT USING (true);
    CREATE POLICY owner_adds ON rapport.journals FOR INSERT WITH CHECK (owner = session_user);
    CREATE POLICY owner_changes ON rapport.journals FOR UPDATE USING (owner = session_user);
    CREATE POLICY owner_removes ON rapport.journals FOR DELETE USING (owner = session_user);
    CREATE POLICY all_read ON rapport.sources FOR SELECT USING (true);
    CREATE POLICY owner_adds ON rapport.sources FOR INSERT
      WITH CHECK (EXISTS (SELECT FROM rapport.journals j WHERE j.name = journal AND j.owner = session_user));
    CREATE POLICY owner_removes ON rapport.sources FOR DELETE
      USING (EXISTS (SELECT FROM rapport.journals j WHERE j.name = journal AND j.owner = session_user));
    GRANT USAGE ON SCHEMA rapport TO PUBLIC;
    GRANT SELECT ON rapport.schema TO PUBLIC;
    GRANT SELECT, INSERT, UPDATE, DELETE ON rapport.journals TO PUBLIC;
    GRANT SELECT, INSERT, DELETE ON rapport.sources TO PUBLIC;
    """,
    """
    CREATE TABLE rapport.rows (
      journal text NOT NULL REFERENCES rapport.journals (name) ON DELETE CASCADE,
      "table" text NOT NULL,
      row jsonb NOT NULL
    );
    CREATE INDEX rows_table ON rapport.rows ("table", journal);
    COMMENT ON TABLE rapport.rows IS 'What the views show: the tables of each journal as of its last push.';
    ALTER TABLE rapport.rows ENABLE ROW LEVEL SECURITY;
    ALTER TABLE rapport.rows FORCE ROW LEVEL SECURITY;
    CREATE POLICY all_read ON rapport.rows FOR SELECT USING (true);
    CREATE POLICY owner_adds ON rapport.rows FOR INSERT
      WITH CHECK (EXISTS (SELECT FROM rapport.journals j WHERE j.name = journal AND j.owner = session_user));
    CREATE POLICY owner_removes ON rapport.rows FOR DELETE
      USING (EXISTS (SELECT FROM rapport.journals j WHERE j.name = journal AND j.owner = session_user));
    GRANT SELECT, INSERT, DELETE ON rapport.rows TO PUBLIC;
    \(StoreViews.sql)
    """,
  ]

  /// The version that this program writes and reads.
  static var version: Int { migrations.count }

  /// A number of ours among the server's advisory locks: `RPRT`. Journals have the next one.
  static let lock = 0x5250_5254

  /// Which version is there; 0 for none.
  static func version(in store: PostgresConnection) throws(StoreFault) -> Int {
    // `to_regclass` may still not know of a table that was made while this transaction waited for the lock.
    let found = try store.run(
      """
      SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'rapport' AND c.relname = 'schema'
      """
    ).rows
    guard !found.isEmpty else { return 0 }
    return try store.run("SELECT version FROM rapport.schema").rows.first?.first.flatMap { $0 }.flatMap { Int($0) } ?? 0
  }

  /// Brings the tables up to this program's version, within the transaction that is open. Of several that want to at once,
  /// one does.
  static func migrate(_ store: PostgresConnection) throws(StoreFault) {
    guard try version(in: store) != version else { return }
    try store.run("SELECT pg_catalog.pg_advisory_xact_lock(\(lock), 0)")
    let found = try version(in: store)
    guard found <= version else { throw .version(found) }
    for (number, migration) in migrations.enumerated().dropFirst(found) {
      try store.runAll(migration)
      try store.run("UPDATE rapport.schema SET version = \(number + 1)")
    }
  }
}
