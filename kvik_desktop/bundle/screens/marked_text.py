"""A quoted text with stretches marked by colour and underline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLine
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import Lines

Stretch = tuple[int, int]

PADDING = 12
RADIUS = 8
AROUND = 200
"""Characters shown before the first and after the last stretch of a long text."""

_ENDS = re.compile(r"[.!?:]\s|\n")


def excerpt(text: str, stretches: Sequence[Stretch]) -> tuple[str, list[Stretch]]:
    """The sentences that hold the stretches, with dots for what is left away; and where they are in it."""
    first, last = min(start for start, _ in stretches), max(end for _, end in stretches)
    sentence = max((match.end() for match in _ENDS.finditer(text, 0, first)), default=0)
    begin = max(sentence, first - AROUND)
    following = _ENDS.search(text, last)
    end = min(following.start() + 1 if following else len(text), last + AROUND)
    before = "… " if begin > 0 else ""
    shown = text[begin:end].rstrip("\n")
    moved = [(start - begin + len(before), stop - begin + len(before)) for start, stop in stretches]
    return f"{before}{shown}{' …' if end < len(text.rstrip()) else ''}", moved


class MarkedText(QLabel):
    """Wraps; what is marked is also told to a screen reader."""

    def __init__(
        self, ui: Ui, text: str, stretches: Sequence[Stretch] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self.stretches = list(stretches)
        self._lines: dict[int, Lines] = {}
        self.setFont(ui.theme.font())
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        self.setAccessibleName(text)
        quoted = (say("»{text}«", text=text[start:end]) for start, end in self.stretches)
        marked = ", ".join(map(ui.tr, quoted))
        if marked:
            self.setAccessibleDescription(ui.tr(say("Markeret: {what}", what=marked)))

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All its lines, with the field around them."""
        return ceil(self._at(width).height) + 2 * self._padding()

    def sizeHint(self) -> QSize:
        """Wide enough for a line to read; the layout asks for the height at its width."""
        width = self.ui.theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow and one line high."""
        return QSize(self.ui.theme.px(120), self.ui.theme.line() + 2 * self._padding())

    def _padding(self) -> int:
        return self.ui.theme.px(PADDING) - self.ui.theme.px(4)

    def _at(self, width: int) -> Lines:
        if width not in self._lines:
            room = width - 2 * self.ui.theme.px(PADDING)
            self._lines = {width: Lines.broken(self.text(), self.font(), room, self.ui.theme.line())}
        return self._lines[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The field, the marks behind the words, the words, and the lines under what is marked."""
        theme = self.ui.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunk"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(RADIUS), theme.px(RADIUS))
        places = self.places()
        for place in places:
            painter.fillRect(place, theme.colour("amber-soft"))
        corner = self._corner()
        self._at(self.width()).paint(painter, corner.x(), corner.y(), theme.colour("text"))
        thick = theme.px(2)
        for place in places:
            under = QRectF(place.left(), place.bottom() - thick, place.width(), thick)
            painter.fillRect(under, theme.colour("amber"))
        painter.end()

    def line_count(self) -> int:
        """How many lines the text takes."""
        return self._at(self.width()).count

    def _corner(self) -> QPointF:
        return QPointF(self.ui.theme.px(PADDING), self._padding())

    def places(self) -> list[QRectF]:
        """Where the stretches stand, one place for each line they are on."""
        lines, corner = self._at(self.width()), self._corner()
        found = []
        paragraph = 0
        for layout, top in lines.layouts:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                found += [
                    self._place(line, top, max(start - paragraph, line.textStart()), end - paragraph)
                    for start, end in self.stretches
                    if start - paragraph < line.textStart() + line.textLength()
                    and end - paragraph > line.textStart()
                ]
            paragraph += len(layout.text()) + 1
        return [place.translated(corner) for place in found]

    def _place(self, line: QTextLine, top: float, start: int, end: int) -> QRectF:
        leading = self.ui.theme.line()
        last = min(end, line.textStart() + line.textLength())
        left, right = _x(line, start), _x(line, last)
        middle = top + line.y() + line.height() / 2
        high = min(line.height() + self.ui.theme.px(4), leading)
        return QRectF(left, middle - high / 2, right - left, high)


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # its stub lacks what it is: a pair
    return float(found[0])
