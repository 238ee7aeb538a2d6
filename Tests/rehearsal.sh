#!/bin/sh
# A day of twelve teams rehearsed end to end: make rehearsal.
#
# 96 processes are the people; this script is the facilitator, who goes through the agenda of the seed and does everything
# else that a facilitator can do. It fails when something was refused that should not have been, when `check` finds
# anything, or when two people see different boards in the end.
set -eu
binary=$1
people=${PEOPLE:-96}
pace=${PACE:-3}
length=${STEP_SECONDS:-10}
HOTHOUSE_HOME=$(mktemp -d)
export HOTHOUSE_HOME
cast=

finish() {
  [ -z "$cast" ] || kill "$cast" 2>/dev/null || :
  rm -rf "$HOTHOUSE_HOME"
}
trap finish EXIT
trap 'exit 1' INT TERM

hothouse() { "$binary" "$@"; }
# The facilitator does something and lets the room go on for a while.
do_and_wait() {
  hothouse "$@" | sed 's/^/  /'
  sleep "$length"
}

hothouse new day --seed neighbourhoods-first >/dev/null
hothouse people add day dee --name "Dee Hart" --role facilitator >/dev/null
hothouse session day open | sed 's/^/  /'
"$binary" rehearse day --here --people "$people" --minutes 600 --pace "$pace" --seed "${SEED:-2026}" \
  >"$HOTHOUSE_HOME/figures" 2>"$HOTHOUSE_HOME/trouble" &
cast=$!
until [ "$(hothouse who day --json | tr ',' '\n' | grep -c '"handle"')" -ge "$people" ]; do
  kill -0 "$cast" || { cat "$HOTHOUSE_HOME/trouble"; exit 1; }
  sleep 1
done
echo "  $people people are here."

do_and_wait step day next                                  # Welcome
hothouse broadcast day "Welcome: find your table" >/dev/null
do_and_wait step day next                                  # Whose voices are here: actions
do_and_wait step day next                                  # What we have seen: private, names hidden
do_and_wait step day extend 5m
do_and_wait step day next --reveal                         # Gallery
hothouse spotlight day 1 >/dev/null
hothouse merge day 2 --into 1 >/dev/null
hothouse round day open --dots 5 --cap 3 | sed 's/^/  /'
do_and_wait step day next                                  # Dots
hothouse merge day 4 --into 3 >/dev/null
do_and_wait step day pause
do_and_wait step day resume
hothouse round day close | sed 's/^/  /'
hothouse round day | sed -n '2,4s/^/  /p'
do_and_wait step day next                                  # Break
do_and_wait step day start --title "Say it unsigned" --minutes 5 --naming sealed --private
do_and_wait step day next --reveal                         # From a need to a question
hothouse session day take-over --as dee | sed 's/^/  /'
hothouse hide day 5 --reason "names a patient" >/dev/null
hothouse wall day --blank >/dev/null
hothouse wall day --unblank >/dev/null
do_and_wait step day skip 9 --as dee
do_and_wait step day start --title "Agree or not" --minutes 5 --kind round --as dee
hothouse round day open --consensus --as dee | sed 's/^/  /'
sleep "$length"
hothouse round day close --as dee | sed 's/^/  /'
# Work, advice, pitch, actions: what is left, to the end.
while hothouse step day next --as dee 2>/dev/null; do sleep "$length"; done | sed 's/^/  /'
hothouse help-queue day | head -3 | sed 's/^/  /'
hothouse session day close --as dee | sed 's/^/  /'
sleep "$length"

kill -TERM "$cast"
status=0
wait "$cast" || status=$?
cast=
echo
cat "$HOTHOUSE_HOME/figures" "$HOTHOUSE_HOME/trouble"
hothouse check day
# Coaches see names that are hidden from others; all else is the same for everybody.
screens=$(for number in $(seq 1 "$people"); do
  hothouse list day --json --as "rehearsal-$(printf '%02d' "$number")" | sed 's/"author":[^,]*,//' | cksum
done | sort -u | wc -l)
echo "The lists of all $people people, as list --json prints them: $screens version."
[ "$status" = 0 ] && [ "$screens" = 1 ] && grep -q "Screens at the end: equal" "$HOTHOUSE_HOME/figures"
