/// The offices that a sentence names: whatever has a president or a CFO is an organisation.
struct Offices {
  private let ranges: [Range<Int>]

  /// The functions of `cues`, which are those of `NameLexicon.functions`.
  init(_ cues: ArraySlice<Cue>) { ranges = cues.filter { NameFunctions.isOffice($0.concept) }.map(\.range) }

  /// Whether somebody holds an office of `name`: `board president at Plum Creek`, `Plum Creek's GM`.
  func stand(beside name: Range<Int>, in bytes: [UInt8]) -> Bool {
    ranges.contains { office in
      if office.upperBound < name.lowerBound {
        return Self.joints.contains {
          office.upperBound + $0.count == name.lowerBound && bytes[office.upperBound...].starts(with: $0)
        }
      }
      return Self.genitives.contains {
        name.upperBound + $0.count == office.lowerBound && bytes[name.upperBound...].starts(with: $0)
      }
    }
  }

  private static let joints = [" at ", " of ", " for ", " at the ", " of the "].map { Array($0.utf8) }
  private static let genitives = ["'s ", "’s ", "'s new ", "’s new "].map { Array($0.utf8) }
}
