import FoundationEssentials

/// The programs that this build made.
public enum Products {
  /// The folder in which they lie: the one that the tests themselves run from.
  public static var folder: String {
    let tests = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    let bundle = tests.components(separatedBy: ".xctest")[0]
    return bundle.lastIndex(of: "/").map { String(bundle[..<$0]) } ?? "."
  }
}
