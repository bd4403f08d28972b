import FoundationEssentials
import Workspace

/// The `rapport` that was built beside this program, as it is measured.
enum MeasuredProgram {
  /// Its path.
  static var path: String { String((CommandLine.arguments.first ?? "").dropLast("-dev".count)) }
}

extension Duration {
  /// In thousandths of a second.
  var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}

extension Double {
  /// With one digit behind the point.
  var toTenths: String { "\((self * 10).rounded() / 10)" }
}
