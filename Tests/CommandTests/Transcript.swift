/// Commands with what they print and how they end, as a file of text:
///
///     # A line of explanation.
///     $ rapport check notes
///     > a second line of the same command
///     | a line of standard output
///     ! a line of standard error
///     = 1
///
/// The exit status closes each command; one that has none yet, in a transcript that is to be blessed, fails. Output that does not end in a line feed is marked by `|\` as its last line.
struct Transcript {
  /// A command and what came of it.
  struct Step: Equatable {
    var comment: [String] = []
    var command = ""
    var output: [String] = []
    var errors: [String] = []
    var status: Int32 = 0

    var text: String {
      let lines = command.split(separator: "\n", omittingEmptySubsequences: false)
      return comment.map { $0 + "\n" }.joined() + "$ " + lines.joined(separator: "\n> ") + "\n"
        + output.map { Self.marked("|", $0) }.joined() + errors.map { Self.marked("!", $0) }.joined() + "= \(status)\n"
    }

    private static func marked(_ mark: String, _ line: String) -> String {
      line.isEmpty ? mark + "\n" : mark + " " + line + "\n"
    }
  }

  let steps: [Step]

  /// Reads a transcript; comments and empty lines belong to the command that follows.
  init(parsing text: String) {
    var steps: [Step] = []
    var step = Step()
    func close(_ status: Int32) {
      step.status = status
      steps.append(step)
      step = Step()
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let rest = String(line.dropFirst(2))
      switch line.first {
      case "$":
        if !step.command.isEmpty { close(-1) }
        step.command = rest
      case ">": step.command += "\n" + rest
      case "|": step.output.append(rest)
      case "!": step.errors.append(rest)
      case "=": close(Int32(rest) ?? -1)
      case "#" where !step.command.isEmpty:
        close(-1)
        step.comment.append(line)
      default: step.comment.append(line)
      }
    }
    if !step.command.isEmpty { close(-1) }
    self.steps = steps
  }
}
