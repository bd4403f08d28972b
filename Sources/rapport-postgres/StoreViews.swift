/// The tables of a journal, as of its last push, for whoever asks the server in SQL: views whose columns are those of
/// docs/data.md, with the journal before them.
enum StoreViews {
  /// Name of each, and its columns; those that are no text with their type.
  private static let columns: KeyValuePairs = [
    "meta": "key value",
    "accounts": "name deals:bigint first_entry last_entry",
    "deals":
      "id name account stage shown_stage claimed_stage profile first_entry last_entry "
      + "governing_gate action findings:bigint",
    "people": "id name is_named:bigint side title organisation mentions:bigint path line:bigint",
    "names": "kind id surface",
    "influencers":
      "deal person role need value_capability:bigint value_benefit:bigint value_difference:bigint "
      + "trust_up:bigint trust_down:bigint contacts:bigint last_contact",
    "entries": "id:bigint day path line:bigint title",
    "entry_deals": "entry:bigint deal",
    "facts":
      "id:bigint kind day deal person basis confidence:float8 polarity modality holder path "
      + "line:bigint column:bigint quote",
    "commitments": "deal owner state due_from due made:bigint settled:bigint",
    "findings": "id state code rule severity deal person message clears weight:bigint path line:bigint",
    "gates": "day deal gate met:bigint open:bigint unknown:bigint share:float8 governs:bigint",
  ]

  /// What makes them. They are part of a migration, so that what is here is never edited once it was released: a later
  /// column comes with a migration of its own, by `CREATE OR REPLACE VIEW`.
  static var sql: String {
    columns.map { table, columns in
      let list = columns.split(separator: " ").map { column in
        let parts = column.split(separator: ":")
        return parts.count == 1
          ? "row ->> '\(parts[0])' AS \"\(parts[0])\"" : "(row ->> '\(parts[0])')::\(parts[1]) AS \"\(parts[0])\""
      }
      return """
        CREATE VIEW rapport.\(table) AS SELECT journal, \(list.joined(separator: ", "))
          FROM rapport.rows WHERE "table" = '\(table)';
        COMMENT ON VIEW rapport.\(table) IS 'As of the last push of each journal: docs/data.md of Rapport.';
        GRANT SELECT ON rapport.\(table) TO PUBLIC;
        """
    }.joined(separator: "\n")
  }
}
