"""The top of the board: the subcriterion, how much people differ, and the four moves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.workshop.board import Line
from kvik_desktop.workshop.model import Outcome
from kvik_desktop.workshop.screens.consensus_words import (
    agreed_score,
    flag_sentence,
    mark_of,
    name_of,
)
from kvik_desktop.workshop.screens.last_line import LastLine
from kvik_desktop.workshop.screens.moves_row import MovesRow
from kvik_desktop.workshop.screens.view_top import TOP


class BoardHeading(QWidget):
    """Stays where it is while the board under it scrolls."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._title = Heading(ui, "", "large")
        self._sign = QLabel()
        self._flag = QLabel()
        self._flag.setProperty("look", "small")
        self._flag.setTextFormat(Qt.TextFormat.PlainText)
        self.last = LastLine(ui)
        self.moves = MovesRow(ui)
        px = ui.theme.px
        flag = QHBoxLayout()
        flag.setSpacing(px(8))
        flag.addWidget(self._sign)
        flag.addWidget(self._flag, 1)
        self._top = QHBoxLayout()
        self._top.setSpacing(px(16))
        self._top.addWidget(self._title, 1)
        self._top.addLayout(flag)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(TOP), 0, px(8))
        column.setSpacing(px(8))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addLayout(self._top)
        titles.addWidget(self.last)
        column.addLayout(titles)
        column.addWidget(self.moves)

    def show_line(self, line: Line) -> None:
        """Show a subcriterion."""
        self._title.setText(name_of(line, self.ui.tr))
        self._sign.setPixmap(mark(self.ui.theme, mark_of(line)))
        self._flag.setText(self._said(line))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for both beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """How much people differ stands beside the title, or under it where the title would wrap."""
        needed = self._title.sizeHint().width() + self._flag.sizeHint().width() + self.ui.theme.px(48)
        beside = needed <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._top.direction():
            self._top.setDirection(direction)
            self._top.setSpacing(self.ui.theme.px(16) if beside else 0)

    def _said(self, line: Line) -> str:
        """How it was left, or how much people differ."""
        if line.consensus is None:
            return flag_sentence(line, self.ui.tr)
        if line.consensus.outcome is Outcome.PARKED:
            return self.ui.tr(say("Parkeret"))
        return self.ui.tr(say("Fastlagt til {score}", score=agreed_score(line)))
