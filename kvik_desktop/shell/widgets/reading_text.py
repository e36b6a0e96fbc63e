"""Sentences to be read: plain text with generous lines, at most 80 characters wide."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kvik_desktop.shell.look.theme import Size, Weight
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import READABLE, Lines, width_of

NARROW = 120
"""What it can be squeezed to, at 100 %."""


class ReadingText(QLabel):
    """Text is data: what looks like markup is shown as it was written."""

    def __init__(
        self,
        ui: Ui,
        text: str,
        size: Size = "body",
        weight: Weight = 400,
        ink: str = "text",
        *,
        centred: bool = False,
        characters: int = READABLE,
        parent: QWidget | None = None,
    ) -> None:
        """``characters`` is how wide the lines may be."""
        super().__init__(parent)
        self.ui = ui
        self._centred = centred
        self._characters = characters
        self._measured: tuple[str, float] | None = None
        self.size_of_type: Size = size
        self.ink = ink
        self.setFont(ui.theme.font(size, weight))
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._broken: dict[int, list[Lines]] = {}
        self.setText(text)

    def setText(self, text: str) -> None:
        """Another text."""
        if text == self.text():
            return
        super().setText(text)
        self.setAccessibleName(text)
        self._broken.clear()
        self.updateGeometry()
        self.update()

    def paragraphs(self) -> list[str]:
        """What stands under each other."""
        return [self.text()]

    @property
    def indent_of_text(self) -> int:
        """Pixels before every line, for what is painted there."""
        return 0

    @property
    def gap(self) -> int:
        """Pixels between paragraphs."""
        return 0

    @property
    def leading(self) -> int:
        """The height of a line, in pixels."""
        return self.ui.theme.line(self.size_of_type)

    def _lines(self, width: int) -> list[Lines]:
        if width not in self._broken:
            if len(self._broken) > 4:
                self._broken.clear()
            room = self._room(width)
            self._broken[width] = [self._line_up(text, room) for text in self.paragraphs()]
        return self._broken[width]

    def _line_up(self, text: str, room: float) -> Lines:
        if self._centred:
            return Lines.broken(text, self.font(), room, self.leading, centred=True)
        return Lines.read(text, self.font(), room, self.leading)

    @property
    def _widest(self) -> float:
        """The widest line, measured once for a font: a layout asks for it many times."""
        key = self.font().key()
        if self._measured is None or self._measured[0] != key:
            self._measured = (key, width_of(self._characters, self.font()))
        return self._measured[1]

    def _room(self, width: int) -> float:
        """The width of the lines in a widget of this width."""
        return min(float(width), self._widest) - self.indent_of_text

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all its lines."""
        lines = self._lines(width)
        return ceil(sum(part.height for part in lines) + self.gap * max(len(lines) - 1, 0))

    def sizeHint(self) -> QSize:
        """As wide as the longest line wants to be, within what can be read."""
        wide = ceil(self._widest) + 1
        width = ceil(max((part.width for part in self._lines(wide)), default=0)) + self.indent_of_text + 1
        return QSize(min(width, wide), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Narrow and one line high; the layout asks for the height at its width."""
        narrow = min(self.ui.theme.px(NARROW), self.sizeHint().width())
        return QSize(narrow, self.leading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines, each paragraph with what stands before it."""
        painter = QPainter(self)
        x = (self.width() - self._room(self.width())) / 2 if self._centred else float(self.indent_of_text)
        top = bool(self.alignment() & Qt.AlignmentFlag.AlignTop)
        y = 0.0 if top else (self.height() - self.heightForWidth(self.width())) / 2
        for place, lines in enumerate(self._lines(self.width())):
            self.paint_before(painter, place, y)
            lines.paint(painter, x, y, self._colour())
            y += lines.height + self.gap
        painter.end()

    def _colour(self) -> QColor:
        return self.ui.theme.colour(self.ink if self.isEnabled() else "text-3")

    def paint_before(self, painter: QPainter, place: int, y: float) -> None:
        """What stands before a paragraph: nothing."""


class ReadingList(ReadingText):
    """Sentences under each other, with dots or numbers."""

    def __init__(
        self,
        ui: Ui,
        sentences: Sequence[str],
        *,
        numbered: bool = False,
        size: Size = "body",
        ink: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        self._sentences = list(sentences)
        self._numbered = numbered
        super().__init__(ui, self._spoken(), size, 400, ink, parent=parent)

    def _spoken(self) -> str:
        return "\n".join(f"{self._label(place)} {text}" for place, text in enumerate(self._sentences))

    def _label(self, place: int) -> str:
        return f"{place + 1}." if self._numbered else "•"

    def paragraphs(self) -> list[str]:
        """The sentences."""
        return self._sentences

    def set_sentences(self, sentences: Sequence[str]) -> None:
        """Other sentences."""
        self._sentences = list(sentences)
        self.setText(self._spoken())

    @property
    def indent_of_text(self) -> int:
        """Room for the dot or the widest number."""
        theme = self.ui.theme
        if not self._numbered:
            return theme.px(16)
        metrics = QFontMetricsF(self.font())
        return ceil(metrics.horizontalAdvance(self._label(len(self._sentences) - 1))) + theme.px(8)

    @property
    def gap(self) -> int:
        """Four pixels at 100 %."""
        return self.ui.theme.px(4)

    def paint_before(self, painter: QPainter, place: int, y: float) -> None:
        """The dot, in the middle of the first line, or the number on it."""
        theme = self.ui.theme
        leading = self.leading
        if self._numbered:
            Lines.broken(self._label(place), self.font(), self.indent_of_text, leading).paint(
                painter, 0, y, theme.colour("text-2")
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("edge"))
        painter.drawEllipse(QPointF(theme.px(3), y + leading / 2 + 1), theme.px(5) / 2, theme.px(5) / 2)
