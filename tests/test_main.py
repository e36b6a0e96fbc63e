"""The program opens its window at once; with an option it tests itself, and without a screen it says so."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kvik_desktop import __main__ as main
from kvik_desktop import __version__
from kvik_desktop.desktop import furnishing, options
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell import components
from kvik_desktop.shell.look import qt_words
from tests.house import CHECKOUT


def _program(folder: Path, **environment: str) -> subprocess.Popen[str]:
    """The program in a process of its own, with nothing of the user's."""
    names = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    return subprocess.Popen(
        [sys.executable, "-m", "kvik_desktop"],
        env={**names, "KVIK_DATA": str(folder), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_the_window_shows_its_name_first_and_then_the_start_page(tmp_path: Path) -> None:
    with _program(tmp_path, QT_QPA_PLATFORM="offscreen", KVIK_MEASURED="1") as program:
        assert program.stdout is not None
        pictures = [program.stdout.readline().strip() for _ in range(2)]
        program.kill()
    assert pictures == ["first", "start"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize(
    "screen", [{"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":987"}]
)
def test_without_a_screen_it_says_so_in_words(tmp_path: Path, screen: dict[str, str]) -> None:
    with _program(tmp_path, **screen) as program:
        told, error = program.communicate()
    assert (program.returncode, told) == (1, "")
    assert error.startswith("KVIK kan ikke åbne et vindue her")
    assert "Ingen filer er ændret." in error


def test_without_the_libraries_of_qt_it_says_where_to_get_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kvik-desktop"])
    monkeypatch.setitem(sys.modules, main.WINDOW, None)
    with pytest.raises(SystemExit) as ended:
        main.start()
    assert ended.value.code == 1
    assert "sh pakning/start.sh" in capsys.readouterr().err


def test_it_knows_its_version() -> None:
    assert __version__ in CliRunner().invoke(options.start, ["--version"]).output


def test_an_option_is_not_taken_for_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kvik-desktop", "--version"])
    with pytest.raises(SystemExit) as ended:
        main.start()
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_all_parts_are_here_and_the_window_can_be_built() -> None:
    done = CliRunner().invoke(options.start, ["--selftest"])
    assert (done.exit_code, done.output) == (0, "Alle programmets dele er til stede.\n")


def test_the_component_page_is_shown_in_the_look_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def run(*look: object) -> int:
        asked.append(look)
        return 0

    monkeypatch.setattr(components, "run", run)
    look = ["--tema", "moerk", "--skrift", "150", "--sprog", "en"]
    assert CliRunner().invoke(options.start, ["--komponenter", *look]).exit_code == 0
    assert CliRunner().invoke(options.start, ["--komponenter"]).exit_code == 0
    assert asked == [("dark", 150, "en"), ("light", 100, "da")]


def test_a_part_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kvik_desktop.envelope.keys", None)
    done = CliRunner().invoke(options.start, ["--selftest"])
    assert done.exit_code == 1
    assert "kvik_desktop.envelope.keys kan ikke indlæses" in done.output


def test_resources_that_are_missing_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "modelpakker").mkdir()
    monkeypatch.setattr(options, "Resources", lambda: Resources(tmp_path))
    done = CliRunner().invoke(options.start, ["--selftest"])
    assert done.exit_code == 1
    assert "Mappen ressourcer/skrifter er tom." in done.output


def test_an_empty_window_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(furnishing, "is_shown", lambda: False)
    done = CliRunner().invoke(options.start, ["--selftest"])
    assert done.exit_code == 1
    assert "intet at se" in done.output


def test_a_language_that_qt_does_not_know_here_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(furnishing, "is_shown", lambda: True)
    monkeypatch.setattr(qt_words, "_folder", lambda: str(tmp_path))
    done = CliRunner().invoke(options.start, ["--selftest"])
    assert done.exit_code == 1
    assert "Qt mangler sine ord på sproget da." in done.output
    assert "sproget en" not in done.output


def test_what_is_loaded_late_is_tried_by_the_self_test(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = {name.partition(".")[0] for name in (options.QT, *options.LATE)}
    assert _loaded_inside_functions() <= libraries
    monkeypatch.setitem(sys.modules, "tzdata.zoneinfo", None)
    done = CliRunner().invoke(options.start, ["--selftest"])
    assert (done.exit_code, "tzdata.zoneinfo kan ikke indlæses" in done.output) == (1, True)


def _loaded_inside_functions() -> set[str]:
    """The libraries that functions of ours import themselves."""
    found: set[str] = set()
    for path in (CHECKOUT / "kvik_desktop").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
        inside = [each for function in functions for each in ast.walk(function)]
        names = [each.module or "" for each in inside if isinstance(each, ast.ImportFrom)]
        names += [alias.name for each in inside if isinstance(each, ast.Import) for alias in each.names]
        found |= {name.partition(".")[0] for name in names}
    return found


def test_without_qt_the_self_test_names_only_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, options.QT, None)
    done = CliRunner().invoke(options.start, ["--selftest"])
    assert done.exit_code == 1
    assert len(done.output.splitlines()) == 1
