import ArgumentParser
import FactReading
import SourceText
import Workspace

/// In which language and colours a command speaks.
struct OutputOptions: ParsableArguments {
  @Option(help: "Language of messages: en or zh. (default: the language of the notes)")
  var lang: Language?

  @Option(help: ArgumentHelp("Colours: auto, always or never; auto heeds NO_COLOR.", valueName: "when"))
  var color = Coloring.auto

  /// When to use colours.
  enum Coloring: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// How text goes to standard output: as wide as the terminal, but never wider than reads well.
  var style: TerminalStyle { TerminalStyle(hasColor: hasColor, width: min(Self.columns, 100)) }

  /// How tables go there: as wide as the terminal.
  var tableStyle: TerminalStyle { TerminalStyle(hasColor: hasColor, width: Self.columns) }

  private var hasColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: StandardStream.output.isColourTerminal && (Environment.value(of: "NO_COLOR") ?? "").isEmpty
    }
  }

  /// What COLUMNS says, else the terminal; 80 where there is none.
  private static var columns: Int {
    Environment.value(of: "COLUMNS").flatMap { Int($0) } ?? StandardStream.output.columns ?? 80
  }

  /// The language asked for on the command line, else that of the environment, whatever else there is on it: for what
  /// stops a command before its options are at hand.
  static var languageAsked: Language {
    let arguments = CommandLine.arguments
    let named = arguments.indices.dropLast().last { arguments[$0] == "--lang" }.map { arguments[$0 + 1] }
    let joined = arguments.last { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    return (named ?? joined).flatMap(Language.init) ?? languageOfEnvironment
  }

  /// The language asked for, else that of the user's environment: for what is said before any note is read.
  var languageWithoutNotes: Language { lang ?? Self.languageOfEnvironment }

  private static var languageOfEnvironment: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment.value(of: $0) }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }
}

extension Language: ExpressibleByArgument {}
