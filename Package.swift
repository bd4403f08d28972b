// swift-tools-version: 6.1
import PackageDescription

/// The road from bytes to text, for other programs: a library of its own for each part, and one of all of it.
let road = [
  "SourceText", "NoteSyntax", "FactReading", "DealJournal", "DealHealth",
  "HealthReports", "FindingFormats", "JournalData", "Workspace",
]

// One road from bytes to report: each module may import those listed before it, as its own
// entry says and no further. `docs/architecture.md` explains the arrows; a test holds the two together.
let package = Package(
  name: "rapport",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "rapport", targets: ["rapport"]),
    .executable(name: "rapport-postgres", targets: ["rapport-postgres"]),
    .library(name: "RapportKit", targets: road),
  ] + road.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .target(name: "CReadingData", exclude: ["lexicons", "models", "words"]),
    .target(name: "CPageAssets", exclude: ["assets"]),
    .target(name: "SourceText"),
    .target(name: "NoteSyntax", dependencies: ["SourceText", "CCMark", "CYAML"]),
    .target(name: "FactReading", dependencies: ["SourceText", "NoteSyntax", "CReadingData"]),
    .target(name: "DealJournal", dependencies: ["SourceText", "NoteSyntax", "FactReading"]),
    .target(name: "NoteAnnotation", dependencies: ["SourceText", "NoteSyntax", "FactReading", "DealJournal"]),
    .target(name: "DealHealth", dependencies: ["SourceText", "NoteSyntax", "FactReading", "DealJournal"]),
    .target(
      name: "HealthReports",
      dependencies: ["SourceText", "NoteSyntax", "FactReading", "DealJournal", "DealHealth", "CPageAssets"]),
    .target(
      name: "FindingFormats",
      dependencies: ["SourceText", "NoteSyntax", "FactReading", "DealJournal", "DealHealth"]),
    .target(
      name: "JournalData",
      dependencies: ["SourceText", "NoteSyntax", "FactReading", "DealJournal", "DealHealth", "CSQLite"]),
    .target(
      name: "Workspace",
      dependencies: [
        "SourceText", "NoteSyntax", "FactReading", "DealJournal", "DealHealth",
      ]),
    .target(
      name: "LanguageServer",
      dependencies: [
        "CReadingData", "SourceText", "NoteSyntax", "FactReading", "DealJournal", "NoteAnnotation", "DealHealth",
        "HealthReports",
        "FindingFormats", "Workspace",
      ]),
    .executableTarget(
      name: "rapport",
      dependencies: [
        "SourceText", "NoteSyntax", "FactReading", "DealJournal", "NoteAnnotation", "DealHealth", "HealthReports",
        "FindingFormats", "JournalData", "Workspace", "LanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "rapport-postgres", dependencies: ["CPQ"]),
    .executableTarget(
      name: "rapport-dev",
      dependencies: [
        "CCMark", "SourceText", "NoteSyntax", "FactReading", "DealJournal", "DealHealth", "HealthReports",
        "FindingFormats", "JournalData", "Workspace", "LanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "example-read-folder", dependencies: ["DealJournal", "NoteSyntax", "Workspace"],
      path: "examples/library/read-folder"),
    .executableTarget(
      name: "example-own-rule", dependencies: ["DealHealth", "DealJournal", "FactReading", "NoteSyntax", "Workspace"],
      path: "examples/library/own-rule"),
    .executableTarget(
      name: "example-render-report",
      dependencies: ["DealHealth", "FactReading", "HealthReports", "NoteSyntax", "Workspace"],
      path: "examples/library/render-report"),
    .target(
      name: "TestSupport", dependencies: ["DealJournal", "FactReading", "NoteSyntax", "SourceText", "Workspace"],
      path: "Tests/TestSupport"),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
    .testTarget(name: "NoteSyntaxTests", dependencies: ["NoteSyntax", "SourceText", "TestSupport"]),
    .testTarget(name: "FactReadingTests", dependencies: ["FactReading", "NoteSyntax", "SourceText"]),
    .testTarget(
      name: "DealJournalTests",
      dependencies: ["DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport"]),
    .testTarget(
      name: "NoteAnnotationTests",
      dependencies: [
        "NoteAnnotation", "DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport", "Workspace",
      ]),
    .testTarget(
      name: "DealHealthTests",
      dependencies: ["DealHealth", "DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport"]),
    .testTarget(
      name: "HealthReportsTests",
      dependencies: [
        "HealthReports", "DealHealth", "DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport",
      ]),
    .testTarget(
      name: "FindingFormatsTests",
      dependencies: [
        "FindingFormats", "DealHealth", "DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport",
      ]),
    .testTarget(
      name: "JournalDataTests",
      dependencies: [
        "JournalData", "DealHealth", "DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport",
        "Workspace",
      ]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: ["Workspace", "DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport"]),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "LanguageServer", "DealHealth", "FindingFormats", "HealthReports", "NoteSyntax", "SourceText", "TestSupport",
        "Workspace",
      ]),
    .testTarget(
      name: "CasesTests",
      dependencies: ["DealHealth", "DealJournal", "FactReading", "NoteSyntax", "SourceText", "TestSupport"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "TestSupport", "Workspace", "rapport", "rapport-postgres",
        "example-read-folder", "example-own-rule", "example-render-report",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// libFuzzer brings its own `main`, so that this can only be built for it: `make fuzz`.
if Context.environment["RAPPORT_FUZZ"] != nil {
  package.products.append(.executable(name: "rapport-fuzz", targets: ["rapport-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "rapport-fuzz",
      dependencies: [
        "SourceText", "NoteSyntax", "FactReading", "DealHealth", "HealthReports", "FindingFormats", "NoteAnnotation",
        "Workspace", "LanguageServer",
      ], path: "Tests/Fuzz", exclude: ["run", "rapport.dict", "seeds", "cases"]))
}
