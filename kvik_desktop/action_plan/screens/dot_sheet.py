"""The sheet somebody puts dots on: every area, and how many dots are left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens.dot_delegate import DotDelegate, DotRow
from kvik_desktop.action_plan.screens.improvement_words import dots, letters
from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.keyed_model import KeyedModel
from kvik_desktop.shell.widgets.row_view import RowView

STEPS: Mapping[int, int] = {
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Backspace: -1,
}
DIGITS: Mapping[int, int] = {Qt.Key.Key_0 + n: n for n in range(10)} | {Qt.Key.Key_Delete: 0}
HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""A plus may need Shift."""


class DotView(RowView):
    """Letters go to the area that begins with them, arrows up and down from area to area."""

    stepped = Signal(str, int)
    """One dot more or less on an area."""
    counted = Signal(str, int)
    """So many dots on an area."""

    def __init__(self, ui: Ui) -> None:
        self.rows = DotDelegate(ui)
        super().__init__(ui, say("Områder, der kan få prikker"), self.rows)
        self.areas: KeyedModel[DotRow] = KeyedModel(self._spoken, _flags, self)
        self.setModel(self.areas)

    def _spoken(self, row: DotRow) -> str:
        return f"{row.letter}, {row.text}, {self.ui.tr(dots(row.dots))}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and digits."""
        row = self.areas.item(self.currentIndex())
        plain = not event.modifiers() & ~HARMLESS
        if row is not None and plain and event.key() in STEPS:
            self.stepped.emit(row.key, STEPS[event.key()])
        elif row is not None and plain and event.key() in DIGITS:
            self.counted.emit(row.key, DIGITS[event.key()])
        else:
            super().keyPressEvent(event)
            return
        self._set_ring(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On minus and plus; a click elsewhere goes to the area."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        row = self.areas.item(self.indexAt(point))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press(row, point)

    def _press(self, row: DotRow, point: QPoint) -> None:
        rect = self.visualRect(self.areas.index_of(row.key))
        if self.rows.plus(rect).contains(point):
            self.stepped.emit(row.key, 1)
        elif self.rows.minus(rect).contains(point):
            self.stepped.emit(row.key, -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One begins at the first."""
        super().focusInEvent(event)
        self.begin_at(self.areas.index(0))


class DotSheet(QWidget):
    """Always begins empty: dots that are kept are shown to nobody before all are."""

    changed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._most = 0
        self.dots: dict[str, int] = {}
        """By area, those that have any."""
        self._rows: tuple[DotRow, ...] = ()
        self._left = Heading(ui, "")
        self.view = DotView(ui)
        self.view.stepped.connect(lambda key, step: self._put(key, self.dots.get(key, 0) + step))
        self.view.counted.connect(self._put)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(8))
        column.addWidget(self._left)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def begin(self, wall: Wall, most: int) -> None:
        """An empty sheet on which ``most`` dots can be put."""
        tr = self.ui.tr
        self._most, self.dots = most, {}
        self._rows = tuple(
            DotRow(each.id, letters(place), each.area.text, _where(each, wall, tr))
            for place, each in enumerate(wall.areas)
        )
        self._show()
        self.view.shown_anew()
        self.view.setCurrentIndex(self.view.areas.index(0))
        self.view.scrollToTop()

    @property
    def left(self) -> int:
        """Dots that are not given."""
        return self._most - sum(self.dots.values())

    def _put(self, key: str, n: int) -> None:
        """So many on an area, as far as there are any."""
        before = self.dots.get(key, 0)
        now = min(max(n, 0), before + self.left)
        if now < n:
            speak(self, self.ui.tr(say("Der er ikke flere prikker.")))
        if now != before:
            self.dots = {other: given for other, given in (self.dots | {key: now}).items() if given}
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.view.areas.set_items([replace(row, dots=self.dots.get(row.key, 0)) for row in self._rows])
        left = say_n("{n} prik tilbage", "{n} prikker tilbage", self.left)
        self._left.setText(self.ui.tr(left))


def _where(area: PlacedArea, wall: Wall, tr: Translator) -> str:
    """The subcriteria it comes from, and nothing that could sway anybody."""
    package, language = wall.package, tr.language
    return ", ".join(
        f"{sub} {package.subcriterion(sub).name.in_language(language)}" for sub in area.subcriteria
    )


def _flags(_row: DotRow) -> Qt.ItemFlag:
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
