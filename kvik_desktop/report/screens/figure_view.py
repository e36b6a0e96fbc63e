"""A figure of the report on the screen: the very drawing that is printed, in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy
from reportlab.graphics.shapes import Drawing

from kvik_desktop.report.characters import Characters
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.fonts import REGULAR, TEXT_FACES, Fonts
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.svg import svg
from kvik_desktop.shell.ui import Ui

POINT = 1.5
"""Pixels a point of the drawing takes at 100 %: type of 8 points is then as large as small type."""

Draw = Callable[[Pen, float], Drawing]
"""Draws with a pen, so many points wide."""


class FigureView(QLabel):
    """Drawn anew for each width, so that its panels find their room; never a picture that is stretched."""

    def __init__(self, ui: Ui, name: str) -> None:
        super().__init__()
        self.ui = ui
        self.setAccessibleName(name)
        resources = ui.tr.resources
        self._pen = Pen(Palette.read(resources, ui.theme.name), Characters(Fonts(resources)))
        self._draw: Draw | None = None
        self._drawing: Drawing | None = None
        self._renderer = QSvgRenderer(self)
        self._size = QSize(0, 0)
        _load_fonts(Fonts(resources))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_figure(self, draw: Draw, described: str) -> None:
        """Show a figure; ``described`` says all of it to those who do not see it."""
        self._draw = draw
        self.setAccessibleDescription(described)
        self._make()

    def room_of(self, find: Callable[[Drawing], tuple[float, float, float, float] | None]) -> QRectF | None:
        """Where something lies that ``find`` knows: its left, bottom, width and height in points."""
        found = find(self._drawing) if self._drawing is not None else None
        if found is None or self._drawing is None:
            return None
        left, bottom, width, height = (each * self._scale for each in found)
        return QRectF(left, self._drawing.height * self._scale - bottom - height, width, height)

    @property
    def _scale(self) -> float:
        return POINT * self.ui.theme.percent / 100

    def _make(self) -> None:
        if self._draw is None or self.width() < self.ui.theme.px(80):
            return
        drawing = self._drawing = self._draw(self._pen, self.width() / self._scale)
        made = svg(drawing, self.accessibleName(), self.accessibleDescription())
        self._renderer.load(QByteArray(made))
        height = round(drawing.height * self._scale)
        self._size = QSize(self.width(), height)
        self.setFixedHeight(height)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another drawing."""
        super().resizeEvent(event)
        if event.size().width() != self._size.width():
            self._make()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, from the upper left corner."""
        painter = QPainter(self)
        if self._draw is not None:
            self._renderer.render(painter, QRectF(0, 0, self._size.width(), self._size.height()))
        painter.end()


def _load_fonts(fonts: Fonts) -> None:
    """The shipped faces, which figures are drawn with, once for the program."""
    if REGULAR.family not in QFontDatabase.families():
        for face in TEXT_FACES:
            QFontDatabase.addApplicationFont(str(fonts.path(face)))
