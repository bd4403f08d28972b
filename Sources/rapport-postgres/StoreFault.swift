/// Why the store could not be asked, as a word for the program that asked and what belongs to it: what users are told is that
/// program's affair.
enum StoreFault: Error {
  /// Not called as it wants to be.
  case usage
  /// The URL says nothing that libpq understands; its own words.
  case url(String)
  /// The URL holds a password.
  case password
  /// No connection; libpq's words.
  case connection(String)
  /// The server refused a statement; its own words.
  case statement(String)
  /// Somebody else's push took too long.
  case busy
  /// Nothing was ever pushed there.
  case empty
  /// The tables have a version that this program does not know.
  case version(Int)
  /// The journal is another user's: the journal, and who that is.
  case owner(String, String)
  /// What was to be pushed broke off.
  case incomplete
  /// Nobody takes what was asked for any more.
  case output

  /// One line: the word, and behind tabs what belongs to it.
  var line: String {
    switch self {
    case .usage: "usage"
    case .url(let words): "url\t" + Self.flat(words)
    case .password: "password"
    case .connection(let words): "connection\t" + Self.flat(words)
    case .statement(let words): "statement\t" + Self.flat(words)
    case .busy: "busy"
    case .empty: "empty"
    case .version(let version): "version\t\(version)"
    case .owner(let journal, let owner): "owner\t\(Self.flat(journal))\t\(Self.flat(owner))"
    case .incomplete: "incomplete"
    case .output: "output"
    }
  }

  /// Lines of libpq are several.
  private static func flat(_ words: String) -> String {
    String(decoding: words.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
