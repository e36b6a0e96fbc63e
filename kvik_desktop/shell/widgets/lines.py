"""Lines of plain text with our own leading: measured and painted wherever sentences are read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kvik_desktop.shell.widgets.hyphens import LONG, hyphenated

SAMPLE = "Hvordan får medarbejderne indflydelse og ansvar, og hvordan passer vi på trivslen?"
"""Running text, for the width of a character in it."""

READABLE = 80
"""Characters a line may have and still be easy to read."""


LONE = 0.25
"""A last line under this share of the width looks forgotten."""

NARROWER = (0.95, 0.9, 0.85, 0.8)
"""Shares of the width that are tried to give the last line company, without one more line."""


def width_of(characters: int, font: QFont) -> float:
    """The width of so many characters of running text."""
    return QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE) * characters


@dataclass(frozen=True)
class Lines:
    """A text broken at one width; a line break in it begins a new line."""

    layouts: tuple[tuple[QTextLayout, float], ...]
    """Every paragraph with the place of its first line."""
    leading: float
    width: float
    """That of the longest line."""
    last: float
    """The width of the last line."""
    count: int

    @classmethod
    def broken(cls, text: str, font: QFont, width: float, leading: float, *, centred: bool = False) -> Lines:
        """Break ``text`` at ``width``; a word that is wider than that is divided."""
        layouts, longest, last, count = [], 0.0, 0.0, 0
        for paragraph in text.split("\n"):
            layout = QTextLayout(_divided(paragraph, font, width), font)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            if centred:
                option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.setTextOption(option)
            layouts.append((layout, count * leading))
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                line.setPosition(QPointF(0, line.lineNumber() * leading + (leading - line.height()) / 2))
                last = line.naturalTextWidth()
                longest = max(longest, last)
                count += 1
            layout.endLayout()
        return cls(tuple(layouts), leading, longest, last, count)

    @classmethod
    def read(cls, text: str, font: QFont, width: float, leading: float) -> Lines:
        """Break ``text`` at ``width``, and a little before where a lone word would stand on the last line."""
        lines = cls.broken(text, font, width, leading)
        for share in NARROWER:
            if lines.count < 2 or lines.last >= LONE * width:
                break
            narrower = cls.broken(text, font, share * width, leading)
            if narrower.count > lines.count:
                break
            lines = narrower
        return lines

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return self.count * self.leading

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint with the upper left corner at a point."""
        painter.setPen(colour)
        for layout, top in self.layouts:
            layout.draw(painter, QPointF(x, y + top))


def _divided(paragraph: str, font: QFont, width: float) -> str:
    """Soft hyphens in the words that have no room on a line of their own, and in no others."""
    metrics = QFontMetricsF(font)
    wide = {
        word for word in paragraph.split() if len(word) >= LONG and metrics.horizontalAdvance(word) > width
    }
    for word in wide:
        paragraph = paragraph.replace(word, hyphenated(word))
    return paragraph
