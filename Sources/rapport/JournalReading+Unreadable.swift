import FactReading
import Workspace

extension JournalReading {
  /// Names on standard error what could not be read, for commands whose output has no place for it.
  func tellUnreadable(in language: Language) throws {
    for problem in unreadable {
      try StandardStream.error.write(
        language == .zh
          ? "rapport：\(problem.path) \(problem.detailZh)\n" : "rapport: \(problem.path) \(problem.detail)\n")
    }
  }
}
