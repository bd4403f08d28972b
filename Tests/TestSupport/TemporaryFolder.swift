import FoundationEssentials
import Workspace

/// A folder that is there for one test.
public final class TemporaryFolder {
  /// Absolute, without a slash at the end.
  public let path: String

  /// An empty folder.
  public init() {
    path = FileManager.default.temporaryDirectory.path + "/rapport-test-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    _ = try? ChildProcess.run(["chmod", "-R", "u+rwx", path])
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders above it; gives its whole path.
  @discardableResult
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    let folder = file[..<(file.lastIndex(of: "/") ?? file.endIndex)]
    try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw CocoaError(.fileWriteUnknown)
    }
    return file
  }

  /// Writes a file of text.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  /// Runs a command of the shell in this folder.
  package func run(_ command: String) throws -> ChildProcess.Outcome { try Shell.run(command, in: path, home: path) }
}
