"""A list on a slide: rows with a figure before or after their words, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.shell.projector.projection import Slide
from kvik_desktop.shell.projector.slide_text import SlideText, slide_font, slide_line
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.lines import Lines

MOST = 7
"""Rows on a page: more are not read from the back row."""

PADDING, GAP = 9, 20
"""Over and under the words of a row, and between them and a figure, on a screen 1366 across."""

BAR = 5
"""Before the row the room looks at, on a screen 1366 across."""


@dataclass(frozen=True)
class SaidRow:
    """Words, with a figure before them or after them."""

    words: str
    before: str = ""
    after: str = ""
    here: bool = False
    """It is the one the room looks at."""


class Ground(QWidget):
    """Under the row the room looks at."""

    def __init__(self, slide: Slide) -> None:
        super().__init__()
        self._slide = slide

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet colour, and a bar before it."""
        painter, theme = QPainter(self), self._slide.ui.theme
        painter.fillRect(self.rect(), theme.colour("selected"))
        painter.fillRect(QRect(0, 0, self._slide.px(BAR), self.height()), theme.colour("accent"))
        painter.end()


class SaidRows(QWidget):
    """Words wrap. What has no room is on the next page, in whole rows."""

    def __init__(self, slide: Slide, *, inset: int = 0) -> None:
        """``inset`` is beside the words of every row, for the ground of the one the room looks at."""
        super().__init__()
        self._slide = slide
        self._inset = inset
        self._heading = SlideText(slide.ui, "", weight=600)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._shown: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(slide.px(8))
        column.addWidget(self._heading)
        column.addLayout(self._list)
        column.addStretch(1)

    def show_rows(self, heading: str, rows: Sequence[SaidRow]) -> None:
        """Show these rows, all of them: a page as :meth:`divided` gave it."""
        self._heading.tell(heading)
        for old in self._shown:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for row in rows:
            for widget in (self._row(row), Hairline(self._slide.ui)):
                self._list.addWidget(widget)
                widget.show()  # else it comes in another turn, and until then the list is too low
                self._shown.append(widget)

    def _row(self, row: SaidRow) -> QWidget:
        slide, made = self._slide, Ground(self._slide) if row.here else QWidget()
        layout = QHBoxLayout(made)
        layout.setContentsMargins(self._inset, slide.px(PADDING), self._inset, slide.px(PADDING))
        layout.setSpacing(slide.px(GAP))
        top = Qt.AlignmentFlag.AlignTop
        if row.before:
            figure = SlideText(slide.ui, row.before, weight=600, ink="accent")
            figure.setFixedWidth(figure_width(slide, row.before))
            layout.addWidget(figure, 0, top)
        layout.addWidget(SlideText(slide.ui, row.words), 1)
        if row.after:
            after = SlideText(slide.ui, row.after, weight=600)
            layout.addWidget(after, 0, top)
        return made


def figure_width(slide: Slide, figure: str) -> int:
    """Room for what stands before words: for two digits at least, so that words stand under each other."""
    font = QFontMetricsF(slide_font(slide.ui, weight=600))
    return ceil(max(font.horizontalAdvance("00"), font.horizontalAdvance(figure))) + 1


def height_of(slide: Slide, row: SaidRow, width: int) -> int:
    """The height of a row in a list of this width."""
    font = slide_font(slide.ui)
    room = float(width)
    if row.before:
        room -= figure_width(slide, row.before) + slide.px(GAP)
    if row.after:
        after = QFontMetricsF(slide_font(slide.ui, weight=600)).horizontalAdvance(row.after)
        room -= ceil(after) + 1 + slide.px(GAP)
    leading = slide_line(slide.ui)
    words = Lines.broken(row.words, font, room, leading)
    return ceil(words.height) + 2 * slide.px(PADDING) + 1


def divided(slide: Slide, rows: Sequence[SaidRow], width: int, height: int) -> list[Sequence[SaidRow]]:
    """The rows page by page: as many as have room, at most MOST, at least one."""
    pages: list[list[SaidRow]] = [[]]
    left = height
    for row in rows:
        needed = height_of(slide, row, width)
        if pages[-1] and (needed > left or len(pages[-1]) == MOST):
            pages.append([])
            left = height
        pages[-1].append(row)
        left -= needed
    return list(pages)
