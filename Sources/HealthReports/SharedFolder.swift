import DealJournal

/// The folder that all notes of a journal lie in, which a report need not repeat on every line.
struct SharedFolder {
  private let prefix: String

  /// Looks at every note that anything was read from.
  init(of journal: Journal) {
    let paths = journal.entries.map(\.evidence.path) + journal.facts.map(\.evidence.path)
    var common: Substring? = nil
    for path in paths {
      let folder = path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)]
      var kept = common.map { $0.commonPrefix(with: folder) } ?? folder
      while let last = kept.last, last != "/" { kept.removeLast() }
      common = kept
      if kept.isEmpty { break }
    }
    prefix = String(common ?? "")
  }

  /// A note's path within the folder.
  func name(_ path: String) -> String {
    !prefix.isEmpty && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}

extension Substring {
  fileprivate func commonPrefix(with other: Substring) -> Substring {
    self[
      ..<(zip(indices, other).first { self[$0] != $1 }?.0 ?? index(startIndex, offsetBy: Swift.min(count, other.count)))
    ]
  }
}
