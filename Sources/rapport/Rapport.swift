import ArgumentParser
import Workspace

/// The command line.
@main struct Rapport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport", abstract: "Says, deal by deal, what your sales notes show to be missing.",
    version: "0.1.0",
    subcommands: [Check.self, Report.self, Facts.self])
}
