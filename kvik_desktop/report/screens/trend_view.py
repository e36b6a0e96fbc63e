"""The trend over all evaluations: the table one goes through by keyboard, and the figure it points into."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.action_plan.screens.later_rooms import TrendPlace
from kvik_desktop.action_plan.screens.two_halves import TwoHalves
from kvik_desktop.action_plan.trend import Course, Trend
from kvik_desktop.foundation.text import say
from kvik_desktop.report.figures.trend import chosen_panel
from kvik_desktop.report.screens.figure_view import FigureView
from kvik_desktop.report.trend_pages import TrendTold
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.table import Table

FIGURE_LEAST, FIGURE_MOST, SHARE, BESIDE = 420, 900, 0.5, 960
COLUMN, WIDER, EDGE = 62, 76, 16
"""Width of one evaluation in the table, where a scale is said too, and the air after the last; at 100 %."""


class TrendView(TrendPlace):
    """Each criterion is a row and a panel; the chosen one stands out in both."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._told: TrendTold | None = None
        tr = ui.tr
        self.table = Table(ui, tr(say("Udvikling over tid")), edge=24)
        self.figure = FigureView(ui, tr(say("Udvikling over tid")))
        self._notes = ReadingText(ui, "", ink="text-2")
        self._evaluations = ReadingList(ui, (), ink="text-2")
        self._halves = TwoHalves(
            ui,
            self.table,
            self._figure_side(),
            least=FIGURE_LEAST,
            most=FIGURE_MOST,
            share=SHARE,
            beside=BESIDE,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)
        self.table.chosen.connect(self._choose)
        self.setFocusProxy(self.table)

    def _figure_side(self) -> QWidget:
        px = self.ui.theme.px
        inside = QFrame()
        inside.setProperty("look", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(16))
        column.addWidget(self._notes)
        column.addWidget(self.figure)
        column.addWidget(Heading(self.ui, self.ui.tr(say("Evalueringerne"))))
        column.addWidget(self._evaluations)
        column.addStretch(1)
        self._scroll = Scroll()
        self._scroll.setProperty("look", "surface")
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._scroll.setAccessibleName(self.ui.tr(say("Figuren")))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._scroll

    @property
    def key(self) -> str:
        """The chosen course."""
        return str(self.table.key or "")

    def go_to(self, key: str) -> None:
        """Choose a course; one that is not there is none."""
        if self._told is not None and any(each.key == key for each in self._told.trend.courses):
            self.table.set_key(key)

    def show_trend(self, found: Trend) -> None:
        """Show the evaluations; the same course stays chosen."""
        key, tr = self.key, self.ui.tr
        told = self._told = TrendTold(found, tr)
        model = CellModel(self.ui, [tr(say("Kriterium")), *told.heads()])
        self.table.setModel(model)
        placed = all(map(told.trend.is_placed, range(len(told.stops))))
        wide = COLUMN if placed else WIDER
        self.table.set_columns(0, *(wide for _ in told.stops[1:]), wide + EDGE)
        courses = [_row(told, course) for course in told.trend.courses]
        model.set_rows(courses)
        self._notes.setText(" ".join(told.notes()))
        self._evaluations.set_sentences(told.evaluations())
        self.go_to(key or (told.trend.courses[0].key if told.trend.courses else ""))
        self._draw()

    def _choose(self, _key: object) -> None:
        self._draw()
        self.moved.emit()

    def _draw(self) -> None:
        told = self._told
        if told is not None:
            key = self.key
            self.figure.show_figure(lambda pen, width: told.drawing(pen, width, key), told.described())
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Let the panel that stands out be seen."""
        room = self.figure.room_of(chosen_panel)
        if room is not None:
            top = self.figure.y() + room.top()
            self._scroll.ensureVisible(0, round(top + room.height()), 0, self.ui.theme.px(16))
            self._scroll.ensureVisible(0, round(top), 0, self.ui.theme.px(16))


def _row(told: TrendTold, course: Course) -> TableRow:
    name, *values = told.row(course)
    cells = []
    for value, point in zip(values, course.points, strict=True):
        few = point is not None and 0 < point.scored < point.of
        second = told.tr(say("{n} af {of}", n=point.scored, of=point.of)) if point is not None and few else ""
        cells.append(Cell(value, second, right=True))
    return TableRow(course.key, (Cell(name, strong=True), *cells))
