import ArgumentParser
import HealthReports

/// What the places that a report names lead to.
struct LinkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the notes are opened: https://forge/blob/main, vscode://file/home/me/, obsidian://open?vault=Notes, or a path.",
      valueName: "URL"))
  var linkBase: String?

  func validate() throws {
    guard let linkBase, EvidenceLinks(base: linkBase) == nil else { return }
    throw ValidationError("--link-base takes a path or one of \(EvidenceLinks.schemes.joined(separator: ", ")):")
  }

  /// Links as they were asked for.
  var links: EvidenceLinks { linkBase.flatMap { EvidenceLinks(base: $0) } ?? .none }
}
