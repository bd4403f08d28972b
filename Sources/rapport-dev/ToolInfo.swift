import ArgumentParser
import FoundationEssentials
import Workspace

/// What ArgumentParser tells of a program's commands (`--experimental-dump-help`): the definitions that also make help and
/// completions.
struct ToolInfo: Decodable {
  /// The program itself, with its commands below.
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// Whether users are to see it.
    var isShown: Bool { commandName != "help" && shouldDisplay ?? true }

    /// Its arguments but those that every command has.
    var ownArguments: [Argument] {
      (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.names?.last?.name) }
    }

    /// The pieces of its discussion, between empty lines.
    var blocks: [Block] {
      (discussion ?? "").split(separator: "\n\n", omittingEmptySubsequences: true).map { piece in
        let lines = piece.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let first = lines.first, first == first.uppercased(), first != first.lowercased() else {
          return .prose(lines.joined(separator: "\n"))
        }
        return .listing(
          title: first.prefix(1) + first.dropFirst().lowercased(),
          lines: lines.dropFirst().map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 })
      }
    }
  }

  /// A piece of a discussion.
  enum Block {
    case prose(String)
    /// Lines to be shown as they are, such as examples.
    case listing(title: String, lines: [String])
  }

  struct Argument: Decodable {
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

  struct Name: Decodable {
    let kind: String
    let name: String

    var spelling: String { kind == "long" ? "--" + name : "-" + name }
  }

  /// That of the `rapport` beside this program.
  static func ofProgramBeside() throws -> ToolInfo {
    let program = MeasuredProgram.path
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess.run([program.contains("/") ? program : "rapport", "--experimental-dump-help"])
    } catch {
      throw ValidationError("\(program) is not built; run: swift build")
    }
    guard outcome.status == 0 else { throw ValidationError(String(decoding: outcome.errors, as: UTF8.self)) }
    return try JSONDecoder().decode(ToolInfo.self, from: Data(outcome.output))
  }
}
