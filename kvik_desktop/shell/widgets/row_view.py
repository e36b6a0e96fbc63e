"""A list of rows that wrap: one tab stop, a ring for the keyboard, and words where there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kvik_desktop.foundation.text import Text
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import ring_after
from kvik_desktop.shell.widgets.row_delegate import RowDelegate


class RowView(QListView):
    """Arrows go from row to row; keys with Ctrl are the page's. Nothing is selected by the user alone."""

    def __init__(
        self,
        ui: Ui,
        title: Text | str,
        delegate: RowDelegate,
        empty: Text | str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``title`` is for a screen reader, ``empty`` stands where there are no rows."""
        super().__init__(parent)
        self.ui = ui
        self._empty = ui.tr(empty)
        self._rows = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(ui.tr(title))
        self.setAccessibleDescription(self._empty)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ui.theme.px(32))

    def shown_anew(self) -> None:
        """The rows are others: measure and lay out."""
        self._rows.forget()
        self.doItemsLayout()
        self.setAccessibleDescription("" if self._has_rows else self._empty)

    @property
    def _has_rows(self) -> bool:
        return self.model() is not None and self.model().rowCount() > 0

    def begin_at(self, index: QModelIndex) -> None:
        """Where one is when focus comes, unless one was somewhere already."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The ring is seen while one works with the keyboard."""
        self._set_ring(True)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ring is for the keyboard."""
        self._set_ring(False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self._set_ring(ring_after(self, event.reason(), self._rows.ring))
        super().focusInEvent(event)

    def _set_ring(self, ring: bool) -> None:
        self._rows.ring = ring
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Words wrap at the width there is just now; Qt's own way of adjusting waits a tenth of a second."""
        super().updateGeometries()
        width = self.viewport().width()
        if width != self._rows.width:
            self._rows.width = width
            self._rows.forget()
            self.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or why there are none."""
        super().paintEvent(event)
        if self._has_rows or not self._empty:
            return
        painter = QPainter(self.viewport())
        room = self._empty_room(self.viewport().rect())
        self._empty_lines(room.width()).paint(
            painter, room.left(), room.top(), self.ui.theme.colour("text-2")
        )

    def _empty_room(self, inside: QRect) -> QRectF:
        """Where the words stand that say why there are no rows."""
        edge = self.ui.theme.px(8)
        return QRectF(inside).adjusted(edge, edge, -edge, -edge)

    def _empty_lines(self, width: float) -> Lines:
        return Lines.broken(self._empty, self.ui.theme.font(), width, self.ui.theme.line())
