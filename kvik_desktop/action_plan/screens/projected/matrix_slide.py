"""The matrix in the room, and beside it the area the group talks about."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.action_plan.model import QUADRANT_NAMES, quadrant_of
from kvik_desktop.action_plan.projected import SeenMatrix
from kvik_desktop.action_plan.screens.improvement_words import matrix_words
from kvik_desktop.foundation.text import say_n
from kvik_desktop.shell.projector.projection import Projection, Slide
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.matrix_field import Cell, MatrixField
from kvik_desktop.shell.widgets.painting import write

EDGE, GAP, DISC, TOGETHER = 48, 48, 17, 4
"""Round the slide and between its halves, on a screen 1366 across; half a mark, and marks in one cell."""


class StillMatrix(QWidget):
    """Painted only: nobody presses anything here."""

    def __init__(self, slide: Slide) -> None:
        super().__init__()
        self.ui, self._slide = slide.ui, slide
        self._given = SeenMatrix(())

    def show_matrix(self, given: SeenMatrix) -> None:
        """Show these marks; a screen reader hears where each stands."""
        self._given = given
        tr = self.ui.tr
        told = (
            f"{letter} {tr(QUADRANT_NAMES[q])}" for letter, *at in given.placed if (q := quadrant_of(*at))
        )
        self.setAccessibleName(", ".join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and a mark for each; of more than four in a cell the last says how many more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = MatrixField(self.ui, matrix_words(), QSizeF(self.size()))
        field.paint(painter, None)
        cells: dict[Cell, list[str]] = defaultdict(list)
        now = self._given.now.letter if self._given.now else ""
        for letter, effect, ease in self._given.placed:
            cells[effect, ease].append(letter)
        for cell, letters in cells.items():
            marks = sorted(letters, key=lambda letter: letter != now)
            if len(marks) > TOGETHER:
                marks = [*marks[: TOGETHER - 1], f"+{len(marks) - TOGETHER + 1}"]
            for letter, spot in zip(marks, field.spots(cell, len(marks)), strict=True):
                self._paint_mark(painter, letter, QRectF(spot, spot), strong=letter == now)
        painter.end()

    def _paint_mark(self, painter: QPainter, letter: str, at: QRectF, *, strong: bool) -> None:
        theme, side = self.ui.theme, self._slide.px(DISC)
        disc = at.adjusted(-side, -side, side, side)
        counts = letter.startswith("+")
        painter.setPen(Qt.PenStyle.NoPen)
        if strong:
            ring = self._slide.px(5)
            painter.setBrush(theme.colour("climbed"))
            painter.drawEllipse(disc.adjusted(-ring, -ring, ring, ring))
        painter.setBrush(theme.colour("climbed" if counts else "accent"))
        painter.drawEllipse(disc)
        ink = theme.colour("text-selected" if counts else "on-accent")
        font = theme.font("small", 600)
        font.setPixelSize(self._slide.px(20 if len(letter) < 2 else 16))
        write(painter, disc, letter, font, ink, Qt.AlignmentFlag.AlignHCenter)


class MatrixSlide(Slide):
    """The area at the left, where it would stand at the right."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self.matrix = StillMatrix(self)
        self.letter = SlideText(ui, "", "title", 600, "accent")
        self.words = SlideText(ui, "", "title", 600)
        self.where = SlideText(ui, "", ink="text-2")
        self.many = SlideText(ui, "", ink="text-2")
        words = QVBoxLayout()
        words.setSpacing(self.px(12))
        for part in (self.letter, self.words, self.where):
            words.addWidget(part)
        words.addStretch(1)
        words.addWidget(self.many)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[self.px(EDGE)] * 4)
        row.setSpacing(self.px(GAP))
        row.addLayout(words, 2)
        row.addWidget(self.matrix, 3)

    def show_given(self, given: Any, *, fresh: bool) -> None:
        """Show what is placed."""
        assert isinstance(given, SeenMatrix)
        now = given.now
        self.letter.tell(now.letter if now else "")
        self.words.tell(now.text if now else "")
        self.where.tell(given.where)
        n = len(given.placed)
        self.many.tell(self.ui.tr(say_n("{n} område er placeret", "{n} områder er placeret", n)))
        self.matrix.show_matrix(given)


def matrix_projection(matrix: SeenMatrix) -> Projection:
    """What the room sees of the matrix."""
    return Projection("matrix", MatrixSlide, matrix)
