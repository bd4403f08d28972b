import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// Trains the model of gaps from annotated journals, each read by models that never saw it: it has to know how they err.
struct GapTraining {
  /// A deal as it was read: what it shows, where it stands, what rules find in it, and what the annotation says it lacks.
  private struct Example {
    let traits: [Double]
    let stage: Stage
    let found: Set<Gap>
    let lacking: Set<Gap>
    let people: [PersonExample]
  }

  /// Likewise somebody in a deal.
  private struct PersonExample {
    let traits: [Double]
    let lacking: Set<Gap>
  }

  private let examples: [Example]

  /// Weight of the squared weights beside the loss.
  var decay = 3.0
  /// How likely a gap has to be, in a deal or with a person, to be worth saying.
  var threshold = 0.17

  /// Reads each of `journals`, except those called like `others`, with the models that `models` gives for it, by position.
  init(_ journals: [AnnotatedJournal], without others: Set<String>, models: (Int) -> ReadingModels) {
    examples = journals.enumerated().flatMap { index, annotated -> [Example] in
      guard !others.contains(annotated.name), let asOf = Day(iso: annotated.gold.asOf) else { return [] }
      let models = models(index)
      let readings = annotated.sources.map { NoteReading(of: Note(parsing: $0), models: models) }
      let journal = Journal(folding: readings, asOf: asOf, models: models)
      let assessment = Assessment(of: journal)
      return journal.deals.map { deal in
        let context = assessment.context(of: deal)
        let found = (assessment.findings(ofDeal: deal.id) + assessment.waiting(ofDeal: deal.id)).map(\.name)
        let gold = annotated.gold.deal(called: deal.surfaces)
        let lacking = annotated.gold.gaps.filter { $0.deal == gold?.id }
        return Example(
          traits: context.traits, stage: deal.stage, found: Set(found.compactMap { Gap(rawValue: $0) }),
          lacking: Set(lacking.compactMap { Gap(rawValue: $0.kind) }),
          people: context.chain.map { influencer in
            let names = journal.person(influencer.person)?.surfaces ?? []
            let known = annotated.annotatedPerson(named: Set(names))
            return PersonExample(
              traits: context.traits(of: influencer),
              lacking: Set(
                lacking.filter { $0.person != nil && $0.person == known }.compactMap { Gap(rawValue: $0.kind) }))
          })
      }
    }
  }

  /// One row per gap, then one per gap of a person, above zero where it is likely enough. A deal's learns from those deals in
  /// which its rule finds it, and where the rule asks the model, from all of a stage in which it may speak.
  var model: LinearModel {
    LinearModel(
      rows: Gap.allCases.map { gap in
        let stages = Rule.all.first { $0.name == gap.rawValue }.map(\.stages)
        return row(
          examples.filter {
            $0.found.contains(gap) || Gap.lookedFor.contains(gap) && stages?.contains($0.stage) ?? false
          }.map { .init(features: $0.traits, answer: $0.lacking.contains(gap) ? 1 : 0) })
      }
        + Gap.personal.map { gap in
          row(examples.flatMap(\.people).map { .init(features: $0.traits, answer: $0.lacking.contains(gap) ? 1 : 0) })
        })
  }

  private func row(_ examples: [LinearTrainer.Example]) -> LinearModel.Row {
    var trainer = LinearTrainer()
    trainer.decay = decay
    let row = trainer.row(examples)
    return LinearModel.Row(
      bias: row.bias - StableMath.log(Float(threshold / (1 - threshold))), weights: row.weights)
  }
}

extension AnnotatedJournal.Gold {
  /// The deal that has most forms of the name in common; nil when none has any.
  func deal(called forms: some Sequence<String>) -> Deal? {
    let forms = Set(forms.map { $0.lowercased() })
    func shared(_ deal: Deal) -> Int { forms.intersection(([deal.name] + deal.surface).map { $0.lowercased() }).count }
    return deals.filter { shared($0) > 0 }.max { shared($0) < shared($1) }
  }
}
