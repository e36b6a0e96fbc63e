"""From what the user has chosen to how everything looks: the Ui, and the application's style."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.foundation.tokens import Theme as ThemeName
from kvik_desktop.shell.look.qt_words import QtWords
from kvik_desktop.shell.look.stylesheet import apply
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.settings import TYPE_SIZES, Settings
from kvik_desktop.shell.ui import Ui


def dressed(
    app: QApplication, settings: Settings, resources: Resources, family: str = "", before: Ui | None = None
) -> Ui:
    """The Ui of these settings; the application wears it from now on.

    Dressing costs as much as everything that is open, so it is left out where ``before`` looks the same.
    """
    theme = Theme.read(resources, _theme(settings), settings.percent, motion=_may_move(app), family=family)
    if before is None or before.theme != theme:
        apply(app, theme)
    QtWords.speak(app, settings.language)
    return Ui(Translator(settings.language, resources), theme)


def _theme(settings: Settings) -> ThemeName:
    if settings.theme != "system":
        return settings.theme
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _may_move(app: QApplication) -> bool:
    return app.isEffectEnabled(Qt.UIEffect.UI_General) or app.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def next_size(percent: int, step: int) -> int:
    """The size of type ``step`` places up or down the list; 0 is the normal size."""
    if step == 0:
        return TYPE_SIZES[0]
    place = TYPE_SIZES.index(percent) + step
    return TYPE_SIZES[min(max(place, 0), len(TYPE_SIZES) - 1)]
