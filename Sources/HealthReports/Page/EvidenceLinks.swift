import SourceText

/// What opens the place of an evidence: links into a forge, an editor or a vault.
public struct EvidenceLinks: Sendable {
  private let base: String?

  /// No links; places are told as text.
  public static let none = EvidenceLinks()

  private init() { base = nil }

  /// Links that begin with `base`: `https://example.com/notes/blob/main/`, `vscode://file/home/me/`,
  /// `obsidian://open?vault=Notes`, or a path. Nil for anything that could do more than open a file.
  public init?(base: String) {
    let scheme = base.utf8.prefix { $0 != 0x3A && $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    let hasScheme = scheme.count < base.utf8.count && base.utf8.dropFirst(scheme.count).first == 0x3A
    if hasScheme {
      let name = String(decoding: scheme, as: UTF8.self).lowercased()
      guard Self.schemes.contains(name) else { return nil }
    }
    guard base.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return nil }
    self.base = base
  }

  /// The same from a page in a folder of the site.
  var oneDeeper: EvidenceLinks {
    guard let base, !base.contains(":"), !base.hasPrefix("/") else { return self }
    return EvidenceLinks(base: "../" + base) ?? self
  }

  /// Schemes that open files and run nothing.
  public static let schemes = [
    "cursor", "file", "http", "https", "obsidian", "vscode", "vscode-insiders", "vscodium", "zed",
  ]

  /// Where a place is opened; nil without a base.
  func url(of place: HealthReport.Place) -> String? {
    guard let base else { return nil }
    let path = Self.escaped(place.path)
    if base.hasPrefix("obsidian:") { return obsidian(base, path) }
    if path.hasPrefix("/"), let root = Self.root(of: base) {
      return root + path + (base.hasPrefix("file:") || !base.contains("://") ? "#L\(place.line)" : ":\(place.line)")
    }
    let slash = base.hasSuffix("/") || path.hasPrefix("/") ? "" : "/"
    let isWeb = !base.contains("://") || base.hasPrefix("http") || base.hasPrefix("file:")
    return base + slash + path + (isWeb ? "#L\(place.line)" : ":\(place.line)")
  }

  /// A note in a vault: its name counts from the vault, which the path may pass through. An absolute path that does not is
  /// told as one, which Obsidian takes in place of vault and file (its URI's `path`).
  private func obsidian(_ base: String, _ path: String) -> String {
    let vault = base.tail(behind: "vault=").map { $0.prefix { $0 != "&" && $0 != "#" } } ?? ""
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if !vault.isEmpty,
      let index = parts.dropLast().firstIndex(where: { $0 == vault || $0 == Self.escaped(String(vault)) })
    {
      return base + "&file=" + parts[(index + 1)...].joined(separator: "/")
    }
    return path.hasPrefix("/") ? "obsidian://open?path=" + path : base + "&file=" + path
  }

  /// What an absolute path stands behind: `vscode://file`, `file://`, nothing for a path; nil for a base on the web.
  private static func root(of base: String) -> String? {
    guard let colon = base.tail(behind: "://") else { return "" }
    if base.hasPrefix("http") { return nil }
    let scheme = base.dropLast(colon.utf8.count)
    return base.hasPrefix("file:") ? String(scheme) : String(scheme + colon.prefix { $0 != "/" })
  }

  /// A place in Markdown: a link where there is one.
  func markdown(_ place: HealthReport.Place) -> String {
    let label = InertText.markdown(place.label)
    return url(of: place).map { "[\(label)](<\($0)>)" } ?? label
  }

  /// Everything but letters, digits and `-._~/` as `%XX`, byte by byte (RFC 3986).
  private static func escaped(_ path: String) -> String {
    var escaped: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: escaped.append(byte)
      default: escaped += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension String {
  /// What stands behind the first `mark`; nil without one.
  fileprivate func tail(behind mark: String) -> Substring? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return rest.dropFirst(mark.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
