/// Pages that were installed with the program, or stand in the checkout that it was built in.
public enum InstalledPages {
  /// The folder of the rules' pages; nil when they are not there.
  public static var rules: String? {
    guard let program = RunningProgram.path else { return nil }
    let slash = UInt8(ascii: "/")
    var folder = program[...]
    // Beside `bin` when installed; above `.build/debug` in a checkout.
    for _ in 0..<6 {
      guard let end = folder.lastIndex(of: slash) else { return nil }
      folder = folder[..<end]
      for place in ["/share/doc/rapport/rules", "/docs/rules"] {
        let pages = Array(folder) + Array(place.utf8)
        if (try? FileSystem.status(pages + Array("/P301-unconfirmed-influencer.md".utf8))) != nil {
          return String(decoding: pages, as: UTF8.self)
        }
      }
    }
    return nil
  }
}
