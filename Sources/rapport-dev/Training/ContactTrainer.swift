import DealJournal
import FactReading
import NoteSyntax

/// An encounter with its features and whether careful readers marked a contact.
struct ContactExample {
  let journal: Int
  let mentions: [FeatureList]
  let traits: [UInt32]
  let isContact: Bool

  /// The encounters of a journal, and the number of contacts marked in it. A person of the reading stands for the
  /// annotated one with whom it shares a form of the name.
  static func examples(
    of journal: AnnotatedJournal, at position: Int, people: PeopleModel? = .builtin
  ) -> (examples: [ContactExample], marked: Int) {
    guard let asOf = Day(iso: journal.gold.asOf) else { return ([], 0) }
    let notes = journal.sources.sorted { $0.path < $1.path }.map { Note(parsing: $0) }
    let readings = notes.map { NoteReading(of: $0) }
    let study = PlacementStudy(readings, asOf: asOf, people: people)
    let features = notes.indices.map { index in
      NoteFeatures(
        note: notes[index], cues: SentenceCues(notes[index]),
        namesOfSentence: NoteFeatures.ranges(of: readings[index].names, in: notes[index]))
    }
    let annotated = study.people.map { person in journal.annotatedPerson(named: Set(person.surfaces + [person.name])) }
    let contacts = journal.gold.facts.filter { $0.kind == FactKind.contact.rawValue }
    let examples = study.encounters.map { encounter in
      let reading = readings[encounter.note]
      let start = reading.entries[encounter.entry].line
      let end = encounter.entry + 1 < reading.entries.count ? reading.entries[encounter.entry + 1].line : Int.max
      return ContactExample(
        journal: position,
        mentions: encounter.mentions.map { mention in
          var list = FeatureList()
          features[encounter.note].addContactFeatures(of: reading.names[mention], to: &list)
          return list
        },
        traits: encounter.traits,
        isContact: annotated[encounter.person].map { person in
          contacts.contains {
            $0.file == reading.path && $0.person == person && start <= $0.line && $0.line < end
          }
        } ?? false)
    }
    return (examples, contacts.count)
  }
}

/// Fits a `ContactModel` with AdaGrad, always in one order.
struct ContactTrainer {
  private var weights = [Float](repeating: 0, count: ContactModel.Part.allCases.count * WeightTable.buckets)
  private var bias: Float = -1

  init(_ examples: [ContactExample], epochs: Int = 20, rate: Float = 0.01, decay: Float = 1e-2) {
    var squares = [Float](repeating: 1e-2, count: weights.count)
    var random = SplitMix64(seed: 11)
    var order = Array(examples.indices)
    let terms = examples.map(Self.terms)
    for _ in 0..<epochs {
      for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
      for index in order {
        let logit = terms[index].reduce(bias) { $0 + weights[$1.0] * $1.1 }
        let error = StableMath.logistic(logit) - (examples[index].isContact ? 1 : 0)
        bias -= 0.01 * error
        for (at, value) in terms[index] {
          let slope = error * value + decay * weights[at]
          squares[at] += slope * slope
          weights[at] -= rate * slope / squares[at].squareRoot()
        }
      }
    }
  }

  /// Where an example's features have their weights, and how much each counts.
  private static func terms(_ example: ContactExample) -> [(Int, Float)] {
    func at(_ feature: UInt32, _ part: ContactModel.Part) -> Int {
      WeightTable.index(feature, part: part.rawValue)
    }
    let share = 1 / Float(max(example.mentions.count, 1)).squareRoot()
    return example.traits.map { (at($0, .encounter), 1) }
      + (example.mentions.first?.sparse ?? []).map { (at($0, .first), 1) }
      + example.mentions.flatMap { $0.sparse.map { (at($0, .mention), share) } }
  }

  /// The model file.
  func file(threshold: Float) -> WeightTableFile { WeightTableFile(weights, offset: bias, threshold: threshold) }
}

extension ContactModel {
  /// The probability of an example.
  func probability(of example: ContactExample) -> Float {
    probability(mentions: example.mentions.map { MentionSign($0, self) }, traits: example.traits)
  }
}
