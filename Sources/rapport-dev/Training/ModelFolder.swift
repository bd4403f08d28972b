import FactReading
import FoundationEssentials

/// The files of a set of models, as `Sources/CReadingData/models` holds them.
struct ModelFolder {
  let path: String

  /// The models in the folder; nil for each file that is missing or of another version.
  var models: ReadingModels {
    ReadingModels(
      people: bytes("people").flatMap(PeopleModel.init), facts: bytes("facts").flatMap(FactModel.init),
      contact: bytes("contact").flatMap(ContactModel.init), binding: bytes("binding").flatMap(BindingModel.init),
      accounts: bytes("accounts").flatMap { LinearModel($0) }, stages: bytes("stages").flatMap { LinearModel($0) },
      gaps: bytes("gaps").flatMap { LinearModel($0) })
  }

  /// Whether a model was trained already.
  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// Keeps a model's bytes.
  func write(_ bytes: [UInt8], as name: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file(name)))
  }

  private func file(_ name: String) -> String { "\(path)/\(name).bin" }

  private func bytes(_ name: String) -> UnsafeRawBufferPointer? {
    FileManager.default.contents(atPath: file(name))?.pinned()
  }
}
