/// What the server can do, as the client is told.
struct ServerCapabilities: Encodable, Sendable {
  struct Synchronization: Encodable, Sendable {
    var openClose = true
    /// 2: changes by range.
    var change = 2
    var save = true
  }

  struct Diagnostics: Encodable, Sendable {
    var identifier = "rapport"
    var interFileDependencies = true
    var workspaceDiagnostics = false
  }

  struct Completion: Encodable, Sendable {
    let triggerCharacters: [String]
    var resolveProvider = false
  }

  struct Rename: Encodable, Sendable {
    var prepareProvider = true
  }

  struct CodeLens: Encodable, Sendable {
    var resolveProvider = false
  }

  struct CodeActions: Encodable, Sendable {
    let codeActionKinds: [String]
  }

  struct SemanticTokens: Encodable, Sendable {
    struct Legend: Encodable, Sendable {
      let tokenTypes: [String]
      let tokenModifiers: [String]
    }
    let legend: Legend
    var full = true
    var range = true
  }

  struct Commands: Encodable, Sendable {
    let commands: [String]
  }

  struct Workspace: Encodable, Sendable {
    struct Folders: Encodable, Sendable {
      var supported = true
      var changeNotifications = true
    }
    var workspaceFolders = Folders()
  }

  let positionEncoding: PositionEncoding
  var textDocumentSync = Synchronization()
  var diagnosticProvider: Diagnostics?
  var completionProvider: Completion?
  var hoverProvider: Bool?
  var definitionProvider: Bool?
  var referencesProvider: Bool?
  var documentHighlightProvider: Bool?
  var documentSymbolProvider: Bool?
  var workspaceSymbolProvider: Bool?
  var foldingRangeProvider: Bool?
  var inlayHintProvider: Bool?
  var codeLensProvider: CodeLens?
  var semanticTokensProvider: SemanticTokens?
  var renameProvider: Rename?
  var codeActionProvider: CodeActions?
  var executeCommandProvider: Commands?
  var workspace = Workspace()
}

struct InitializeResult: Encodable, Sendable {
  struct Server: Encodable, Sendable {
    let name: String
    let version: String
  }
  let capabilities: ServerCapabilities
  let serverInfo: Server
}
