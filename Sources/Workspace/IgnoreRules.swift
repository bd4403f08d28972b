/// The `.gitignore` files that have a say in a folder.
struct IgnoreRules: Sendable {
  /// No rules.
  static let none = IgnoreRules()

  /// The rules of the folders above `path`, up to the top of its repository, and `path` as seen from there.
  static func above(_ path: [UInt8]) -> (rules: IgnoreRules, relative: [UInt8]) { (none, []) }

  /// These rules, and those of the `.gitignore` among the `entries` of a folder.
  func adding(fileIn folder: [UInt8], at relative: [UInt8], among entries: [FileSystem.Entry]) -> IgnoreRules { self }

  /// Whether git would leave out `path`, whose folder it does not leave out.
  func ignores(_ path: [UInt8], isDirectory: Bool) -> Bool { false }
}
