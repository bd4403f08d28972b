import DealJournal
import FactReading
import NoteSyntax

/// The people of an annotated journal, beside what the reader sees of them.
struct AnnotatedPeople {
  let gold: [AnnotatedJournal.Gold.Person]
  let evidence: PeopleEvidence
  private let weight: Double
  private let owners: [String: Int]

  /// All notes of `journal`, or only the one at `note`: people keep a single note too, and it shows less.
  init(_ journal: AnnotatedJournal, note: Int? = nil, weight: Double = 1) {
    self.weight = weight
    let gold = journal.gold.people
    self.gold = gold
    let asOf = Day(iso: journal.gold.asOf) ?? Day(number: 0)
    evidence = PeopleEvidence(
      (note.map { [journal.sources[$0]] } ?? journal.sources).map { NoteReading(of: Note(parsing: $0)) }, asOf: asOf)
    owners = Dictionary(
      gold.indices.flatMap { person in
        ([gold[person].name] + gold[person].surface).map { ($0.lowercased(), person) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Forms other than functions, and whether each names a person.
  var forms: [PeopleTrainer.Example] {
    evidence.forms.filter { $0.form != .role }.map {
      PeopleTrainer.Example(evidence: $0.evidence.values, answer: owners[$0.key] == nil ? 0 : 1, weight: weight)
    }
  }

  /// Functions without a name, and whether each is a person of whom the journal has no name.
  var roleForms: [PeopleTrainer.Example] {
    let named = Set(evidence.forms.filter { $0.form != .role }.compactMap { owners[$0.key] })
    return evidence.forms.filter { $0.form == .role }.map { form in
      let owner = owners[form.key]
      return PeopleTrainer.Example(
        evidence: form.evidence.values, answer: owner.map { named.contains($0) ? 0 : 1 } ?? 0, weight: weight)
    }
  }

  /// The people whom `model` finds and the annotation has, with the annotation's answers.
  func people(read model: PeopleModel) -> [(side: PeopleTrainer.Example?, role: PeopleTrainer.Example?)] {
    let cast = evidence.cast(model)
    return matches(cast).map { found, known in
      let values = cast.evidence[found].values
      let side = Side(rawValue: gold[known].side).flatMap { side in
        Side.allCases.firstIndex(of: side).map { PeopleTrainer.Example(evidence: values, answer: $0, weight: weight) }
      }
      let role = gold[known].role.flatMap(Role.init(rawValue:)).flatMap { role in
        Role.allCases.firstIndex(of: role).map { PeopleTrainer.Example(evidence: values, answer: $0, weight: weight) }
      }
      return (side, gold[known].side == "customer" ? role : nil)
    }
  }

  /// Pairs of people found and annotated that share most forms, each used once, as the scorer pairs them.
  func matches(_ cast: Cast) -> [(found: Int, known: Int)] {
    let known = gold.map { Set(([$0.name] + $0.surface).map { $0.lowercased() }) }
    var pairs: [(shared: Int, longest: Int, known: Int, found: Int)] = []
    for (found, person) in cast.people.enumerated() {
      let surfaces = Set(([person.name] + person.surfaces).map { $0.lowercased() })
      for index in known.indices {
        let shared = surfaces.intersection(known[index])
        if let longest = shared.map(\.unicodeScalars.count).max() {
          pairs.append((shared.count, longest, index, found))
        }
      }
    }
    pairs.sort { (-$0.shared, -$0.longest, $0.known, $0.found) < (-$1.shared, -$1.longest, $1.known, $1.found) }
    var usedKnown: Set<Int> = []
    var usedFound: Set<Int> = []
    return pairs.compactMap { pair in
      guard !usedKnown.contains(pair.known), !usedFound.contains(pair.found) else { return nil }
      usedKnown.insert(pair.known)
      usedFound.insert(pair.found)
      return (pair.found, pair.known)
    }
  }
}

/// How people are read: found and missed, and of those found whose side and role are right.
struct PeopleFigures {
  private var found = 0
  private var right = 0
  private var known = 0
  private var sides = 0
  private var customers = 0
  private var roles = 0

  /// Counts the people whom `model` finds in `journal`.
  mutating func count(_ journal: AnnotatedPeople, read model: PeopleModel) {
    let cast = journal.evidence.cast(model)
    let matches = journal.matches(cast)
    found += cast.people.count
    right += matches.count
    known += journal.gold.count
    for match in matches {
      let gold = journal.gold[match.known]
      if cast.people[match.found].side.rawValue == gold.side { sides += 1 }
      guard gold.side == "customer" else { continue }
      customers += 1
      let scores = model.scores(cast.evidence[match.found].values)
      let role = PeopleModel.Column.roles.indices.max {
        scores[PeopleModel.Column.roles[$0].rawValue] < scores[PeopleModel.Column.roles[$1].rawValue]
      }
      if role.map({ Role.allCases[$0].rawValue }) == gold.role { roles += 1 }
    }
  }

  /// One line a figure.
  var text: String {
    func share(_ part: Int, _ whole: Int) -> String { whole == 0 ? "–" : String(Double(part * 1000 / whole) / 1000) }
    return "people P \(share(right, found)) R \(share(right, known)) F1 \(share(2 * right, found + known))\n"
      + "side \(share(sides, right))\nrole \(share(roles, customers))"
  }
}
