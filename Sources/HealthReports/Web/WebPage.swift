import FactReading

/// One web page that needs nothing beside it: style and script are in it, and its policy lets nothing else be loaded.
struct WebPage {
  let language: Language
  let title: String
  /// Links of a site: where to, and to what; none for a page by itself.
  var navigation: [(title: String, url: String)] = []
  let body: Markup

  func text() -> String {
    let policy =
      "default-src 'none'; style-src 'sha256-\(Self.styleHash)'; script-src 'sha256-\(Self.scriptHash)'; "
      + "base-uri 'none'; form-action 'none'"
    var page = Markup()
    page.raw("<!DOCTYPE html>\n")
    page.element("html", ["lang": language == .zh ? "zh-Hans" : "en"]) { html in
      html.line()
      html.element("head") { head in
        head.line()
        head.empty("meta", ["charset": "utf-8"])
        head.line()
        head.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        head.line()
        head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.line()
        head.empty("meta", ["name": "referrer", "content": "no-referrer"])
        head.line()
        head.element("title", Markup.short(title))
        head.line()
        head.element("style") { $0.asset(PageAssets.style) }
        head.line()
      }
      html.line()
      html.element("body") { body in
        body.element("a", ["class": "skip", "href": "#main"], language == .zh ? "跳到正文" : "Skip to the content")
        body.element("div", ["class": "page"]) { page in
          if !navigation.isEmpty {
            page.element("nav", ["class": "site", "aria-label": language == .zh ? "站内" : "Site"]) { nav in
              for link in navigation { nav.element("a", ["href": link.url], link.title) }
            }
          }
          page.element("main", ["id": "main"]) { $0.add(self.body) }
        }
        body.line()
        body.element("script") { $0.asset(PageAssets.script) }
      }
      html.line()
    }
    page.line()
    return page.source
  }

  private static let styleHash = SHA256.base64(PageAssets.style)
  private static let scriptHash = SHA256.base64(PageAssets.script)
}
