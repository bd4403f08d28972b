import DealHealth
import FactReading
import FoundationEssentials
import SourceText
import TestSupport
import Testing

@testable import HealthReports

@Suite struct WebHealthTests {
  static let hostile = [
    "<script>alert(1)</script>", "</style></script><img src=x onerror=alert(1)>", "\"' onload=alert(1) x=\"",
    "javascript:alert(1)", "\u{202E}live\u{202C}", "\u{1B}[31mred", "]]>--><svg/onload=1>",
    String(repeating: "长", count: 10_000),
  ]

  func report(_ name: String, person: String? = nil, language: Language = .en) -> HealthReport {
    let person = person ?? name
    var builder = JournalBuilder(deal: name)
    builder.fact(.contact, person, on: "2026-11-05", name)
    builder.fact(.trustUp, person, on: "2026-11-05", name)
    builder.fact(.trustDown, person, on: "2026-11-12", name)
    builder.fact(.needRequirement, person, on: "2026-11-12", name)
    builder.influencer(person, .user, title: name)
    builder.promise(.ours, on: "2026-11-12", due: "2026-11-15", .overdue, name)
    builder.leave(.undated, name)
    return HealthReport(Assessment(of: builder.journal(.value)), language: language)
  }

  @Test(arguments: hostile, Language.allCases) func whatIsHostileIsText(name: String, language: Language) {
    let page = report(name, language: language).html()
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.components(separatedBy: "</script").count == 2)
    #expect(page.components(separatedBy: "<style").count == 2)
    #expect(!page.contains("<img"))
    #expect(!page.contains("<svg/"))
    #expect(!page.contains("href=\"javascript:"))
    #expect(!page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(page.utf8.count < 150_000)
  }

  @Test func nothingIsLoaded() {
    let page = report("Larkfield").html(links: .none)
    for word in ["src=", "url(", "@import", "<link", "<iframe", "style=\"", " onclick", "fetch(", "XMLHttp"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
  }

  /// The policy names the style and the script that are in the page.
  @Test func theHashesAreThoseOfSHA256() {
    #expect(SHA256.base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(SHA256.base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    // Two blocks.
    #expect(
      SHA256.hash(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)).prefix(4)
        == [0x24, 0x8D, 0x6A, 0x61])
    #expect(!PageAssets.style.contains("</") && !PageAssets.script.contains("</"))
  }

  @Test func everyPictureHasWords() {
    let page = report("Larkfield", person: "Tom Reed").html()
    #expect(page.contains("aria-label=\"Gates: people "))
    #expect(page.contains("aria-label=\"Trust over time: 1 sign of trust, 1 doubt, balance 0\""))
    #expect(page.contains("Tom Reed, uses it, met, last 2026-11-05, need stated"))
    #expect(page.contains("nobody known yet"))
  }

  @Test func aPlaceIsALinkWhereThereIsABase() {
    let page = report("Larkfield").html(links: EvidenceLinks(base: "vscode://file/n/") ?? .none)
    #expect(page.contains("<a class=\"place\" href=\"vscode://file/n/notes.md:3\">notes.md:3</a>"))
    #expect(report("Larkfield").html().contains("<span class=\"place\">notes.md:3</span>"))
  }

  @Test func selection() {
    let report = report("Larkfield")
    var wanted = HealthReport.Selection()
    wanted.stages = [.value]
    wanted.isAtRisk = true
    #expect(report.selected(wanted).deals.count == 1)
    #expect(report.selected(wanted).unchecked.isEmpty)
    wanted.stages = [.care]
    #expect(report.selected(wanted).deals.isEmpty)
    #expect(report.selected(HealthReport.Selection()).html() == report.html())
  }
}
