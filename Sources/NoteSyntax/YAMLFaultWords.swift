extension YAMLNode.Fault {
  /// What libyaml found wrong, told to somebody who writes a few settings and knows no grammar; a problem that nobody meets
  /// when writing a file like ours stays in its words.
  init(parser problem: String, line: Int) {
    let told = Self.plain[problem]
    self.init(
      problem: told?.en ?? problem, problemZh: told?.zh ?? "写法不对（\(problem)）", line: line)
  }

  private static let plain: [String: (en: String, zh: String)] = [
    "could not find expected ':'": ("a colon is missing behind a name", "名字后面少了冒号"),
    "did not find expected key": (
      "a line does not go on from the one above; look at its indent and quotes", "这一行和上面的接不上，看看缩进和引号"
    ),
    "did not find expected '-' indicator": (
      "a list goes on without a hyphen; look at the indent", "列表里少了连字符，看看缩进"
    ),
    "did not find expected ',' or ']'": ("a list is not closed; a comma or ] is missing", "方括号没写完，少了逗号或 ]"),
    "did not find expected ',' or '}'": ("braces are not closed; a comma or } is missing", "花括号没写完，少了逗号或 }"),
    "did not find expected node content": ("a value is missing", "少了内容"),
    "found unexpected end of stream": ("a quotation mark is not closed", "引号没有写完"),
    "mapping values are not allowed in this context": (
      "there is one colon too many; put a value with a colon in quotes", "多了一个冒号；内容里有冒号的要加引号"
    ),
    "block sequence entries are not allowed in this context": (
      "a list begins behind a colon; begin it on the next line", "列表不能跟在冒号后面，要另起一行"
    ),
    "found character that cannot start any token": (
      "a value begins with a character that needs quotes, or a line with a tab", "开头的字符要加引号，或者用了制表符缩进"
    ),
    "did not find expected alphabetic or numeric character": (
      "a value that begins with * or & needs quotes", "以 * 或 & 开头的内容要加引号"
    ),
    "found a tab character where an indentation space is expected": ("indent with spaces, not tabs", "缩进要用空格，不用制表符"),
    "found a tab character that violates indentation": ("indent with spaces, not tabs", "缩进要用空格，不用制表符"),
    "found unknown escape character": (
      "a backslash in double quotes; use single quotes", "双引号里有反斜杠，改用单引号"
    ),
    "control characters are not allowed": ("there is a control character", "有控制字符"),
  ]
}
