import FoundationEssentials

/// What identifies a request.
package enum MessageID: Hashable, Codable, Sendable {
  case number(Int)
  case text(String)

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

/// A message of JSON-RPC 2.0 as it arrived: who sends it for what. Its parameters are decoded by whoever knows their type.
struct Message: Sendable {
  /// What kind of message it is.
  enum Kind: Sendable {
    case request(MessageID, method: String)
    case notification(method: String)
    /// An answer to a request of ours.
    case response(MessageID)
  }

  let kind: Kind
  private let content: [UInt8]

  /// Reads the outside of a message. Throws `ResponseError` for what is no JSON or no message, with the id if it has one.
  init(_ content: [UInt8]) throws(Fault) {
    let envelope: Envelope
    do { envelope = try JSONDecoder().decode(Envelope.self, from: Data(content)) } catch let error as DecodingError {
      if case .dataCorrupted = error { throw Fault(id: nil, error: .parse) }
      throw Fault(id: nil, error: .invalidRequest)
    } catch {
      throw Fault(id: nil, error: .parse)
    }
    self.content = content
    switch (envelope.id, envelope.method) {
    case (let id?, let method?): kind = .request(id, method: method)
    case (nil, let method?): kind = .notification(method: method)
    case (let id?, nil): kind = .response(id)
    case (nil, nil): throw Fault(id: nil, error: .invalidRequest)
    }
  }

  /// Why something is no message.
  struct Fault: Error, Sendable {
    let id: MessageID?
    let error: ResponseError
  }

  private struct Envelope: Decodable {
    let id: MessageID?
    let method: String?
  }

  private struct Parameters<Value: Decodable>: Decodable {
    let params: Value
  }

  private struct Answer<Value: Decodable>: Decodable {
    let result: Value?
  }

  /// The parameters. Throws `ResponseError` when they are others.
  func parameters<Value: Decodable>(_ type: Value.Type) throws(ResponseError) -> Value {
    do { return try JSONDecoder().decode(Parameters<Value>.self, from: Data(content)).params } catch {
      throw ResponseError(code: .invalidParams, message: "the parameters are not those of this method")
    }
  }

  /// What a client answered; nil for nothing, an error or something else.
  func result<Value: Decodable>(_ type: Value.Type) -> Value? {
    (try? JSONDecoder().decode(Answer<Value>.self, from: Data(content)))?.result
  }
}

/// Why a request was not done, as JSON-RPC tells it.
struct ResponseError: Error, Encodable, Equatable, Sendable {
  /// The protocol's numbers.
  enum Code: Int, Encodable, Sendable {
    case parse = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestCancelled = -32800
    case requestFailed = -32803
  }

  let code: Code
  let message: String

  static let parse = ResponseError(code: .parse, message: "this is no JSON")
  static let invalidRequest = ResponseError(code: .invalidRequest, message: "this is no message of JSON-RPC 2.0")
  static let cancelled = ResponseError(code: .requestCancelled, message: "cancelled")
}

/// A message that is sent.
enum OutgoingMessage {
  private struct Request<Params: Encodable>: Encodable {
    var jsonrpc = "2.0"
    let id: MessageID
    let method: String
    let params: Params
  }

  private struct Notification<Params: Encodable>: Encodable {
    var jsonrpc = "2.0"
    let method: String
    let params: Params
  }

  private struct Response<Value: Encodable>: Encodable {
    var jsonrpc = "2.0"
    let id: MessageID?
    /// Null is a result as well, and has to be written.
    let result: Value?

    enum CodingKeys: CodingKey { case jsonrpc, id, result }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(jsonrpc, forKey: .jsonrpc)
      try container.encode(id, forKey: .id)
      try container.encode(result, forKey: .result)
    }
  }

  private struct Failure: Encodable {
    var jsonrpc = "2.0"
    let id: MessageID?
    let error: ResponseError

    enum CodingKeys: CodingKey { case jsonrpc, id, error }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(jsonrpc, forKey: .jsonrpc)
      // An answer to nobody in particular has a null here.
      try container.encode(id, forKey: .id)
      try container.encode(error, forKey: .error)
    }
  }

  static func request(_ id: MessageID, _ method: String, _ params: some Encodable) -> [UInt8] {
    encoded(Request(id: id, method: method, params: params))
  }

  static func notification(_ method: String, _ params: some Encodable) -> [UInt8] {
    encoded(Notification(method: method, params: params))
  }

  static func response(to id: MessageID, _ result: (some Encodable)?) -> [UInt8] {
    encoded(Response(id: id, result: result))
  }

  static func failure(of id: MessageID?, _ error: ResponseError) -> [UInt8] { encoded(Failure(id: id, error: error)) }

  private static func encoded(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing that is sent holds a number that JSON lacks.
    return (try? encoder.encode(value)).map(Array.init) ?? []
  }
}
