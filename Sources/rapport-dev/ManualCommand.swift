import ArgumentParser
import FindingFormats
import Workspace

/// The manual page, in the macros of man(7), from the definitions that also make help and completions. (ArgumentParser's own
/// generator leaves out all that is not ASCII, Han characters in examples among it.)
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page of the rapport beside this program.")

  func run() throws {
    let tool = try ToolInfo.ofProgramBeside()
    try StandardStream.output.write(Self.page(of: tool.command))
  }

  private static func page(of command: ToolInfo.Command) -> String {
    let name = command.commandName
    let lines =
      [
        ".TH \(name.uppercased()) 1 \"\" \"\(Tool.name) \(Tool.version)\"", ".SH NAME",
        "\(text(name)) \\- \(text(command.abstract ?? ""))", ".SH SYNOPSIS",
        ".B \(text(name))", ".I command", "[options]", ".SH DESCRIPTION",
      ] + command.blocks.flatMap(block) + [".SH COMMANDS"]
      + (command.subcommands ?? []).flatMap { section(of: $0, path: [name]) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(of command: ToolInfo.Command, path: [String]) -> [String] {
    guard command.isShown else { return [] }
    let path = path + [command.commandName]
    let own = command.ownArguments
    let usage = own.filter { $0.kind == "positional" }.map { argument in
      let name = "\\fI\(text(argument.valueName ?? "value"))\\fR" + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    var lines = [".SS \(text(path.joined(separator: " ")))"]
    lines += [command.abstract].compactMap { $0 }.map(text)
    if !own.isEmpty {
      lines += [
        ".PP", (["\\fB\(text(path.joined(separator: " ")))\\fR"] + usage + ["[options]"]).joined(separator: " "),
      ]
    }
    lines += command.blocks.flatMap(block) + own.flatMap(item)
    return lines + (command.subcommands ?? []).flatMap { section(of: $0, path: path) }
  }

  private static func block(_ block: ToolInfo.Block) -> [String] {
    switch block {
    case .prose(let words): [".PP", text(words)]
    case .listing(let title, let lines):
      [".PP", text(title) + ":", ".PP", ".nf", ".RS 4"] + lines.map(text) + [".RE", ".fi"]
    }
  }

  private static func item(_ argument: ToolInfo.Argument) -> [String] {
    let value = argument.kind == "flag" ? "" : " \\fI\(text(argument.valueName ?? "value"))\\fR"
    let head = argument.names.map { $0.map { "\\fB\(text($0.spelling))\\fR\(value)" }.joined(separator: ", ") }
    var words = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty, !words.contains(values[0] + ",") {
      words += " (\(values.joined(separator: ", ")))"
    }
    return [".TP", head ?? String(value.dropFirst()), text(words)]
  }

  /// Words as troff takes them for just these characters.
  private static func text(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : String(escaped)
    }.joined(separator: "\n")
  }
}
