import Testing

@testable import FactReading

@Suite struct PromisedThingTests {
  @Test(arguments: [
    ("We'll send the quotation by Friday.", [PromisedThing.offer]), ("報價同合約週五前發", [.offer, .contract]),
    ("Ring Gwen about the invoice", [.call, .payment]), ("a string of callous words", []), ("", []),
    ("２台样机周三到，演示我来做", [.sample, .demonstration]),
  ])
  func isNamedInWordsOfOurs(words: String, things: [PromisedThing]) {
    #expect(PromisedThing.named(in: words) == things)
  }
}
