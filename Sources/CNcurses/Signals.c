#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Everything that a handler here touches is either lock-free atomic or written only while the handlers are not
// installed; everything it calls is async-signal-safe.

static atomic_int pending = 0;
// Never closed, since another thread may call cn_wake at any time.
static int wake_pipe[2] = {-1, -1};

static const int caught[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
enum { caught_count = sizeof caught / sizeof caught[0] };
static struct sigaction before_catching[caught_count];
static bool catching = false;

static void report(int what) {
  int saved = errno;
  atomic_fetch_or(&pending, what);
  // A full pipe is readable already.
  if (wake_pipe[1] >= 0 && write(wake_pipe[1], "", 1) < 0) { }
  errno = saved;
}

static void on_signal(int signal) {
  switch (signal) {
    case SIGWINCH: report(CN_RESIZED); break;
    case SIGTSTP: report(CN_STOPPED); break;
    case SIGCONT: report(CN_CONTINUED); break;
    default:
      report(CN_ENDED);
      // A thread that is stuck writing to a stalled terminal never gets to answer: end without it.
      alarm(10);
  }
}

int cn_signals_catch(void) {
  if (wake_pipe[0] < 0) {
    if (pipe(wake_pipe) != 0) return -1;
    for (int i = 0; i < 2; i++) {
      fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
      fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
    }
  }
  if (catching) return wake_pipe[0];
  catching = true;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int i = 0; i < caught_count; i++) {
    sigaction(caught[i], &action, &before_catching[i]);
    sigaddset(&wanted, caught[i]);
  }
  // Whoever started the process may have blocked them.
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  return wake_pipe[0];
}

void cn_signals_release(void) {
  if (!catching) return;
  catching = false;
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &before_catching[i], NULL);
}

int cn_signals_take(void) {
  char bytes[64];
  while (wake_pipe[0] >= 0 && read(wake_pipe[0], bytes, sizeof bytes) > 0) { }
  return atomic_exchange(&pending, 0);
}

void cn_wake(void) { report(CN_WOKEN); }

void cn_stop_until_continued(void) {
  struct sigaction normal, ours;
  memset(&normal, 0, sizeof normal);
  normal.sa_handler = SIG_DFL;
  sigemptyset(&normal.sa_mask);
  sigaction(SIGTSTP, &normal, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

// -- Crashes ------------------------------------------------------------------------------------------------------

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGALRM};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction before_arming[fatal_count];
static struct termios terminal_before;
static bool have_terminal_before = false;
static uint8_t rescue[1024];
static volatile sig_atomic_t rescue_count = 0;
static atomic_bool armed = false;
static char alternate_stack[32768];

static void give_terminal_back(void) {
  if (!atomic_exchange(&armed, false)) return;
  if (write(STDOUT_FILENO, rescue, (size_t)rescue_count) < 0) { }
  if (have_terminal_before) tcsetattr(STDOUT_FILENO, TCSANOW, &terminal_before);
}

static void on_crash(int signal) {
  // A terminal that takes no more bytes must not keep a crashed process alive.
  if (signal != SIGALRM) {
    struct sigaction normal;
    memset(&normal, 0, sizeof normal);
    normal.sa_handler = SIG_DFL;
    sigaction(SIGALRM, &normal, NULL);
    alarm(2);
    give_terminal_back();
  } else if (have_terminal_before) {
    // Asked to end ten seconds ago and still here: writing is what it is stuck in, so nothing is written.
    tcsetattr(STDOUT_FILENO, TCSANOW, &terminal_before);
  }
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] == signal) sigaction(signal, &before_arming[i], NULL);
  }
  raise(signal);
}

void cn_rescue_bytes(const uint8_t *bytes, int count) {
  // None while they change: a crash in between sends nothing rather than half of something.
  rescue_count = 0;
  int kept = count < (int)sizeof rescue ? count : (int)sizeof rescue - 1;
  memcpy(rescue, bytes, (size_t)kept);
  rescue_count = kept;
}

void cn_rescue_arm(const uint8_t *bytes, int count) {
  static bool registered = false;
  if (!registered) registered = atexit(give_terminal_back) == 0;
  if (atomic_load(&armed)) return;
  have_terminal_before = tcgetattr(STDOUT_FILENO, &terminal_before) == 0;
  cn_rescue_bytes(bytes, count);
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &before_arming[i]);
  atomic_store(&armed, true);
}

void cn_rescue_disarm(void) {
  if (!atomic_exchange(&armed, false)) return;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &before_arming[i], NULL);
}
