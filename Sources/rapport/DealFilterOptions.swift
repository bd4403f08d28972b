import DealHealth
import ArgumentParser
import DealJournal
import FactReading
import HealthReports

/// Which deals a list is about.
struct DealFilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only this deal: its name, its customer's, or a part of it.", valueName: "name"),
    completion: NameCompletion.deals)
  var deal: String?

  @Option(help: ArgumentHelp("Only deals with this customer: its name or a part of it.", valueName: "name"))
  var account: String?

  @Option(
    help: ArgumentHelp(
      "Only deals of this rep: the folder below the journal's in which their notes lie.", valueName: "folder"))
  var rep: String?

  /// The deals that are wanted (`Deal.id`); nil when nothing narrows them. Fails for a name that means nothing.
  func deals(in journal: Journal) throws -> Set<String>? {
    var wanted: Set<String>?
    func narrow(to deals: Set<String>) { wanted = wanted?.intersection(deals) ?? deals }
    if let deal { narrow(to: try SelectionOptions.deals(called: deal, in: journal)) }
    if let account {
      let accounts = Set(journal.deals.map(\.account)).sorted()
      let meant = try Self.meant(by: account, among: accounts, what: Text(en: "customer", zh: "客户"))
      narrow(to: Set(journal.deals.filter { meant.contains($0.account) }.map(\.id)))
    }
    if let rep {
      let reps = JournalReps(of: journal)
      guard !reps.all.isEmpty else {
        throw Failure(
          en: "--rep tells reps by the folders of their notes, and these notes lie in one folder",
          zh: "--rep 按笔记所在的文件夹区分销售，这些笔记都在同一个文件夹里")
      }
      let meant = try Self.meant(by: rep, among: reps.all, what: Text(en: "rep", zh: "销售"))
      narrow(to: Set(journal.deals.map(\.id).filter { !meant.isDisjoint(with: reps.reps(of: $0)) }))
    }
    return wanted
  }

  /// Those of `names` that are `name`, else those of which it is a part. Case does not count.
  private static func meant(by name: String, among names: [String], what: Text) throws -> Set<String> {
    let wanted = name.lowercased()
    let exact = names.filter { $0.lowercased() == wanted }
    let meant = exact.isEmpty && !wanted.isEmpty ? names.filter { $0.lowercased().contains(wanted) } : exact
    guard meant.isEmpty else { return Set(meant) }
    throw Failure(SelectionOptions.unknown(what, name, among: names))
  }
}
