#!/bin/sh
# Collects the texts of the source, brings the English catalogue up to date and compiles it.
. "$(dirname -- "$0")/opsaetning.sh"

set_up test
cd "$checkout"
exec "$venv/bin/python" -m pakning.sprog
