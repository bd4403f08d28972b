import Testing

@testable import FactReading

@Suite struct FactModelTests {
  @Test func theModelsOfTheProgramCanBeRead() throws {
    let facts = try #require(FactModel.builtin)
    #expect((0.05...0.6).contains(facts.threshold))
    #expect(facts.layout.end <= 3_000_000)
    let contacts = try #require(ContactModel.builtin)
    #expect((0.05...0.9).contains(contacts.threshold))
  }

  @Test func otherBytesAreNoModel() {
    for bytes in [
      [], [1, 2, 3], [UInt8](repeating: 0, count: 4096), Array("RPF1".utf8) + [UInt8](repeating: 1, count: 60),
    ] {
      bytes.withUnsafeBytes { #expect(FactModel($0) == nil) }
      bytes.withUnsafeBytes { #expect(ContactModel($0) == nil) }
    }
  }

  @Test func probabilitiesOfNothingAreLow() throws {
    let model = try #require(FactModel.builtin)
    let chances = model.probabilities(sentences: [FeatureList()], whole: FeatureList())
    #expect(chances.count == FactKind.allCases.count)
    #expect(chances.allSatisfy { $0 > 0 && $0 < model.threshold })
  }
}

@Suite struct StableMathTests {
  @Test func exponentialAndLogarithmAreCloseEnough() {
    #expect(abs(StableMath.exp(1) - 2.718_281_8) < 1e-5)
    #expect(abs(StableMath.exp(-5) - 0.006_737_947) < 1e-7)
    for value in stride(from: Float(0.001), to: 50, by: 0.37) {
      #expect(abs(StableMath.exp(StableMath.log(value)) / value - 1) < 1e-4)
    }
  }

  @Test func extremesStayFinite() {
    #expect(StableMath.logistic(1000) == 1)
    #expect(StableMath.logistic(-1000) == 0)
    #expect(StableMath.logit(0) > -13)
    #expect(StableMath.logit(1) < 13)
    #expect(StableMath.exp(1000).isFinite)
  }
}
