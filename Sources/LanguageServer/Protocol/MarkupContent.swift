/// Text in Markdown.
struct MarkupContent: Encodable, Sendable {
  var kind = "markdown"
  let value: String
}

struct Hover: Encodable, Sendable {
  let contents: MarkupContent
  let range: TextRange
}

struct DocumentHighlight: Encodable, Sendable {
  let range: TextRange
  /// 1: text.
  var kind = 1
}

struct FoldingRange: Encodable, Sendable {
  let startLine: Int
  let endLine: Int
  var kind = "region"
}

/// A command of the server, to be started by the client.
struct ServerCommand: Encodable, Sendable {
  let title: String
  let command: String
  let arguments: [CommandArguments]?
}

/// What a command is told.
struct CommandArguments: Codable, Sendable {
  /// A document or folder of the journal.
  var uri: String?
  /// `Deal.id`.
  var deal: String?
}

struct CodeLens: Encodable, Sendable {
  let range: TextRange
  let command: ServerCommand
}

struct InlayHint: Encodable, Sendable {
  let position: TextPosition
  let label: String
  let tooltip: MarkupContent
  var paddingLeft = true
}

struct SemanticTokens: Encodable, Sendable {
  let data: [Int]
}

struct DocumentSymbol: Encodable, Sendable {
  let name: String
  let detail: String?
  let kind: Int
  let range: TextRange
  let selectionRange: TextRange
  let children: [DocumentSymbol]?
}

struct WorkspaceSymbol: Encodable, Sendable {
  let name: String
  let kind: Int
  let location: Location
  let containerName: String?
}

struct CompletionList: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let label: String
    let kind: Int
    let detail: String?
    let sortText: String
    let filterText: String
    let textEdit: TextEdit
  }
  let isIncomplete: Bool
  let items: [Item]
}

struct PreparedRename: Encodable, Sendable {
  let range: TextRange
  let placeholder: String
}

/// Changes to several files.
struct WorkspaceEdit: Encodable, Sendable {
  /// By URI.
  var changes: [String: [TextEdit]]?
  var documentChanges: [Change]?

  /// One change, where order matters.
  enum Change: Encodable, Sendable {
    struct Creation: Encodable, Sendable {
      var kind = "create"
      let uri: String
    }
    struct Document: Encodable, Sendable {
      let uri: String
      let version: Int?

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(uri, forKey: .uri)
        // A null is asked for where no version is known.
        try container.encode(version, forKey: .version)
      }

      enum CodingKeys: CodingKey { case uri, version }
    }
    struct Edit: Encodable, Sendable {
      let textDocument: Document
      let edits: [TextEdit]
    }
    case create(Creation)
    case edit(Edit)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .create(let creation): try creation.encode(to: encoder)
      case .edit(let edit): try edit.encode(to: encoder)
      }
    }
  }
}

struct CodeAction: Encodable, Sendable {
  let title: String
  let kind: String
  var diagnostics: [Diagnostic]?
  var isPreferred: Bool?
  let edit: WorkspaceEdit
}

struct ReferenceParams: Decodable, Sendable {
  struct Context: Decodable, Sendable {
    let includeDeclaration: Bool
  }
  let textDocument: DocumentIdentifier
  let position: TextPosition
  let context: Context?
}

struct RenameParams: Decodable, Sendable {
  let textDocument: DocumentIdentifier
  let position: TextPosition
  let newName: String
}

struct SymbolParams: Decodable, Sendable {
  let query: String
}

struct CodeActionParams: Decodable, Sendable {
  struct Context: Decodable, Sendable {
    let diagnostics: [ClientDiagnostic]?
    let only: [String]?
  }
  /// A diagnostic as the client gives it back: of which only what is ours matters.
  struct ClientDiagnostic: Decodable, Sendable {
    let range: TextRange
    let data: Diagnostic.Origin?

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      range = try container.decode(TextRange.self, forKey: .range)
      // Those of other servers have other data.
      data = try? container.decodeIfPresent(Diagnostic.Origin.self, forKey: .data)
    }

    enum CodingKeys: CodingKey { case range, data }
  }
  let textDocument: DocumentIdentifier
  let range: TextRange
  let context: Context
}

struct ExecuteCommandParams: Decodable, Sendable {
  let command: String
  let arguments: [CommandArguments]?
}

struct ApplyEditParams: Encodable, Sendable {
  let label: String
  let edit: WorkspaceEdit
}

struct ShowDocumentParams: Encodable, Sendable {
  let uri: String
  var takeFocus = true
}
