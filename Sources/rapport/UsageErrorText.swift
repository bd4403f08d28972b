/// What is said about wrong usage, in Chinese.
///
/// ArgumentParser speaks English alone, and its errors are no public types: of what went wrong it gives away a sentence. So
/// its sentences (those of version 1.8) are known here by the words that are fixed in them. One that is not known stays as
/// it is, rather than being lost.
enum UsageErrorText {
  /// `text`, which has `message` in front and how the command is used behind it.
  static func chinese(_ text: String, message: String) -> String {
    let behind = text.firstRange(of: message).map { text[$0.upperBound...] } ?? text[...]
    let usage = behind.firstRange(of: "Usage: ").map { behind[$0.upperBound...] } ?? ""
    let lines = usage.split(separator: "\n").map { line in
      parts(of: line, between: ["  See '", "' for more information."])
        .map { "  详细用法见 \($0[0])" } ?? String(line)
    }
    let told = message.isEmpty ? [] : ["rapport：" + sentence(message)]
    return (told + (lines.isEmpty ? [] : ["用法：" + lines.joined(separator: "\n")])).joined(separator: "\n")
  }

  /// A sentence of the parser's in Chinese; one of our own is so already.
  static func sentence(_ message: String) -> String {
    for (fixed, chinese) in sentences {
      if let parts = parts(of: message[...], between: fixed) { return chinese(parts) }
    }
    return message
  }

  /// The fixed words of each sentence, and how its other parts are told; a sentence that has all words of another one and
  /// more stands before it.
  private static let sentences: [(fixed: [String], chinese: @Sendable ([String]) -> String)] = [
    (["Unknown option '", "'. Did you mean '", "'?"], { "没有 \($0[0]) 这个选项；是不是 \($0[1])？" }),
    (["Unknown option '", "'"], { "没有 \($0[0]) 这个选项" }),
    (["Missing value for '", "'"], { "\($0[0]) 后面要写内容" }),
    (["The option '", "' does not take any value, but '", "' was specified."], { "\($0[0]) 后面不用写内容，却写了 \($0[1])" }),
    (["Unexpected argument '", "'"], { "多了一个参数：\($0[0])" }),
    (["", " unexpected arguments: '", "'"], { "多了 \($0[0]) 个参数：\(list($0[1]))" }),
    (["Missing expected argument '", "'"], { "缺少 \($0[0])" }),
    (["Missing one of: '", "'"], { "下面的要写一个：\(list($0[0]))" }),
    (
      ["Value to be set with flag '", "' had already been set with flag '", "'"],
      { "\($0[0]) 和 \($0[1]) 不能一起用" }
    ),
    (
      ["The value '", "' is invalid for '", "'. Please provide one of the following:\n", ""],
      { "\($0[1]) 不能是 \($0[0])；可以写：\n\($0[2])" }
    ),
    (
      ["The value '", "' is invalid for '", "'. Please provide one of '", "'."],
      { "\($0[1]) 不能是 \($0[0])；可以写：\(list($0[2]))" }
    ),
    (["The value '", "' is invalid for '", "': ", ""], { "\($0[1]) 不能是 \($0[0])：\($0[2])" }),
    (["The value '", "' is invalid for '", "'"], { "\($0[1]) 不能是 \($0[0])" }),
    (["Missing required subcommand."], { _ in "还要写一个子命令" }),
  ]

  /// `a', 'b' or 'c` as Chinese lists it.
  private static func list(_ quoted: String) -> String {
    var text = quoted
    for separator in ["', '", "' or '", "' and '"] {
      while let range = text.firstRange(of: separator) { text.replaceSubrange(range, with: "、") }
    }
    return text
  }

  /// What stands between fixed words, which begin and end `text`; nil when they do not.
  private static func parts(of text: Substring, between fixed: [String]) -> [String]? {
    guard let first = fixed.first, let last = fixed.last, text.hasPrefix(first), text.hasSuffix(last) else {
      return nil
    }
    if fixed.count == 1 { return text == first ? [] : nil }
    var rest = text.dropFirst(first.count)
    var parts: [String] = []
    for words in fixed.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: words) else { return nil }
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return parts + [String(rest.dropLast(last.count))]
  }
}
