import Workspace

/// A PostgreSQL server of its own, in a temporary folder, which ends with this value and with the process that made it.
/// Users come in over its Unix socket by their name alone, over 127.0.0.1 with a password.
package final class PostgresServer {
  /// Why there is none, in one line; nil where there can be one.
  package static let absence: String? = {
    if binaries == nil { return "no PostgreSQL server is installed (apt install postgresql)" }
    return command == nil ? "PostgreSQL does not run as root, and there is no user postgres" : nil
  }()

  /// The folder of `initdb` and `pg_ctl`; Debian keeps them off the path.
  private static let binaries: String? = {
    let search =
      "for d in $(pg_config --bindir 2>/dev/null) /usr/lib/postgresql/*/bin; do [ -x $d/initdb ] && echo $d; done"
    guard let found = try? Shell.run(search, in: "/").output else { return nil }
    return String(decoding: found, as: UTF8.self).split(separator: "\n").last.map(String.init)
  }()

  /// What a shell is started with: as another user where this one is root.
  private static let command: [String]? = {
    let text =
      (try? Shell.run("id -u; id -u postgres", in: "/").output).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let ids = text.split(separator: "\n")
    if ids.first != "0" { return ["sh"] }
    return ids.count == 2 ? ["runuser", "-u", "postgres", "--", "sh"] : nil
  }()

  private let folder = TemporaryFolder()
  private let shell: ChildProcess.Conversation
  /// The port, on 127.0.0.1 and in the socket's name.
  package let port: Int
  /// Whether it speaks TLS; it does where there is an `openssl` to make a certificate, which is at `certificate`.
  package let speaksTLS: Bool

  /// What stopped it from starting.
  struct NotStarted: Error {}

  /// Starts a server at the first free port from `first` on, with databases `sales` and `postgres`.
  package init(from first: Int) throws {
    guard let binaries = Self.binaries, let command = Self.command else { throw NotStarted() }
    let place = folder.path
    let prepared = try Shell.run(
      """
      chmod 755 . && mkdir data && openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem 2>/dev/null
      chmod 600 key.pem; [ "$(id -u)" = 0 ] && chown -R postgres . ; chmod 644 cert.pem
      """, in: place)
    speaksTLS = prepared.status == 0
    let tls = speaksTLS ? "-c ssl=on -c ssl_cert_file=\(place)/cert.pem -c ssl_key_file=\(place)/key.pem" : ""
    let script = """
      cd \(place) && export PATH=\(binaries):$PATH LC_ALL=C.UTF-8
      initdb -D data -U postgres -E UTF8 -A trust --auth-host=scram-sha-256 --no-sync >init.log 2>&1 || exit 1
      port=\(first)
      until pg_ctl -D data -w -l log start -o "-p $port -k \(place) -c listen_addresses=127.0.0.1 -c fsync=off \(tls)" \
        >/dev/null 2>&1; do port=$((port + 1)); [ $port -lt \(first + 20) ] || exit 1; done
      psql -h \(place) -p $port -U postgres -qc 'CREATE DATABASE sales' >/dev/null && echo $port
      while read word; do pg_ctl -D data -w -l log -m immediate restart >/dev/null 2>&1; echo $word; done
      pg_ctl -D data -m immediate stop >/dev/null 2>&1
      """
    shell = try ChildProcess.Conversation(command + ["-c", script])
    let told = String(decoding: try shell.read(), as: UTF8.self).filter(\.isNumber)
    guard let port = Int(told) else { throw NotStarted() }
    self.port = port
  }

  deinit { _ = try? shell.end() }

  /// Ends the server as a crash would, and starts it again; returns when it takes connections.
  package func crash() throws {
    try shell.write(Array("again\n".utf8))
    guard String(decoding: try shell.read(), as: UTF8.self) == "again\n" else { throw NotStarted() }
  }

  /// The certificate that it shows to whoever asks for `localhost`.
  package var certificate: String { folder.path + "/cert.pem" }

  /// The URL of a user, over the socket.
  package func url(_ user: String) -> String { "postgresql://\(user)@/sales?host=\(folder.path)&port=\(port)" }

  /// Runs statements as a user; gives rows as lines, with `|` between fields.
  package func sql(_ statements: String, as user: String = "postgres") throws -> String {
    let words = "psql -h '\(folder.path)' -p \(port) -U \(user) -XAtq -v ON_ERROR_STOP=1 sales"
    let outcome = try ChildProcess.run(["sh", "-c", words], input: Array(statements.utf8))
    return String(decoding: outcome.output + outcome.errors, as: UTF8.self)
  }
}
