import DealHealth
import FactReading
import NoteSyntax

/// A file or folder that could not be read, and why.
public struct UnreadablePath: Error, Hashable, Sendable {
  /// The path as the user knows it.
  public let path: String
  /// What is wrong.
  public let cause: Cause

  /// A path and what is wrong with it.
  public init(path: String, cause: Cause) {
    self.path = path
    self.cause = cause
  }

  /// Why something could not be read.
  public enum Cause: Hashable, Sendable {
    /// The system refused, in its own words.
    case refused(String)
    /// The system refused for want of permission.
    case forbidden
    /// A pipe, socket or device.
    case notAFile
    /// A link to a file that is not called like a note, by its path.
    case linkToOther(String)
    /// There is nothing in it but white space.
    case empty
    /// Bigger than any note: so many bytes.
    case tooLarge(Int)
    /// It holds a NUL byte on this line.
    case binary(line: Int)
    /// It begins with the byte-order mark of another Unicode encoding, or looks like it: `UTF-16LE`.
    case otherUnicode(String)
    /// It is not UTF-8, and what it most likely is by `iconv`'s name; nil for nothing that is known.
    case foreignEncoding(String?)
    /// Part of it is UTF-8, and this line is not.
    case damaged(line: Int)
  }

  /// What is wrong and what to do, in one sentence of English.
  public var detail: String {
    switch cause {
    case .refused(let words): "cannot be read: \(words)"
    case .forbidden: "may not be read by you: give yourself permission (chmod u+rX \(quoted))"
    case .notAFile: "is not a regular file; pass text that comes from elsewhere on standard input (-)"
    case .linkToOther(let target):
      "is a link to \(target), which is not called like a note; if it is one, copy it here"
    case .empty: "is empty; write the note or delete the file"
    case .tooLarge(let count): "has \(count) bytes, more than any note; split it, or name it otherwise than .md or .txt"
    case .binary(let line):
      "is no text (NUL byte on line \(line)); if it is no note, name it otherwise or list it in .gitignore"
    case .otherUnicode(let name): "is \(name), not UTF-8 (convert it: \(conversion(from: name)))"
    case .foreignEncoding(nil): "is not UTF-8, nor any encoding that can be told; save it as UTF-8 text"
    case .foreignEncoding(let name?): "is not UTF-8 but most likely \(name) (convert it: \(conversion(from: name)))"
    case .damaged(let line): "has bytes on line \(line) that are not UTF-8; open it and mend the line"
    }
  }

  /// The same in Chinese.
  public var detailZh: String {
    switch cause {
    case .refused(let words): "读不了：\(words)"
    case .forbidden: "没有读取权限（可以加上：chmod u+rX \(quoted)）"
    case .notAFile: "不是普通文件；别处来的文字请从标准输入传入（-）"
    case .linkToOther(let target): "是链接，指向的 \(target) 不像笔记；真是笔记的话，请复制过来"
    case .empty: "是空的：补上内容，或者删掉"
    case .tooLarge(let count): "有 \(count) 字节，不像笔记：请拆开，或者换掉 .md、.txt 后缀"
    case .binary(let line): "不是文本（第 \(line) 行有 NUL 字节）：如果不是笔记，请改名或写进 .gitignore"
    case .otherUnicode(let name): "是 \(name) 编码，不是 UTF-8（转换：\(conversion(from: name))）"
    case .foreignEncoding(nil): "不是 UTF-8，也认不出是哪种编码：请另存为 UTF-8 文本"
    case .foreignEncoding(let name?): "不是 UTF-8，多半是 \(name)（转换：\(conversion(from: name))）"
    case .damaged(let line): "第 \(line) 行有不合 UTF-8 的字节：请打开改掉"
    }
  }

  /// Both.
  public var text: Text { Text(en: detail, zh: detailZh) }

  /// What the journal is told of it (J001), so that nothing is passed over in silence.
  public var reading: NoteReading {
    NoteReading(
      unreadable: path, problem: NoteProblem(kind: .unreadable, span: nil, detail: detail, detailZh: detailZh))
  }

  private func conversion(from encoding: String) -> String {
    "iconv -f \(encoding) -t UTF-8 \(quoted) > note.tmp && mv note.tmp \(quoted)"
  }

  /// The path as one word of a POSIX shell.
  private var quoted: String {
    let isPlain = path.utf8.allSatisfy {
      $0 >= 0x80 || $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 || "/._-".utf8.contains($0)
    }
    guard !isPlain || path.hasPrefix("-") else { return path }
    let inner = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    return (path.hasPrefix("-") ? "./" : "") + "'\(inner)'"
  }
}
