"""The middle of the comparison: the caution, the table with its legend, and from when the figures are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.central.published.model import RowKind
from kvik_desktop.central.screens.comparison_rows import TableSeen
from kvik_desktop.central.screens.comparison_words import KINDS
from kvik_desktop.central.screens.standing_line import StandingLine
from kvik_desktop.foundation.text import say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.heat_legend import HeatLegend
from kvik_desktop.shell.widgets.heat_map import HeatMap
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.progress_line import ProgressLine
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll

LEAST_ROWS = 4
"""That many rows are always seen at once; where there is no room for them the page scrolls."""


class ComparisonView(Scroll):
    """The table is as high as its rows, or scrolls by itself; the groups' names stay in sight."""

    wants_differences = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self.setWidget(self._content)
        self.note: Note | None = None
        self._caution = ""
        self._steps: Sequence[Step] = ()
        self._notes, self._legend = QVBoxLayout(), QVBoxLayout()
        self.progress = ProgressLine(ui, tr(say("Laver rapporten")), stoppable=False)
        self.progress.hide()
        self.map = HeatMap(ui, say("Sammenligning af grupper"))
        self.map.chosen.connect(self._follow)
        self.standing = StandingLine(ui)
        self._model = ReadingText(ui, "", "small", ink="text-2")
        under = QHBoxLayout()
        under.setSpacing(px(24))
        under.addLayout(self._legend, 1)
        under.addWidget(self._model, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(8))
        self._choices = QVBoxLayout()
        column.addLayout(self._choices)
        column.addLayout(self._notes)
        column.addWidget(self.progress)
        column.addWidget(self.map, 1)
        column.addLayout(under)
        column.addSpacing(px(8))
        column.addWidget(self.standing)
        column.addStretch(0)

    def take_in(self, choices: QWidget) -> None:
        """What has no room over the page stands first on it."""
        self._choices.addWidget(choices, 0, Qt.AlignmentFlag.AlignLeft)

    def show_caution(self, text: str) -> None:
        """What to think of; the same again is not told again."""
        if text == self._caution:
            return
        self._caution = text
        tr = self.ui.tr
        act = (tr(say("Se forskellene")), self.wants_differences.emit)
        self.note = Note(self.ui, "caution", tr(say("Sammenlign med omtanke")), text, [act], beside=True)
        refill(self._notes, [self.note])

    def show_table(self, table: TableSeen, kind: RowKind, row: str = "") -> None:
        """One table at a row, else at the one it is at, else at the first."""
        self.map.set_corner(self.ui.tr(KINDS[kind][0]))
        self.map.set_table(table.columns, table.rows[kind])
        keys = self.map.keys
        if row in keys or self.map.key == "":
            self.map.set_key(row if row in keys else keys[0])
        self._model.setText(table.model)
        if table.steps != self._steps:
            self._steps = table.steps
            refill(self._legend, [HeatLegend(self.ui, table.steps)])
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table's rows may have another height."""
        super().resizeEvent(event)
        self._fit()

    def _follow(self) -> None:
        """The row one is at is seen, also where the page is scrolled."""
        row = self.map.visualRect(self.map.currentIndex())
        middle = self.map.viewport().mapTo(self._content, row.center()).y()
        self.ensureVisible(0, middle, 0, row.height())

    def _fit(self) -> None:
        every = self.map.height_of(len(self.map.keys))
        self.map.setMinimumHeight(min(self.map.height_of(LEAST_ROWS), every))
        self.map.setMaximumHeight(every)
