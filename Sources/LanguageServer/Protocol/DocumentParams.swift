/// A document by name.
struct DocumentIdentifier: Codable, Sendable {
  let uri: String
}

struct DidOpenParams: Decodable, Sendable {
  struct Document: Decodable, Sendable {
    let uri: String
    let languageId: String
    let version: Int
    let text: String
  }
  let textDocument: Document
}

struct DidChangeParams: Decodable, Sendable {
  struct Document: Decodable, Sendable {
    let uri: String
    let version: Int?
  }
  let textDocument: Document
  let contentChanges: [EditedDocument.Change]
}

/// A request about a whole document.
struct DocumentParams: Decodable, Sendable {
  let textDocument: DocumentIdentifier
  let previousResultId: String?
}

/// A request about a place in a document.
struct PositionParams: Decodable, Sendable {
  let textDocument: DocumentIdentifier
  let position: TextPosition
}

/// A request about a part of a document.
struct RangeParams: Decodable, Sendable {
  let textDocument: DocumentIdentifier
  let range: TextRange
}

struct WatchedFilesParams: Decodable, Sendable {
  struct Change: Decodable, Sendable {
    let uri: String
  }
  let changes: [Change]
}

struct WorkspaceFoldersParams: Decodable, Sendable {
  struct Event: Decodable, Sendable {
    let added: [InitializeParams.Folder]
    let removed: [InitializeParams.Folder]
  }
  let event: Event
}

struct ConfigurationParams: Decodable, Sendable {
  struct Settings: Decodable, Sendable {
    let rapport: ServerOptions?
  }
  let settings: Settings?
}

struct CancelParams: Decodable, Sendable {
  let id: MessageID
}

/// No parameters, or any.
struct NoParams: Codable, Sendable {}
