import DealHealth
import FactReading
import SourceText

/// A journal as it is kept elsewhere: all that its report follows from. What was kept and is read again gives the same.
public struct StoredJournal: Sendable {
  /// Its texts.
  public let sources: [JournalSource]

  /// A journal of `sources`, of which one at most is settings.
  public init(_ sources: [JournalSource]) { self.sources = sources }

  /// All that `reading` was made of, and what was let be or known beside it.
  public init(of reading: JournalReading, dismissals: DismissalFile, baseline: BaselineFile) {
    let settings = reading.settings
    let places = settings.places(ofNotesAt: reading.sources.map(\.path) + reading.unreadable.map(\.path))
    var sources = reading.sources.map {
      JournalSource(.note, path: $0.path, place: places[$0.path], text: String(decoding: $0.bytes, as: UTF8.self))
    }
    sources += reading.unreadable.map {
      JournalSource(.unreadable, path: $0.path, place: places[$0.path], text: $0.cause.code)
    }
    func add(_ kind: JournalSource.Kind, _ path: String, _ bytes: [UInt8]) {
      guard !bytes.isEmpty else { return }
      sources.append(JournalSource(kind, path: path, text: String(decoding: bytes, as: UTF8.self)))
    }
    add(.settings, settings.path ?? Configuration.fileName, settings.source)
    add(.dismissals, dismissals.path, dismissals.bytes)
    add(.baseline, baseline.path, baseline.bytes ?? [])
    self.init(sources)
  }

  /// The same to be handed on: each note's path as `name` tells it, and of other files, which may lie in folders above, their
  /// names alone.
  public func handedOn(naming name: (String) -> String) -> StoredJournal {
    StoredJournal(
      sources.map { source in
        let isOfNote = source.kind == .note || source.kind == .unreadable
        let file = source.path.split(separator: "/").last.map(String.init) ?? source.path
        return JournalSource(
          source.kind, path: isOfNote ? name(source.path) : file, place: source.place, text: source.text)
      })
  }

  /// Reads the notes again with the settings that were kept with them, and messages in `language` when one is asked for.
  /// Fails only where what was kept is no settings of this version.
  public func reading(speaking language: Language?) throws(Configuration.Fault) -> JournalReading {
    var settings = Configuration()
    if let source = sources.first(where: { $0.kind == .settings }) {
      settings = try Configuration(parsing: Array(source.text.utf8), path: source.path)
    }
    var dismissals: [Dismissal] = []
    for source in all(.dismissals) {
      dismissals += try DismissalFile(parsing: Array(source.text.utf8), path: source.path).dismissals
    }
    return JournalReading(
      of: all(.note).map { NoteInput(path: $0.path, bytes: Array($0.text.utf8)) },
      unreadable: all(.unreadable).map {
        UnreadablePath(path: $0.path, cause: UnreadablePath.Cause(code: $0.text))
      },
      settings: settings.speaking(language).placing(places), dismissals: dismissals)
  }

  /// What was missing when somebody began to look.
  public func baseline() throws(Configuration.Fault) -> Set<Finding.Identity> {
    var known: Set<Finding.Identity> = []
    for source in all(.baseline) {
      known.formUnion(try BaselineFile(parsing: Array(source.text.utf8), path: source.path).known)
    }
    return known
  }

  private func all(_ kind: JournalSource.Kind) -> [JournalSource] { sources.filter { $0.kind == kind } }

  /// Where the notes lie, by their paths.
  private var places: [String: String] {
    Dictionary(sources.lazy.compactMap { source in source.place.map { (source.path, $0) } }) { first, _ in first }
  }
}

extension UnreadablePath.Cause {
  /// The cause in a word, and behind a space what belongs to it.
  var code: String {
    switch self {
    case .refused(let words): "refused \(words)"
    case .forbidden: "forbidden"
    case .notAFile: "not-a-file"
    case .linkToOther(let target): "link \(target)"
    case .empty: "empty"
    case .tooLarge(let count): "too-large \(count)"
    case .binary(let line): "binary \(line)"
    case .otherUnicode(let name): "unicode \(name)"
    case .foreignEncoding(let name): name.map { "encoding \($0)" } ?? "encoding"
    case .damaged(let line): "damaged \(line)"
    }
  }

  /// The cause of a code; one that is not known stands for itself.
  init(code: String) {
    let end = code.firstIndex(of: " ") ?? code.endIndex
    let rest = String(code[end...].dropFirst())
    switch (code[..<end], Int(rest)) {
    case ("refused", _): self = .refused(rest)
    case ("forbidden", _): self = .forbidden
    case ("not-a-file", _): self = .notAFile
    case ("link", _): self = .linkToOther(rest)
    case ("empty", _): self = .empty
    case ("too-large", let count?): self = .tooLarge(count)
    case ("binary", let line?): self = .binary(line: line)
    case ("unicode", _): self = .otherUnicode(rest)
    case ("encoding", _): self = .foreignEncoding(rest.isEmpty ? nil : rest)
    case ("damaged", let line?): self = .damaged(line: line)
    default: self = .refused(code)
    }
  }
}
