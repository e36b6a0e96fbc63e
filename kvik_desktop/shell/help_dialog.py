"""Help for the page one is at, and every key that works there; works without a network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kvik_desktop import __version__
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.shortcuts import EVERYWHERE, FIND, ON_PROJECTED_PAGES, Shortcut
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import PrimaryButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

ABOUT = say(
    "KVIK Desktop {version}. Modellens opbygning er fra CAF 2020 og KVIK; teksterne er vores egne. "
    "Programmet er ikke et officielt statsligt værktøj.",
    version=__version__,
)


KEYS = 104
"""Width of the column of keys at 100 %: that of the longest, so that all tables stand in line."""


class HelpDialog(QDialog):
    """What this page is for, the keys of the page, and the keys that work everywhere."""

    def __init__(
        self,
        parent: QWidget,
        ui: Ui,
        text: Text | None,
        keys: Sequence[Shortcut],
        everywhere: Sequence[Shortcut] = EVERYWHERE,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        px = ui.theme.px
        self.setWindowTitle(ui.tr(say("Hjælp og genveje")))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(px(24), px(24), px(24), px(8))
        layout.setSpacing(px(16))
        if text is not None:
            layout.addWidget(Heading(ui, ui.tr(say("Denne side"))))
            layout.addWidget(ReadingText(ui, ui.tr(text)))
        if keys:
            layout.addWidget(Heading(ui, ui.tr(say("Genveje på denne side")), "body"))
            layout.addLayout(self._table(keys))
        layout.addWidget(Heading(ui, ui.tr(say("Genveje overalt")), "body"))
        layout.addLayout(self._table(everywhere))
        layout.addWidget(ReadingText(ui, ui.tr(ABOUT), size="small"))
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(self.windowTitle())
        close = PrimaryButton(ui, ui.tr(say("Luk hjælpen")))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), px(16))
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        self.resize(min(px(640), parent.width()), min(px(640), parent.height()))
        close.setFocus()

    def _table(self, keys: Sequence[Shortcut]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._ui.theme.px(24))
        grid.setColumnMinimumWidth(0, self._ui.theme.px(KEYS))
        grid.setColumnStretch(1, 1)
        for row, shortcut in enumerate(keys):
            key = QLabel(_on_the_key(shortcut.keys))
            key.setProperty("look", "key")
            meaning = QLabel(self._ui.tr(shortcut.text))
            meaning.setWordWrap(True)
            meaning.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(meaning, row, 1)
        return grid


def _on_the_key(keys: str) -> str:
    """The keys as they are called on the keyboard itself."""
    for name, sign in (("Return", "Enter"), ("Down", "↓"), ("Up", "↑"), ("Left", "←"), ("Right", "→")):
        keys = keys.replace(name, sign)
    return keys


def show_help(parent: QWidget, ui: Ui, page: Page | None, *, finds: bool = False) -> None:
    """Open the help and wait until it is closed; with ``finds`` one can look for words in the whole file."""
    text, keys = (page.help, page.keys) if page is not None else (None, ())
    if page is not None and page.projects:
        keys = (*keys, *ON_PROJECTED_PAGES)
    if finds:
        keys = (*keys, FIND)
    dialog = HelpDialog(parent, ui, text, keys)
    dialog.exec()
    dialog.deleteLater()
