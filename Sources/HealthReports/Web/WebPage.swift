import FactReading

/// One web page that needs nothing beside it: style and script are in it, and its policy lets nothing else be loaded.
struct WebPage {
  let language: Language
  let title: String
  /// Links of a site: where to, and to what; none for a page by itself.
  var navigation: [(title: String, url: String)] = []
  /// What stands in it, made when it is asked for.
  let body: @Sendable () -> Markup

  func text() -> String {
    BuiltinTemplate.web.filled(
      with: .fields([.init("zh", "whether it is written in Chinese", .flag(language == .zh))] + fields), .html)
  }

  /// What a template makes the page of.
  var fields: [TemplateValue.Field] {
    typealias Field = TemplateValue.Field
    return [
      Field("page_title", "the title of the web page", Markup.short(title)),
      Field(
        "policy", "its Content-Security-Policy, which lets `style` and `script` work and nothing else",
        .html { Markup.inert(Self.policy) }),
      Field("style", "its CSS", .html { PageAssets.style }),
      Field("script", "its JavaScript", .html { PageAssets.script }),
      Field(
        "site", "links to the other pages of a site",
        .html { [navigation, language] in
          Self.links(navigation, language).source
        }),
      Field("body", "all that stands in it, with its pictures", .html { [body] in body().source }),
    ]
  }

  private static func links(_ navigation: [(title: String, url: String)], _ language: Language) -> Markup {
    var links = Markup()
    guard !navigation.isEmpty else { return links }
    links.element("nav", ["class": "site", "aria-label": language == .zh ? "站内" : "Site"]) { nav in
      for link in navigation { nav.element("a", ["href": link.url], link.title) }
    }
    return links
  }

  private static let policy =
    "default-src 'none'; style-src 'sha256-\(SHA256.base64(PageAssets.style))'; "
    + "script-src 'sha256-\(SHA256.base64(PageAssets.script))'; base-uri 'none'; form-action 'none'"
}
