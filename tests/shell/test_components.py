"""The component page shows every shared widget, in both themes and languages, at every size of type."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Language
from kvik_desktop.foundation.tokens import THEMES
from kvik_desktop.foundation.tokens import Theme as ThemeName
from kvik_desktop.shell.components import ComponentWindow, Look
from kvik_desktop.shell.look.theme import PIXELS
from kvik_desktop.shell.widgets.choice import Choice

PART = "qt_"
"""What Qt calls the parts that it makes for itself."""


def shown(qtbot: QtBot, qapp: QApplication, look: Look) -> ComponentWindow:
    """The page in a window."""
    window = ComponentWindow(qapp, Resources(), look)
    qtbot.addWidget(window)
    window.show()
    return window


def widgets(window: QWidget) -> list[QWidget]:
    """Ours, of those that are seen: Qt's own parts of a widget are its own affair."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window) and not widget.objectName().startswith(PART)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_is_built_in_every_look(
    qtbot: QtBot, qapp: QApplication, theme: ThemeName, percent: int, language: Language
) -> None:
    window = shown(qtbot, qapp, Look(theme, percent, language))
    assert window.width() == 1366
    room = window.page.parentWidget()
    assert room is not None
    assert window.page.width() == room.width(), "the page never scrolls sideways"
    ui = window.page.ui
    assert (ui.theme.name, ui.theme.percent, ui.tr.language) == (theme, percent, language)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_there_are_three_sizes_of_type(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    window = shown(qtbot, qapp, Look(percent=percent))
    theme = window.page.ui.theme
    sizes = {widget.font().pixelSize() for widget in widgets(window)}
    assert sizes <= {theme.px(size) for size in PIXELS.values()}


def test_whatever_takes_focus_has_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    window = shown(qtbot, qapp, Look())
    nameless = [
        widget
        for widget in widgets(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and widget.focusProxy() is None
    ]
    assert nameless == []


def test_another_look_builds_the_page_anew(qtbot: QtBot, qapp: QApplication) -> None:
    window = shown(qtbot, qapp, Look())
    first = window.page
    (theme,) = [choice for choice in window.findChildren(Choice) if choice.accessibleName() == "Tema"]
    QTest.keyClick(theme, Qt.Key.Key_Down)
    assert window.page is not first
    assert window.page.ui.theme.name == "dark"
