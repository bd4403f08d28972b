import Testing

@testable import LanguageServer

@Suite struct MessageBufferTests {
  @Test func messagesAreCutHoweverTheyArrive() {
    let all = MessageBuffer.framed(Array("{\"a\":\"宏\"}".utf8)) + MessageBuffer.framed(Array("{}".utf8))
    for step in [1, 2, 7, all.count] {
      var buffer = MessageBuffer()
      var items: [MessageBuffer.Item] = []
      for start in stride(from: 0, to: all.count, by: step) {
        buffer.append(all[start..<min(start + step, all.count)])
        while let item = buffer.next() { items.append(item) }
      }
      #expect(items == [.message(Array("{\"a\":\"宏\"}".utf8)), .message(Array("{}".utf8))])
    }
  }

  @Test func headersOfAllSortsAreRead() {
    var buffer = MessageBuffer()
    buffer.append(Array("content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:2\r\n\r\n{}".utf8))
    #expect(buffer.next() == .message(Array("{}".utf8)))
    buffer.append(Array("Content-Length: 0\n\nContent-Length: 2\n\n[]".utf8))
    #expect(buffer.next() == .message([]))
    #expect(buffer.next() == .message(Array("[]".utf8)))
  }

  @Test(arguments: [
    "\r\n\r\n", "Hello\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n",
    "Content-Length: 99999999999999999999\r\n\r\n", String(repeating: "x", count: 70_000),
  ])
  func headersWithoutALengthAreAnEnd(header: String) {
    var buffer = MessageBuffer()
    buffer.append(Array(header.utf8))
    #expect(buffer.next() == .malformed)
    buffer.append(Array("Content-Length: 2\r\n\r\n{}".utf8))
    #expect(buffer.next() == nil)
  }

  @Test func aHugeMessageIsPassedOver() {
    var buffer = MessageBuffer()
    let size = MessageBuffer.sizeLimit + 1
    buffer.append(Array("Content-Length: \(size)\r\n\r\n".utf8))
    #expect(buffer.next() == .tooLarge(size))
    for _ in 0..<64 {
      buffer.append([UInt8](repeating: 0x20, count: 1 << 20))
      #expect(buffer.next() == nil)
    }
    buffer.append([0x20] + Array("Content-Length: 2\r\n\r\n{}".utf8))
    #expect(buffer.next() == .message(Array("{}".utf8)))
  }
}
