import DealHealth
import NoteSyntax
import SourceText

/// What a journal's notes and settings would be with the changes that settle findings.
///
/// A change is kept only when reading the notes with it settles its finding and brings no other fault of the notes
/// themselves: whoever applies them twice changes nothing more.
public struct NoteFixes: Sendable {
  /// The notes that change, as they are and as they would be, by path.
  public let changes: [(before: SourceFile, after: SourceFile)]
  /// `rapport.yml` as it is and as it would be; nil when it does not change.
  public let settingsChange: SettingsChange?
  /// What is changed, in the order of the findings.
  public let fixes: [Fix]
  /// How many more there are that may change a meaning, and were not asked for.
  public let withheld: Int
  /// The journal with the changes.
  public let reading: JournalReading

  /// A change of `rapport.yml`.
  public struct SettingsChange: Sendable {
    /// The file; without bytes when it is not there yet.
    public let before: SourceFile
    /// What it would be.
    public let after: SourceFile
    /// Whether it is not there yet.
    public let isNew: Bool
  }

  /// Looks for changes that settle `findings` of the journal; those that may change a meaning only `withUnsafe`. Settings
  /// that are in no file yet go to `settingsPath`, if there is one.
  public init(
    of findings: [Finding], in reading: JournalReading, asOf: Day, withUnsafe: Bool, settingsPath: String? = nil
  ) {
    let path = reading.settings.path ?? settingsPath
    let possible = findings.filter { $0.fix.map { $0.alias == nil || path != nil } ?? false }
    withheld = withUnsafe ? 0 : possible.count { $0.fix.map { !$0.isSafe } ?? false }
    var kept = possible.filter { withUnsafe || $0.fix?.isSafe ?? false }
    var changed = Self.changed(reading, by: kept, settingsPath: path)
    let before = Set(reading.assessment(asOf: asOf).findings.filter { $0.deal == nil }.map(\.identity))
    while !kept.isEmpty {
      let after = changed.assessment(asOf: asOf).findings.filter { $0.deal == nil }
      let open = Set(after.map(\.identity))
      // A note that has a fault which it did not have keeps none of its changes.
      let spoilt = Set(after.filter { !before.contains($0.identity) }.compactMap { $0.evidence.first?.path })
      let settled = kept.filter { finding in
        !open.contains(finding.identity) && !(finding.fix?.noteEdit.map { spoilt.contains($0.path) } ?? false)
      }
      if settled.count == kept.count { break }
      kept = settled
      changed = Self.changed(reading, by: kept, settingsPath: path)
    }
    fixes = kept.compactMap(\.fix)
    self.reading = changed
    let after = Dictionary(changed.sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    changes = reading.sources.compactMap { source in
      after[source.path].flatMap { $0.bytes == source.bytes ? nil : (source, $0) }
    }.sorted { $0.before.path < $1.before.path }
    settingsChange = path.flatMap { path in
      changed.settings.source == reading.settings.source
        ? nil
        : SettingsChange(
          before: SourceFile(path: path, bytes: reading.settings.source),
          after: SourceFile(path: path, bytes: changed.settings.source), isNew: reading.settings.path == nil)
    }
  }

  private static func changed(
    _ reading: JournalReading, by findings: [Finding], settingsPath: String?
  ) -> JournalReading {
    let edits = Dictionary(grouping: findings.compactMap { $0.fix?.noteEdit }, by: \.path)
    let aliases = findings.compactMap { $0.fix?.alias }
    let settings = settingsPath.flatMap { Self.settings(reading.settings, adding: aliases, path: $0) }
    guard !edits.isEmpty || settings != nil else { return reading }
    return JournalReading(
      of: reading.sources.map { source in
        let own = edits[source.path]?.map(\.edit) ?? []
        return NoteInput(
          path: source.path, bytes: own.isEmpty ? source.bytes : TextEdit.apply(own, to: source.bytes))
      }, unreadable: reading.unreadable, settings: settings ?? reading.settings, dismissals: reading.dismissals,
      reusing: settings == nil ? reading : nil)
  }

  /// The settings with more names; nil when there are none to add, or none can be added.
  private static func settings(_ settings: Configuration, adding aliases: [Fix.Alias], path: String) -> Configuration? {
    var bytes = settings.source
    for alias in aliases { bytes = SettingsText(bytes)?.adding(alias) ?? bytes }
    guard bytes != settings.source else { return nil }
    return try? Configuration(parsing: bytes, path: path, in: settings.folder)
  }
}
