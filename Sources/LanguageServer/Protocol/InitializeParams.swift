/// What a client says of itself.
struct InitializeParams: Decodable, Sendable {
  struct Folder: Decodable, Sendable {
    let uri: String
    let name: String?
  }

  struct Capabilities: Decodable, Sendable {
    struct General: Decodable, Sendable {
      let positionEncodings: [String]?
    }
    struct Window: Decodable, Sendable {
      let workDoneProgress: Bool?
      let showDocument: Support?
    }
    struct Support: Decodable, Sendable {
      let support: Bool?
    }
    struct Dynamic: Decodable, Sendable {
      let dynamicRegistration: Bool?
    }
    struct Refresh: Decodable, Sendable {
      let refreshSupport: Bool?
    }
    struct Workspace: Decodable, Sendable {
      struct Edit: Decodable, Sendable {
        let documentChanges: Bool?
        let resourceOperations: [String]?
      }
      let configuration: Bool?
      let didChangeWatchedFiles: Dynamic?
      let workspaceEdit: Edit?
      let inlayHint: Refresh?
      let codeLens: Refresh?
      let semanticTokens: Refresh?
      let diagnostics: Refresh?
    }
    struct TextDocument: Decodable, Sendable {
      struct Completion: Decodable, Sendable {
        struct Item: Decodable, Sendable {
          let insertReplaceSupport: Bool?
        }
        let completionItem: Item?
      }
      struct Hover: Decodable, Sendable {
        let contentFormat: [String]?
      }
      struct DocumentSymbol: Decodable, Sendable {
        let hierarchicalDocumentSymbolSupport: Bool?
      }
      let diagnostic: Dynamic?
      let hover: Hover?
      let completion: Completion?
      let documentSymbol: DocumentSymbol?
    }
    let general: General?
    let window: Window?
    let workspace: Workspace?
    let textDocument: TextDocument?
  }

  let processId: Int?
  let rootUri: String?
  let rootPath: String?
  let workspaceFolders: [Folder]?
  let capabilities: Capabilities
  let initializationOptions: ServerOptions?
}
