# shellcheck shell=sh
# What start.sh, test.sh, byg.sh and sprog.sh share: system packages, and .venv with the pinned packages.
#
# Everything said here goes to stderr, so that stdout is only the program's own. A caller uses:
#   need_command NAME PACKAGE     note a missing command
#   need_qt, need_qt_window       note missing system libraries
#   need_browser                  note a missing Chromium where it can be installed or must be there
#   need_python_library           note that Debian keeps Python's own library in a package of its own
#   set_up kvik|test|pakning      install what is missing, or say what to ask for and stop; then make $venv
#                                 ready with the program, with its tests too, or with its packing too

set -eu
checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
venv=$checkout/.venv
python=
missing=
unset PYTHONHOME PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_USER=0

tell() { printf '%s\n' "$@" >&2; }

stop() {
    tell "$@"
    exit 1
}

# ---- the system ------------------------------------------------------------------------------------

need_command() {
    command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

# The answer page is tested in Chromium. Where it is missing and cannot be installed, those tests are skipped;
# in the check (CI is set) it has to be there.
need_browser() {
    if command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; then
        return
    elif [ -n "${CI:-}" ] || may_install; then
        missing="$missing chromium"
    else
        tell "Chromium mangler, og svarsiden prøves derfor ikke. Installér den, når du ændrer på svarsiden."
    fi
}

# Libraries are looked for by file name, because the names of packages differ between editions of Debian
# and Ubuntu. macOS and other systems without ldconfig have what Qt needs in its own package.
need_library() {
    case $libraries in
        *"$1 "*) ;;
        *) missing="$missing $2" ;;
    esac
}

list_libraries() {
    libraries=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p)
}

has_ldconfig() {
    [ "$(uname -s)" = Linux ] && PATH="$PATH:/usr/sbin:/sbin" command -v ldconfig >/dev/null
}

need_qt() {
    has_ldconfig || return 0
    list_libraries
    need_library libglib-2.0.so.0 libglib2.0-0
    need_library libGL.so.1 libgl1
    need_library libEGL.so.1 libegl1
    need_library libxkbcommon.so.0 libxkbcommon0
    need_library libdbus-1.so.3 libdbus-1-3
    need_library libfontconfig.so.1 libfontconfig1
    [ -n "$(find /usr/share/fonts -name '*.[to]tf' 2>/dev/null | head -n 1)" ] ||
        missing="$missing fonts-dejavu-core"
}

need_qt_window() {
    need_qt
    has_ldconfig || return 0
    need_library libxcb-cursor.so.0 libxcb-cursor0
    need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    need_library libxcb-icccm.so.4 libxcb-icccm4
    need_library libxcb-keysyms.so.1 libxcb-keysyms1
    need_library libxcb-shape.so.0 libxcb-shape0
}

# Find a Python that is new enough; bare Debian also cuts venv out of it. Sets $python.
need_python() {
    [ -z "$python" ] || return 0
    for candidate in python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            "$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing $python-venv"
            return
        fi
    done
    python=python3
    missing="$missing python3 python3-venv"
}

need_python_library() {
    has_ldconfig && need_python || return 0
    list_libraries
    name=$("$python" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')
    case $(command -v "$python") in
        /usr/bin/*) need_library "$name.so.1.0" "$name" ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

get_missing() {
    [ -n "$missing" ] || return 0
    if may_install; then
        tell "Installerer det, systemet mangler:$missing"
        log=$(mktemp)
        # Old lists of packages may do, so a failing update is no failure yet.
        as_root apt-get -q update >"$log" 2>&1 || true
        # $missing is a list of words.
        # shellcheck disable=SC2086
        if as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -q install -y --no-install-recommends $missing >>"$log" 2>&1; then
            rm -f "$log"
            missing=
            return
        fi
        tail -n 15 "$log" >&2
        rm -f "$log"
        tell "" "Systemet kunne ikke installere det. Intet andet er ændret."
    else
        tell "Der mangler noget på maskinen, som du ikke selv kan installere herfra."
    fi
    tell "Bed den, der passer maskinen, om at køre denne ene linje:" "" "    $(line_to_ask_for)" ""
    stop "Kør derefter kommandoen igen."
}

line_to_ask_for() {
    case $(uname -s) in
        Darwin) printf 'brew install%s' "$(brew_names)" ;;
        *) printf 'sudo apt-get install%s' "$missing" ;;
    esac
}

brew_names() {
    printf '%s' "$missing" | sed -e 's/ python3-venv//' -e 's/poppler-utils/poppler/' -e 's/openssh-client/openssh/'
}

# ---- the environment -------------------------------------------------------------------------------

# The stamp of a finished set-up is the text it was made from, so comparing needs no hash program.
basis() {
    printf '%s\n' "$checkout"
    "$venv/bin/python" -c 'import sys; print(*sys.version_info[:2])'
    cat "$checkout/pyproject.toml" "$checkout/pakning/versioner.txt"
}

is_ready() {
    [ ! -e "$venv/undervejs" ] && [ -x "$venv/bin/python" ] && [ -f "$venv/opsat-$1" ] &&
        basis | cmp -s - "$venv/opsat-$1"
}

# An environment can be built upon when it is whole and made here with the Python that is here now.
is_sound() {
    [ ! -e "$venv/undervejs" ] && "$venv/bin/python" -c 'import pip' 2>/dev/null &&
        grep -qF "$venv/bin/python" "$venv/bin/pip"
}

install_packages() {
    "$venv/bin/python" -m pip install --only-binary :all: --no-build-isolation \
        -c "$checkout/pakning/versioner.txt" "$@" >>"$venv/undervejs" 2>&1
}

give_up() {
    trap - EXIT HUP INT TERM
    [ ! -f "$venv/undervejs" ] || grep -v '^WARNING' "$venv/undervejs" | tail -n 15 >&2
    rm -rf "$venv"
    tell "" "Opsætningen blev ikke færdig, og det halve er fjernet igen."
    stop "Er der forbindelse til nettet og plads på drevet? Kør så kommandoen igen."
}

set_up() {
    is_ready "$1" || need_python
    get_missing
    is_ready "$1" && return
    tell "Gør klar i $venv (første gang et par minutter) …"
    trap give_up EXIT HUP INT TERM
    # The log is also the mark that says "half made" for as long as it lies there, also after a power cut.
    if is_sound; then
        : >"$venv/undervejs"
    else
        rm -rf "$venv"
        mkdir "$venv"
        "$python" -m venv "$venv" >"$venv/undervejs" 2>&1
    fi
    install_packages hatchling editables
    case $1 in
        kvik) install_packages -e "$checkout" ;;
        *) install_packages -e "${checkout}[$1]" ;;
    esac
    # Of this one only a file is read; what it would pull in (a browser of its own) is never used.
    [ "$1" != test ] || install_packages --no-deps axe-playwright-python
    basis >"$venv/opsat-$1"
    [ "$1" = kvik ] || cp "$venv/opsat-$1" "$venv/opsat-kvik"
    rm -f "$venv/undervejs"
    trap - EXIT HUP INT TERM
}
