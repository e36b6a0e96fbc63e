"""The programme of the day as it is held: when what is planned, where one is, and what is past."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop.screens.timekeeping.time_words import clock_of
from kvik_desktop.workshop.timekeeping.timekeeping import Point, Timekeeping

CLOCK, ICON = 96, 16


class DayProgramme(QWidget):
    """Made anew when the day is another or has come to another point, which is seldom."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._shown: tuple[Point, ...] = ()
        self._grid: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_time(self, time: Timekeeping) -> None:
        """Show the day at hand."""
        points = time.points
        if points == self._shown:
            return
        self._shown = points
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._made(points)
        self._column.addWidget(self._grid)
        self._grid.show()

    def _made(self, points: tuple[Point, ...]) -> QWidget:
        px, made = self.ui.theme.px, QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnMinimumWidth(0, px(CLOCK))
        grid.setColumnStretch(2, 1)
        for row, point in enumerate(points):
            self._add(grid, row, point)
        return made

    def _add(self, grid: QGridLayout, row: int, point: Point) -> None:
        tr = self.ui.tr
        ink = "text-2" if point.is_past else "text"
        begins, ends = (clock_of(minute, tr) for minute in (point.begins, point.ends))
        title = point.title.in_language(tr.language)
        if point.is_now:
            title = tr(say("{title}: nu", title=title))
        grid.addWidget(
            ReadingText(self.ui, f"{begins}-{ends}", ink="text-2"), row, 0, Qt.AlignmentFlag.AlignTop
        )
        grid.addWidget(self._sign(point), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(ReadingText(self.ui, title, weight=600 if point.is_now else 400, ink=ink), row, 2)

    def _sign(self, point: Point) -> QLabel:
        """A picture beside the words: past, now, or a break to come."""
        name, ink = ("check", "green") if point.is_past else ("play", "accent") if point.is_now else ("", "")
        if not name and point.is_break:
            name, ink = "pause", "text-3"
        sign = QLabel()
        sign.setFixedSize(self.ui.theme.px(ICON), self.ui.theme.px(ICON + 6))
        if name:
            sign.setPixmap(pixmap(self.ui.theme, name, ink, ICON))
        return sign
