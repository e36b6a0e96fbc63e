"""The bars of a timeline for the keyboard and screen readers: a button over each of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.painting import focus_ring
from kvik_desktop.shell.widgets.timeline import Timeline

AROUND = 4
"""Room round a bar for the ring, at 100 %."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class TimelineStop(QAbstractButton):
    """Paints only its ring; the bar under it is the timeline's."""

    came = Signal()
    """It has focus."""

    def __init__(self, ui: Ui, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = ui
        self.setProperty("ring", False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """It is laid over its bar."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focus_ring(painter, self.ui.theme, QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, "surface")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where one goes is chosen; a window that comes forward again chooses nothing."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.came.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter as Space; arrows are the timeline's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class SteeredTimeline(Timeline):
    """One tab stop; arrows go from bar to bar in the order of time, Home and End to the ends."""

    opened = Signal(str)
    """Enter, or a click on the bar one is at: everything about it is to be seen."""

    def __init__(self, ui: Ui, title: str, empty: str = "") -> None:
        super().__init__(ui, title, empty)
        self.stops: dict[str, TimelineStop] = {}

    def _describe(self) -> None:
        """Each bar is read by itself."""
        super()._describe()
        self.setAccessibleDescription("" if self._bars else self._empty)
        known = {bar.key for bar in self._bars}
        for key in [key for key in self.stops if key not in known]:
            gone = self.stops.pop(key)
            gone.hide()
            gone.deleteLater()
        for bar in self._bars:
            if bar.key not in self.stops:
                self.stops[bar.key] = self._made(bar.key)
            self.stops[bar.key].setAccessibleName(self._spoken(bar))
        self._lay()

    def _made(self, key: str) -> TimelineStop:
        stop = TimelineStop(self.ui, self)
        stop.came.connect(lambda: self._come(key))
        stop.clicked.connect(lambda: self._press(key))
        stop.show()
        return stop

    def _come(self, key: str) -> None:
        if key != self._chosen:
            self.set_chosen(key)
            self.chosen.emit(key)

    def _press(self, key: str) -> None:
        self._come(key)
        self.opened.emit(key)

    def set_chosen(self, key: str) -> None:
        """Frame this one; it is where Tab comes to."""
        super().set_chosen(key)
        self._lay()

    def _in_time(self) -> list[str]:
        return [bar.key for bar in sorted(self._bars, key=lambda bar: (bar.start, bar.end))]

    def _lay(self) -> None:
        """Each stop over its bar; Tab comes to the chosen one, else to the first."""
        around = self.ui.theme.px(AROUND)
        order = self._in_time()
        here = self._chosen if self._chosen in self.stops else next(iter(order), "")
        for key, rect in self.places().items() if self._bars else ():
            stop = self.stops[key]
            place = rect.toAlignedRect().adjusted(-around, -around, around, around)
            stop.setGeometry(place.intersected(self.rect()))
            policy = Qt.FocusPolicy.StrongFocus if key == here else Qt.FocusPolicy.ClickFocus
            stop.setFocusPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bars lie elsewhere in another width."""
        super().resizeEvent(event)
        self._lay()

    def take_focus(self) -> bool:
        """The bar one is at has the keyboard; False where there is none."""
        order = self._in_time()
        key = self._chosen if self._chosen in self.stops else next(iter(order), "")
        if key:
            focus_by_key(self.stops[key])
        return bool(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To the bar before or after."""
        order = self._in_time()
        key = Qt.Key(event.key())
        if not order or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        here = order.index(self._chosen) if self._chosen in order else 0
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(order) - 1}
        place = ends.get(key, here + STEPS.get(key, 0))
        if key in ends or key in STEPS:
            focus_by_key(self.stops[order[min(max(place, 0), len(order) - 1)]])
        else:
            super().keyPressEvent(event)
