import ArgumentParser
import HealthReports

/// Printing the template that lays a report out, for a user to change.
struct TemplatePrinting: ParsableArguments {
  @Flag(
    name: .customLong("print-template"),
    help: "Print the template of --format, by default that of markdown, to start one for --template from, and stop.")
  var isAsked = false

  /// The template that lays out a `report`, or what a customer may read of it; nil when nobody asked.
  func text(of privacy: PrivacyOptions, _ report: any PrintedReport.Type, _ layout: LayoutOptions) throws -> String? {
    guard isAsked else { return nil }
    let format = layout.format ?? .markdown
    let type = privacy.audience == .team ? report : CustomerReport.self
    guard let template = BuiltinTemplate(of: type, in: format) else {
      throw Failure(
        en: "no template lays out \(format.name); there are some for markdown, html and chats",
        zh: "\(format.name) 不是用模板写的；markdown、html 和各种聊天格式才有模板")
    }
    return template.text
  }
}
