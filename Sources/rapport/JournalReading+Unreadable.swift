import FactReading
import Workspace

extension JournalReading {
  /// Names on standard error what could not be read.
  func tellUnreadable(in language: Language) throws {
    if !unreadable.isEmpty { try StandardStream.error.write(wordsOfUnreadable(in: language)) }
  }

  /// Names what could not be read, for commands whose output has no place for it: lines for standard error.
  func wordsOfUnreadable(in language: Language) -> String {
    unreadable.map { problem in
      language == .zh
        ? "rapport：\(problem.path) \(problem.detailZh)\n" : "rapport: \(problem.path) \(problem.detail)\n"
    }.joined()
  }
}
