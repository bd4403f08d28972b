import DealJournal
import NoteSyntax

extension Journal {
  /// The problems of the notes themselves of some kinds, with their places.
  func problems(where isWanted: (NoteProblem.Kind) -> Bool) -> [(problem: NoteProblem, evidence: Evidence)] {
    unchecked.compactMap { unchecked in
      guard case .problem(let problem) = unchecked.reason, isWanted(problem.kind) else { return nil }
      return (problem, unchecked.evidence)
    }
  }
}

extension Finding.Draft {
  /// One finding for each note that has something unchecked, so that a long diary doesn't drown the rest; `message`
  /// is told how many places there are, `fix` where they are.
  static func perNote(
    _ unchecked: [Unchecked], fix: ([Evidence]) -> Fix? = { _ in nil }, message: (Int) -> Text
  ) -> [Finding.Draft] {
    Dictionary(grouping: unchecked.map(\.evidence), by: \.path).sorted { $0.key < $1.key }.map { path, places in
      Finding.Draft(subject: path, message: message(places.count), evidence: places, fix: fix(places))
    }
  }
}
