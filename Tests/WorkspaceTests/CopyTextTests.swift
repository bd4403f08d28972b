import Testing

@testable import Workspace

@Suite struct CopyTextTests {
  @Test func rowsComeBack() {
    let rows: [[String?]] = [
      ["a", nil, ""], ["\\N", "\\.", "\\"], ["tab\tline\nreturn\r\n", "\u{0B}\u{08}", "宏泰"], ["\\.", "x", nil],
    ]
    var bytes: [UInt8] = []
    for row in rows { CopyText.append(row, to: &bytes) }
    #expect(CopyText.rows(bytes) == nil)
    #expect(CopyText.rows(bytes + CopyText.end) == rows)
    #expect(CopyText.rows(CopyText.end) == [])
    #expect(CopyText.rows([]) == nil)
  }

  @Test func theServersOwnEscapesAreRead() {
    #expect(CopyText.rows(Array("a\\bb\\fc\\vd\\\\\n\\.\n".utf8)) == [["a\u{08}b\u{0C}c\u{0B}d\\"]])
  }
}
