// What Swift cannot say to ncurses itself: its macros, its globals, and code that may run inside a signal handler.
// ncurses' own header stays behind this one, so that nothing else of the program can reach it.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// -- Locale ---------------------------------------------------------------------------------------------------

/// Takes a locale for characters by name, "" being the environment's. Whether the machine has it.
bool cn_set_locale(const char *name);
/// Whether the locale taken writes UTF-8.
bool cn_locale_is_utf8(void);
/// Columns of a character in the locale taken; -1 when it cannot be shown.
int cn_columns(uint32_t scalar);

// -- What the terminal can do, from terminfo ----------------------------------------------------------------------

/// Reads the description of a kind of terminal. Whether there is one.
bool cn_terminfo_load(const char *name);
/// Forgets the description that `cn_terminfo_load` read.
void cn_terminfo_unload(void);
/// A string capability by its terminfo name; NULL when the terminal has none.
const char *cn_terminfo_string(const char *capability);
/// Whether a flag of the description is set.
bool cn_terminfo_flag(const char *capability);

// -- The screen ---------------------------------------------------------------------------------------------------

/// Takes over the terminal on standard input and output: raw, no echo, alternate screen, cursor hidden, 80
/// columns and 24 rows. Whether that worked; it never exits and never prints. To be called while there is one thread: it
/// changes the environment for a moment.
bool cn_screen_open(const char *terminal);
/// Gives the terminal back and forgets the screen.
void cn_screen_close(void);
/// Gives the terminal back until `cn_screen_resume`.
void cn_screen_pause(void);
/// Takes the terminal again as it was before `cn_screen_pause`, and draws everything at the next flush.
void cn_screen_resume(void);
/// The window's size as the terminal tells it. Whether it does.
bool cn_window_size(int *width, int *height);
/// Tells ncurses the size of the window.
void cn_screen_resize(int width, int height);
/// Forgets what is on the terminal, so that the next flush draws all of it.
void cn_screen_forget(void);
/// Sets one cell: a spacing character with its marks, at most five, ended by 0.
void cn_screen_put(int x, int y, const uint32_t *scalars, uint32_t attributes, int pair);
/// Sends what changed to the terminal and shows the cursor at a place, or hides it when `x` is negative.
void cn_screen_flush(int x, int y);

/// How many colours the terminal has; 0 when none.
int cn_colour_count(void);
/// How many pairs of a foreground and a background can be in use.
int cn_pair_count(void);
/// Makes a pair of two colours, -1 being the terminal's own. Whether that worked.
bool cn_pair_set(int pair, int foreground, int background);

enum { CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16 };

// -- Signals ------------------------------------------------------------------------------------------------------

enum { CN_RESIZED = 1, CN_ENDED = 2, CN_STOPPED = 4, CN_CONTINUED = 8, CN_WOKEN = 16 };

/// Catches the signals that a screen must answer. A file descriptor becomes readable when one has come, or when
/// `cn_wake` was called: that descriptor, or -1. Until `cn_signals_release` the process does not end by them at
/// once, but at most ten seconds after being asked to, however stuck it is.
int cn_signals_catch(void);
/// Puts back how the process treated those signals before.
void cn_signals_release(void);
/// What came since the last call, as a sum of the above, and makes the descriptor unreadable.
int cn_signals_take(void);
/// Makes the descriptor readable; from any thread, at any time.
void cn_wake(void);
/// Stops the process group as Ctrl-Z does, and returns when it goes on.
void cn_stop_until_continued(void);

// -- When the program crashes --------------------------------------------------------------------------------------

/// Remembers how the terminal is now (to be called before the screen is opened) and what to send to restore it; from
/// here on a crash or an exit gives the terminal back. At most 1,023 bytes are kept.
void cn_rescue_arm(const uint8_t *bytes, int count);
/// Replaces the bytes to send.
void cn_rescue_bytes(const uint8_t *bytes, int count);
/// The terminal has been given back: neither a crash nor an exit touches it.
void cn_rescue_disarm(void);

#endif
