import FactReading

/// Names that look like somebody's and are a customer's: those that the writer calls so, and Latin ones whose places show it.
/// Marlowe Hotels over a note is no person, nor is Aurelis where lines are about Aurelis Bio; and Aurelis Bonnie is a customer
/// and somebody of theirs.
struct NamesOfCustomers {
  /// What marks and labels call a customer or deal.
  private var told: Set<String> = []
  /// Names of several words, the last of which says what sort of organisation it is.
  private var wholes: Set<String> = []
  /// What those begin with.
  private var beginnings: Set<Substring> = []
  /// Single words that files, headings, lines and labels are called.
  private var titles: Set<Substring> = []
  /// What other names begin with.
  private let firstNames: Set<Substring>

  /// Looks through what may be called a customer; `types` are the names that may be people's.
  init(_ notes: JournalNotes, besides types: NameTypes) {
    firstNames = Set(
      types.all.lazy.filter { $0.form == .full || $0.form == .given }.compactMap { $0.key.split(separator: " ").first })
    for mark in notes.readings.lazy.flatMap(\.marks) {
      switch mark.meaning {
      case .account(let name), .deal(let name): told.insert(NameTypes.key(name))
      default: break
      }
    }
    let table = notes.accountTable
    let places: [AccountMention.Place] = [.heading, .folder, .fileName, .label, .title]
    for (index, surface) in table.surfaces.enumerated() {
      let key = NameTypes.key(surface)
      if table.stands(index, in: .label) { told.insert(key) }
      guard surface.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
      let words = key.split(separator: " ")
      if words.count > 1, AccountMention.hasKind(surface) {
        // Wendy Law and Gary Mills are called like firms.
        if !NameLexicon.isGivenName(words[0]),
          (places + [.opener, .mark]).contains(where: { table.stands(index, in: $0) })
        {
          wholes.insert(key)
          beginnings.insert(words[0])
        }
      } else if words.count == 1, places.contains(where: { table.stands(index, in: $0) }) {
        titles.insert(words[0])
      }
    }
  }

  /// Whether the writer calls a customer or deal so, in lower case.
  func areToldToInclude(_ key: String) -> Bool { told.contains(key) }

  /// Whether words in lower case are a customer's, or begin with one.
  func include(_ key: String) -> Bool {
    if wholes.contains(key) { return true }
    let words = key.split(separator: " ")
    guard let first = words.first, titles.contains(first), beginnings.contains(first) else { return false }
    return words.count == 1
      || words.count == 2 && (firstNames.contains(words[1]) || words[1].utf8.first.map { $0 >= 0xE3 } == true)
  }
}
