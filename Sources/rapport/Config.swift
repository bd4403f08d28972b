import ArgumentParser
import Workspace

/// `rapport config`: what is set, and what can be.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows which settings are in force, and where they come from.",
    discussion: """
      Settings stand in \(Configuration.fileName), in the folder of the notes or above. What is printed is such a file \
      itself, with the line behind each setting that it comes from. rapport init makes a first one.

      EXAMPLES
        rapport config notes             everything in force for these notes
        rapport config notes/archive     what holds in this folder
        rapport config --format json
        rapport config --schema > rapport.schema.json    for editors
      """)

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

  @Argument(help: ArgumentHelp("A note or a folder. (default: .)", valueName: "path")) var path: String?
  @Flag(help: "Show what is in force. This is what happens anyway.") var show = false
  @Flag(help: "Print the JSON Schema of the file.") var schema = false
  @Option(help: "How it is written.") var format = Format.yaml
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if schema, show || path != nil {
      throw ValidationError(
        en: "--schema is about the file in general; leave --show and the path out",
        zh: "--schema 讲的是这个文件的一般写法，不用写 --show 和路径")
    }
  }

  func run() throws {
    if schema { return try StandardStream.output.write(ConfigurationSchema.json()) }
    let place = path ?? "."
    // A path that leads nowhere is rather mistyped than a note to come.
    _ = try Discovery(of: [place])
    let listing = ConfigurationListing(try Configuration(above: place), for: place)
    try StandardStream.output.write(format == .json ? listing.json() : listing.yaml())
  }
}
