#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The variables of this process.
public enum Environment {
  /// The value of `name`; nil when it is not set.
  public static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
