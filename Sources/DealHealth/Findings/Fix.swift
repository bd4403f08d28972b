import SourceText

/// A change of a note that settles a finding.
public struct Fix: Hashable, Sendable {
  /// What it does: `#ned/driver → #need/driver`.
  public let title: String
  /// The note's path.
  public let path: String
  /// What is replaced there.
  public let edit: TextEdit
  /// Whether it says only what the writer certainly meant. Another one may change what the note means.
  public let isSafe: Bool

  /// A change of the note at `path`.
  public init(title: String, path: String, edit: TextEdit, isSafe: Bool) {
    self.title = title
    self.path = path
    self.edit = edit
    self.isSafe = isSafe
  }
}
