/// `docs/commands.md`: every command with its options, from the definitions that also make help, manual and completions.
///
/// ArgumentParser tells them as JSON (`--experimental-dump-help`, its `ToolInfo`); the program beside this one is asked.
enum CommandReference {
  /// The document.
  static func text() throws -> String {
    let tool = try ToolInfo.ofProgramBeside()
    let intro = """
      # Commands

      Made from the program's own definitions by `rapport-dev generate`; not to be edited. The same in the terminal: \
      `rapport help COMMAND`, and `man rapport` after `make install`. What JSON, CSV and TSV hold: [json.md](json.md).
      """
    return ([intro] + sections(of: tool.command, path: [])).joined(separator: "\n\n") + "\n"
  }

  private static func sections(of command: ToolInfo.Command, path: [String]) -> [String] {
    guard command.isShown else { return [] }
    let path = path + [command.commandName]
    let name = path.joined(separator: " ")
    var parts = [String(repeating: "#", count: min(path.count, 2) + 1) + " `\(name)`"]
    if let abstract = command.abstract { parts.append(abstract) }
    parts += paragraphs(of: command)
    let own = command.ownArguments
    if !own.isEmpty {
      let usage = own.filter { $0.kind == "positional" }.map { argument in
        let name = "<\(argument.valueName ?? "value")>" + (argument.isRepeating ? "…" : "")
        return argument.isOptional ? "[\(name)]" : name
      }
      parts.append("```\n" + ([name] + usage + ["[options]"]).joined(separator: " ") + "\n```")
      parts.append(own.map(row).joined(separator: "\n"))
    }
    return parts + (command.subcommands ?? []).flatMap { sections(of: $0, path: path) }
  }

  /// Prose as it is, and what stands under a heading in capitals set in, as code.
  private static func paragraphs(of command: ToolInfo.Command) -> [String] {
    command.blocks.flatMap { block -> [String] in
      switch block {
      case .prose(let text): [text.replacing("<!--", with: "`<!--").replacing("-->", with: "-->`")]
      case .listing(let title, let lines): ["\(title):", "```\n" + lines.joined(separator: "\n") + "\n```"]
      }
    }
  }

  private static func row(_ argument: ToolInfo.Argument) -> String {
    let value = argument.kind == "flag" ? "" : " <\(argument.valueName ?? "value")>"
    let names = argument.names?.map(\.spelling).joined(separator: "`, `")
    let head = names.map { "`\($0)\(value)`" } ?? "`<\(argument.valueName ?? "value")>`"
    var notes: [String] = []
    if let values = argument.allValues, !values.isEmpty, !(argument.abstract ?? "").contains(values[0] + ",") {
      notes.append("one of " + values.map { "`\($0)`" }.joined(separator: ", "))
    }
    if let standard = argument.defaultValue, argument.kind != "flag" { notes.append("default `\(standard)`") }
    let abstract = (argument.abstract ?? "").replacing("<", with: "\\<").replacing("|", with: "\\|")
    return "- \(head): \(abstract)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }
}
