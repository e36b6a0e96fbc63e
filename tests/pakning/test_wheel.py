"""The wheel holds ressourcer/ and finds it when it is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = """
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator, say
print(Resources().root)
print(Translator("en")(say("Filen er tom.")))
"""


def test_an_installed_wheel_finds_its_resources(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines() == [str(installed / "kvik_desktop" / "ressourcer"), "The file is empty."]
    assert not (installed / "tests").exists()
