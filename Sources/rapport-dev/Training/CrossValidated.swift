import ArgumentParser
import FactReading

/// What `cross-validate` left behind: annotated journals, and for each the models that never saw it.
struct CrossValidated: ParsableArguments {
  static let discussion = """
    Each journal is read with the models of MODELS that never saw it: run `cross-validate MODELS CORPORA` with the same
    journals and parts before.
    """

  @Argument(help: "The folder given to cross-validate.")
  var models: String

  @Argument(help: "Folders of journals, as given to cross-validate.")
  var corpora: [String]

  @Option(help: "As given to cross-validate.")
  var parts = 5

  /// The journals in the order in which they were dealt out to the parts.
  func journals() throws -> [AnnotatedJournal] { try AnnotatedJournal.read(corpora) }

  /// The models that never saw the journal at a position. A part that was never trained is an error.
  func reader() throws -> (Int) -> ReadingModels {
    let read = (0..<parts).map { ModelFolder(path: "\(models)/\($0)").models }
    if let part = read.firstIndex(where: { $0.facts == nil || $0.accounts == nil }) {
      throw ValidationError("\(models)/\(part) lacks models: run cross-validate first")
    }
    return { read[$0 % parts] }
  }
}
