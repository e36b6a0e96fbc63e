"""Every page at the start: names for screen readers, both languages, nothing beyond the edge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.shell.settings import Recent, Settings
from kvik_desktop.shell.window import Window
from tests.window import PATIENCE, window

LONG = "Det Selvejende Børne- og Kulturhus for Specialpædagogiske Fritidstilbud på Trekroner Øst"
PAGES = ("", "new", "guide", "facilitator", "coordinator", "package", "recovery")


def shown(qtbot: QtBot, folder: Path, page: str, percent: int = 100, language: Language = "da") -> Window:
    recents = tuple(Recent(str(folder / f"{number}.kvikdb"), title=LONG) for number in range(3))
    made = window(qtbot, Settings(language=language, percent=percent, recent=recents))
    if page:
        given = {"package": [folder / "x.kvik"], "recovery": folder / "x.kvikdb"}
        made.start.go(page, given.get(page))
    return made


def names(of: QWidget) -> dict[QWidget, str]:
    """What a screen reader calls everything that can have focus."""
    by_tab = Qt.FocusPolicy.TabFocus
    reached = (widget for widget in of.findChildren(QWidget) if widget.focusPolicy() & by_tab)
    return {
        widget: QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in reached
        if widget.isVisibleTo(of) and not widget.focusProxy()
    }


def fits(made: Window) -> bool:
    """Whether nothing lies beyond the right edge."""
    areas = made.start.currentWidget().findChildren(QScrollArea)
    return all(area.horizontalScrollBar().maximum() == 0 for area in areas)


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_can_have_focus_has_a_name(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    made = shown(qtbot, tmp_path, page)
    found = names(made.start.currentWidget())
    assert len(found) > 1 or page == "package"
    assert [widget for widget, name in found.items() if not name] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_lies_beyond_the_edge(
    qtbot: QtBot, tmp_path: Path, page: str, language: Language, percent: int
) -> None:
    made = shown(qtbot, tmp_path, page, percent, language)
    qtbot.waitUntil(lambda: fits(made), timeout=PATIENCE)


@pytest.mark.parametrize("page", PAGES)
def test_the_smallest_window_still_holds_every_page(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    made = shown(qtbot, tmp_path, page)
    made.resize(made.minimumSize())
    qtbot.waitUntil(lambda: fits(made), timeout=PATIENCE)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_comes_back_in_the_other_language(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    made = shown(qtbot, tmp_path, page)
    before = type(made.start.currentWidget())
    made.change_look(replace(made.settings, language="en"))
    assert type(made.start.currentWidget()) is before
