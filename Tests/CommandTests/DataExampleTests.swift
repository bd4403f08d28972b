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
