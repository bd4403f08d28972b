import FactReading
import NoteSyntax

/// Which deals there are, and which of them each sentence of a journal is about.
package struct DealMap: Sendable {
  /// A deal before its state is told.
  struct Draft: Sendable {
    /// `Deal.id`.
    let id: String
    let name: String
    let surfaces: [String]
    let account: String
  }

  /// Every deal, ordered by id.
  let deals: [Draft]
  /// For each note and sentence, the deal as an index of `deals`.
  private let dealOfSentence: [[Int?]]

  /// Decides from all notes together; `readings` are ordered by path.
  init(_ readings: [NoteReading], cast: Cast, calendar: JournalCalendar, model: LinearModel?) {
    let named = AccountList(readings, people: PeopleNames(readings, cast: cast), model: model)
    let byName = DealAssignment(readings, accounts: named, cast: cast).assigned
    let byMark = MarkedDeals(readings, accounts: named, assigned: byName.map { $0.map { _ in nil } })
    let isNamed = zip(byName, byMark.dealOfSentence).map { names, marks in
      zip(names, marks).map { $0?.isSure == true || $1 != nil }
    }
    let personal = PersonalDeals(readings, isNamed: isNamed, cast: cast)
    let accounts = AccountList(named, adding: personal, readings: readings, cast: cast)
    let assigned = DealAssignment(readings, accounts: accounts, cast: cast).accountOfSentence
    let marked = MarkedDeals(readings, accounts: accounts, assigned: assigned)
    deals = marked.drafts
    dealOfSentence = marked.dealOfSentence
  }

  /// The deal that sentence `sentence` of note `note` is about; nil when none can be told.
  func deal(ofSentence sentence: Int, inNote note: Int) -> Int? { dealOfSentence[note][sentence] }
}
