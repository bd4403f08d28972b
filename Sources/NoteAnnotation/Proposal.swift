import DealJournal
import FactReading

/// A mark that says what was inferred.
struct Proposal {
  /// What the mark makes certain; notes and sentences are indices of the readings and of theirs.
  enum Subject: Hashable {
    /// The facts of one kind in a sentence.
    case facts(note: Int, sentence: Int, kind: FactKind)
    /// That words are a person's name.
    case name(String)
    /// Whose side somebody stands on, or what part they have.
    case part(person: String)
    /// The deal of a sentence, or of what a heading governs.
    case deal(note: Int, sentence: Int)
    /// The stage of a deal.
    case stage(deal: String)
  }

  /// The note, as an index of the readings.
  let note: Int
  let subject: Subject
  /// The line of the sentence, counted from 1.
  let line: Int
  /// Ways to say it, the plainest first.
  let forms: [[Insertion]]
  /// The way that is taken.
  var form = 0

  /// What stands or falls with it, next to each other in a group: the marks that name one deal; else nothing.
  var bundle: Bundle {
    if case .deal = subject { return .deal(forms[0].map(\.text)) }
    return .single(subject)
  }

  /// Equal for marks that stand or fall together.
  enum Bundle: Equatable {
    case deal([String])
    case single(Subject)
  }

  /// What is put into the note.
  var insertions: [Insertion] { forms[form] }

  /// The same mark in its next form; nil after the last.
  var next: Proposal? {
    guard form + 1 < forms.count else { return nil }
    var next = self
    next.form += 1
    return next
  }

  /// In the order in which they are tried.
  enum Sort: Int, CaseIterable {
    case facts, names, parts, deals, stages
  }

  var sort: Sort {
    switch subject {
    case .facts: .facts
    case .name: .names
    case .part: .parts
    case .deal: .deals
    case .stage: .stages
    }
  }
}
