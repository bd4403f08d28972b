/// The file that this process runs.
enum RunningProgram {
  /// Its absolute path, links followed; nil when it cannot be told.
  static var path: [UInt8]? {
    (try? FileSystem.realPath(Array("/proc/self/exe".utf8)))
      ?? CommandLine.arguments.first.flatMap { try? FileSystem.realPath(Array($0.utf8)) }
  }

  /// The file that a shell would run for `name`, links followed; nil when there is none on the PATH.
  static func onPath(_ name: String) -> [UInt8]? {
    let folders = (Environment.value(of: "PATH") ?? "").utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
    return folders.lazy.map { ($0.isEmpty ? Array(".".utf8) : Array($0)) + [0x2F] + Array(name.utf8) }
      .first { FileSystem.mayRun($0) }.flatMap { try? FileSystem.realPath($0) }
  }
}
