import DealHealth
import FactReading
import NoteSyntax

/// All that has to be right for Rapport to serve somebody: settings, notes, git and its hook, the program itself.
///
/// Nothing is changed; each remark that is no praise says what to do.
public struct SetUp: Sendable {
  /// What was found, part by part.
  public let remarks: [SetUpRemark]
  /// The language of the notes, or that which the settings name; nil when neither tells.
  public let language: Language?

  /// Looks at the notes at `place`, as known at the end of `day`, and at the current folder's repository. Throws
  /// `Discovery.MissingPath` when there is nothing at `place`.
  public init(at place: String, asOf day: Day) throws(Discovery.MissingPath) {
    let discovery = try Discovery(of: [place])
    let settings = SettingsCheck(at: place)
    let notes = NotesCheck(discovery, at: place, settings, asOf: day)
    remarks =
      settings.remarks + notes.remarks + GitCheck(failsOn: !settings.configuration.failOn.isEmpty).remarks
      + ProgramCheck.remarks
    language = settings.configuration.reading.language ?? notes.language
  }
}
