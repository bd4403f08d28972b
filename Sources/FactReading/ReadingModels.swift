/// The learned models that a reading leans on. Without one of them, what it decides is left unread.
public struct ReadingModels: Sendable {
  /// Who is a person, on which side, in what role.
  package var people: PeopleModel?
  /// What a line says.
  package var facts: FactModel?
  /// Whether somebody was met in an entry.
  package var contact: ContactModel?
  /// Whom a fact concerns.
  package var binding: BindingModel?
  /// Which names are customers'.
  package var accounts: LinearModel?
  /// How far deals have come.
  package var stages: LinearModel?
  /// What deals are likely to lack.
  package var gaps: LinearModel?

  /// The models compiled into the program.
  public static let builtin = ReadingModels(
    people: .builtin, facts: .builtin, contact: .builtin, binding: .builtin, accounts: .accounts, stages: .stages,
    gaps: .gaps)

  package init(
    people: PeopleModel?, facts: FactModel?, contact: ContactModel?, binding: BindingModel?,
    accounts: LinearModel?, stages: LinearModel?, gaps: LinearModel?
  ) {
    self.people = people
    self.facts = facts
    self.contact = contact
    self.binding = binding
    self.accounts = accounts
    self.stages = stages
    self.gaps = gaps
  }
}
