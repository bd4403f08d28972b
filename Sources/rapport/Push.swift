import ArgumentParser
import FactReading
import Workspace

/// `rapport push`: a rep's journal for the team.
struct Push: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts the notes into the team's PostgreSQL database, where report --from reads all of them.",
    discussion: """
      Only what changed is written, all of it or nothing. The journal is yours: the server lets nobody else change it. \
      Passwords come from ~/.pgpass or PGPASSWORD and never from the URL; TLS is verified unless ?sslmode=… says \
      otherwise. docs/team-store.md tells how a team sets it up.

      EXAMPLES
        rapport push notes --to postgresql://dana@db.example.com/sales
        rapport push notes --to postgresql:///sales --journal dana      a server on this machine, by its socket
        rapport report --from postgresql://lead@db.example.com/sales --rep dana
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(name: .customLong("to"), help: ArgumentHelp("The database.", valueName: "url")) var place: String
  @Option(
    help: ArgumentHelp(
      "What the journal is called there, and the rep in reports. (default: the database's user)", valueName: "name"))
  var journal: String?

  func validate() throws {
    if TeamStore(at: place) == nil {
      throw ValidationError(
        en: "--to takes a URL that begins with postgresql://; rapport export writes files",
        zh: "--to 要写 postgresql:// 开头的网址；要写成文件请用 rapport export")
    }
    if let journal,
      journal.isEmpty || journal.hasPrefix(".") || journal.utf8.contains(where: { $0 < 0x20 || $0 == 0x2F })
    {
      throw ValidationError(
        en: "--journal takes a name without / that does not begin with a dot", zh: "--journal 要写一个名字，不能有 /，不能以点开头")
    }
  }

  func run() throws {
    guard let store = TeamStore(at: place) else { return }
    let reading = try options.read(output)
    let stored = try options.stored(reading).handedOn(naming: options.relative)
    let push = try store.push(stored, as: journal)
    let language = output.languageWithoutNotes
    try StandardStream.error.write(
      language == .zh
        ? "rapport：\(push.journal)：共 \(push.texts) 份，写入 \(push.written) 份，去掉 \(push.removed) 份\n"
        : "rapport: \(push.journal): \(push.texts.of("text")), \(push.written) written, \(push.removed) removed\n")
    try reading.tellUnreadable(in: language)
  }
}
