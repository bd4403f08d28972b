import DealHealth

extension FindingFormat {
  /// Test results as JUnit writes them, which most CI servers show: a suite for each note, a failed case for each finding,
  /// and one case that passed where nothing was found.
  public static let junit = FindingFormat(
    name: "junit", summary: Text(en: "Test results as JUnit writes them.", zh: "JUnit 测试结果。")
  ) { input in
    let paths = input.findings.map { $0.evidence.first?.path ?? "." }
    var order: [String] = []
    var suites: [String: [Finding]] = [:]
    for (path, finding) in zip(paths, input.findings) {
      if suites[path] == nil { order.append(path) }
      suites[path, default: []].append(finding)
    }
    let total = max(input.findings.count, 1)
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      "<testsuites name=\"\(Tool.name)\" tests=\"\(total)\" failures=\"\(input.findings.count)\" errors=\"0\">",
    ]
    for path in order {
      let findings = suites[path] ?? []
      lines.append(
        "  <testsuite name=\"\(XMLText.escaped(path))\" tests=\"\(findings.count)\" failures=\"\(findings.count)\" errors=\"0\">"
      )
      lines += findings.flatMap { testCase(of: $0, path, input) }
      lines.append("  </testsuite>")
    }
    if order.isEmpty {
      lines += [
        "  <testsuite name=\"\(Tool.name)\" tests=\"1\" failures=\"0\" errors=\"0\">",
        "    <testcase name=\"nothing found missing\" classname=\"\(Tool.name)\"/>", "  </testsuite>",
      ]
    }
    return (lines + ["</testsuites>", ""]).joined(separator: "\n")
  }

  private static func testCase(of finding: Finding, _ path: String, _ input: Input) -> [String] {
    let name = XMLText.escaped("\(finding.code) \(finding.name)")
    let line = finding.evidence.first?.line ?? 1
    let message = XMLText.escaped(finding.sentence(in: input))
    let remedy = XMLText.escaped(finding.clears.in(input.language))
    return [
      "    <testcase name=\"\(name)\" classname=\"\(XMLText.escaped(path))\" line=\"\(line)\">",
      "      <failure message=\"\(message)\" type=\"\(finding.severity.rawValue)\">\(remedy)</failure>",
      "    </testcase>",
    ]
  }
}
