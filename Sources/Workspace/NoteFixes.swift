import DealHealth
import NoteSyntax
import SourceText

/// What a journal's notes would be with the changes that settle findings.
///
/// A change is kept only when reading the notes with it settles its finding and brings no other fault of the notes
/// themselves: whoever applies them twice changes nothing more.
public struct NoteFixes: Sendable {
  /// The notes that change, as they are and as they would be, by path.
  public let changes: [(before: SourceFile, after: SourceFile)]
  /// What is changed, in the order of the findings.
  public let fixes: [Fix]
  /// How many more there are that may change a meaning, and were not asked for.
  public let withheld: Int
  /// The journal with the changes.
  public let reading: JournalReading

  /// Looks for changes that settle `findings` of the journal; those that may change a meaning only `withUnsafe`.
  public init(of findings: [Finding], in reading: JournalReading, asOf: Day, withUnsafe: Bool) {
    let candidates = findings.filter { $0.fix.map { withUnsafe || $0.isSafe } ?? false }
    withheld = withUnsafe ? 0 : findings.count { $0.fix.map { !$0.isSafe } ?? false }
    var kept = candidates
    var changed = Self.changed(reading, by: kept)
    let before = Set(reading.assessment(asOf: asOf).findings.filter { $0.deal == nil }.map(\.identity))
    while !kept.isEmpty {
      let after = changed.assessment(asOf: asOf).findings.filter { $0.deal == nil }
      let open = Set(after.map(\.identity))
      // A note that has a fault which it did not have keeps none of its changes.
      let spoilt = Set(after.filter { !before.contains($0.identity) }.compactMap { $0.evidence.first?.path })
      let settled = kept.filter { !open.contains($0.identity) && !spoilt.contains($0.fix?.path ?? "") }
      if settled.count == kept.count { break }
      kept = settled
      changed = Self.changed(reading, by: kept)
    }
    fixes = kept.compactMap(\.fix)
    self.reading = changed
    let after = Dictionary(changed.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    changes = reading.sources.compactMap { source in
      after[source.path].flatMap { $0.bytes == source.bytes ? nil : (source, $0) }
    }.sorted { $0.before.path < $1.before.path }
  }

  private static func changed(_ reading: JournalReading, by findings: [Finding]) -> JournalReading {
    let edits = Dictionary(grouping: findings.compactMap(\.fix), by: \.path)
    guard !edits.isEmpty else { return reading }
    return JournalReading(
      of: reading.sources.map { source in
        let own = edits[source.path]?.map(\.edit) ?? []
        return NoteInput(
          path: source.path, bytes: own.isEmpty ? source.bytes : TextEdit.apply(own, to: source.bytes))
      }, unreadable: reading.unreadable, settings: reading.settings, dismissals: reading.dismissals, reusing: reading)
  }
}
