"""A letter in the matrix: a button that can be dragged, and moved a cell by the arrows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.painting import focus_ring, write

DISC = 28
"""Across the disc, at 100 %."""

RING = 6
"""Room round it for the ring, at 100 %."""

STEPS = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
"""Effect and ease."""


class MatrixMark(QAbstractButton):
    """One area. The chosen one has a ring; so has the one with the keyboard."""

    came = Signal()
    """It has focus."""
    stepped = Signal(int, int)
    """An arrow: so much effect and ease more."""
    dropped = Signal(QPoint)
    """It was dragged to here, in the matrix' own coordinates."""
    taken_away = Signal()
    """Delete: it is to stand nowhere."""

    def __init__(self, ui: Ui, letter: str, parent: QWidget, *, movable: bool = True) -> None:
        """One that is not ``movable`` says how many more there are."""
        super().__init__(parent)
        self.ui = ui
        self.chosen = False
        self._movable = movable
        self._held: QPoint | None = None
        self._dragged = False
        self.setText(letter)
        self.setProperty("ring", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.PointingHandCursor)
        self.resize(self.sizeHint())

    def set_chosen(self, chosen: bool) -> None:
        """Have the ring, or be without it."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def sizeHint(self) -> QSize:
        """The disc and the ring round it."""
        side = self.ui.theme.px(DISC) + 2 * self.ui.theme.px(RING)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc, letter and ring."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        disc = rect.adjusted(px(RING), px(RING), -px(RING), -px(RING))
        painter.setPen(Qt.PenStyle.NoPen)
        fill, ink = ("accent", "on-accent") if self._movable else ("climbed", "text-selected")
        over = self._movable and self.underMouse()
        painter.setBrush(theme.colour("accent-over" if over else fill))
        painter.drawEllipse(disc)
        font = theme.font("small", 600)
        write(painter, disc, self.text(), font, theme.colour(ink), Qt.AlignmentFlag.AlignHCenter)
        if self.chosen or self.hasFocus():
            focus_ring(painter, theme, rect.adjusted(1, 1, -1, -1), rect.width() / 2 - 1, "surface")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it, Delete takes it away, Enter chooses as Space does."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in STEPS and self._movable:
            self.stepped.emit(*STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._movable:
            self.taken_away.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where one goes, is chosen; a window that comes forward again chooses nothing."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.came.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._movable:
            self._held, self._dragged = event.position().toPoint(), False
            self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, once it has gone further than a shaking hand."""
        if self._held is None:
            return
        way = event.position().toPoint() - self._held
        if self._dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.move(self.pos() + way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        super().mouseReleaseEvent(event)
        held, self._held = self._held, None
        if held is not None and self._dragged:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(self.geometry().center())
