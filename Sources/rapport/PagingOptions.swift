import ArgumentParser
import Workspace

/// Whether long text is shown page by page.
struct PagingOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-pager"),
    help: "Write to the terminal at once. (Else long text goes through RAPPORT_PAGER, PAGER or less.)")
  var isOff = false

  /// Writes `text` to standard output.
  func show(_ text: String) throws {
    if isOff { try StandardStream.output.write(text) } else { try Pager().show(text) }
  }
}
