import DealHealth

/// The program itself: what shells and `man` know of it, the terminal, the language server.
enum ProgramCheck {
  static var remarks: [SetUpRemark] { installed + terminal + [server] }

  // MARK: Installation

  /// Of a program that lies in no `bin`, as in a checkout, nothing else can be expected to be in its place.
  private static var installed: [SetUpRemark] {
    guard let program = RunningProgram.path, let end = program.lastIndex(of: slash),
      program[..<end].suffix(4).elementsEqual("/bin".utf8)
    else { return [.fine("install", en: "the program was not installed", zh: "程序没有安装过")] }
    let share = Array(program[..<end].dropLast(4)) + Array("/share".utf8)
    return [completions(share), manual(share)]
  }

  private static let slash = UInt8(ascii: "/")

  private static func completions(_ share: [UInt8]) -> SetUpRemark {
    let shells: [String: (place: String, user: String)] = [
      "bash": ("/bash-completion/completions/rapport", ".local/share/bash-completion/completions/rapport"),
      "zsh": ("/zsh/site-functions/_rapport", ".local/share/zsh/site-functions/_rapport"),
      "fish": ("/fish/vendor_completions.d/rapport.fish", ".config/fish/completions/rapport.fish"),
    ]
    let shell = (Environment.value(of: "SHELL") ?? "").split(separator: "/").last.map(String.init) ?? ""
    guard let known = shells[shell] else {
      return .fine("completions", en: "the shell is none that is completed", zh: "这个 shell 没有补全")
    }
    let home = Environment.value(of: "HOME") ?? ""
    let places = [
      share + Array(known.place.utf8), Array(("/usr/share" + known.place).utf8), Array("\(home)/\(known.user)".utf8),
    ]
    guard !places.contains(where: { (try? FileSystem.status($0)) != nil }) else {
      return .fine("completions", en: "\(shell) completes rapport's names", zh: "\(shell) 会补全 rapport 的名字")
    }
    let command = "rapport --generate-completion-script \(shell) > ~/\(known.user)"
    return .advice(
      "completions", Text(en: "\(shell) does not complete deals, people and rules", zh: "\(shell) 还不会补全商机、人名和规则"),
      remedy: Text(en: command, zh: command))
  }

  private static func manual(_ share: [UInt8]) -> SetUpRemark {
    if (try? FileSystem.status(share + Array("/man/man1/rapport.1".utf8))) != nil {
      return .fine("manual", en: "man rapport has its page", zh: "man rapport 有手册页")
    }
    return .advice(
      "manual", Text(en: "there is no manual page beside the program", zh: "程序旁边没有手册页"),
      remedy: Text(
        en: "make install puts it there; rapport help COMMAND tells the same",
        zh: "make install 会装好；rapport help 命令 说的是一样的"))
  }

  // MARK: Terminal

  private static var terminal: [SetUpRemark] {
    var remarks: [SetUpRemark] = []
    if let columns = Environment.value(of: "COLUMNS"), !columns.isEmpty, Int(columns) == nil {
      remarks.append(
        .problem(
          "terminal", Text(en: "COLUMNS is “\(columns)”, which is no number", zh: "COLUMNS 是“\(columns)”，不是数"),
          remedy: Text(en: "unset COLUMNS; the terminal tells its width itself", zh: "unset COLUMNS；终端自己会报宽度")))
    }
    guard StandardStream.output.isTerminal else {
      return remarks + [.fine("terminal", en: "nobody looks on a terminal", zh: "输出不在终端上")]
    }
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { Environment.value(of: $0) }.first { !$0.isEmpty } ?? ""
    let charset = locale.lowercased().filter { $0 != "-" }
    if !charset.hasSuffix("utf8") && !charset.contains("utf8@") {
      remarks.append(
        .advice(
          "terminal",
          Text(
            en: "the locale (\(locale.isEmpty ? "none" : locale)) is not UTF-8, and all text here is",
            zh: "区域设置（\(locale.isEmpty ? "没有" : locale)）不是 UTF-8，而这里的文字都是"),
          remedy: Text(en: "export LC_ALL=C.UTF-8, or your own language's", zh: "export LC_ALL=zh_CN.UTF-8")))
    }
    if let columns = StandardStream.output.columns, columns < 60 {
      remarks.append(
        .advice(
          "terminal", Text(en: "the terminal has \(columns) columns; tables want 80", zh: "终端只有 \(columns) 列；表格要 80 列"),
          remedy: Text(
            en: "make it wider, or use --format json, csv or markdown", zh: "拉宽一点，或者用 --format json、csv、markdown")))
    }
    return remarks.isEmpty ? [.fine("terminal", en: "the terminal shows what is written", zh: "终端显示正常")] : remarks
  }

  // MARK: Language server

  /// Starts it as an editor does.
  private static var server: SetUpRemark {
    func frame(_ message: String) -> String { "Content-Length: \(message.utf8.count)\r\n\r\n\(message)" }
    let talk =
      frame(
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}"#)
      + frame(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#) + frame(#"{"jsonrpc":"2.0","method":"exit"}"#)
    guard let program = RunningProgram.path,
      let outcome = try? ChildProcess.run([String(decoding: program, as: UTF8.self), "lsp"], input: Array(talk.utf8)),
      outcome.status == 0, String(decoding: outcome.output, as: UTF8.self).contains("\"capabilities\"")
    else {
      return .problem(
        "language-server", Text(en: "the language server does not start", zh: "语言服务器启动不了"),
        remedy: Text(
          en: "run rapport lsp < /dev/null and report what it says", zh: "运行 rapport lsp < /dev/null，把它说的报给我们"))
    }
    return .fine("language-server", en: "the language server starts", zh: "语言服务器能启动")
  }
}
