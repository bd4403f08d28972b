import ArgumentParser
import LanguageServer
import Workspace

/// `rapport editor`: how editors start the language server.
struct Editor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells editors how to start the language server.", subcommands: [Setup.self])

  /// `rapport editor setup`
  struct Setup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the lines that an editor needs, or adds them to its settings.",
      discussion: """
        Lines are added once, behind what the file has; a file whose format allows no addition is left to you.

        EXAMPLES
          rapport editor setup neovim
          rapport editor setup helix --write
        """)

    @Argument(
      help: ArgumentHelp(
        "The editor: \(EditorSetup.all.map(\.name).joined(separator: ", ")).", valueName: "editor"))
    var editor: EditorSetup

    @Flag(help: "Add the lines to the editor's settings, after showing them.") var write = false

    func run() throws {
      try StandardStream.error.write("\(editor.title): \(editor.notes)\n")
      try StandardStream.output.write(editor.lines)
      guard write else { return }
      guard let name = editor.file, let home = Environment.value(of: "HOME"), !home.isEmpty else {
        throw Failure(
          en: "nothing can be added for \(editor.title) but by hand", zh: "\(editor.title) 的设置只能自己动手加")
      }
      let path = home + "/" + name
      switch try SettingsFile(at: path).add(editor.lines, canFollow: editor.canFollow) {
      case .added: try StandardStream.error.write("rapport: added to \(path)\n")
      case .known: try StandardStream.error.write("rapport: \(path) has these lines already\n")
      case .refused:
        throw Failure(
          en: "\(path): has other settings; put the lines into them by hand", zh: "\(path)：里面有别的设置，请自己把这几行加进去")
      }
    }
  }
}

extension EditorSetup: ExpressibleByArgument {
  /// An editor by its name.
  public init?(argument: String) {
    guard let setup = Self.all.first(where: { $0.name == argument.lowercased() }) else { return nil }
    self = setup
  }

  /// What may be given.
  public static var allValueStrings: [String] { all.map(\.name) }
}
