/// The program in which somebody at a terminal turns the pages of a long text: `RAPPORT_PAGER`, else `PAGER`, else `less`.
public struct Pager: Sendable {
  /// The program and its arguments; empty when the user wants none.
  let arguments: [String]

  /// The user's pager. An empty value and `cat` mean none.
  public init() {
    let chosen = ["RAPPORT_PAGER", "PAGER"].lazy.compactMap { Environment.value(of: $0) }.first ?? "less"
    self.init(command: chosen)
  }

  /// A pager by its command line, which no shell sees.
  init(command: String) {
    let words = CommandWords.of(command)
    arguments = words == ["cat"] || words.first?.isEmpty ?? true ? [] : words
  }

  /// Writes `text` to standard output, through the pager when that is a terminal that it does not fit on.
  public func show(_ text: String) throws(StandardStream.WriteFailure) {
    let output = StandardStream.output
    let lines = text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    guard output.isTerminal, !arguments.isEmpty, lines >= output.rows ?? .max else { return try output.write(text) }
    // As git does: leave what fits, keep colours, leave the text on the screen.
    let environment = Environment.value(of: "LESS") == nil ? ["LESS": "FRX"] : [:]
    do throws(ChildProcess.Failure) {
      let status = try ChildProcess.feed(Array(text.utf8), to: arguments, environment: environment)
      if status == 127 { try? output.write(text) }
    } catch {
      try output.write(text)
    }
  }
}
