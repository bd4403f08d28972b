import FactReading
import NoteSyntax

/// One opportunity that the notes treat as its own pursuit.
public struct Deal: Sendable {
  /// Identifies a deal within one journal: its name, with a number behind it when several share one.
  public let id: String
  /// The fullest name in the notes.
  public let name: String
  /// Every form in the notes, exactly as written.
  public let surfaces: [String]
  /// The customer, as the notes call it.
  public let account: String
  /// Where it stands at the journal's `asOf`: the stage that the writer named of late, else the one that facts bear out.
  public let stage: Stage
  /// The stage that facts bear out, whatever the writer calls it.
  public let shownStage: Stage
  /// The stages that notes name in so many words, in order of paths and lines.
  public let claims: [Claim]
  /// Days of the entries that speak of it, ascending, each once; those after `asOf` included.
  public let days: [Day]
  /// Facts, in order of day, then place: indices of `Journal.facts`.
  public let facts: [Int]
  /// Signs, in order of day, then place: indices of `Journal.signs`.
  public let signs: [Int]
  /// The people with a part in its decision.
  public let influencers: [Influencer]
  /// What either side promised.
  public let commitments: [Commitment]

  /// A stage that a note names.
  public struct Claim: Sendable {
    /// The stage.
    public let stage: Stage
    /// The entry's day; nil for an undated entry.
    public let day: Day?
    /// The words that name it.
    public let evidence: Evidence

    /// A claim at a place.
    public init(stage: Stage, day: Day? = nil, evidence: Evidence) {
      self.stage = stage
      self.day = day
      self.evidence = evidence
    }
  }

  /// A deal; what each part is, its property says.
  public init(
    id: String, name: String, surfaces: [String], account: String, stage: Stage, shownStage: Stage? = nil,
    claims: [Claim] = [], days: [Day], facts: [Int], signs: [Int] = [], influencers: [Influencer],
    commitments: [Commitment]
  ) {
    self.id = id
    self.name = name
    self.surfaces = surfaces
    self.account = account
    self.stage = stage
    self.shownStage = shownStage ?? stage
    self.claims = claims
    self.days = days
    self.facts = facts
    self.signs = signs
    self.influencers = influencers
    self.commitments = commitments
  }
}

extension Deal {
  /// The latest stage that a note names in so many words, with the place; nil when none does.
  public var claimedStage: Claim? { claims.latest }
}

extension [Deal.Claim] {
  /// The latest of them, which are in order of paths and lines: of one day, the last; an undated one counts from where it
  /// stands on.
  var latest: Deal.Claim? {
    reduce(nil) { known, claim in
      guard let day = known?.day, let later = claim.day, later < day else { return claim }
      return known
    }
  }
}
