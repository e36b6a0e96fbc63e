"""The ring round the button that has the keyboard: two pixels wide, with two pixels of air."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QProxyStyle, QStyle, QWidget
from shiboken6 import isValid

from kvik_desktop.shell.look.theme import Theme

RADIUS = 6
"""Corners of what is ringed, at 100 %, unless its property ``radius`` says another."""


class FocusRing(QObject):
    """Follows focus through the application; it is seen when focus came by the keyboard.

    Fields, views and painted controls show focus themselves: the ring is for buttons, and for what has
    the property ``ring``.
    """

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self.theme = theme
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._moved)

    @classmethod
    def follow(cls, app: QApplication, theme: Theme) -> None:
        """Begin, or go on in another theme."""
        ring = app.findChild(cls)
        if ring is None:
            cls(app, theme)
        else:
            ring.theme = theme

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.setWidget(None)  # type: ignore[arg-type]  # the stubs forget that it may be none
            self._frame.deleteLater()
        self._frame = None
        if now is not None and _is_ringed(now) and by_keyboard(now):
            self._frame = _Frame(self.theme)
            self._frame.setWidget(now)


class _Frame(QFocusFrame):
    """The ring round one widget; it goes along when the widget moves, and away when it hides."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._style = _Margins(theme.px(2) * 2)
        self.setStyle(self._style)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded line; nothing inside it."""
        width = self._theme.px(2)
        radius = self._theme.px(self.widget().property("radius") or RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), width))
        inside = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        corner = min(radius + width * 1.5, inside.height() / 2)
        painter.drawRoundedRect(inside, corner, corner)
        painter.end()


class _Margins(QProxyStyle):
    """Says how far outside the widget the ring lies, and that it lies over its surroundings."""

    def __init__(self, margin: int) -> None:
        super().__init__("Fusion")
        self._margin = margin

    def pixelMetric(self, metric: QStyle.PixelMetric, option: object = None, widget: object = None) -> int:
        """The margins."""
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return self._margin
        return super().pixelMetric(metric, option, widget)  # type: ignore[arg-type]

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: object = None,
        widget: object = None,
        data: object = None,
    ) -> int:
        """Above, so that no pane hides it."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, data)  # type: ignore[arg-type]


def by_keyboard(widget: QWidget) -> bool:
    """Whether focus came to it by Tab or a key, not by a click."""
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def focus_by_key(widget: QWidget) -> None:
    """Give it focus because of a key, as an arrow in a row of chips."""
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def _is_ringed(widget: QWidget) -> bool:
    wanted = widget.property("ring")
    return isinstance(widget, QAbstractButton) if wanted is None else bool(wanted)
