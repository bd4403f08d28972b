import DealJournal
import FactReading
import NoteSyntax

/// Trains the models of customers and stages from annotated journals, each read by models that never saw it: what those say
/// of a journal that they learnt from is surer than it will be elsewhere.
struct DealTraining {
  /// A journal, with the models that read it.
  private struct Source {
    let readings: [NoteReading]
    let asOf: Day
    let models: ReadingModels
    let gold: AnnotatedJournal.Gold
  }

  private let sources: [Source]
  /// Weight of the squared weights of stages: few deals teach many features.
  var stageDecay = 6.0

  /// Reads each of `journals` with the models that `models` gives for it, by position.
  init(_ journals: [AnnotatedJournal], models: (Int) -> ReadingModels) {
    sources = journals.enumerated().compactMap { index, journal in
      guard let asOf = Day(iso: journal.gold.asOf) else { return nil }
      let models = models(index)
      return Source(
        readings: journal.sources.map { NoteReading(of: Note(parsing: $0), models: models) }, asOf: asOf,
        models: models, gold: journal.gold)
    }
  }

  /// The model of accounts that the journals at `positions` teach: first its first pass, then with that the second.
  func accounts(_ positions: [Int]) -> LinearModel {
    func row(_ model: LinearModel?, _ features: (DealStudy.Family) -> [Double]) -> LinearModel.Row {
      LinearTrainer().row(
        positions.flatMap { position in
          let source = sources[position]
          return study(source, accounts: model).families.map { family in
            LinearTrainer.Example(
              features: features(family), answer: source.gold.deal(called: family.forms) == nil ? 0 : 1)
          }
        })
    }
    let first = row(nil, \.first)
    // Until the second pass is learnt, its place is the first's.
    return LinearModel(rows: [first, row(LinearModel(rows: [first, first]), \.second)])
  }

  /// The model of stages that the journals at `positions` teach, when `accounts` finds their deals.
  func stages(_ positions: [Int], accounts: (Int) -> LinearModel?) -> LinearModel {
    let examples = positions.flatMap { position in
      let source = sources[position]
      return study(source, accounts: accounts(position)).deals.compactMap { found in
        guard let stage = source.gold.deal(called: found.surfaces).flatMap({ Stage(rawValue: $0.stage) }),
          let answer = Stage.allCases.firstIndex(of: stage)
        else { return nil as LinearTrainer.Example? }
        return LinearTrainer.Example(features: found.features, answer: answer)
      }
    }
    return LinearModel(rows: LinearTrainer(decay: stageDecay).rows(examples, classes: Stage.allCases.count))
  }

  private func study(_ source: Source, accounts: LinearModel?) -> DealStudy {
    var models = source.models
    models.accounts = accounts
    return DealStudy(source.readings, asOf: source.asOf, models: models)
  }
}
