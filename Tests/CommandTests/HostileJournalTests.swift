import FoundationEssentials
import TestSupport
import Testing
import Workspace

/// Whatever notes hold, what is made of them is text and nothing else, in every format.
@Suite struct HostileJournalTests {
  private let folder = TemporaryFolder()

  init() throws {
    let long = String(repeating: "长名Xx", count: 2500)
    try folder.write(
      "notes/acme.md",
      """
      # Acme <script>window.hit=1</script></style> Mills

      2026-11-03 Met "><img src=x onerror=window.hit=1> Dana Reed, CFO of Acme Mills </script><script>window.hit=1</script>.
      She has the final say and wants [fewer](javascript:window.hit=1) breakdowns. \u{202E}Dana\u{202C} trusts us. \u{1B}[31m\u{1B}]8;;http://evil\u{7}
      Promised <!channel> @all @everyone a plan by 2026-11-05 \u{9B}31m. {{#deals}}{{> ../secret}}{{/deals}}

      2026-11-10 \(long)经理 doubts the price. ![x](http://evil/x.png) `code` $(id) "quoted" 'single' \\u0000 &lt;b&gt;
      """)
    try folder.write(
      "page.html.mustache",
      "<p>{{headline}}</p>{{#deals}}<b title=\"{{deal}}\">{{action}}</b>{{#promises}}<i>{{text}}</i>{{/promises}}{{/deals}}"
    )
  }

  private func run(_ command: String) throws -> String {
    let outcome = try folder.run("rapport \(command)")
    #expect(outcome.status == 0, "\(command): \(String(decoding: outcome.errors, as: UTF8.self))")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  private func expectInert(_ text: String, _ what: String) {
    #expect(ActiveText.scalars(in: text, allowing: ["\n"]).isEmpty, "\(what)")
  }

  @Test(arguments: [
    "report", "weekly --week 2026-W46 --compare previous", "report --audience customer-facing",
    "weekly --week 2026-W46 --audience customer-facing",
  ])
  func everyFormatIsInert(command: String) throws {
    for format in ["terminal", "markdown", "html", "json", "wecom", "feishu", "dingtalk", "slack", "email"] {
      let text = try run("\(command) notes --as-of 2026-11-20 --lang en --format \(format) --link-base ..")
      expectInert(text, "\(command) \(format)")
      switch format {
      case "html":
        #expect(
          text.components(separatedBy: "<script").count == 2 && text.components(separatedBy: "</style").count == 2,
          "\(command)")
        for mark in ["<img", "href=\"javascript", "<b>"] { #expect(!text.contains(mark), "\(command)") }
        // A name of a page's length does not make a page.
        #expect(text.utf8.count < 200_000)
      case "markdown":
        for mark in ["<script", "<img", "](javascript", "](http"] {
          #expect(!text.components(separatedBy: "\\" + mark.prefix(1)).joined().contains(mark), "\(command) \(mark)")
        }
      case "slack": #expect(!text.contains("<!") && !text.contains("@all"))
      case "wecom", "feishu", "dingtalk":
        #expect(!text.contains("@all") && !text.contains("<") && !text.contains("](http"))
      default: break
      }
    }
  }

  @Test func siteAndTemplateAreInert() throws {
    _ = try run("report notes --as-of 2026-11-20 --site site")
    let pages = try folder.run("find site -name '*.html' | wc -l && cat site/*.html site/*/*.html")
    let text = String(decoding: pages.output, as: UTF8.self)
    expectInert(text, "site")
    #expect(!text.contains("<img") && !text.contains("href=\"javascript"))
    let names = String(decoding: try folder.run("find site").output, as: UTF8.self)
    #expect(names.allSatisfy { $0.isASCII && !"<>\"' ".contains($0) })
    let page = try run("report notes --as-of 2026-11-20 --template page.html.mustache")
    expectInert(page, "template")
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("secret.mustache"))
  }
}
