import FindingFormats
import Workspace

extension LanguageSession {
  /// Answers `initialize`.
  func initialize(_ id: MessageID, _ params: InitializeParams) throws(ResponseError) {
    guard phase == .fresh else {
      throw ResponseError(code: .invalidRequest, message: "initialize comes once")
    }
    phase = .running
    client = params.capabilities
    encoding = PositionEncoding(negotiatedFrom: params.capabilities.general?.positionEncodings)
    options = params.initializationOptions ?? ServerOptions()
    let folders =
      params.workspaceFolders?.map(\.uri) ?? params.rootUri.map { [$0] }
      ?? params.rootPath.map { [DocumentURI.uri(ofFile: $0)] } ?? []
    for uri in folders { addFolder(uri) }
    answer(
      id,
      InitializeResult(capabilities: capabilities, serverInfo: .init(name: Tool.name, version: Tool.version)))
  }

  /// Whether the client asks for diagnostics, and can be told that they have changed: then it is sent none.
  var clientPulls: Bool {
    client?.textDocument?.diagnostic != nil && client?.workspace?.diagnostics?.refreshSupport == true
  }

  private var capabilities: ServerCapabilities {
    var capabilities = ServerCapabilities(positionEncoding: encoding)
    if clientPulls { capabilities.diagnosticProvider = .init() }
    // A feature that is switched off is not offered, so that another server can have it.
    if options.completion != false {
      capabilities.completionProvider = .init(triggerCharacters: NoteScene.triggers)
    }
    if options.hover != false { capabilities.hoverProvider = true }
    capabilities.definitionProvider = true
    capabilities.referencesProvider = true
    capabilities.documentHighlightProvider = true
    if options.symbols != false {
      capabilities.documentSymbolProvider = true
      capabilities.workspaceSymbolProvider = true
      capabilities.foldingRangeProvider = true
    }
    if options.inlayHints != false { capabilities.inlayHintProvider = true }
    if options.codeLens != false { capabilities.codeLensProvider = .init() }
    if options.semanticTokens != false {
      capabilities.semanticTokensProvider = .init(
        legend: .init(tokenTypes: NoteScene.tokenTypes, tokenModifiers: []))
    }
    capabilities.renameProvider = .init()
    capabilities.codeActionProvider = .init(codeActionKinds: ["quickfix", "refactor.rewrite", "source"])
    capabilities.executeCommandProvider = .init(commands: Self.commands)
    return capabilities
  }

  /// Asks for what can only be asked for when the client is ready.
  func listen() {
    if client?.workspace?.didChangeWatchedFiles?.dynamicRegistration == true {
      let watchers = ["md", "markdown", "txt"].map { Registrations.Watcher(globPattern: "**/*.\($0)") }
      let settings = [".gitignore", "rapport*.yml", "rapport-baseline.tsv"].map {
        Registrations.Watcher(globPattern: "**/\($0)")
      }
      ask(
        "client/registerCapability",
        Registrations(registrations: [
          .init(
            id: "rapport-files", method: "workspace/didChangeWatchedFiles",
            registerOptions: .init(watchers: watchers + settings))
        ]))
    }
    askForConfiguration()
  }

  private struct Registrations: Encodable {
    struct Watcher: Encodable {
      let globPattern: String
    }
    struct Options: Encodable {
      let watchers: [Watcher]
    }
    struct Registration: Encodable {
      let id: String
      let method: String
      let registerOptions: Options
    }
    let registrations: [Registration]
  }

  private struct ConfigurationItems: Encodable {
    struct Item: Encodable {
      let section: String
    }
    let items: [Item]
  }

  private func askForConfiguration() {
    guard client?.workspace?.configuration == true else { return }
    ask("workspace/configuration", ConfigurationItems(items: [.init(section: "rapport")])) { session, message in
      if let options = message.result([ServerOptions?].self)?.first ?? nil { session.use(options) }
    }
  }

  /// Takes settings that came with the notification, or asks for them.
  func changeConfiguration(_ message: Message) {
    if let options = try? message.parameters(ConfigurationParams.self).settings?.rapport {
      use(options)
    } else {
      askForConfiguration()
    }
  }

  private func use(_ options: ServerOptions) {
    guard options != self.options else { return }
    let isOtherDay = options.asOf != self.options.asOf
    self.options = options
    for id in journals.keys.sorted() {
      if isOtherDay { journals[id]?.generation += 1 } else { publish(id) }
    }
    refreshClient()
  }
}
