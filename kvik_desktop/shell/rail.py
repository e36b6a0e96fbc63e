"""The rail: the stops of the journey, where one is, how far each is and what is missing there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.theme import Weight
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.workspace import Stop, StopState

Index = QModelIndex | QPersistentModelIndex

WIDTH, NARROW = 224, 72
STATE_WORDS: Mapping[str, Text] = {
    "done": say("Færdig"),
    "open": say("Åben"),
    "waiting": say("Venter"),
}
_DISC, _NARROW_DISC, _NARROW_ROW = 22, 24, 32
_EDGE, _WORDS, _INSIDE = 8, 40, 4
"""Beside a row; from its left edge to its words; and what they leave free at its right."""
_WRAP = Qt.TextFlag.TextWordWrap


class RailModel(QAbstractListModel):
    """The stops with their states; what a screen reader hears is the name, the state and what is missing."""

    def __init__(self, ui: Ui, stops: Sequence[Stop]) -> None:
        super().__init__()
        self._ui = ui
        self.stops = stops
        self._states: Mapping[str, StopState] = {}
        self.current = ""

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a stop."""
        return 0 if parent is not None and parent.isValid() else len(self.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, and what is heard."""
        stop = self.stops[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._ui.tr(stop.name)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(self.words(stop))
        return None

    def words(self, stop: Stop) -> list[str]:
        """Number and name, state, and what is missing."""
        state = self.state(stop)
        name = self._ui.tr(stop.name)
        numbered = [f"{stop.number} {name}", self._ui.tr(STATE_WORDS[state.state])] if stop.number else [name]
        return numbered + ([self._ui.tr(state.missing)] if state.missing else [])

    def state(self, stop: Stop) -> StopState:
        """How far a stop is."""
        return self._states.get(stop.key, StopState())

    def show_states(self, states: Mapping[str, StopState]) -> None:
        """Show other states."""
        if states != self._states:
            self._states = states
            self.layoutChanged.emit()

    def show_current(self, key: str) -> None:
        """Mark the stop whose page is seen."""
        if key != self.current:
            self.current = key
            self.layoutChanged.emit()


class Rail(QListView):
    """One tab stop; arrows move, Enter and a click go. ``narrow`` shows the numbers only."""

    chosen = Signal(str)

    def __init__(self, ui: Ui, stops: Sequence[Stop]) -> None:
        super().__init__()
        self._ui = ui
        self.is_narrow = False
        self.stops = RailModel(ui, stops)
        self.setModel(self.stops)
        self.setItemDelegate(_Delegate(ui, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setProperty("look", "rail")
        self.setAccessibleName(ui.tr(say("Trin")))
        self.clicked.connect(self._go)

    def show_current(self, key: str) -> None:
        """Mark the stop whose page is seen, and let the arrows begin there."""
        self.stops.show_current(key)
        for row, stop in enumerate(self.stops.stops):
            if stop.key == key:
                self.setCurrentIndex(self.stops.index(row))

    def set_narrow(self, *, narrow: bool) -> None:
        """Numbers only, or also names."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space go to the stop."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _go(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.stops.stops[index.row()].key)


class _Delegate(QStyledItemDelegate):
    """Paints a stop: a disc with number or tick, the name, and what is missing under it."""

    def __init__(self, ui: Ui, rail: Rail) -> None:
        super().__init__(rail)
        self._ui = ui
        self._rail = rail
        self._names = {weight: QFontMetrics(ui.theme.font("body", weight)) for weight in get_args(Weight)}
        self._small = QFontMetrics(ui.theme.font("small"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as name and missing line need at the rail's width."""
        px = self._ui.theme.px
        width = self._rail.viewport().width()
        if self._rail.is_narrow:
            return QSize(width, px(_NARROW_ROW))
        stop = self._rail.stops.stops[index.row()]
        name, missing = self._heights(stop, width)
        return QSize(width, max(name + missing + px(12), px(36)))

    def _heights(self, stop: Stop, width: int) -> tuple[int, int]:
        """Of the name, and of what is missing with the gap over it."""
        ui, state = self._ui, self._rail.stops.state(stop)
        room = QRect(0, 0, self._room(width), 10_000)
        name = self._names[self._weight(stop)].boundingRect(room, _WRAP, ui.tr(stop.name)).height()
        if state.missing is None:
            return name, 0
        return name, self._small.boundingRect(room, _WRAP, ui.tr(state.missing)).height() + ui.theme.px(2)

    def _weight(self, stop: Stop) -> Weight:
        """How heavy the name is: measured and painted alike, or a line is empty."""
        if stop.key == self._rail.stops.current:
            return 600
        return 400 if self._is_quiet(stop) else 500

    def _is_quiet(self, stop: Stop) -> bool:
        return self._rail.stops.state(stop).state == "waiting" and stop.number is not None

    def _room(self, width: int) -> int:
        """How wide a row's words may be: measured and painted alike, or a line is lost."""
        return width - sum(self._ui.theme.px(side) for side in (_EDGE, _WORDS, _EDGE, _INSIDE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one stop."""
        theme, rail = self._ui.theme, self._rail
        stop = rail.stops.stops[index.row()]
        is_here = stop.key == rail.stops.current
        edge, gap = theme.px(_EDGE), theme.px(1)
        rect: QRect = option.rect.adjusted(edge, gap, -edge, -gap)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        if is_here or is_over:
            painter.setBrush(theme.colour("selected" if is_here else "hover"))
            painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
        self._paint_mark(painter, rect, stop, is_here=is_here)
        if not rail.is_narrow:
            self._paint_words(painter, rect, stop, is_here=is_here)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, stop: Stop, *, is_here: bool) -> None:
        ui, theme, state = self._ui, self._ui.theme, self._rail.stops.state(stop)
        name_height, missing_height = self._heights(stop, self._rail.viewport().width())
        left, room = rect.left() + theme.px(_WORDS), self._room(self._rail.viewport().width())
        top = rect.top() + (rect.height() - name_height - missing_height) // 2
        quiet = self._is_quiet(stop)
        painter.setFont(theme.font("body", self._weight(stop)))
        painter.setPen(theme.colour("text-selected" if is_here else "text-2" if quiet else "text"))
        painter.drawText(QRect(left, top, room, name_height), _WRAP, ui.tr(stop.name))
        if state.missing is not None:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text-selected" if is_here else "text-2"))
            place = QRect(left, top + name_height + theme.px(2), room, missing_height)
            painter.drawText(place, _WRAP, ui.tr(state.missing))

    def _paint_mark(self, painter: QPainter, rect: QRect, stop: Stop, *, is_here: bool) -> None:
        theme, state = self._ui.theme, self._rail.stops.state(stop).state
        side = _DISC if not self._rail.is_narrow else _NARROW_DISC
        size = theme.px(side)
        left = rect.left() + theme.px(7) if not self._rail.is_narrow else rect.center().x() - size // 2
        name_height, missing_height = self._heights(stop, self._rail.viewport().width())
        line = QFontMetrics(theme.font("body")).height()
        first_line = rect.top() + (rect.height() - name_height - missing_height + line) // 2
        middle = rect.center().y() if self._rail.is_narrow else first_line
        disc = QRect(left, middle - size // 2, size, size)
        if stop.number is None:
            token = "text-selected" if is_here else "text-2"
            painter.drawPixmap(disc.topLeft(), pixmap(theme, stop.icon, token, side))
            return
        self._paint_disc(painter, disc, state, is_here=is_here)
        if state == "done" and not is_here:
            inner = QRect(0, 0, theme.px(14), theme.px(14))
            painter.drawPixmap(disc.center() - inner.center(), pixmap(theme, "check", "green", 14))
            return
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.colour("on-accent" if is_here else "text-2"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(stop.number))

    def _paint_disc(self, painter: QPainter, disc: QRect, state: str, *, is_here: bool) -> None:
        theme = self._ui.theme
        painter.setBrush(theme.colour("accent") if is_here else Qt.BrushStyle.NoBrush)
        pen = QPen(theme.colour("green" if state == "done" else "edge"), max(theme.px(1), 1))
        if state == "waiting":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen if is_here else pen)
        painter.drawEllipse(disc)
