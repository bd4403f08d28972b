import Workspace

/// What a command costs: medians of several runs, and the most memory of any.
struct Cost {
  /// From start to exit.
  let wall: Duration
  /// On all cores.
  let processor: Duration
  /// Bytes.
  let memory: Int

  /// Runs a command; a first time before any that counts, unless `isWarm` is false. `preparing` is done before each.
  static func of(
    _ command: [String], runs: Int, environment: [String: String] = [:], isWarm: Bool = true,
    preparing: () throws -> Void = {}, arguments: () -> [String] = { [] }
  ) throws -> Cost {
    var walls: [Duration] = []
    var processor: [Duration] = []
    var memory = 0
    for run in (isWarm ? 0 : 1)...runs {
      try preparing()
      let start = ContinuousClock.now
      let outcome = try ChildProcess.run(command + arguments(), environment: environment)
      guard run > 0 else { continue }
      walls.append(ContinuousClock.now - start)
      processor.append(outcome.processorTime)
      memory = max(memory, outcome.peakMemory)
    }
    return Cost(wall: walls.median, processor: processor.median, memory: memory)
  }
}

extension [Duration] {
  /// The one in the middle.
  var median: Duration { sorted()[count / 2] }
}

/// Lines of figures under each other.
struct BenchTable {
  private let widths = [26, 10, 12, 8, 12]

  /// Writes a line.
  func write(_ columns: String...) throws {
    let cells = zip(columns, widths).enumerated().map { index, cell in
      let gap = String(repeating: " ", count: Swift.max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + gap : gap + cell.0
    }
    try StandardStream.output.write(cells.joined() + "\n")
  }

  /// Writes what something costs, and how many times as long it takes as `yardstick`.
  func write(_ name: String, _ cost: Cost, beside yardstick: Duration? = nil) throws {
    try write(
      name, cost.wall.milliseconds.toTenths, cost.processor.milliseconds.toTenths, (Double(cost.memory) / 1e6).toTenths,
      yardstick.map { (cost.wall.milliseconds / $0.milliseconds).toTenths } ?? "")
  }
}
