#!/bin/sh
# Sets up on the first run and opens the program; what follows is handed to the `kvik` command.
. "$(dirname -- "$0")/opsaetning.sh"

if [ $# -eq 0 ]; then
    need_qt_window
    set_up kvik
    exec "$venv/bin/python" -m kvik_desktop
fi
set_up kvik
exec "$venv/bin/kvik" "$@"
