import ArgumentParser
import FoundationEssentials
import Workspace

/// `docs/commands.md`: every command with its options, from the definitions that also make help, manual and completions.
///
/// ArgumentParser tells them as JSON (`--experimental-dump-help`, its `ToolInfo`); the program beside this one is asked.
enum CommandReference {
  /// The document.
  static func text() throws -> String {
    let program = String((CommandLine.arguments.first ?? "").dropLast("-dev".count))
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess.run([program.contains("/") ? program : "rapport", "--experimental-dump-help"])
    } catch {
      throw ValidationError("\(program) is not built; run: swift build")
    }
    guard outcome.status == 0 else { throw ValidationError(String(decoding: outcome.errors, as: UTF8.self)) }
    let tool = try JSONDecoder().decode(ToolInfo.self, from: Data(outcome.output))
    let intro = """
      # Commands

      Made from the program's own definitions by `rapport-dev generate`; not to be edited. The same in the terminal: \
      `rapport help COMMAND`, and `man rapport` after `make install`. What JSON, CSV and TSV hold: [json.md](json.md).
      """
    return ([intro] + sections(of: tool.command, path: [])).joined(separator: "\n\n") + "\n"
  }

  private struct ToolInfo: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  private struct Argument: Decodable {
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
  }

  private struct Name: Decodable {
    let kind: String
    let name: String

    var spelling: String { kind == "long" ? "--" + name : "-" + name }
  }

  private static func sections(of command: Command, path: [String]) -> [String] {
    guard command.commandName != "help", command.shouldDisplay ?? true else { return [] }
    let path = path + [command.commandName]
    let name = path.joined(separator: " ")
    var parts = [String(repeating: "#", count: min(path.count, 2) + 1) + " `\(name)`"]
    if let abstract = command.abstract { parts.append(abstract) }
    if let discussion = command.discussion { parts += paragraphs(of: discussion) }
    let own = (command.arguments ?? []).filter {
      $0.shouldDisplay && !["help", "version"].contains($0.names?.last?.name)
    }
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
  private static func paragraphs(of discussion: String) -> [String] {
    var parts: [String] = []
    for block in discussion.split(separator: "\n\n", omittingEmptySubsequences: true) {
      var lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard let first = lines.first, first == first.uppercased(), first != first.lowercased() else {
        parts.append(lines.joined(separator: "\n").replacing("<!--", with: "`<!--").replacing("-->", with: "-->`"))
        continue
      }
      lines.removeFirst()
      let title = first.prefix(1) + first.dropFirst().lowercased()
      parts.append("\(title):")
      parts.append(
        "```\n" + lines.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }.joined(separator: "\n") + "\n```")
    }
    return parts
  }

  private static func row(_ argument: Argument) -> String {
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
