"""The set-up of a machine, told on a checkout where Python, pip, apt-get and sudo are stand-ins."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the .cmd twins are not run here")

PYTHON = r"""#!/bin/sh
echo "python $*" >>"$STAND_INS/calls"
case "$*" in
    "-c import sys; sys.exit"*) exit ;;
    "-c import ensurepip, venv") [ -f "$STAND_INS/has-venv" ] ;;
    "-c import pip") ;;
    "-c import sys; print"*) cat "$STAND_INS/version" ;;
    "-m venv "*)
        mkdir -p "$3/bin"
        [ ! -f "$STAND_INS/killed-early" ] || { rm "$STAND_INS/killed-early"; kill -9 $PPID; }
        cp "$0" "$3/bin/python"
        echo "#!$3/bin/python" >"$3/bin/pip" ;;
    "-m pip install"*)
        echo "noise on stdout"
        if [ -f "$STAND_INS/killed" ]; then rm "$STAND_INS/killed"; kill -9 $PPID; fi
        [ ! -f "$STAND_INS/offline" ] || { echo "no network" >&2; exit 1; }
        printf '#!/bin/sh\necho "kvik $*"\nexit 7\n' >"${0%python}kvik"
        chmod +x "${0%python}kvik" ;;
    *) echo "ran $*" ;;
esac
"""
APT = """#!/bin/sh
echo "apt-get $*" >>"$STAND_INS/calls"
case "$*" in *install*) [ ! -f "$STAND_INS/apt-fails" ] && touch "$STAND_INS/has-venv" ;; esac
"""


@dataclass
class Machine:
    """A checkout with stand-ins for the commands of the system."""

    checkout: Path
    stand_ins: Path

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script of pakning/ from another folder."""
        environment = {
            "PATH": f"{self.stand_ins}:/usr/bin:/bin",
            "STAND_INS": str(self.stand_ins),
            "PYTHONPATH": "/somewhere/else",
        }
        return subprocess.run(
            ["/bin/sh", str(self.checkout / "pakning" / script), *arguments],
            capture_output=True,
            text=True,
            cwd=self.stand_ins,
            env=environment,
        )

    def calls(self) -> str:
        """What was called since last time."""
        path = self.stand_ins / "calls"
        text = path.read_text() if path.exists() else ""
        path.unlink(missing_ok=True)
        return text

    def mark(self, name: str) -> None:
        """Set a fact about the machine."""
        (self.stand_ins / name).touch()

    def stand_in(self, name: str, source: str) -> None:
        """Put a command on the machine."""
        path = self.stand_ins / name
        path.write_text(source)
        path.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "en mappe med mellemrum", tmp_path / "stand-ins")
    made.stand_ins.mkdir()
    shutil.copytree(CHECKOUT / "pakning", made.checkout / "pakning")
    shutil.copy(CHECKOUT / "pyproject.toml", made.checkout)
    made.stand_in("python3", PYTHON)
    made.stand_in("apt-get", APT)
    made.stand_in("sudo", '#!/bin/sh\n[ -f "$STAND_INS/has-sudo" ] || exit 1\nshift\nexec "$@"\n')
    made.stand_in("id", "#!/bin/sh\necho 1000\n")
    made.stand_in("uname", "#!/bin/sh\necho Linux\n")
    made.stand_in("ldconfig", "#!/bin/sh\necho 'libGL.so.1 (libc6)'\n")
    (made.stand_ins / "version").write_text("3 11\n")
    made.mark("has-venv")
    return made


def test_what_follows_is_handed_to_kvik_and_its_answer_and_code_come_back(machine: Machine) -> None:
    done = machine.run("start.sh", "demo", "--out", "en mappe")
    assert (done.returncode, done.stdout) == (7, "kvik demo --out en mappe\n")


def test_the_second_run_installs_nothing(machine: Machine) -> None:
    machine.run("start.sh", "x")
    assert machine.calls().count("pip install") == 2
    done = machine.run("start.sh", "x")
    assert (done.stdout, done.stderr) == ("kvik x\n", "")
    assert "pip" not in machine.calls()


def test_everything_is_installed_at_its_pinned_version(machine: Machine) -> None:
    machine.run("start.sh", "x")
    installs = [line for line in machine.calls().splitlines() if "pip install" in line]
    assert all("-c" in line and "pakning/versioner.txt" in line for line in installs)
    assert all("--no-build-isolation" in line for line in installs)


@pytest.mark.parametrize("file", ["pyproject.toml", "pakning/versioner.txt"])
def test_other_versions_are_installed_on_top(machine: Machine, file: str) -> None:
    machine.run("start.sh", "x")
    with (machine.checkout / file).open("a") as changed:
        changed.write("# changed\n")
    machine.calls()
    machine.run("start.sh", "x")
    calls = machine.calls()
    assert "pip install" in calls
    assert "-m venv" not in calls


def test_another_python_begins_anew(machine: Machine) -> None:
    machine.run("start.sh", "x")
    (machine.stand_ins / "version").write_text("3 13\n")
    machine.calls()
    machine.run("start.sh", "x")
    assert "pip install" in machine.calls()


def test_a_moved_checkout_begins_anew(machine: Machine) -> None:
    machine.run("start.sh", "x")
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("flyttet"))
    machine.calls()
    assert machine.run("start.sh", "x").stdout == "kvik x\n"
    assert "-m venv" in machine.calls()


def test_without_a_network_nothing_half_is_left_and_the_next_run_works(machine: Machine) -> None:
    machine.mark("offline")
    done = machine.run("start.sh", "x")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "no network" in done.stderr
    assert "Opsætningen blev ikke færdig" in done.stderr
    assert not (machine.checkout / ".venv").exists()
    (machine.stand_ins / "offline").unlink()
    assert machine.run("start.sh", "x").stdout == "kvik x\n"


@pytest.mark.parametrize("when", ["killed-early", "killed"])
def test_a_set_up_that_was_killed_is_begun_anew(machine: Machine, when: str) -> None:
    machine.mark(when)
    assert machine.run("start.sh", "x").returncode == -9
    machine.calls()
    assert machine.run("start.sh", "x").stdout == "kvik x\n"
    assert "-m venv" in machine.calls()


def test_who_may_install_gets_what_is_missing(machine: Machine) -> None:
    (machine.stand_ins / "has-venv").unlink()
    machine.mark("has-sudo")
    assert machine.run("start.sh", "x").stdout == "kvik x\n"
    assert "apt-get -q install -y --no-install-recommends python3-venv" in machine.calls()


def test_who_may_not_install_is_told_the_one_line(machine: Machine) -> None:
    (machine.stand_ins / "has-venv").unlink()
    done = machine.run("start.sh", "x")
    assert (done.returncode, done.stdout) == (1, "")
    assert "\n    sudo apt-get install python3-venv\n" in done.stderr
    assert not (machine.checkout / ".venv").exists()


def test_an_installation_that_fails_ends_in_the_one_line_too(machine: Machine) -> None:
    (machine.stand_ins / "has-venv").unlink()
    machine.mark("has-sudo")
    machine.mark("apt-fails")
    done = machine.run("start.sh", "x")
    assert done.returncode == 1
    assert "sudo apt-get install python3-venv" in done.stderr


BROWSER = '. "$(dirname -- "$0")/opsaetning.sh"\nCI=$1 PATH=$STAND_INS\nneed_browser\necho "needs$missing"\n'


@pytest.mark.parametrize(
    ("ci", "may", "needs", "told"),
    [("", False, "needs", True), ("", True, "needs chromium", False), ("1", False, "needs chromium", False)],
)
def test_the_check_needs_chromium_and_a_developer_may_do_without(
    machine: Machine, ci: str, may: bool, needs: str, told: bool
) -> None:
    (machine.checkout / "pakning" / "browser.sh").write_text(BROWSER)
    if may:
        machine.stand_in("id", "#!/bin/sh\necho 0\n")
    done = machine.run("browser.sh", ci)
    assert (done.stdout, "Chromium mangler" in done.stderr) == (f"{needs}\n", told)
    machine.stand_in("chromium", "#!/bin/sh\n")
    assert machine.run("browser.sh", ci).stdout == "needs\n"


def test_who_only_uses_the_program_needs_no_browser(machine: Machine) -> None:
    machine.run("start.sh", "x")
    assert "axe" not in machine.calls()
    assert "need_browser" not in (machine.checkout / "pakning" / "start.sh").read_text()


def test_only_the_window_needs_the_libraries_of_qt(machine: Machine) -> None:
    done = machine.run("start.sh")
    assert done.returncode == 1
    line = next(line for line in done.stderr.splitlines() if "sudo apt-get" in line)
    assert {"libegl1", "libxcb-cursor0"} <= set(line.split())
    assert "libgl1" not in line.split()  # it is there


def test_the_window_opens_when_the_libraries_are_there(machine: Machine) -> None:
    names = " \n".join(
        f"lib{name}"
        for name in (
            "glib-2.0.so.0", "GL.so.1", "EGL.so.1", "xkbcommon.so.0", "dbus-1.so.3", "fontconfig.so.1",
            "xcb-cursor.so.0", "xkbcommon-x11.so.0", "xcb-icccm.so.4", "xcb-keysyms.so.1", "xcb-shape.so.0",
        )
    )  # fmt: skip
    machine.stand_in("ldconfig", f"#!/bin/sh\necho '{names} '\n")
    machine.stand_in("find", "#!/bin/sh\necho /usr/share/fonts/a.ttf\n")
    assert machine.run("start.sh").stdout == "ran -m kvik_desktop\n"


def test_macos_is_sent_to_homebrew(machine: Machine) -> None:
    machine.stand_in("uname", "#!/bin/sh\necho Darwin\n")
    (machine.stand_ins / "apt-get").unlink()
    (machine.stand_ins / "python3").write_text("#!/bin/sh\nexit 1\n")
    for name in ("python3.11", "python3.12", "python3.13"):
        machine.stand_in(name, "#!/bin/sh\nexit 1\n")
    assert "\n    brew install python3\n" in machine.run("start.sh", "x").stderr
