import FactReading

/// Whom the names in marks mean: `#need/driver(李总)`.
struct PeopleIndex {
  private var byID: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]

  /// Indexes `people`, when a mark of `readings` names anybody at all.
  init(_ people: [Person], ifNamedIn readings: [NoteReading]) {
    guard readings.contains(where: { $0.marks.contains { $0.details.people?.isEmpty == false } }) else { return }
    for (index, person) in people.enumerated() {
      byID[person.id] = index
      for name in Set(([person.name] + person.surfaces).map(NameTypes.key)) { byName[name, default: []].append(index) }
    }
  }

  /// The people, as indices, who are called so: by the name that reports give them, else by any form of their names.
  func people(named name: String) -> [Int] {
    if let person = byID[name] { return [person] }
    return byName[NameTypes.key(name)] ?? []
  }
}
