"""The face of the clock: a ring and the time that is left; pressing it leads to the page of the day."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.painting import focus_ring, ring_after, write
from kvik_desktop.workshop.screens.timekeeping.time_words import Face

HEIGHT, EDGE, GAP, RING, STROKE = 36, 8, 8, 20, 3
WHOLE = 360 * 16


class TimeFace(QAbstractButton):
    """Paints itself alone: a second that passes lays out nothing and paints nothing else."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.face = Face("", "", "")
        self._is_short = False
        self._has_ring = False
        self._widest = self.face
        self.setProperty("ring", False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(ui.tr(say("Se dagen: planlagt og brugt tid (T)")))

    def show_face(self, face: Face, widest: Face | None = None) -> None:
        """Show the time; room is kept for the ``widest`` it can come to."""
        if face == self.face:
            return
        if face.name != self.face.name:
            self.setAccessibleName(face.name)
        before = self.width_when(short=self._is_short)
        self.face, self._widest = face, widest or face
        if self.width_when(short=self._is_short) != before:
            self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """With the figure alone, where room is short."""
        if short != self._is_short:
            self._is_short = short
            self.updateGeometry()
            self.update()

    def width_when(self, *, short: bool) -> int:
        """How wide it is with or without words."""
        px, theme = self.ui.theme.px, self.ui.theme
        figures, words = QFontMetrics(self._figure_font), QFontMetrics(theme.font("body"))
        text = max(
            figures.horizontalAdvance(each.figure)
            + (px(GAP) + words.horizontalAdvance(each.words) if each.words and not short else 0)
            for each in (self.face, self._widest)
        )
        return px(2 * EDGE + RING + GAP) + text + px(4)

    @property
    def _figure_font(self) -> QFont:
        return self.ui.theme.font("body", 600, tabular=True)

    def sizeHint(self) -> QSize:
        """The ring and what is beside it."""
        return QSize(self.width_when(short=self._is_short), self.ui.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring of focus is for the keyboard."""
        self._has_ring = ring_after(self, event.reason(), self._has_ring)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self._has_ring = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Field, ring, figure and words."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        self._paint_ring(painter)
        left = px(EDGE + RING + GAP)
        ink = "amber" if self.face.tone == "amber" else "text"
        row = QRectF(left, 0, self.width() - left, self.height())
        write(painter, row, self.face.figure, self._figure_font, theme.colour(ink))
        if self.face.words and not self._is_short:
            shift = QFontMetrics(self._figure_font).horizontalAdvance(self.face.figure) + px(GAP)
            write(
                painter,
                row.adjusted(shift, 0, 0, 0),
                self.face.words,
                theme.font("body"),
                theme.colour("text-2"),
            )
        if self._has_ring and self.hasFocus():
            focus_ring(painter, theme, QRectF(self.rect()), px(6))
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        half = px(STROKE) / 2
        ring = QRectF(px(EDGE), (self.height() - px(RING)) / 2, px(RING), px(RING))
        ring.adjust(half, half, -half, -half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, share in (("line", 1.0), (self.face.tone, self.face.share)):
            painter.setPen(QPen(theme.colour(token), px(STROKE), c=Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, round(-WHOLE * share))
