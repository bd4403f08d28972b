import DealHealth
import FactReading

/// The JSON Schema (draft 7) of `rapport.yml`, for editors: made from what the parser goes by.
public enum ConfigurationSchema {
  /// The schema as JSON; ends in a line feed.
  public static func json() -> String {
    let head: [(String, JSONValue)] = [
      ("$schema", .text("http://json-schema.org/draft-07/schema#")),
      ("$id", .text("https://rapport.invalid/rapport.schema.json")),
      ("title", .text("rapport.yml")),
      ("description", .text("Settings of Rapport, beside the notes that they are for.")),
    ]
    return JSONValue.object(
      head + members(of: record(SettingKey.all, isNullable: true)) + [("definitions", definitions)]
    )
    .document
  }

  private static func schema(of key: SettingKey) -> JSONValue {
    .object([("description", .text(key.summary.en))] + members(of: schema(of: key.shape)))
  }

  private static func schema(of shape: SettingShape) -> JSONValue {
    switch shape {
    case .word(let words):
      .object([("enum", .list(words.flatMap { [$0.name] + $0.others }.map { .text($0) } + [.null]))])
    case .names: reference("names")
    case .rules: reference("rules")
    case .days: reference("days")
    case .table(.factKind, let shape):
      .object([
        ("type", nullable("object")),
        ("properties", .object(FactKind.ofCues.map { ($0.rawValue, schema(of: shape)) })),
        ("additionalProperties", .truth(false)),
      ])
    case .table(_, let shape):
      .object([("type", nullable("object")), ("additionalProperties", schema(of: shape))])
    case .record(let keys): record(keys, isNullable: true)
    case .namesOrRecord(let keys): .object([("anyOf", .list([reference("names"), record(keys)]))])
    case .ruleTable: reference("ruleTable")
    case .text: .object([("type", nullable("string"))])
    }
  }

  private static func record(_ keys: [SettingKey], isNullable: Bool = false) -> JSONValue {
    .object([
      ("type", isNullable ? nullable("object") : .text("object")),
      ("properties", .object(keys.map { ($0.name, schema(of: $0)) })),
      ("additionalProperties", .truth(false)),
    ])
  }

  private static var definitions: JSONValue {
    let name: JSONValue = .object([("type", .text("string")), ("minLength", .number(1))])
    let rule: JSONValue = .object([
      (
        "anyOf",
        .list([
          .object([
            (
              "enum",
              .list(
                (Rule.all.flatMap { [$0.code, $0.name] } + Gate.allCases.map(\.rawValue)).map { .text($0) })
            )
          ]), .object([("type", .text("string")), ("pattern", .text(beginnings))]),
        ])
      )
    ])
    let day: JSONValue = .object([
      ("type", .text("string")),
      ("pattern", .text("^\\d{4}-\\d{2}-\\d{2}( *\\.\\. *\\d{4}-\\d{2}-\\d{2})?$")),
    ])
    return .object([
      ("names", oneOrMore(name)), ("rules", oneOrMore(rule)), ("days", oneOrMore(day)),
      (
        "severity",
        .object([
          (
            "enum",
            .list(
              SettingShape.Word.severities.flatMap { [$0.name] + $0.others }.map { .text($0) }
                + [.truth(false), .null])
          )
        ])
      ), ("ruleTable", ruleTable),
    ])
  }

  /// Beginnings of codes: `P`, `P3`, `P30`.
  private static var beginnings: String {
    let letters = Set(Rule.all.map { String($0.code.prefix(1)) }).sorted().joined()
    return "^[\(letters)\(letters.lowercased())][0-9]{0,3}$"
  }

  private static var ruleTable: JSONValue {
    func change(_ settings: [Setting], _ summary: String?) -> JSONValue {
      let own: [(String, JSONValue)] = settings.map { setting in
        (
          setting.key,
          .object([
            ("type", .text("integer")), ("minimum", .number(1)), ("default", .number(setting.standard)),
            ("description", .text(setting.summary.en)),
          ])
        )
      }
      return .object(
        (summary.map { [("description", JSONValue.text($0))] } ?? []) + [
          (
            "anyOf",
            .list([
              reference("severity"),
              .object([
                ("type", .text("object")), ("properties", .object([("severity", reference("severity"))] + own)),
                ("additionalProperties", .truth(false)),
              ]),
            ])
          )
        ])
    }
    let rules = Rule.all.flatMap { rule in
      [rule.code, rule.name].map { ($0, change(rule.settings, rule.summary.en)) }
    }
    return .object([
      ("type", nullable("object")),
      ("properties", .object(rules + Gate.allCases.map { ($0.rawValue, change([], nil)) })),
      ("patternProperties", .object([(beginnings.replacing("{0,3}", with: "{0,2}"), change([], nil))])),
      ("additionalProperties", .truth(false)),
    ])
  }

  private static func oneOrMore(_ item: JSONValue) -> JSONValue {
    .object([
      (
        "anyOf",
        .list([item, .object([("type", .text("array")), ("items", item)]), .object([("type", .text("null"))])])
      )
    ])
  }

  private static func reference(_ name: String) -> JSONValue { .object([("$ref", .text("#/definitions/\(name)"))]) }

  private static func nullable(_ type: String) -> JSONValue { .list([.text(type), .text("null")]) }

  private static func members(of value: JSONValue) -> [(String, JSONValue)] {
    if case .object(let members) = value { members } else { [] }
  }
}
