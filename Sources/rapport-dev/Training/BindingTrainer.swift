import DealJournal
import FactReading
import NoteSyntax

/// A marked fact with everybody whom it may concern, and whom it does.
struct BindingExample {
  let journal: Int
  let choices: [[UInt32]]
  /// The right one, as an index of `choices`; nil when the person was not found.
  let answer: Int?

  /// The facts of a journal other than contacts. Which sentence of its line says a fact is not marked: the one that the
  /// reading takes it from, else the line's first.
  static func examples(
    of journal: AnnotatedJournal, at position: Int, people: PeopleModel? = .builtin
  ) -> [BindingExample] {
    guard let asOf = Day(iso: journal.gold.asOf) else { return [] }
    let study = PlacementStudy(journal.sources.map { NoteReading(of: Note(parsing: $0)) }, asOf: asOf, people: people)
    let annotated = study.people.map { journal.annotatedPerson(named: Set($0.surfaces + [$0.name])) }
    var examples: [BindingExample] = []
    for (note, reading) in study.readings.enumerated() {
      for fact in journal.gold.facts where fact.file == reading.path {
        guard let kind = FactKind(rawValue: fact.kind), kind != .contact,
          let first = reading.sentences.firstIndex(where: { $0.line == fact.line })
        else { continue }
        let line = reading.sentences.indices[first...].prefix { reading.sentences[$0].line == fact.line }
        let sentence = line.first { reading.sentences[$0].candidates.contains { $0.kind == kind } } ?? first
        let choices = study.bindings[note].choices(for: kind, sentence: sentence)
        examples.append(
          BindingExample(
            journal: position, choices: choices.map(\.features),
            answer: choices.firstIndex { choice in choice.person.map { annotated[$0] ?? "" } == fact.person }))
      }
    }
    return examples
  }
}

/// Fits a `BindingModel` with AdaGrad, always in one order.
struct BindingTrainer {
  private var weights = [Float](repeating: 0, count: WeightTable.buckets)

  init(_ examples: [BindingExample], epochs: Int = 12, rate: Float = 0.05, decay: Float = 1e-3) {
    var squares = [Float](repeating: 1e-2, count: weights.count)
    var random = SplitMix64(seed: 5)
    var order = examples.indices.filter { examples[$0].answer != nil }
    for _ in 0..<epochs {
      for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
      for index in order {
        let places = examples[index].choices.map { $0.map { WeightTable.index($0, part: 0) } }
        let powers = places.map { StableMath.exp(min($0.reduce(0) { $0 + weights[$1] }, 30)) }
        let sum = powers.reduce(0, +)
        for (choice, places) in places.enumerated() {
          let error = powers[choice] / sum - (choice == examples[index].answer ? 1 : 0)
          for place in places {
            let slope = error + decay * weights[place]
            squares[place] += slope * slope
            weights[place] -= rate * slope / squares[place].squareRoot()
          }
        }
      }
    }
  }

  /// The model file.
  var file: WeightTableFile { WeightTableFile(weights, offset: 0, threshold: 0) }
}
