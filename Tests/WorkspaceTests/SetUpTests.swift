import NoteSyntax
import TestSupport
import Testing

@testable import Workspace

/// What is told about a set-up; `Tests/Transcripts/doctor.txt` has it in words.
@Suite struct SetUpTests {
  private func states(of folder: String) throws -> [String: SetUpRemark.State] {
    let setUp = try SetUp(at: Checkout.path + "/" + folder, asOf: Day(number: 20_777))
    return Dictionary(setUp.remarks.map { ($0.check, $0.state) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func ownPeopleWithoutATeamAreWorthAWord() throws {
    #expect(try states(of: "Tests/Corpus/dev/en-saas")["team"] == .advice)
    #expect(try states(of: "examples/journal")["team"] == .fine)
  }

  @Test func everyRemarkThatIsNotFineSaysWhatToDo() throws {
    let setUp = try SetUp(at: Checkout.path + "/Tests/Corpus/dev", asOf: Day(number: 20_777))
    for remark in setUp.remarks where remark.state != .fine && remark.check != "encodings" {
      #expect(remark.remedy != nil, "\(remark.message)")
    }
    #expect(setUp.remarks.allSatisfy { $0.state != .fine || $0.remedy == nil })
  }

  @Test func aFolderThatIsNotThereIsAFault() {
    #expect(throws: Discovery.MissingPath.self) { try SetUp(at: "/no/such/folder", asOf: Day(number: 0)) }
  }
}
