import ArgumentParser
import Workspace

/// A command that answers a question about notes and changes nothing.
protocol NotesQuestion: ParsableCommand {
  /// The notes from which, with their settings and the command line, all of the answer follows; nil where more goes into it:
  /// git, a store, standard input, a template, chance.
  var asked: JournalOptions? { get }
  /// Whether nothing is said but the answer.
  var isQuiet: Bool { get }
  /// What the command says.
  func answer() throws -> Answer
  /// Prints it.
  func show(_ output: String) throws
}

extension NotesQuestion {
  var isQuiet: Bool { false }

  func run() throws { try answerOnce() }

  /// Says what was said the last time, if the same is asked of the same notes.
  func answerOnce() throws {
    // What is wrong with paths and settings, the answer tells.
    guard let asked, let folder = asked.cache, let key = try? asked.key else { return try give(answer()) }
    let cache = AnswerCache(in: folder)
    if let known = cache.answer(to: key) { return try give(known) }
    let answer = try answer()
    do throws(CacheFault) { try cache.keep(answer, for: key) } catch {
      if !isQuiet { try StandardStream.error.write(Failure.line(error.detail)) }
    }
    try give(answer)
  }

  private func give(_ answer: Answer) throws {
    try show(answer.output)
    if !answer.messages.isEmpty { try StandardStream.error.write(answer.messages) }
    if answer.status != 0 { throw ExitCode(Int32(answer.status)) }
  }
}

extension JournalOptions {
  /// What the answer to this command line follows from; nil when that cannot be told without reading.
  var key: AnswerKey? {
    get throws {
      guard stdinFilename == nil, !paths.contains("-") else { return nil }
      return try AnswerKey(
        asking: Array(CommandLine.arguments.dropFirst()), asOf: day, of: find(), withSettingsAt: place)
    }
  }
}
