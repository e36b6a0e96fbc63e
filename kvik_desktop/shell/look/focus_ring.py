"""The ring round the button that has the keyboard: two pixels wide, with two pixels of air."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import delete, isValid

from kvik_desktop.shell.look.theme import Theme

LINE = 2
"""Width of the ring, and of the air inside it, at 100 %."""
RADIUS = 6
"""Corners of what is ringed, at 100 %, unless its property ``radius`` says another."""


class FocusRing(QObject):
    """Follows focus through the application; the ring is seen while the user works with the keyboard.

    Fields, views and painted controls show focus themselves: the ring is for buttons, and for what has
    the property ``ring``.
    """

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self.theme = theme
        self._ring: Ring | None = None
        self._keyboard = False
        # Kept here, for a filter may still be asked when the module is gone.
        self._pressed = {
            QEvent.Type.KeyPress: True,
            QEvent.Type.MouseButtonPress: False,
            QEvent.Type.TouchBegin: False,
        }
        app.focusChanged.connect(self._moved)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    @classmethod
    def follow(cls, app: QApplication, theme: Theme) -> None:
        """Begin, or go on in another theme."""
        ring = app.findChild(cls)
        if ring is None:
            cls(app, theme)
        else:
            ring.theme = theme

    def _watch(self, window: QWindow | None) -> None:
        """Windows hear of keys and buttons first, and of little else."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Remember what the user last worked with."""
        self._keyboard = self._pressed.get(event.type(), self._keyboard)
        return False

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            delete(self._ring)
        self._ring = None
        if now is None:
            return
        if self._keyboard:
            now.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if _is_ringed(now) and by_keyboard(now):
            self._ring = Ring(self.theme, now)


class Ring(QWidget):
    """The ring round one widget; it goes along when the widget moves, scrolls or hides."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        self._host = _host(widget)
        super().__init__(self._host)
        self._theme = theme
        self._widget = widget
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hidden = QEvent.Type.Hide
        self._moved = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)
        above: QWidget | None = widget
        while above is not None and above is not self._host:
            above.installEventFilter(self)
            above = above.parentWidget()
        self._follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whatever holds the widget has moved, or is put away."""
        if event.type() == self._hidden:
            self.hide()
        elif event.type() in self._moved:
            self._follow()
        return False

    def _follow(self) -> None:
        margin = 2 * self._theme.px(LINE)
        place = QRect(self._widget.mapTo(self._host, QPoint(0, 0)), self._widget.size())
        self.setGeometry(place.adjusted(-margin, -margin, margin, margin))
        self.setVisible(self._widget.isVisibleTo(self._host))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded line; nothing inside it."""
        width = self._theme.px(LINE)
        radius = self._theme.px(self._widget.property("radius") or RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), width))
        inside = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        corner = min(radius + width * 1.5, inside.height() / 2)
        painter.drawRoundedRect(inside, corner, corner)
        painter.end()


def _host(widget: QWidget) -> QWidget:
    """What the ring lies on: the window, or what scrolls."""
    host = widget
    while not host.isWindow() and (above := host.parentWidget()) is not None:
        if isinstance(above, QAbstractScrollArea) and host is above.viewport():
            break
        host = above
    return host


def by_keyboard(widget: QWidget) -> bool:
    """Whether focus came by Tab, or by what another key did; not by a click."""
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def focus_by_key(widget: QWidget) -> None:
    """Give it focus because of a key, as an arrow in a row of chips."""
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    # With another reason Qt takes the attribute away again.
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _is_ringed(widget: QWidget) -> bool:
    wanted = widget.property("ring")
    return isinstance(widget, QAbstractButton) if wanted is None else bool(wanted)
