import FactReading
import SourceText
import Testing

@testable import HealthReports

@Suite struct TemplateTests {
  private typealias Field = TemplateValue.Field

  private let values = TemplateValue.fields([
    Field("name", "", "<b>&\u{202E}x"), Field("empty", "", ""), Field("yes", "", .flag(true)),
    Field("no", "", .flag(false)),
    Field("list", "", .list(texts: ["a", "b"])),
    Field("part", "", .fields([Field("inner", "", .fields([Field("text", "", "deep")])), Field("name", "", "own")])),
  ])

  private func fill(
    _ text: String, _ escaping: TemplateRendering.Escaping = .plain, partials: [String: String] = [:]
  ) throws -> String {
    var rendering = TemplateRendering(values, known: [], escaping: escaping, pieceLimit: 10_000) { name in
      try partials[name].map { try Template($0, name: name + ".mustache") }
    }
    return try rendering.text(of: try Template(text, name: "t.mustache"))
  }

  private func fault(_ text: String, partials: [String: String] = [:]) -> String {
    do {
      return "no fault: " + (try fill(text, partials: partials))
    } catch let fault as TemplateFault {
      return "\(fault.name):\(fault.line): \(fault.detail)"
    } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("Hello", "Hello"), ("{{list.text}}{{! a\ncomment }}{{empty}}", ""), ("{{#yes}}y{{/yes}}{{^yes}}n{{/yes}}", "y"),
    ("{{#no}}y{{/no}}{{^no}}n{{/no}}{{^empty}}e{{/empty}}", "ne"), ("{{part.inner.text}}", "deep"),
    ("{{#part}}{{name}} {{#inner}}{{text}}{{/inner}}{{/part}}", "own deep"),
    ("{{#list}}{{text}}{{#more}}, {{/more}}{{/list}}", "a, b"), ("{{#name}}{{#part}}{{.}}{{/part}}{{/name}}", "fault"),
    ("{{#list}}{{#text}}<{{.}}>{{/text}}{{/list}}", "<a><b>"),
    ("{{=<% %>=}}<%part.name%>{{x}}<%={{ }}=%>{{part.name}}", "own{{x}}own"),
    // A tag that stands alone takes its line with it, and others keep their blanks.
    ("a\n  {{#yes}}\nb\n  {{/yes}}\nc\n", "a\nb\nc\n"), ("a\r\n{{! x }}\r\nb", "a\r\nb"),
    (" {{part.name}} \n", " own \n"),
    ("x {{#yes}}\ny{{/yes}}\n", "x \ny\n"),
  ])
  func meansWhatMustacheSays(text: String, filled: String) {
    if filled == "fault" {
      #expect(fault(text).contains("is no text"))
    } else {
      #expect((try? fill(text)) == filled)
    }
  }

  @Test func valuesAreMadeFit() throws {
    #expect(try fill("{{name}}", .html) == "&lt;b&gt;&amp;&lt;U+202E&gt;x")
    #expect(try fill("{{{name}}}{{&name}}", .html) == "<b>&<U+202E>x<b>&<U+202E>x")
    #expect(try fill("{{name}}", .markdown) == "\\<b\\>\\&\\<U+202E\\>x")
    #expect(try fill("{{name}}", .chat(.slack)) == "&lt;b&gt;&amp;&lt;U+202E&gt;x")
    #expect(try fill("{{name}}", .json) == "<b>&\u{202E}x")
  }

  @Test func partialsAreIndentedAndBounded() throws {
    #expect(try fill("a\n  {{> p}}\nb", partials: ["p": "x\n{{part.name}}\n"]) == "a\n  x\n  own\nb")
    #expect(fault("{{> p}}", partials: ["p": "{{> p}}"]).hasPrefix("p.mustache:1: p stands within itself"))
    #expect(fault("a\n{{> q}}") == "t.mustache:2: no partial q.mustache lies beside the template; add it")
  }

  @Test(arguments: [
    ("a\n{{#yes}}\nb", "t.mustache:2: opens {{#yes}} and never closes it; add {{/yes}}"),
    ("{{/yes}}", "t.mustache:1: closes {{/yes}}, which is not open; remove it or open {{#yes}}"),
    ("{{#yes}}\n{{#no}}\n{{/yes}}", "t.mustache:3: closes {{/yes}} while {{#no}} of line 2 is open; close that first"),
    ("a\n\n{{yes", "t.mustache:3: opens a tag that never ends; add }}"),
    ("{{nmae}}", "t.mustache:1: nothing is called nmae; did you mean name?"),
    ("{{}}", "t.mustache:1: has a tag without a name: {{}}; name a value"),
    ("{{=x=}}", "t.mustache:1: needs two delimiters with a blank between: {{=<% %>=}}"),
    ("{{list}}", "t.mustache:1: list is no text; open it with {{#list}} and close it with {{/list}}"),
  ])
  func faultsNameTheirLine(text: String, told: String) { #expect(fault(text) == told) }

  /// Whatever somebody writes, it ends, and within bounds.
  @Test func hostileTemplatesEnd() {
    let deep = String(repeating: "{{#yes}}", count: 100_000)
    #expect(fault(deep).contains("sections within each other") || fault(deep).contains("256 KB"))
    #expect(fault(String(repeating: "{{#yes}}", count: 80)).contains("64 sections"))
    let wide = String(repeating: "{{#list}}", count: 60) + "x" + String(repeating: "{{/list}}", count: 60)
    #expect(fault(wide).contains("more to write"))
    #expect(fault(String(repeating: "x", count: 300 << 10)).contains("256 KB"))
    for text in ["{{", "{{{", "{{{a}}", "{{=", "{{= =}}", "{{#}}{{/}}", "{{a.}}", "{{.a}}", "\u{0}{{\u{0}}}", "}}{{!"] {
      _ = fault(text)
    }
  }

  /// How the format says something is the format's, whoever's template asks.
  @Test(arguments: [
    (TemplateRendering.Escaping.markdown, "# own|**a \\***|- x"), (.html, "<h1>own</h1>|<strong>a *</strong>|• x"),
    (.chat(.slack), "*own*|*a ＊*|• x"), (.chat(.wecom), "## own|**a ＊**|- x"), (.plain, "own|a *|- x"),
    (.json, "own|a *|x"),
  ])
  func formatsHaveTheirManners(escaping: TemplateRendering.Escaping, written: String) throws {
    var rendering = TemplateRendering(
      .fields([Field("name", "", "own"), Field("star", "", "a *")]), escaping: escaping)
    let template = try Template(
      "{{#as_title}}{{name}}{{/as_title}}|{{#strong}}{{star}}{{/strong}}|{{bullet}}x", name: "t.mustache")
    #expect(try rendering.text(of: template) == written)
  }

  /// What is HTML already goes into HTML as it is, and nowhere else; what changes words is no text.
  @Test func picturesAreForHTMLOnly() throws {
    let values = TemplateValue.fields([Field("picture", "", .html { "<svg/>" })])
    func fill(_ text: String, _ escaping: TemplateRendering.Escaping) throws -> String {
      var rendering = TemplateRendering(values, known: [], escaping: escaping)
      return try rendering.text(of: try Template(text, name: "t.mustache"))
    }
    #expect(try fill("{{#picture}}<p>{{picture}}</p>{{/picture}}", .html) == "<p><svg/></p>")
    #expect {
      try fill("\n{{picture}}", .markdown)
    } throws: { error in
      error as? TemplateFault
        == TemplateFault(
          name: "t.mustache", line: 2, detail: "picture is HTML; write HTML with --format html, or leave it out")
    }
    #expect(fault("{{strong}}").contains("strong is no text; open it with {{#strong}}"))
    #expect(try self.fill("a\n  {{> p}}\nb", partials: ["p": "{{#strong}}x{{/strong}}\n"]) == "a\n  x\nb")
  }

  /// A built-in template is no other than a user's; the parts that a reference names are those that reports have.
  @Test func theReferenceHasEveryPart() throws {
    let page = ReportPage(language: .en, title: "Bare", lead: [], sections: [])
    #expect(BuiltinTemplate.page.filled(with: .fields(page.fields(.none)), .markdown).hasSuffix("\n\n# Bare\n"))
    for template in BuiltinTemplate.allCases { #expect(throws: Never.self) { try Template(template.text, name: "t") } }
    let reference = TemplateReference.markdown()
    for name in WeekPage.names + CustomerReport.names + HealthReport.names + ["deals", "places", "more"] {
      #expect(reference.contains("- `\(name)`"))
    }
    #expect(reference == TemplateReference.markdown())
  }
}
