import DealHealth
import SourceText

/// The settings of a journal as a text to which names can be added.
public struct EditableSettings: Sendable {
  /// The absolute path of the file that counts for the folder; where it would stand when there is none.
  public let path: String
  /// Its text; nil when there is none, or none that is text.
  public let text: String?

  /// The `rapport.yml` that counts for the notes of a folder.
  public init(above folder: JournalFolder) {
    let place = folder.path == "/" ? folder.path : folder.path + "/"
    let found = Configuration.file(named: Configuration.fileName, above: Array(place.utf8))
    path = found.map { String(decoding: $0, as: UTF8.self) } ?? folder.file(named: Configuration.fileName)
    text = found.flatMap { try? FileSystem.contents($0, limit: 1 << 20) }.flatMap {
      String(validating: $0, as: UTF8.self)
    }
  }

  /// What adds one more name of our own side; nil when the result would not be read so.
  public func edit(addingToTeam name: String) -> TextEdit? { words?.edit(addingToTeam: name) }

  /// What adds another name of somebody or something; nil when the result would not be read so.
  public func edit(adding alias: Fix.Alias) -> TextEdit? { words?.edit(adding: alias) }

  private var words: SettingsText? { SettingsText(Array((text ?? "").utf8)) }
}
