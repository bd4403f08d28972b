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

extension Setting {
  /// The code of the rule it belongs to.
  public var code: String { String(name.prefix { $0 != "." }) }
  /// Its name within its rule: `days`.
  public var key: String { String(name.drop { $0 != "." }.dropFirst()) }
}
