"""The first picture, and how the program moves in behind it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kvik_desktop.desktop.cover import NAME, Cover
from kvik_desktop.desktop.furnishing import furnish, is_shown
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.tokens import read_tokens
from kvik_desktop.shell.settings import Settings, SettingsFile
from kvik_desktop.shell.window import Window
from tests.journey import Journey
from tests.window import PATIENCE


@pytest.fixture
def app(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> QApplication:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # given back when the test is over
    return qapp


def cover(qtbot: QtBot) -> Cover:
    made = Cover(Places.of_user().settings, Resources())
    qtbot.addWidget(made)
    return made


def colours(shown: Cover) -> tuple[str, str]:
    """Of the surface, and of the darkest or lightest point of the name."""
    picture = shown.grab().toImage()
    surface = picture.pixelColor(5, 5)
    ink = max(
        (picture.pixelColor(x, y) for x in range(picture.width() // 2) for y in range(40, 120)),
        key=lambda colour: abs(colour.lightness() - surface.lightness()),
    )
    return surface.name().upper(), ink.name().upper()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_picture_has_the_theme_and_the_name(qtbot: QtBot, theme: str) -> None:
    SettingsFile(Places.of_user().settings).write(Settings(theme=theme, percent=150))  # type: ignore[arg-type]
    tokens = read_tokens(Resources(), theme)  # type: ignore[arg-type]
    shown = cover(qtbot)
    with qtbot.waitSignal(shown.name.pictured, timeout=PATIENCE):
        shown.show()
    assert colours(shown) == (tokens["surface"], tokens["text"])
    assert shown.name.text() == NAME


@pytest.mark.parametrize("content", ["", "[]", "{", '{"theme": 7, "percent": "stor"}', "[" * 100_000])
def test_settings_nobody_can_read_give_the_usual_picture(qtbot: QtBot, content: str) -> None:
    path = Places.of_user().settings
    path.parent.mkdir(parents=True)
    path.write_text(content)
    assert cover(qtbot).name.height() > 0


def test_the_program_moves_in_where_its_name_stood(qtbot: QtBot, app: QApplication) -> None:
    shown = cover(qtbot)
    shown.show()
    before = middle(shown, shown.name)
    window = furnish(app, shown, [])
    assert shown.centralWidget() is window
    [label] = [found for found in window.start.findChildren(QLabel) if found.text() == NAME]
    qtbot.waitUntil(lambda: (middle(shown, label) - before).manhattanLength() <= 4, timeout=PATIENCE)
    shown.close()


def test_the_window_comes_back_as_large_as_it_was_and_where_it_was(qtbot: QtBot, app: QApplication) -> None:
    first = cover(qtbot)
    furnish(app, first, [])
    first.setGeometry(40, 60, 700, 520)
    first.show()
    first.close()
    again = cover(qtbot)
    assert again.geometry().getRect() == (40, 60, 700, 520)


@pytest.mark.parametrize("place", ["", "xyz", "01d9", 7, [1]])
def test_a_place_nobody_can_read_is_the_usual_one(qtbot: QtBot, place: object) -> None:
    path = Places.of_user().settings
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"place": place}))
    shown = cover(qtbot)
    room = shown.screen().availableSize()
    assert (shown.width(), shown.height()) == (min(1366, room.width()), min(768, room.height()))


def middle(shown: Cover, label: QLabel) -> QPoint:
    """The left end of a label's words."""
    return label.mapTo(shown, QPoint(0, label.height() // 2))


def test_the_windows_title_is_the_covers_and_closing_closes_the_file(
    qtbot: QtBot, app: QApplication, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock)
    journey.file.close()
    shown = cover(qtbot)
    shown.show()
    window = furnish(app, shown, [journey.path])
    qtbot.waitUntil(lambda: shown.windowTitle() == "Børnehuset – KVIK", timeout=PATIENCE)
    shown.close()
    assert window.room is None
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["enhed.kvikdb"]


def test_a_fault_of_ours_is_told_in_the_window(
    qtbot: QtBot, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(Window, "crashed", lambda _, error: told.append(error))
    shown = cover(qtbot)
    furnish(app, shown, [])
    fault = ZeroDivisionError()
    sys.excepthook(ZeroDivisionError, fault, None)
    assert told == [fault]
    shown.close()


def test_the_window_can_be_built_and_seen(app: QApplication) -> None:
    assert is_shown()
