"""Small things that several painted widgets draw alike: words, pictures, the ring, the stepped corner."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.look.focus_ring import by_keyboard
from kvik_desktop.shell.look.theme import Theme

KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def ring_after(widget: QWidget, reason: Qt.FocusReason, ring: bool) -> bool:
    """Whether the ring is shown when focus came: for the keyboard, not for a click, else as before."""
    if reason == Qt.FocusReason.MouseFocusReason:
        return False
    return ring or reason in KEYBOARD or by_keyboard(widget)


def stepped(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners above and square ones below: it stands on something."""
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), rect.topLeft() + QPointF(radius, 0))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), rect.topRight() + QPointF(0, radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def focus_ring(
    painter: QPainter, theme: Theme, rect: QRectF, radius: float, surface: str = "surface"
) -> None:
    """Two pixels of ring inside ``rect``, then a gap in the colour of what is behind."""
    width = theme.px(2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, inset in ((surface, width * 1.5), ("focus", width * 0.5)):
        painter.setPen(QPen(theme.colour(token), width))
        inside = rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inside, radius - inset, radius - inset)


def dashed(colour: QColor, width: float, pattern: tuple[float, float] = (3, 2)) -> QPen:
    """The line round what is not there (cannot judge, not placed), and of what is only a help to the eye."""
    pen = QPen(colour, width)
    pen.setDashPattern(pattern)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def triangle(painter: QPainter, tip: QPointF, width: float, height: float, colour: QColor) -> None:
    """A filled triangle that points down at ``tip``."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    half = width / 2
    painter.drawPolygon(QPolygonF([tip, tip - QPointF(half, height), tip + QPointF(half, -height)]))


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of words in the middle of a row."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)


def put(painter: QPainter, picture: QPixmap, left: float, row: QRectF) -> None:
    """A picture in the middle of a row."""
    height = picture.deviceIndependentSize().height()
    painter.drawPixmap(QPointF(left, row.top() + (row.height() - height) / 2), picture)
