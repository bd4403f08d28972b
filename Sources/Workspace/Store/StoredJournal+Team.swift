import SourceText

extension StoredJournal {
  /// Journals whose settings differ, so that none can speak for all.
  public struct DifferentSettings: Error, Hashable, Sendable {
    /// Names of two of them.
    public let journals: [String]
  }

  /// Brings the journals of a team together as if each were a folder in one, called as the journal is. `settings` are those
  /// of the team, whose folders then count from there; without any, those that all journals share.
  public init(
    team journals: [(name: String, sources: [JournalSource])], settings: Configuration
  ) throws(DifferentSettings) {
    var sources: [JournalSource] = []
    let own = settings.path.map { path in
      JournalSource(.settings, path: path, text: String(decoding: settings.source, as: UTF8.self))
    }
    var shared: (name: String, source: JournalSource)?
    var told: Set<String> = []
    for (name, texts) in journals {
      for source in texts {
        let path = name + "/" + source.path
        switch source.kind {
        case .note, .unreadable:
          sources.append(
            JournalSource(source.kind, path: path, place: own == nil ? source.place : path, text: source.text))
        case .settings:
          guard own == nil else { continue }
          if let shared, shared.source.text != source.text { throw DifferentSettings(journals: [shared.name, name]) }
          shared = shared ?? (name, source)
        // Reps who share a folder push the same ones.
        case .dismissals, .baseline:
          if told.insert(source.text).inserted {
            sources.append(JournalSource(source.kind, path: path, text: source.text))
          }
        }
      }
    }
    self.init(sources + [own ?? shared?.source].compactMap(\.self))
  }
}
