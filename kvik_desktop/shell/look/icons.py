"""Icons: line drawings of ours, painted in a token's colour at the size and sharpness asked for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from kvik_desktop.shell.look.theme import Theme

FAINT = 0.45
LARGE = 28
"""From this size on an icon is drawn with the thinner line, in pixels at 100 %."""


def icon(
    theme: Theme,
    name: str,
    ink: str = "text-2",
    size: int = 18,
    on: str | None = None,
    *,
    alone: bool = False,
) -> QIcon:
    """An icon in the ink of a token, with its sleeping state; ``on`` is the ink while a button is checked.

    ``alone`` it has no word beside it whose ink says that it sleeps: then it is faint while it does.
    """
    found = QIcon()
    drawn = pixmap(theme, name, ink, size)
    found.addPixmap(drawn, QIcon.Mode.Normal, QIcon.State.Off)
    found.addPixmap(pixmap(theme, name, on or ink, size), QIcon.Mode.Normal, QIcon.State.On)
    found.addPixmap(_faint(drawn) if alone else pixmap(theme, name, "text-3", size), QIcon.Mode.Disabled)
    return found


def _faint(drawn: QPixmap) -> QPixmap:
    picture = drawn.copy()
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(FAINT)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return picture


def pixmap(theme: Theme, name: str, ink: str = "text-2", size: int = 18) -> QPixmap:
    """An icon as a picture; ``size`` is at 100 % and grows with the type. Raises OSError for no such name."""
    drawing = theme.drawing(f"{name}.svg")
    if size >= LARGE:
        drawing = drawing.replace(b'stroke-width="1.6"', b'stroke-width="1.1"')
    return painted(drawing, theme.tokens[ink], theme.px(size))


def painted(drawing: bytes, colour: str, side: int) -> QPixmap:
    """A square drawing with ``currentColor`` made ``colour``, sharp on the sharpest screen there is.

    Qt remembers it: lists paint the same few shapes again and again.
    """
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]  # nothing is painted without it
    key = f"{colour} {side} {ratio} {drawing.decode()}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture
