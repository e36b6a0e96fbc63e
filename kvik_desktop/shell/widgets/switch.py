"""A switch: on or off at once, for what takes effect without a button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kvik_desktop.shell.ui import Ui

WIDE, HIGH, KNOB, GAP = 36, 20, 14, 10


class Switch(QCheckBox):
    """Seen by position and colour; it is a check box to a screen reader.

    Its words stand elsewhere in the row, so ``name`` is what a screen reader says, unless ``text`` is shown.
    """

    def __init__(
        self,
        ui: Ui,
        name: str,
        *,
        on: bool = False,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.ui = ui
        self.setAccessibleName(name)
        self.setProperty("radius", HIGH // 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setChecked(on)

    def sizeHint(self) -> QSize:
        """The track, and the text after it."""
        px = self.ui.theme.px
        words = px(GAP) + self.fontMetrics().horizontalAdvance(self.text()) if self.text() else 0
        return QSize(px(WIDE) + words, px(HIGH if not self.text() else 32))

    def minimumSizeHint(self) -> QSize:
        """It cannot be smaller."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it, text too."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, knob and text."""
        theme, on = self.ui.theme, self.isChecked()
        awake = self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - theme.px(HIGH)) / 2, theme.px(WIDE), theme.px(HIGH))
        over = self.underMouse() and awake
        if not awake:
            painter.setBrush(theme.colour("line"))
        elif on:
            painter.setBrush(theme.colour("accent-over" if over else "accent"))
        else:
            painter.setBrush(theme.colour("text-3" if over else "edge"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        half = track.height() / 2
        middle = QPointF(track.right() - half if on else track.left() + half, track.center().y())
        painter.setBrush(theme.colour("on-accent" if on and awake else "surface"))
        painter.drawEllipse(middle, theme.px(KNOB) / 2, theme.px(KNOB) / 2)
        if self.text():
            painter.setPen(theme.colour("text" if awake else "text-3"))
            words = self.rect().adjusted(theme.px(WIDE + GAP), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
