/// The learned answer to "whom does this fact concern?": a conditional logit over the people whom the sentence may mean,
/// and nobody.
package struct BindingModel: Sendable {
  private let table: WeightTable

  /// The model compiled into the program; nil when it has none.
  package static let builtin = UnsafeRawBufferPointer.embeddedModel("binding").flatMap { BindingModel($0) }

  /// A model in memory that stays where it is; nil when it has another length.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard let table = WeightTable(bytes, parts: 1) else { return nil }
    self.table = table
  }

  /// The feature with a value of one of the families.
  package static func feature(_ family: UInt32, _ value: UInt32) -> UInt32 {
    FeatureHash.finish(FeatureHash.step(FeatureHash.step(FeatureHash.seed(77), family), value))
  }

  /// The weight of that feature.
  package func weight(_ family: UInt32, _ value: UInt32) -> Int32 {
    table.weight(Self.feature(family, value), part: 0)
  }

  /// The choice with the highest sum of weights; of equal ones the first.
  package func best(of choices: [[UInt32]]) -> Int? {
    let sums = choices.map { $0.reduce(Int32(0)) { $0 &+ table.weight($1, part: 0) } }
    return sums.indices.max { (sums[$0], $1) < (sums[$1], $0) }
  }
}
