#include "CSQLiteShim.h"

#include <errno.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/vfs.h>

bool hothouse_forbid_checkpoint_on_close(sqlite3 *connection) {
  int now = 0;
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, &now) == SQLITE_OK && now == 1;
}

bool hothouse_defend_schema(sqlite3 *connection) {
  int now = 0;
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, &now) == SQLITE_OK && now == 1;
}

int hothouse_file_system_magic(const char *path, uint32_t *magic) {
  struct statfs found;
  if (statfs(path, &found) != 0) return errno;
  *magic = (uint32_t)found.f_type;
  return 0;
}

int hothouse_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int hothouse_epoll_add(int epoll, int descriptor, bool edge) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
  if (edge) event.events |= EPOLLET;
  return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : errno;
}

int hothouse_epoll_wait(int epoll, int milliseconds) {
  struct epoll_event event;
  return epoll_wait(epoll, &event, 1, milliseconds) == 1 ? event.data.fd : -1;
}
