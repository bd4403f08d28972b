/// The file that this process runs.
enum RunningProgram {
  /// Its absolute path, links followed; nil when it cannot be told.
  static var path: [UInt8]? {
    (try? FileSystem.realPath(Array("/proc/self/exe".utf8)))
      ?? CommandLine.arguments.first.flatMap { try? FileSystem.realPath(Array($0.utf8)) }
  }

  /// What to run for a program that is installed beside this one; its name, for the PATH, when it does not stand there.
  static func companion(_ name: String) -> String {
    guard let own = path, let slash = own.lastIndex(of: 0x2F) else { return name }
    let file = Array(own[...slash]) + Array(name.utf8)
    return FileSystem.mayRun(file) ? String(decoding: file, as: UTF8.self) : name
  }

  /// The file that a shell would run for `name`, links followed; nil when there is none on the PATH.
  static func onPath(_ name: String) -> [UInt8]? {
    let folders = (Environment.value(of: "PATH") ?? "").utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
    return folders.lazy.map { ($0.isEmpty ? Array(".".utf8) : Array($0)) + [0x2F] + Array(name.utf8) }
      .first { FileSystem.mayRun($0) }.flatMap { try? FileSystem.realPath($0) }
  }
}
