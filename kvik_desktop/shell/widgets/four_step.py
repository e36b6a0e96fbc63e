"""A scale of four steps, as effect and ease: blocks that fill up, outlines while nothing is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.painting import focus_ring, ring_after, write

TOP = 4
BLOCK, GAP, BAR = 24, 4, 8
"""Width of a block, room between two, and their height, at 100 %."""

RING, NUMBER = 6, 24
"""Room for the focus ring round the blocks, and for the number after them, at 100 %."""


class FourStep(QSlider):
    """0 is not chosen yet. A slider to a screen reader."""

    chosen = Signal(int)
    """The user has chosen this step, 0 for none."""

    def __init__(self, ui: Ui, title: Text | str, parent: QWidget | None = None) -> None:
        """``title`` is what a screen reader calls it, as ``Effekt``."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.ui = ui
        self._title = ui.tr(title)
        self._hovered = 0
        self._ring = False
        self.setRange(0, TOP)
        self.setPageStep(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Only somebody else's hand, as a screen reader's, changes the value without `set_step`.
        self.valueChanged.connect(self._choose)
        self._describe()

    def set_step(self, step: int) -> None:
        """Show a step, 0 for none, without a signal."""
        with QSignalBlocker(self):
            self.setValue(step)
        self._describe()
        self.update()

    def _choose(self, step: int) -> None:
        self.set_step(step)
        self.chosen.emit(step)

    def _describe(self) -> None:
        chosen = say("{n} af {of}", n=self.value(), of=TOP) if self.value() else say("ikke valgt")
        self.setAccessibleName(f"{self._title}: {self.ui.tr(chosen)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, digits, Home, End and Delete."""
        step = self._target(event)
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        self._ring = True
        if step != self.value():
            self._choose(step)
        self.update()

    def _target(self, event: QKeyEvent) -> int | None:
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_4:
            return key - Qt.Key.Key_0
        match key:
            case Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                return min(self.value() + 1, TOP)
            case Qt.Key.Key_Left | Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                return max(self.value() - 1, min(self.value(), 1))
            case Qt.Key.Key_Home:
                return 1
            case Qt.Key.Key_End:
                return TOP
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                return 0
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A block is its step."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._ring = False
        step = self._step_at(event.position().x())
        if step != self.value():
            self._choose(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights the block under the pointer."""
        self._hover(self._step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press did it all."""

    def leaveEvent(self, event: QEvent) -> None:
        """No block is under the pointer."""
        self._hover(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self._ring = ring_after(self, event.reason(), self._ring)
        super().focusInEvent(event)

    def _hover(self, step: int) -> None:
        if step != self._hovered:
            self._hovered = step
            self.update()

    def _step_at(self, x: float) -> int:
        px = self.ui.theme.px
        return min(max(int((x - px(RING)) // px(BLOCK + GAP)) + 1, 1), TOP)

    def _block(self, step: int) -> QRectF:
        px = self.ui.theme.px
        left = px(RING) + (step - 1) * px(BLOCK + GAP)
        return QRectF(left, (self.height() - px(BAR)) / 2, px(BLOCK), px(BAR))

    def sizeHint(self) -> QSize:
        """Four blocks, the ring round them, and the number."""
        px = self.ui.theme.px
        return QSize(2 * px(RING) + TOP * px(BLOCK + GAP) + px(NUMBER), px(32))

    def minimumSizeHint(self) -> QSize:
        """As the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Blocks, number and ring."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in range(1, TOP + 1):
            self._paint_block(painter, step)
        number = QRectF(self._block(TOP).right() + px(8), 0, px(NUMBER), self.height())
        write(painter, number, str(self.value() or "–"), theme.font("body", 600), theme.colour(self._ink))
        if self._ring and self.hasFocus():
            blocks = self._block(1).united(self._block(TOP))
            focus_ring(painter, theme, blocks.adjusted(-px(5), -px(5), px(5), px(5)), px(6))

    @property
    def _ink(self) -> str:
        if not self.isEnabled():
            return "text-3"
        return "text" if self.value() else "text-2"

    def _paint_block(self, painter: QPainter, step: int) -> None:
        theme, rect, filled = self.ui.theme, self._block(step), step <= self.value()
        radius = theme.px(2)
        painter.setPen(Qt.PenStyle.NoPen)
        if step <= self._hovered and not filled:
            painter.setBrush(theme.colour("climbed"))
        elif self.value():
            ink = "accent" if self.isEnabled() else "text-3"
            painter.setBrush(theme.colour(ink if filled else "line"))
        else:
            painter.setPen(QPen(theme.colour("edge"), theme.px(1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, radius, radius)
