#!/bin/sh
# Sets up and runs all checks: ruff, mypy and the tests, without a screen. Arguments are handed to pytest.
. "$(dirname -- "$0")/opsaetning.sh"

need_command ssh-keygen openssh-client
need_command pdftotext poppler-utils
need_qt
set_up test

cd "$checkout"
export QT_QPA_PLATFORM=offscreen
run() { "$venv/bin/python" -m "$@"; }
run ruff check .
run ruff format --check .
run mypy
run pytest -v -n auto --maxprocesses 4 "$@"
