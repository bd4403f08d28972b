import TestSupport

/// The targets that `Package.swift` declares, with what each depends on.
struct Manifest {
  /// By target; products of other packages by their name.
  let dependencies: [String: Set<String>]

  init() throws {
    let text = try Checkout.text("Package.swift")
    var dependencies: [String: Set<String>] = [:]
    let parts = text.components(separatedBy: "arget(").flatMap { $0.components(separatedBy: "ystemLibrary(") }
    for part in parts.dropFirst() {
      let words = part.components(separatedBy: "\"")
      guard words.count > 1 else { continue }
      let list =
        part.components(separatedBy: "dependencies: [").dropFirst().first?.components(separatedBy: "]").first ?? ""
      let quoted = list.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      dependencies[words[1]] = Set(quoted.filter { $0 != "swift-argument-parser" })
    }
    self.dependencies = dependencies
  }
}
