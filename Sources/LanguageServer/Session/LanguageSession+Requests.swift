import FactReading

extension LanguageSession {
  /// How well the journal has to be known before a request is answered.
  enum Need {
    /// As it was last, which may be some keystrokes ago: for what is wanted while somebody writes.
    case known
    /// With all that was written before the request.
    case current
  }

  func take(request method: String, _ id: MessageID, _ message: Message) throws(ResponseError) {
    switch method {
    case "initialize": try initialize(id, try message.parameters(InitializeParams.self))
    case "shutdown":
      phase = .shutDown
      answer(id, NoParams?.none)
    case "textDocument/diagnostic": try pull(id, message)
    case "textDocument/hover": try ask(id, message, .known) { scene, position in scene.hover(at: position) }
    case "textDocument/completion": try ask(id, message, .known) { scene, position in scene.completions(at: position) }
    case "textDocument/definition": try ask(id, message, .known) { scene, position in scene.definition(at: position) }
    case "textDocument/documentHighlight":
      try ask(id, message, .known) { scene, position in scene.highlights(at: position) }
    case "textDocument/prepareRename":
      try ask(id, message, .current) { scene, position in scene.preparedRename(at: position) }
    case "textDocument/references":
      let params = try message.parameters(ReferenceParams.self)
      answer(id, about: params.textDocument.uri, .current) { scene in
        scene.references(at: params.position, withDefinition: params.context?.includeDeclaration ?? true)
      }
    case "textDocument/rename":
      let params = try message.parameters(RenameParams.self)
      answer(id, about: params.textDocument.uri, .current) { scene throws(ResponseError) in
        try scene.rename(at: params.position, to: params.newName)
      }
    case "textDocument/foldingRange": try ask(id, message, .known) { scene in scene.foldingRanges() }
    case "textDocument/documentSymbol": try ask(id, message, .current) { scene in scene.symbols() }
    case "textDocument/codeLens": try ask(id, message, .current) { scene in scene.codeLenses() }
    case "textDocument/semanticTokens/full": try ask(id, message, .current) { scene in scene.semanticTokens() }
    case "textDocument/semanticTokens/range":
      let params = try message.parameters(RangeParams.self)
      answer(id, about: params.textDocument.uri, .current) { scene in scene.semanticTokens(in: params.range) }
    case "textDocument/inlayHint":
      let params = try message.parameters(RangeParams.self)
      answer(id, about: params.textDocument.uri, .current) { scene in scene.inlayHints(in: params.range) }
    case "textDocument/codeAction":
      let params = try message.parameters(CodeActionParams.self)
      let findings = params.context.diagnostics?.compactMap(\.data) ?? []
      answer(id, about: params.textDocument.uri, .current) { scene in
        scene.actions(in: params.range, findings: findings)
      }
    case "workspace/symbol": findSymbols(id, try message.parameters(SymbolParams.self).query)
    case "workspace/executeCommand": try execute(id, try message.parameters(ExecuteCommandParams.self))
    default: throw ResponseError(code: .methodNotFound, message: "there is no \(method) here")
    }
  }

  /// Answers a request about a document that is open, as soon as its journal is known; nothing for one that is not open.
  func answer<Result: Encodable>(
    _ id: MessageID, about uri: String, _ need: Need, _ result: @escaping (NoteScene) throws(ResponseError) -> Result?
  ) {
    guard let note = notes[uri], let journal = journals[note.journal] else { return answer(id, Result?.none) }
    let generation = need == .current ? journal.generation : note.since
    let reply: (LanguageSession) -> Void = { session in
      guard let note = session.notes[uri], let scene = session.scene(of: note) else {
        return session.answer(id, Result?.none)
      }
      do throws(ResponseError) { session.answer(id, try result(scene)) } catch { session.fail(id, error) }
    }
    if let known = journal.assessed?.generation, known >= generation {
      reply(self)
    } else {
      waiting.append(Waiting(id: id, journal: note.journal, generation: generation, answer: reply))
    }
  }

  private func ask<Result: Encodable>(
    _ id: MessageID, _ message: Message, _ need: Need, _ result: @escaping (NoteScene, TextPosition) -> Result?
  ) throws(ResponseError) {
    let params = try message.parameters(PositionParams.self)
    answer(id, about: params.textDocument.uri, need) { scene in result(scene, params.position) }
  }

  private func ask<Result: Encodable>(
    _ id: MessageID, _ message: Message, _ need: Need, _ result: @escaping (NoteScene) -> Result?
  ) throws(ResponseError) {
    let params = try message.parameters(DocumentParams.self)
    answer(id, about: params.textDocument.uri, need) { scene in result(scene) }
  }

  /// Does something for a request as soon as a journal knows of all that was written before it.
  func whenCurrent(_ id: MessageID, _ journal: Int, _ body: @escaping (LanguageSession, AssessedJournal) -> Void) {
    let generation = journals[journal]?.generation ?? 0
    let reply: (LanguageSession) -> Void = { session in
      guard let assessed = session.journals[journal]?.assessed else { return session.fail(id, .cancelled) }
      body(session, assessed)
    }
    if let known = journals[journal]?.assessed?.generation, known >= generation {
      reply(self)
    } else {
      waiting.append(Waiting(id: id, journal: journal, generation: generation, answer: reply))
    }
  }

  /// People and deals of all journals that are known, by a part of a name or what is typed for it.
  private func findSymbols(_ id: MessageID, _ query: String) {
    let wanted = query.lowercased()
    func isWanted(_ names: [String]) -> Bool {
      wanted.isEmpty
        || names.contains {
          $0.lowercased().contains(wanted) || PinyinReadings.builtin.matches($0, typed: query)
        }
    }
    var symbols: [WorkspaceSymbol] = []
    for key in journals.keys.sorted() {
      guard let scene = anyScene(in: key) else { continue }
      for person in scene.journal.people where isWanted([person.name] + person.surfaces) {
        guard let first = person.mentions.first, let location = scene.location(of: first) else { continue }
        symbols.append(
          WorkspaceSymbol(name: person.name, kind: 13, location: location, containerName: person.organisation))
      }
      for deal in scene.journal.deals where isWanted([deal.name, deal.account] + deal.surfaces) {
        let entry = scene.journal.entries.last { $0.deals.contains(deal.id) }
        guard let location = entry.flatMap({ scene.location(of: $0.evidence) }) else { continue }
        symbols.append(WorkspaceSymbol(name: deal.name, kind: 3, location: location, containerName: deal.account))
      }
    }
    answer(id, symbols)
  }

  private func anyScene(in journal: Int) -> NoteScene? {
    if let note = notes.values.filter({ $0.journal == journal }).min(by: { $0.name < $1.name }) {
      return scene(of: note)
    }
    return journals[journal]?.assessed?.contents.reading.sources.first.flatMap { scene(ofClosed: $0.path, in: journal) }
  }

  /// A report of diagnostics, or that they are the same as last time.
  private enum Report: Encodable {
    case full(FullDiagnosticReport)
    case unchanged(UnchangedDiagnosticReport)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .full(let report): try report.encode(to: encoder)
      case .unchanged(let report): try report.encode(to: encoder)
      }
    }
  }

  private func pull(_ id: MessageID, _ message: Message) throws(ResponseError) {
    let params = try message.parameters(DocumentParams.self)
    let uri = params.textDocument.uri
    guard notes[uri] != nil else {
      return answer(id, FullDiagnosticReport(resultId: "", items: []))
    }
    answer(id, about: uri, .current) { [weak self] scene -> Report? in
      let items = scene.diagnostics()
      self?.published[uri] = items
      let result = "\(scene.assessed.generation):\(scene.document.version)"
      return params.previousResultId == result
        ? .unchanged(UnchangedDiagnosticReport(resultId: result))
        : .full(FullDiagnosticReport(resultId: result, items: items))
    }
  }
}
