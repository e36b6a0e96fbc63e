#!/bin/sh
# Sets up and runs all checks: ruff, mypy and the tests, without a screen. Arguments are handed to pytest.
. "$(dirname -- "$0")/opsaetning.sh"

need_command ssh-keygen openssh-client
need_command pdftotext poppler-utils
need_qt
need_browser
set_up test

# A test waits for the disk at every commit; where the files lie in memory, the same calls cost next to nothing.
has_room_in_memory() {
    [ -d /dev/shm ] && [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 4000000 ]
}
if [ -z "${TMPDIR:-}" ] && has_room_in_memory; then
    export TMPDIR=/dev/shm
fi

cd "$checkout"
export QT_QPA_PLATFORM=offscreen
result=0
check() { "$venv/bin/python" -m "$@" || result=1; }
check ruff check .
check ruff format --check .
check mypy
# Who has nothing left to do takes over half of what another has waiting.
check pytest -v -n auto --maxprocesses 4 --dist worksteal "$@"
exit "$result"
