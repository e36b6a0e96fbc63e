"""A sentence whose words from the glossary can be opened, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QResizeEvent, QTextLayout, QTextLine
from PySide6.QtWidgets import QAbstractButton, QWidget

from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.glossary import Entry
from kvik_desktop.model_package.links import Link, runs
from kvik_desktop.shell.look.theme import Size
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.reading_text import ReadingText

UNBROKEN = "\N{NO-BREAK SPACE}"
DOT = 16
"""Room for the dot before a sentence, at 100 %."""


class LinkedText(ReadingText):
    """Links are ``[[id|the word]]``; each word is a button over the place where it stands in the sentence."""

    asked = Signal(str)
    """The user wants the word with this id explained."""

    def __init__(
        self,
        ui: Ui,
        glossary: Mapping[str, Entry],
        text: str = "",
        *,
        dotted: bool = False,
        size: Size = "body",
        ink: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        self._glossary = glossary
        self._dotted = dotted
        self._links: list[tuple[Entry, int, int]] = []
        """The words with where they begin and end in the sentence."""
        self._words: list[Word] = []
        super().__init__(ui, "", size, ink=ink, parent=parent)
        self.set_linked(text)

    @property
    def words(self) -> tuple[Word, ...]:
        """The buttons, in the order of the sentence."""
        return tuple(self._words[: len(self._links)])

    def set_linked(self, text: str) -> None:
        """Another sentence with links; a word that the glossary does not have is plain text."""
        sentence, self._links = "", []
        for run in runs(text):
            words = run.word.replace(" ", UNBROKEN) if isinstance(run, Link) else run
            if isinstance(run, Link) and run.id in self._glossary:
                self._links.append((self._glossary[run.id], len(sentence), len(sentence + words)))
            sentence += words
        while len(self._words) < len(self._links):
            word = Word(self.ui, self)
            word.clicked.connect(lambda *_, of=word: self.asked.emit(of.entry.id))
            self._words.append(word)
        for place, word in enumerate(self._words):
            word.setVisible(place < len(self._links))
        for word, (entry, start, end) in zip(self._words, self._links, strict=False):
            word.show_entry(entry, sentence[start:end])
        self.setText(sentence)
        self._place_words()

    @property
    def indent_of_text(self) -> int:
        """Room for the dot."""
        return self.ui.theme.px(DOT) if self._dotted else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand elsewhere at another width."""
        super().resizeEvent(event)
        self._place_words()

    def _place_words(self) -> None:
        if not self._links:
            return
        (lines,) = self._lines(self.width())
        ((layout, _top),) = lines.layouts
        for word, (_entry, start, end) in zip(self._words, self._links, strict=False):
            word.lie_over(list(self._pieces(layout, start, end)))

    def _pieces(self, layout: QTextLayout, start: int, end: int) -> Iterator[QRect]:
        """Where the letters of a span stand, a piece for each line they are on."""
        leading = self.ui.theme.line(self.size_of_type)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = (self.indent_of_text + _x(line, place) for place in (first, last))
                yield QRect(floor(left), number * leading, ceil(right) - floor(left), leading)

    def paint_before(self, painter: QPainter, place: int, y: float) -> None:
        """The dot, in the middle of the first line."""
        if self._dotted:
            theme = self.ui.theme
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("edge"))
            side = theme.px(5)
            middle = theme.line(self.size_of_type) / 2 + 1
            painter.drawEllipse(QRectF(theme.px(3) - side / 2, y + middle - side / 2, side, side))


class Word(QAbstractButton):
    """A word with a line of dots under it; the sentence itself paints the letters."""

    def __init__(self, ui: Ui, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = ui
        self.entry: Entry
        self._pieces: Sequence[QRect] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 2)

    def show_entry(self, entry: Entry, word: str) -> None:
        """Stand for another word."""
        self.entry = entry
        language = self.ui.tr.language
        self.setAccessibleName(self.ui.tr(say("{word}: hvad betyder det?", word=word)))
        self.setAccessibleDescription(entry.explanation.in_language(language))
        self.setToolTip(self.ui.tr(say("Hvad betyder det?")))

    def lie_over(self, pieces: Sequence[QRect]) -> None:
        """Lie over the letters of the word, which may stand on two lines."""
        whole = QRect()
        for piece in pieces:
            whole = whole.united(piece)
        self.setGeometry(whole)
        self._pieces = [piece.translated(-whole.topLeft()) for piece in pieces]
        region = QRegion()
        for piece in self._pieces:
            region = region.united(QRegion(piece))
        self.setMask(region)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line of dots; a whole line under the pointer."""
        theme = self.ui.theme
        painter = QPainter(self)
        pen = QPen(theme.colour("accent"), max(theme.px(1), 1))
        pen.setStyle(Qt.PenStyle.SolidLine if self.underMouse() else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for piece in self._pieces:
            base = piece.bottom() - theme.px(2)
            painter.drawLine(piece.left(), base, piece.right(), base)
        painter.end()


def _x(line: QTextLine, place: int) -> float:
    """From the left of the line to the letter at a place."""
    x, _place = cast(tuple[float, int], line.cursorToX(place))
    return x
