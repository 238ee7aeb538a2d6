#ifndef HOTHOUSE_CSQLITE_SHIM_H
#define HOTHOUSE_CSQLITE_SHIM_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/// Forbids the checkpoint that SQLite would otherwise make when the last connection closes:
/// a checkpoint outside the writers' queue can damage the file (sqlite.org/wal.html, "WAL-reset").
/// Returns true when SQLite confirms the setting.
bool hothouse_forbid_checkpoint_on_close(sqlite3 *connection);

/// Turns SQLite's own defences against a schema that was tampered with on (`SQLITE_DBCONFIG_DEFENSIVE`).
/// Returns true when SQLite confirms the setting.
bool hothouse_defend_schema(sqlite3 *connection);

/// The kind of file system that holds `path`, as statfs(2) names it. Returns 0, or errno.
int hothouse_file_system_magic(const char *path, uint32_t *magic);

/// Adds `descriptor` to the epoll instance, for reading; `edge` asks for one wake per write
/// instead of one for as long as there is something to read. Returns 0, or errno.
int hothouse_epoll_add(int epoll, int descriptor, bool edge);

/// A new close-on-exec epoll instance, or -1 with errno set.
int hothouse_epoll_create(void);

/// Waits for one descriptor. Returns it, or -1 when the time is over or a signal arrived.
int hothouse_epoll_wait(int epoll, int milliseconds);

#endif
