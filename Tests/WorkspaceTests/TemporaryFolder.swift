import FoundationEssentials

@testable import Workspace

/// A folder that is there for one test.
final class TemporaryFolder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/rapport-test-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    _ = try? ChildProcess.run(["chmod", "-R", "u+rwx", path])
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders above it; gives its whole path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    let folder = file[..<(file.lastIndex(of: "/") ?? file.endIndex)]
    try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw CocoaError(.fileWriteUnknown)
    }
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  /// Runs git here, untouched by the machine's own settings; gives its output.
  @discardableResult
  func git(_ arguments: String..., input: [UInt8] = []) throws -> [UInt8] {
    let outcome = try ChildProcess.run(
      ["git", "-C", path, "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
        + arguments, input: input,
      environment: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_DATE": "2026-11-20T10:00:00Z",
        "GIT_COMMITTER_DATE": "2026-11-20T10:00:00Z", "GIT_CEILING_DIRECTORIES": "/",
      ])
    guard outcome.status == 0 else { throw Refusal(words: String(decoding: outcome.errors, as: UTF8.self)) }
    return outcome.output
  }

  struct Refusal: Error { let words: String }
}
