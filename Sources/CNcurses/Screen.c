#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#include "CNcurses.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen = NULL;

bool cn_set_locale(const char *name) { return setlocale(LC_CTYPE, name) != NULL; }

bool cn_locale_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int cn_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool cn_terminfo_load(const char *name) {
  int status = 0;
  return setupterm(name, STDOUT_FILENO, &status) == OK;
}

void cn_terminfo_unload(void) {
  if (cur_term != NULL) del_curterm(cur_term);
}

const char *cn_terminfo_string(const char *capability) {
  const char *value = tigetstr(capability);
  // Both 0 and -1 mean that there is none.
  return value == (const char *)-1 ? NULL : value;
}

bool cn_terminfo_flag(const char *capability) { return tigetflag(capability) > 0; }

// Opens a screen of 80 columns and 24 rows whatever the terminal says, so that a window that claims 65,535 columns is
// never allocated; the real size is set afterwards. Only by these variables does ncurses neither ask the terminal nor rely
// on terminfo, which has no size for the Linux console, the BSD consoles and others.
static SCREEN *open_small(const char *terminal) {
  static const char *const names[] = {"LINES", "COLUMNS"};
  static const char *const values[] = {"24", "80"};
  char *before[2];
  for (int i = 0; i < 2; i++) {
    const char *value = getenv(names[i]);
    before[i] = value == NULL ? NULL : strdup(value);
    setenv(names[i], values[i], 1);
  }
  use_env(TRUE);
  use_tioctl(FALSE);
  SCREEN *opened = newterm(terminal, stdout, stdin);
  for (int i = 0; i < 2; i++) {
    if (before[i] == NULL) unsetenv(names[i]);
    else setenv(names[i], before[i], 1);
    free(before[i]);
  }
  return opened;
}

bool cn_screen_open(const char *terminal) {
  screen = open_small(terminal);
  if (screen == NULL) return false;
  set_term(screen);
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  // Keys are read elsewhere: drawing must not stop because some are waiting.
  typeahead(-1);
  scrollok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  curs_set(0);
  return true;
}

void cn_screen_close(void) {
  if (screen == NULL) return;
  endwin();
  delscreen(screen);
  screen = NULL;
}

void cn_screen_pause(void) { endwin(); }

void cn_screen_resume(void) {
  reset_prog_mode();
  clearok(curscr, TRUE);
  refresh();
}

bool cn_window_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}

void cn_screen_resize(int width, int height) {
  resize_term(height, width);
  cn_screen_forget();
}

void cn_screen_forget(void) {
  erase();
  clearok(curscr, TRUE);
}

void cn_screen_put(int x, int y, const uint32_t *scalars, uint32_t attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int i = 0; i < CCHARW_MAX && scalars[i] != 0; i++) text[i] = (wchar_t)scalars[i];
  attr_t attrs = A_NORMAL;
  if (attributes & CN_BOLD) attrs |= A_BOLD;
  if (attributes & CN_DIM) attrs |= A_DIM;
  if (attributes & CN_ITALIC) attrs |= A_ITALIC;
  if (attributes & CN_UNDERLINE) attrs |= A_UNDERLINE;
  if (attributes & CN_REVERSE) attrs |= A_REVERSE;
  cchar_t cell;
  // A pair beyond a short goes through the last argument.
  short low = pair > 32767 ? 32767 : (short)pair;
  if (setcchar(&cell, text, attrs, low, &pair) == OK) mvadd_wchnstr(y, x, &cell, 1);
}

void cn_screen_flush(int x, int y) {
  bool shows = x >= 0;
  curs_set(shows ? 1 : 0);
  leaveok(stdscr, !shows);
  if (shows) move(y, x);
  refresh();
}

int cn_colour_count(void) { return has_colors() ? COLORS : 0; }

int cn_pair_count(void) { return COLOR_PAIRS; }

bool cn_pair_set(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}
