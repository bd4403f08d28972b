import FactReading
import SourceText

/// Text to paste into a chat or an e-mail, in parts that the target takes.
struct ChatText {
  let lines: [String]
  let language: Language
  let target: ChatTarget

  /// Text that is fit for `target` already.
  init(_ text: String, language: Language, target: ChatTarget) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.lines = lines.last == "" ? lines.dropLast() : lines
    self.language = language
    self.target = target
  }

  /// The parts, each within the target's limit; several say which of how many they are.
  func parts() -> [String] {
    // Room for `(12/34)` and a line feed.
    let limit = target.limit - 16
    var parts: [String] = []
    var part = ""
    for line in lines.flatMap({ pieces(of: $0, limit: limit) }) {
      if !part.isEmpty, target.size(of: part) + target.size(of: line) + target.size(of: "\n") > limit {
        parts.append(part)
        part = ""
      }
      part += (part.isEmpty ? "" : "\n") + line
    }
    if !part.isEmpty { parts.append(part) }
    guard parts.count > 1 else { return parts }
    return parts.enumerated().map { "(\($0.offset + 1)/\(parts.count))\n\($0.element)" }
  }

  /// All parts with a line between that tells where one ends; ends in a line feed.
  func text() -> String {
    let parts = parts()
    let rule = language == .zh ? "✂ ———— 分条发送 ————" : "✂ ———— send in parts ————"
    return parts.joined(separator: "\n\n\(rule)\n\n") + "\n"
  }

  /// A line in pieces of at most `limit`, never broken within a character.
  private func pieces(of line: String, limit: Int) -> [String] {
    guard target.size(of: line) > limit else { return [line] }
    var pieces: [String] = []
    var piece = ""
    var size = 0
    for character in line {
      let more = target.size(of: String(character))
      if size + more > limit, !piece.isEmpty {
        pieces.append(piece)
        (piece, size) = ("", 0)
      }
      // A character that is longer than a message is not one that anybody reads.
      if more > limit { continue }
      piece.append(character)
      size += more
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

/// Where text is pasted, with what it understands and how much it takes: what its makers' own pages or servers said in 2026.
public enum ChatTarget: String, CaseIterable, Sendable {
  /// WeCom (企业微信): `markdown` and `markdown_v2` of a group's robot take 4096 bytes of UTF-8 each
  /// (developer.work.weixin.qq.com/document/path/91770; the server: "markdown.content exceed max length 4096"). `text`, which
  /// this is not for, takes 2048.
  case wecom
  /// Feishu (飞书): the whole request to a group's own robot may have 20 KB
  /// (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot); an app's post or card may have 30 KB, its text 150
  /// (im/v1/messages, error 230025). No headings, and nothing bold that holds Chinese punctuation.
  case feishu
  /// DingTalk (钉钉), `markdown`, a subset without tables: the whole request may have 20,000 bytes (the server, error 460101:
  /// "message too long, exceed 20000 bytes").
  case dingtalk
  /// Slack, mrkdwn with `*bold*`: a message is cut at 40,000 characters, and 4,000 are advised, beyond which some ways of
  /// sending split it (docs.slack.dev, chat.postMessage; a block of text takes 3,000).
  case slack
  /// Plain text without a limit.
  case email

  /// How much one message takes, in the unit of `size(of:)`. Where the request counts, there is room for what is around the
  /// text.
  var limit: Int {
    switch self {
    case .wecom: 4096
    case .feishu, .dingtalk: 20_000 - 1000
    case .slack: 4000
    case .email: .max
    }
  }

  /// UTF-8 bytes; as they stand in JSON where the request counts; for Slack characters as it counts them (UTF-16).
  func size(of text: String) -> Int {
    switch self {
    case .wecom, .email: text.utf8.count
    case .feishu, .dingtalk: JSONText.escaped(text).utf8.count
    case .slack: text.utf16.count
    }
  }

  /// `text` so that it stands as it is: nobody is mentioned, nothing is formatted, nothing becomes a link by its signs.
  func inert(_ text: String) -> String {
    let plain = InertText.terminal(text)
    guard self != .email else { return plain }
    var inert = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "&" where self == .slack: inert += "&amp;"
      case "<": inert += self == .slack ? "&lt;" : "＜"
      case ">": inert += self == .slack ? "&gt;" : "＞"
      case "*": inert += "＊"
      case "`": inert += "｀"
      case "~": inert += "～"
      case "[": inert += "［"
      case "]": inert += "］"
      // `@all` would ring everybody's phone.
      case "@": inert += "＠"
      default: inert.unicodeScalars.append(scalar)
      }
    }
    return inert
  }

  var bullet: String { self == .slack || self == .feishu ? "• " : "- " }

  func title(_ text: String) -> String {
    switch self {
    case .wecom, .dingtalk: "## " + text
    case .slack, .feishu: strong(text)
    case .email: text + "\n" + String(repeating: "=", count: min(72, DisplayWidth.columns(of: text)))
    }
  }

  func heading(_ text: String) -> String {
    switch self {
    case .wecom, .dingtalk: "### " + text
    case .slack, .feishu: strong(text)
    case .email: text + "\n" + String(repeating: "-", count: min(72, DisplayWidth.columns(of: text)))
    }
  }

  func strong(_ text: String) -> String {
    switch self {
    case .slack: return "*\(text)*"
    case .email: return text + ":"
    case .wecom, .dingtalk: return "**\(text)**"
    case .feishu:
      let isPlain = !text.unicodeScalars.contains {
        (0x3000...0x303F).contains($0.value) || (0xFF00...0xFF65).contains($0.value)
          || (0x2010...0x2027).contains($0.value)
      }
      return isPlain ? "**\(text)**" : text
    }
  }
}

extension PrintedReport {
  /// As text to paste into `target`, in parts that it takes.
  public func chat(_ target: ChatTarget) -> String {
    let text = BuiltinTemplate.chat.filled(with: values(links: .none), .chat(target))
    return ChatText(text, language: language, target: target).text()
  }
}

extension HealthReport {
  /// What templates call the parts of `page`.
  static let names = ["todo", "late"]

  /// What a page has room for: of each deal the next thing to do and why, and what is late.
  var page: ReportPage {
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    let lacking = deals.filter { $0.action != nil }.map { deal in
      ReportPage.Item(
        subject: "\(deal.name) · \(deal.stage.title.in(language))", text: deal.action?.text ?? "",
        detail: deal.action?.reasons.first?.message, isUrgent: deal.isAtRisk,
        places: deal.action?.reasons.first.map { Array($0.evidence.prefix(1)) } ?? [])
    }
    let late = deals.flatMap { deal in
      deal.commitments.filter { $0.state != .open }.map { promise in
        ReportPage.Item(
          subject: deal.name, text: "\(promise.label(in: language)) “\(promise.evidence.words)”",
          places: [promise.evidence])
      }
    }
    return ReportPage(
      language: language, title: say("Deals", "商机"), lead: [headline],
      sections: [
        ReportPage.Section(name: "todo", title: say("What to do", "要办的事"), items: lacking),
        ReportPage.Section(name: "late", title: say("Late", "过期了"), items: late),
      ].filter { !$0.items.isEmpty })
  }
}
