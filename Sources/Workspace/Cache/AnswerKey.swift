import NoteSyntax
import SourceText

/// Everything that an answer about notes follows from, as a number that stands for it: the program, the question, the day, the
/// settings beside the notes, and for each note which version of it there is. No note is opened for it.
public struct AnswerKey: Sendable {
  /// 32 hexadecimal digits.
  let name: String
  /// Whether every note has been what it is for a while. One that was written a moment ago can be written again without its
  /// times telling: what git calls racy.
  let isSettled: Bool

  /// File systems tell times in steps of up to two seconds.
  private static let step = 2

  /// What the answer to `words` follows from, asked at the end of `day` of the notes that were `found`, with the settings that
  /// belong to `place`. Nil where it cannot be told; throws the fault of the settings. `now` is in seconds since 1970, by
  /// default the clock's.
  public init?(
    asking words: [String], asOf day: Day, of found: Discovery, withSettingsAt place: String, now: Int? = nil
  ) throws(Configuration.Fault) {
    guard let program = RunningProgram.path, let version = try? FileSystem.version(program),
      let folder = try? FileSystem.realPath([0x2E])
    else { return nil }
    var digest = Digest()
    digest.take(program)
    digest.take(version)
    digest.take(folder)
    digest.take(words.map { Array($0.utf8) })
    digest.take(Self.surroundings.map { Array($0.utf8) })
    digest.take(UInt64(bitPattern: Int64(day.number)))
    let settings = try Configuration(above: place)
    let dismissals = try DismissalFile(above: place)
    let baseline = try BaselineFile(above: place)
    digest.take([
      Array((settings.path ?? "").utf8), settings.folder, settings.source, Array(dismissals.path.utf8),
      dismissals.bytes,
      Array(baseline.path.utf8), baseline.bytes ?? [],
    ])
    digest.take(found.unreadable.flatMap { [Array($0.path.utf8), Array($0.detail.utf8)] })
    let recent = (now ?? SystemClock.secondsSince1970()) - Self.step
    var isSettled = true
    for note in found.notes {
      guard let path = note.systemPath, let version = try? FileSystem.version(path) else { return nil }
      digest.take(Array(note.path.utf8))
      digest.take(version)
      isSettled = isSettled && max(version.written.seconds, version.changed.seconds) < recent
    }
    name = digest.text
    self.isSettled = isSettled
  }

  /// What of the environment an answer may follow from.
  private static var surroundings: [String] {
    ["LC_ALL", "LC_MESSAGES", "LANG", "TERM", "NO_COLOR", "COLUMNS"].map {
      Environment.value(of: $0).map { "=" + $0 } ?? ""
    }
      + [StandardStream.output.isTerminal ? "terminal" : "", StandardStream.output.columns.map(String.init) ?? ""]
  }
}
