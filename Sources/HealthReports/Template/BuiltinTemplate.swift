/// Templates that the program itself lays reports out by, for users to start their own from.
public enum BuiltinTemplate {
  /// Markdown of pages: weeks, and what a customer may read.
  public static let page = PageAssets.markdown
}
