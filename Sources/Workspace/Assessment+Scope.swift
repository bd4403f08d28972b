import DealHealth

extension Assessment {
  /// The findings that have to do with the notes at `paths`: shown by them, or about a deal that they speak of.
  public func findings(touching paths: Set<String>) -> [Finding] {
    let deals = Set(journal.entries.filter { paths.contains($0.evidence.path) }.flatMap(\.deals))
    return findings.filter { finding in
      finding.deal.map(deals.contains) == true || finding.evidence.contains { paths.contains($0.path) }
    }
  }
}
