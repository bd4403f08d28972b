import FoundationEssentials

/// The repository that is being tested.
public enum Checkout {
  /// Absolute, without a slash at the end.
  public static let path: String = #filePath.components(separatedBy: "/Tests/TestSupport/")[0]

  /// The text of a file of the repository.
  public static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  /// Files below `folder` whose name ends in `ending`, from the top of the repository, in order.
  public static func files(under folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  /// Whether expectations are to be rewritten (`BLESS=1 swift test`) instead of held against.
  public static let isBlessing = ProcessInfo.processInfo.environment["BLESS"] == "1"

  /// Whether tests that go through all of a corpus are to leave nothing out (`EVERY_MARK=1 swift test`).
  public static let triesEverything = ProcessInfo.processInfo.environment["EVERY_MARK"] == "1"

  /// Rewrites a file of the repository when its text differs.
  public static func bless(_ name: String, _ text: String) throws {
    guard (try? self.text(name)) != text else { return }
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }
}
