"""Every package that the program, its tests and its packing can pull in is pinned, once, in one file."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import Version

CHECKOUT = Path(__file__).resolve().parents[2]
LINES = [
    line
    for line in (CHECKOUT / "pakning" / "versioner.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
PINNED = {canonicalize_name(Requirement(line).name): Requirement(line) for line in LINES}
SYSTEMS = ("linux", "darwin", "win32")
PYTHONS = ("3.11", "3.12", "3.13")
ALONE = canonicalize_name("axe-playwright-python")
"""Installed without what it asks for: only one file of it is read."""

EVERYTHING = ("kvik-desktop[test,pakning]", "hatchling", "editables", ALONE)


def test_each_line_names_one_exact_version() -> None:
    for line in LINES:
        assert re.fullmatch(r"[\w-]+==[\w.]+( ; sys_platform == \"\w+\")?", line), line
    assert len(PINNED) == len(LINES)


@pytest.mark.parametrize("name", ["versioner.txt", "opsaetning.sh", "start.cmd", "test.cmd"])
def test_no_address_of_a_registry_is_written_down(name: str) -> None:
    text = (CHECKOUT / "pakning" / name).read_text("utf-8")
    assert not re.search(r"https?:|--(extra-)?index|--find-links", text)


def test_the_running_environment_has_the_pinned_versions() -> None:
    needed = _closure(
        sys.platform, f"{sys.version_info.major}.{sys.version_info.minor}", "kvik-desktop[test]", ALONE
    )
    for name in needed & PINNED.keys():
        assert PINNED[name].specifier.contains(version(name)), f"{name} {version(name)}"


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_the_closure_is_pinned(system: str, python: str) -> None:
    assert _closure(system, python, *EVERYTHING) - PINNED.keys() == set()


def test_what_is_pinned_is_needed_somewhere() -> None:
    needed = {
        name for system in SYSTEMS for python in PYTHONS for name in _closure(system, python, *EVERYTHING)
    }
    assert PINNED.keys() - needed == set()


def test_qt_stays_below_6_12_while_python_3_11_is_supported() -> None:
    text = (CHECKOUT / "pyproject.toml").read_text("utf-8")
    assert 'requires-python = ">=3.11"' in text
    (pin,) = PINNED[canonicalize_name("pyside6-essentials")].specifier
    assert Version(pin.version) < Version("6.12")


def _closure(system: str, python: str, *wanted: str) -> set[NormalizedName]:
    """Names of everything that pip installs on one kind of machine to meet what is wanted.

    A package that is not installed here (made for another system, or for packing) has unknown needs; each
    of those has been looked up and needs nothing.
    """
    os_name = "nt" if system == "win32" else "posix"
    environment = {"sys_platform": system, "os_name": os_name, "python_version": python, "extra": ""}
    environment["python_full_version"] = f"{python}.0"
    found: set[NormalizedName] = set()
    waiting = list(wanted)
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        for text in _needs(name):
            need = Requirement(text)
            extras = [{**environment, "extra": extra} for extra in (requirement.extras or {""})]
            if need.marker is None or any(need.marker.evaluate(extra) for extra in extras):
                waiting += [text] if canonicalize_name(need.name) not in found else []
                found.add(canonicalize_name(need.name))
        found.add(name)
    return found - {canonicalize_name("kvik-desktop")}


def _needs(name: str) -> list[str]:
    if name == ALONE:
        return []
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return {
            "pyinstaller": [
                "altgraph",
                "packaging",
                "pyinstaller-hooks-contrib",
                "setuptools",
                'macholib ; sys_platform == "darwin"',
                'pefile ; sys_platform == "win32"',
                'pywin32-ctypes ; sys_platform == "win32"',
            ],
            "macholib": ["altgraph"],
        }.get(name, [])
