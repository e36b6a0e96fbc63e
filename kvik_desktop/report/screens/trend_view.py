"""The trend over all evaluations: the table one goes through by keyboard, and the figure it points into."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.action_plan.screens.later_rooms import TrendPlace
from kvik_desktop.action_plan.screens.two_halves import TwoHalves
from kvik_desktop.action_plan.trend import Course, Trend
from kvik_desktop.foundation.text import say
from kvik_desktop.report.screens.figure_view import FigureView
from kvik_desktop.report.trend_pages import TrendTold
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.table import Table

FIGURE_LEAST, FIGURE_MOST, SHARE, BESIDE = 420, 900, 0.56, 960
COLUMN = 84
"""Width of one evaluation in the table, at 100 %."""
FACT = "fakta-"


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
        column.addStretch(1)
        self._scroll = Scroll()
        self._scroll.setProperty("look", "surface")
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
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
        self.table.set_columns(0, *(COLUMN for _ in told.stops))
        courses = [_row(told, course) for course in told.trend.courses]
        facts = [
            TableRow(
                f"{FACT}{place}", (Cell(name, ink="text-2"), *(Cell(value, ink="text-2") for value in values))
            )
            for place, (name, *values) in enumerate(told.facts())
        ]
        model.set_rows([*courses, *facts])
        self._notes.setText(" ".join(told.notes()))
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


def _row(told: TrendTold, course: Course) -> TableRow:
    name, *values = told.row(course)
    cells = []
    for value, point in zip(values, course.points, strict=True):
        few = point is not None and 0 < point.scored < point.of
        second = told.tr(say("{n} af {of}", n=point.scored, of=point.of)) if point is not None and few else ""
        cells.append(Cell(value, second, right=True))
    return TableRow(course.key, (Cell(name, strong=True), *cells))
