#!/bin/sh
# Packs the program as a folder that runs without Python (dist/kvik-desktop), and starts it to see that it does.
. "$(dirname -- "$0")/opsaetning.sh"

need_command objdump binutils
need_qt_window
need_python_library
set_up pakning

cd "$checkout"
"$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level ERROR \
    --distpath dist --workpath build pakning/kvik.spec >&2
tried=$(mktemp -d)
trap 'rm -rf "$tried"' EXIT
QT_QPA_PLATFORM=offscreen dist/kvik-desktop/kvik-desktop --selftest
KVIK_DATA=$tried/data dist/kvik-desktop/kvik demo --out "$tried/demo"
# Windows has no time zones of its own; here the system's are hidden, so that those in the package are tried.
PYTHONTZPATH='' KVIK_DATA=$tried/data dist/kvik-desktop/kvik plan calendar \
    "$tried/demo/390-eksempelskolen/Eksempelskolen.kvikdb" --out "$tried/plan.ics"
tell "" "Programmet er pakket i $checkout/dist/kvik-desktop og har kørt demoen."
