import TestSupport
import Testing

/// The programs in `examples/data` read what `rapport export` writes. They need packages of Python, and are left out where
/// those are not installed.
@Suite struct DataExampleTests {
  private static func has(_ package: String) -> Bool {
    (try? Shell.run("python3 -c 'import \(package)'", in: Checkout.path).status) == 0
  }

  /// What a shell command prints, which ends well.
  private func printed(_ command: String, _ folder: TemporaryFolder) throws -> [String] {
    let outcome = try folder.run(command)
    #expect(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
    return String(decoding: outcome.output, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  private static let journal = "\(Checkout.path)/examples/journal --as-of 2026-11-20"

  @Test(.enabled(if: has("duckdb"), "duckdb is not installed (pip install duckdb)"))
  func duckDBCountsAsWeDo() throws {
    let folder = TemporaryFolder()
    let counted = try printed(
      "rapport export \(Self.journal) --to tables --format jsonl && python3 \(Checkout.path)/examples/data/late.py tables",
      folder)
    let sql = """
      SELECT d.account, c.owner, count(*) AS late, min(c.due) AS since FROM commitments c JOIN deals d ON d.id = c.deal \
      WHERE c.state = 'overdue' GROUP BY d.account, c.owner ORDER BY late DESC, d.account, c.owner
      """
    let ours = try printed("rapport query \"\(sql)\" \(Self.journal) --format csv", folder)
    #expect(counted == Array(ours.dropFirst()))
    #expect(!counted.isEmpty)
    // A journal without deals has tables without rows.
    try folder.write("notes/plan.md", "Flour, water, salt.\n")
    #expect(
      try printed(
        "rapport export notes --to none --format jsonl && python3 \(Checkout.path)/examples/data/late.py none", folder)
        == [])
  }

  /// Notes of three journals, or dealt out to two that know the same customers, as lines of JSON, in two files and back to as
  /// many processes as Spark starts.
  @Test(
    .enabled(if: has("pyspark"), "pyspark is not installed (pip install pyspark; it needs Java)"),
    arguments: ["journal", "'ann' if n % 3 else 'bo'"])
  func sparkFindsWhatOneProcessFinds(journal: String) throws {
    let folder = TemporaryFolder()
    _ = try printed(
      """
      mkdir records && python3 - <<'END'
      import json, os
      top = "\(Checkout.path)/examples/journal"
      names = sorted(os.path.join(d, f) for d, _, fs in os.walk(top) for f in fs if f.endswith(".md"))
      files = [open(f"records/{n}.jsonl", "w", encoding="utf-8") for n in range(2)]
      for n, name in enumerate(reversed(names)):
          journal, path = os.path.relpath(name, top).split("/", 1)
          note = {"journal": \(journal), "path": path, "text": open(name, encoding="utf-8").read()}
          files[n % 2].write(json.dumps(note, ensure_ascii=n % 2 == 0) + "\\n")
      files[0].write("no record\\n")
      END
      """, folder)
    let job = "\(Checkout.path)/examples/spark/findings.py records found 2026-11-20"
    // A width that is none has kept Spark from starting.
    let spark = "COLUMNS= SPARK_LOCAL_IP=127.0.0.1 python3 \(job)"
    _ = try printed("\(spark) 2>log && cat found/part-* | sort > spark.jsonl", folder)
    let ours = try printed(
      "cat records/*.jsonl | grep -v '^no record' | rapport fold --stdin jsonl --as-of 2026-11-20 | sort > one.jsonl && cmp spark.jsonl one.jsonl && cat one.jsonl",
      folder)
    #expect(ours.count > 20)
    #expect(ours.contains { $0.contains("\"journal\":\"ann + bo\"") } == (journal != "journal"))
  }

  @Test(.enabled(if: has("pandas"), "pandas is not installed (pip install pandas)"))
  func pandasCountsAsWeDo() throws {
    let folder = TemporaryFolder()
    let counted = try printed(
      "rapport export \(Self.journal) --to journal.sqlite && python3 \(Checkout.path)/examples/data/trust.py journal.sqlite",
      folder)
    let sql = """
      SELECT DISTINCT d.account FROM facts f JOIN deals d ON d.id = f.deal WHERE f.kind LIKE 'trust.%' \
      AND f.polarity = 'affirmed' AND f.day IS NOT NULL ORDER BY 1
      """
    let accounts = try printed("rapport query \"\(sql)\" \(Self.journal) --format csv", folder).dropFirst()
    #expect(counted.dropFirst(3).compactMap { $0.split(separator: ",").first.map(String.init) } == Array(accounts))
    #expect(!accounts.isEmpty)
  }
}
