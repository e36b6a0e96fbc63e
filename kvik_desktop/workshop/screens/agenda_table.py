"""The table of the agenda, whose rows are put in order by dragging or with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import KEY, CellModel, TableRow
from kvik_desktop.shell.widgets.table import Table
from kvik_desktop.workshop.screens.full_table import LEAST

MIME = "application/x-kvik-dagsorden"
STRIP, ANSWERS, CANNOT, MEDIAN = 200, 56, 128, 72
NARROW, NARROW_STRIP = 720, 160
"""Under this width the counts are said under the name instead, and the strip is shorter; at 100 %."""

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(CellModel):
    """Some of its rows can be taken hold of."""

    movable: frozenset[object] = frozenset()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is discussed can be moved."""
        flags = super().flags(index)
        may = index.isValid() and self.key_at(index.row()) in self.movable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if may else flags


class AgendaTable(Table):
    """It moves nothing itself: it tells what the user wants."""

    moved = Signal(str, str, bool)
    """The first is to stand right before the second; after it where the last is true."""
    folded = Signal()
    """There is room for other columns than before."""

    def __init__(self, ui: Ui) -> None:
        tr = ui.tr
        self.is_narrow = False
        super().__init__(ui, tr(say("Dagsorden")))
        headers = (
            tr(say("Delkriterium")),
            tr(say("Jeres svar")),
            tr(say("Svar")),
            tr(say("Kan ikke vurdere")),
            tr(say("Median")),
        )
        self._cells.least = LEAST
        self._fall: tuple[int, bool] | None = None
        """The row over which something is carried, and whether it would land under it."""
        self._rows = AgendaModel(ui, headers)
        self.setModel(self._rows)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)
        self._set_widths()

    def show_rows(self, rows: Sequence[TableRow], movable: Sequence[str]) -> None:
        """Show these; where one is stays, also where the row is another."""
        at = self.key
        self._rows.movable = frozenset(movable)
        self._rows.set_rows(rows)
        if at is not None and at != self.key:
            self.set_key(at)

    @property
    def rows_high(self) -> int:
        """The header and all rows, in pixels."""
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2

    def updateGeometries(self) -> None:
        """In little room some columns are said in words."""
        narrow = self.width() < self.ui.theme.px(NARROW)
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._set_widths()
            self.folded.emit()
        super().updateGeometries()

    def _set_widths(self) -> None:
        self.set_columns(0, NARROW_STRIP if self.is_narrow else STRIP, ANSWERS, CANNOT, MEDIAN)
        for column in (2, 3):
            self.setColumnHidden(column, self.is_narrow)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves; what is not ours is the table's."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(step)
        else:
            super().keyPressEvent(event)

    def step(self, step: int) -> None:
        """Move the row one is at up (-1) or down (1) among those that can be moved."""
        here = self.currentIndex().row()
        there = here + step
        if here >= 0 and 0 <= there < len(self._rows.rows):
            self._tell_moved(here, there, after=step > 0)

    def _tell_moved(self, here: int, there: int, *, after: bool) -> None:
        what, beside = self._rows.key_at(here), self._rows.key_at(there)
        if what != beside and {what, beside} <= self._rows.movable:
            self.moved.emit(str(what), str(beside), after)

    # Mouse

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the row one took hold of."""
        index = self.currentIndex()
        if index.data(KEY) not in self._rows.movable:
            return
        data = QMimeData()
        data.setData(MIME, str(index.data(KEY)).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        row = self.visualRect(self._rows.index(index.row(), 0))
        drag.setPixmap(self.viewport().grab(QRect(0, row.top(), self.viewport().width(), row.height())))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only our own."""
        if event.source() is self and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land."""
        super().dragMoveEvent(event)
        self._fall = self._place_at(event.position().toPoint().y())
        self.viewport().update()
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It lands nowhere here."""
        super().dragLeaveEvent(event)
        self._fall = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let it stand between the two rows it is let go at."""
        place = self._place_at(event.position().toPoint().y())
        if event.mimeData().hasFormat(MIME) and place is not None:
            self.let_fall(bytes(event.mimeData().data(MIME).data()).decode(), *place)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        self._fall = None
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _place_at(self, y: int) -> tuple[int, bool] | None:
        row = self.rowAt(y)
        if row < 0:
            return None
        return row, y > self.rowViewportPosition(row) + self.rowHeight(row) / 2

    def let_fall(self, key: str, row: int, after: bool) -> None:
        """What a row that is let go at another asks for; past the last that can be moved it is the last."""
        here = self._rows.row_of(key)
        places = [place for place, each in enumerate(self._rows.rows) if each.key in self._rows.movable]
        if here is None or not places:
            return
        if row > places[-1]:
            row, after = places[-1], True
        self._tell_moved(here, row, after=after)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line where something would land."""
        super().paintEvent(event)
        if self._fall is not None:
            row, after = self._fall
            y = self.rowViewportPosition(row) + (self.rowHeight(row) if after else 0)
            px = self.ui.theme.px
            painter = QPainter(self.viewport())
            painter.fillRect(0, y - px(1), self.viewport().width(), px(2), self.ui.theme.colour("accent"))
            painter.end()
