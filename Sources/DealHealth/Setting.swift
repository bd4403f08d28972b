/// A number that a rule goes by, and that a team may want otherwise.
public struct Setting: Hashable, Sendable {
  /// The code of the rule it belongs to, and its own name: `M804.days`.
  public let name: String
  /// What it is.
  public let summary: Text
  /// Its value unless set otherwise.
  public let standard: Int

  /// A setting; `name` begins with the code of its rule.
  public init(_ name: String, standard: Int, summary: Text) {
    self.name = name
    self.summary = summary
    self.standard = standard
  }
}

/// The settings that a team has changed.
public struct RuleSettings: Hashable, Sendable {
  /// Values by `Setting.name`.
  public var values: [String: Int]

  /// Settings; by default none is changed.
  public init(values: [String: Int] = [:]) { self.values = values }

  /// The value in force.
  public subscript(setting: Setting) -> Int { values[setting.name] ?? setting.standard }
}
