"""The list beside the questions: how far one is, and every criterion with its questions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.screens.index_rows import minutes_left, rows
from kvik_desktop.evaluation.screens.index_view import IndexView
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui


class AnswerIndex(QWidget):
    """One tab stop; arrows move, Enter and a click go."""

    chosen = Signal(str)
    """The user wants to go to this place."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        px = ui.theme.px
        self._count = QLabel()
        self._count.setProperty("look", "heading")
        self._left = QLabel()
        self._left.setProperty("look", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(ui.tr(say("Besvaret")))
        self.view = IndexView(ui)
        self.view.went.connect(self.chosen)
        self.setFocusProxy(self.view)
        words = QHBoxLayout()
        words.addWidget(self._count)
        words.addStretch(1)
        words.addWidget(self._left)
        top = QVBoxLayout()
        top.setContentsMargins(px(16), px(12), px(16), px(8))
        top.setSpacing(px(4))
        top.addLayout(words)
        top.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def show_sheet(self, sheet: Sheet, place: str) -> None:
        """Show how far a participant is, while they are at a place."""
        tr = self.ui.tr
        of = len(sheet.order)
        answered = of - len(sheet.missing)
        self._count.setText(tr(say("{n} af {of}", n=answered, of=of)))
        minutes = minutes_left(sheet)
        self._left.setText(tr(say("ca. {n} min. igen", n=minutes)) if minutes else "")
        self._bar.setRange(0, of)
        self._bar.setValue(answered)
        self.view.show_rows(rows(sheet, place, tr))

    def clear(self) -> None:
        """Nothing of how far somebody is, is left."""
        self._count.clear()
        self._left.clear()
        self._bar.setValue(0)
        self.view.show_rows(())
