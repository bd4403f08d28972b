/// Lets `value` be there until the process ends: what was read goes with the process, for to take it apart piece by piece takes
/// as long as some of the work.
func keepUntilExit<Value>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }

private final class Kept<Value> {
  let value: Value

  init(_ value: Value) { self.value = value }
}
