#!/bin/sh
# Sets up and runs all checks: ruff, mypy and the tests, without a screen. Arguments are handed to pytest.
. "$(dirname -- "$0")/opsaetning.sh"

need_command ssh-keygen openssh-client
need_command pdftotext poppler-utils
need_qt
need_browser
set_up test

cd "$checkout"
export QT_QPA_PLATFORM=offscreen
result=0
check() { "$venv/bin/python" -m "$@" || result=1; }
check ruff check .
check ruff format --check .
check mypy
check pytest -v -n auto --maxprocesses 4 "$@"
exit "$result"
