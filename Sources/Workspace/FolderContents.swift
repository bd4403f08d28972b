/// What some folders hold, as far as the system tells it without reading: by it two looks are told apart.
struct FolderContents: Hashable {
  private let files: [[UInt8]: FileSystem.Version]

  /// Looks at `folders`; what hides behind a dot is left out, `.gitignore` excepted.
  init(of folders: Set<[UInt8]>) {
    var files: [[UInt8]: FileSystem.Version] = [:]
    for folder in folders {
      files[folder] = try? FileSystem.version(folder)
      for entry in (try? FileSystem.list(folder)) ?? [] {
        guard entry.name.first != 0x2E || entry.name.elementsEqual(".gitignore".utf8) else { continue }
        let path = folder + [0x2F] + entry.name
        files[path] = try? FileSystem.version(path)
      }
    }
    self.files = files
  }
}
