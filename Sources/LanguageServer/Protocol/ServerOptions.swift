/// What a user may set in the editor. Everything has a default.
struct ServerOptions: Decodable, Equatable, Sendable {
  /// `en` or `zh`; without it, the language of the notes.
  var language: String?
  /// The day as of which everything is told, `YYYY-MM-DD`; without it, today.
  var asOf: String?
  /// `open`: diagnostics of open notes only; `workspace`: of all.
  var diagnostics: String?
  /// Features that another server provides as well may be switched off.
  var completion: Bool?
  var hover: Bool?
  var inlayHints: Bool?
  var symbols: Bool?
  var codeLens: Bool?
  var semanticTokens: Bool?

  init() {}

  init(from decoder: any Decoder) throws {
    // Whatever an editor sends, one setting that is none does not take the others with it.
    guard let container = try? decoder.container(keyedBy: CodingKeys.self) else { return }
    language = try? container.decodeIfPresent(String.self, forKey: .language)
    asOf = try? container.decodeIfPresent(String.self, forKey: .asOf)
    diagnostics = try? container.decodeIfPresent(String.self, forKey: .diagnostics)
    completion = try? container.decodeIfPresent(Bool.self, forKey: .completion)
    hover = try? container.decodeIfPresent(Bool.self, forKey: .hover)
    inlayHints = try? container.decodeIfPresent(Bool.self, forKey: .inlayHints)
    symbols = try? container.decodeIfPresent(Bool.self, forKey: .symbols)
    codeLens = try? container.decodeIfPresent(Bool.self, forKey: .codeLens)
    semanticTokens = try? container.decodeIfPresent(Bool.self, forKey: .semanticTokens)
  }

  private enum CodingKeys: CodingKey {
    case language, asOf, diagnostics, completion, hover, inlayHints, symbols, codeLens, semanticTokens
  }
}
