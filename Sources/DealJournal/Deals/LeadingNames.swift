import FactReading

/// The names that account for what a journal's customers so far leave unexplained.
///
/// Notes are about customers. Where a good part of the entries names none of those that were found, a name with which such lines
/// begin needs less than the model asks of it; and one with which line after line begins that names nobody else is a customer
/// whatever the model says, for nothing else is written of so.
struct LeadingNames {
  /// Families that are customers too.
  let families: [Int]

  /// Up to this share of unexplained entries nothing is wanting: there are days at the desk.
  private static let usualShare = 0.2
  /// How far a wholly unexplained journal lowers what is asked of a name.
  private static let weight = 3.0
  /// How far it is lowered for a name that ends as organisations' names do.
  private static let weightOfKind = 1.0
  /// Lines that a name has to lead to need no model.
  private static let manyLines = 5

  /// Weighs the families whose score is not above 0.
  init(
    _ occurrences: NameOccurrences, family: [Int], evidence: [AccountEvidence], scores: [Double],
    isInMostFiles: [Bool], in notes: JournalNotes
  ) {
    let accepted = scores.map { $0 > 0 }
    let open = scores.indices.filter {
      !accepted[$0] && scores[$0] > -Self.weight && evidence[$0].isOwnWord && !evidence[$0].isPerson
        && !evidence[$0].isCommonWord && !evidence[$0].isDepartment
    }
    guard !open.isEmpty else {
      families = []
      return
    }
    let unexplained = Self.unexplainedShare(occurrences, family: family, accepted: accepted, in: notes)
    let lowered = max(0, unexplained - Self.usualShare) * Self.weight
    let coverage = NameCoverage.of(
      occurrences, family: family, accepted: accepted, isInMostFiles: isInMostFiles, in: notes)
    families = open.filter { index in
      let (own, one, score) = (coverage[index], evidence[index], scores[index])
      let heads = one.openers + one.headings
      if one.hasKind, own.leads > 0, own.itemShare == 1, score + Self.weightOfKind > 0 { return true }
      // A Han name that begins no lines may be any word of theirs, and Tan of Dr Tan is a person.
      guard one.entries > 1, heads > 1 || !one.isHan && !one.mayBePerson else { return false }
      if score + lowered * own.itemShare * Double(own.leads) / Double(own.leads + 1) > 0 { return true }
      // What always stands before a colon may be the field of a form.
      return own.leads >= Self.manyLines && own.itemShare >= 0.9 && !one.mayBePerson && !one.isAbbreviation
        && heads * 10 >= one.mentions * 6 && one.mentions > one.colons
    }
  }

  /// The share of entries in which, and in whose note's name, none of those that are `accepted` is named.
  private static func unexplainedShare(
    _ occurrences: NameOccurrences, family: [Int], accepted: [Bool], in notes: JournalNotes
  ) -> Double {
    var (all, unexplained) = (0, 0)
    for (note, reading) in notes.readings.enumerated() {
      let isListed = occurrences.inFileName[note].contains { accepted[family[$0]] }
      let explained = Set(
        occurrences.inNote[note].lazy.filter { accepted[family[$0.name]] }.map {
          reading.sentences[$0.sentence].entry
        })
      for (number, entry) in reading.entries.enumerated() where !entry.sentences.isEmpty {
        all += 1
        if !isListed, !explained.contains(number) { unexplained += 1 }
      }
    }
    return all == 0 ? 0 : Double(unexplained) / Double(all)
  }
}
