"""The program's menu: language, theme, size of type, help, and the way back to the start page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from kvik_desktop.foundation.text import Language, Text, say
from kvik_desktop.shell import shortcuts
from kvik_desktop.shell.help_dialog import show_help
from kvik_desktop.shell.settings import TYPE_SIZES, Settings, ThemeChoice
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton

if TYPE_CHECKING:
    from kvik_desktop.shell.page import Page
    from kvik_desktop.shell.window import Window

LANGUAGE_NAMES: dict[Language, str] = {"da": "Dansk", "en": "English"}
"""Each in its own language, so that everybody finds their way back."""

THEME_NAMES: dict[ThemeChoice, Text] = {
    "system": say("Som computeren"),
    "light": say("Lyst"),
    "dark": say("Mørkt"),
}


def program_menu(ui: Ui, window: Window) -> QToolButton:
    """The button at the far right of the top line, with its menu."""
    button = IconButton(ui, "more", ui.tr(say("Sprog, udseende og hjælp")))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    fill_looks(menu, ui, window)
    menu.addSeparator()
    _add(
        menu,
        ui.tr(say("Hjælp og genveje")),
        lambda: show_help(window, ui, _page(window), finds=window.room is not None and window.room.finds),
        shortcuts.HELP.keys,
    )
    if window.room is not None and window.room.has_texts:
        _add(menu, f"{ui.tr(shortcuts.FIND.text)}…", window.room.find, shortcuts.FIND.keys)
    for aside in window.room.asides if window.room is not None else ():
        _add(menu, ui.tr(aside.name), _going(window, aside.key))
    if window.room is not None and window.room.has_backups:
        _add(menu, ui.tr(say("Gendan fra sikkerhedskopi…")), window.recover)
    _add(menu, ui.tr(say("Til startsiden")), window.leave, shortcuts.START.keys)
    button.setMenu(menu)
    return button


def fill_looks(menu: QMenu, ui: Ui, window: Window) -> None:
    """The choices of language, theme and size of type."""
    add_languages(menu.addMenu(ui.tr(say("Sprog"))), window)
    add_looks(menu, ui, window)


def add_languages(menu: QMenu, window: Window) -> None:
    """The choices of language."""
    languages = QActionGroup(menu)
    for language, own_name in LANGUAGE_NAMES.items():
        _choice(languages, own_name, window, replace(window.settings, language=language))


def add_looks(menu: QMenu, ui: Ui, window: Window) -> None:
    """The choices of theme and size of type."""
    settings = window.settings
    themes = _group(menu, ui.tr(say("Farver")))
    for theme, text in THEME_NAMES.items():
        _choice(themes, ui.tr(text), window, replace(settings, theme=theme))
    sizes = _group(menu, ui.tr(say("Skriftstørrelse")))
    for percent in TYPE_SIZES:
        _choice(sizes, f"{percent} %", window, replace(settings, percent=percent))


def _going(window: Window, stop: str) -> Callable[[], None]:
    def go() -> None:
        if window.room is not None:
            window.room.go(stop)

    return go


def _page(window: Window) -> Page | None:
    return window.room.page if window.room else None


def _group(menu: QMenu, title: str) -> QActionGroup:
    return QActionGroup(menu.addMenu(title))


def _choice(group: QActionGroup, text: str, window: Window, chosen: Settings) -> None:
    menu = group.parent()
    assert isinstance(menu, QMenu)
    action = _add(menu, text, lambda: window.change_look(chosen))
    action.setCheckable(True)
    action.setChecked(chosen == window.settings)
    group.addAction(action)


def _add(menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> QAction:
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    action.triggered.connect(lambda _checked=False: act())
    return action
