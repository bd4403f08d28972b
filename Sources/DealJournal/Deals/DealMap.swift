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
  /// For each sentence of the journal, the deal as an index of `deals`; nil when none can be told.
  let dealOfSentence: [Int?]

  /// Decides from all notes together.
  init(_ notes: JournalNotes, cast: Cast, vocabulary: TeamVocabulary = .none, model: LinearModel?) {
    let named = AccountList(notes, people: PeopleNames(notes, cast: cast), vocabulary: vocabulary, model: model)
    let byName = DealAssignment(notes, accounts: named, cast: cast).assigned
    let byMark = MarkedDeals(notes, accounts: named, assigned: byName.map { _ in nil })
    let isNamed = zip(byName, byMark.dealOfSentence).map { $0.isSure || $1 != nil }
    let personal = PersonalDeals(notes, isNamed: isNamed, cast: cast)
    var (accounts, assigned) = (named, byName)
    if !personal.drafts.isEmpty {
      accounts = AccountList(named, adding: personal, notes: notes, cast: cast)
      assigned = DealAssignment(notes, accounts: accounts, cast: cast).assigned
    }
    let marked = MarkedDeals(notes, accounts: accounts, assigned: assigned.map(\.account))
    deals = marked.drafts
    dealOfSentence = marked.dealOfSentence
  }
}
