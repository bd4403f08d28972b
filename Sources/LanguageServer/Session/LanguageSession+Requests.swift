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
