import FactReading
import NoteSyntax

/// Which deals there are, and which of them each sentence of a journal is about.
struct DealMap: Sendable {
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
  init(_ readings: [NoteReading], cast: Cast, calendar: JournalCalendar) {
    let named = AccountList(readings, people: PeopleNames(readings, cast: cast))
    let personal = PersonalDeals(
      readings, assigned: DealAssignment(readings, accounts: named, cast: cast).assigned, cast: cast)
    let accounts = AccountList(named, adding: personal, readings: readings, cast: cast)
    let assignment = DealAssignment(readings, accounts: accounts, cast: cast)
    deals = accounts.drafts
    dealOfSentence = assignment.accountOfSentence
  }

  init(deals: [Draft], dealOfSentence: [[Int?]]) {
    self.deals = deals
    self.dealOfSentence = dealOfSentence
  }

  /// The deal that sentence `sentence` of note `note` is about; nil when none can be told.
  func deal(ofSentence sentence: Int, inNote note: Int) -> Int? { dealOfSentence[note][sentence] }
}
