#!/bin/sh
# Ends what its supervisor leaves behind: reads "+ PID START SIGNAL" and "- PID" from a pipe; when the pipe
# closes, however the supervisor died, each process still listed gets its signal, and KILL after 15 seconds.
trap '' INT TERM HUP QUIT
list=''

start_of() {
  if [ -r /proc/self/stat ]; then
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # shellcheck disable=SC2086 # split into fields on purpose
    set -- ${stat##*) }
    [ "$1" = Z ] || [ "$1" = X ] || echo "${20}"
  else
    ps -o lstart= -p "$1" 2>/dev/null | tr -d ' \t\n'
  fi
}

without() {
  kept=''
  for entry in $list; do
    [ "${entry%%:*}" = "$1" ] || kept="$kept $entry"
  done
  list=$kept
}

# The leader by its start time (a number may have been given away again), its group by its own number.
lives() {
  pid=${1%%:*}
  rest=${1#*:}
  [ "$(start_of "$pid")" = "${rest%%:*}" ] || kill -0 "-$pid" 2>/dev/null
}

while read -r verb pid start signal; do
  case $verb in
    +) list="$list $pid:$start:$signal" ;;
    -) without "$pid" ;;
  esac
done

for entry in $list; do
  lives "$entry" && kill -s "${entry##*:}" -- "-${entry%%:*}" 2>/dev/null
done
turns=150
while [ "$turns" -gt 0 ]; do
  left=''
  for entry in $list; do
    lives "$entry" && left="$left $entry"
  done
  list=$left
  [ -n "$list" ] || exit 0
  sleep 0.1
  turns=$((turns - 1))
done
for entry in $list; do
  kill -s KILL -- "-${entry%%:*}" 2>/dev/null
done
