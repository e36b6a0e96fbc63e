"""The time that is left of the point at hand: a ring that empties, and the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kvik_desktop.shell.projector.projection import Slide
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.workshop.projected import TimeLeft

RING, LINE = 30, 5
"""Side of the ring and width of its line, on a screen 1366 across."""


class TimeSlot(QWidget):
    """Never flashes: over time it is amber and says by how much."""

    def __init__(self, slide: Slide) -> None:
        super().__init__()
        self._ring = _Ring(slide)
        self.words = SlideText(slide.ui, "", weight=600)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(slide.px(16))
        row.addWidget(self._ring)
        row.addWidget(self.words)
        self.hide()

    def show_time(self, time: TimeLeft | None) -> None:
        """Show this; nothing where no time is kept."""
        if time is not None:
            self.words.ink = "amber" if time.over else "text"
            self.words.setText(time.said)
            self.words.setFixedWidth(self.words.sizeHint().width())
            self._ring.show_time(time)
        self.setVisible(time is not None)


class _Ring(QWidget):
    """Says nothing that its words do not."""

    def __init__(self, slide: Slide) -> None:
        super().__init__()
        self._slide = slide
        self._time = TimeLeft("", 1)
        self.setFixedSize(slide.px(RING), slide.px(RING))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_time(self, time: TimeLeft) -> None:
        self._time = time
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole ring faintly, and over it what is left."""
        theme, px, time = self._slide.ui.theme, self._slide.px, self._time
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = px(LINE) / 2
        around = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        for token, part in (
            ("line", 1.0),
            ("amber" if time.over else "accent", 1.0 if time.over else time.part),
        ):
            painter.setPen(QPen(theme.colour(token), px(LINE), c=Qt.PenCapStyle.FlatCap))
            painter.drawArc(around, 90 * 16, round(min(max(part, 0), 1) * 360 * 16))
        painter.end()
