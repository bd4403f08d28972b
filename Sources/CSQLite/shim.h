#include <sqlite3.h>

// Swift calls no function of variable arguments, and reads no macro that is a cast.

/// Switches extensions off and defences on: no statement can then damage the schema or the file.
static inline int rapport_sqlite3_harden(sqlite3 *database) {
  int status = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  if (status == SQLITE_OK) status = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (status == SQLITE_OK) status = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  return status;
}

/// Binds a text that SQLite copies. An empty one may have no address, which by itself would mean NULL.
static inline int rapport_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text ? text : "", length, SQLITE_TRANSIENT);
}
