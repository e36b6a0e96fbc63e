"""All rounds of a subcriterion under each other on one axis, and what they say together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis, Step
from kvik_desktop.shell.widgets.dot_plot import stacked
from kvik_desktop.shell.widgets.painting import dashed
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.spread_strip import Spread
from kvik_desktop.workshop.board import Dots, Line
from kvik_desktop.workshop.screens.answers_figure import spread_of
from kvik_desktop.workshop.screens.round_words import advice_sentence, agreement, round_told, stability

RADIUS, PITCH, STACK = 4, 9, 3
"""Of a dot, and from one to the next over it, at 100 %; higher stacks are smaller."""

PALEST, LESS_PALE = 0.5, 0.75
"""How much of its colour the oldest round has, and the newest before the one that is shown large."""


class RoundsHistory(QWidget):
    """The rounds before the newest, oldest first and palest; it has the width of the dots under it."""

    def __init__(self, ui: Ui, steps: Sequence[Step]) -> None:
        super().__init__()
        self.ui = ui
        self._steps = steps
        self.rows: list[tuple[ReadingText, RoundStrip]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(ui.theme.px(2))

    def show_rounds(self, rounds: Sequence[Dots]) -> None:
        """Show these, oldest first; there is nothing to see of none."""
        while len(self.rows) < len(rounds):
            row = (ReadingText(self.ui, "", "small", ink="text-2"), RoundStrip(self.ui, self._steps))
            for widget in row:
                self._column.addWidget(widget)
            self.rows.append(row)
        for place, (said, strip) in enumerate(self.rows):
            is_seen = place < len(rounds)
            said.setVisible(is_seen)
            strip.setVisible(is_seen)
            if is_seen:
                said.setText(round_told(rounds[place], self.ui.tr))
                strip.show_round(rounds[place], _paleness(place, len(rounds)))
        self.setVisible(bool(rounds))


def _paleness(place: int, of: int) -> float:
    return PALEST if of < 2 else PALEST + (LESS_PALE - PALEST) * place / (of - 1)


class RoundStrip(QWidget):
    """One round as small dots; the words over it say the same."""

    def __init__(self, ui: Ui, steps: Sequence[Step]) -> None:
        super().__init__()
        self.ui = ui
        self._steps = steps
        self.spread: Spread | None = None
        self._strength = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_round(self, dots: Dots, strength: float) -> None:
        """Show a round, paler the less ``strength`` (0-1) it has."""
        self.spread, self._strength = spread_of(dots, self._steps), strength
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for three dots over each other; nothing where too few answered."""
        px = self.ui.theme.px
        return QSize(px(200), px(2 * RADIUS + (STACK - 1) * PITCH + 4) if self.spread else px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line with the steps, the median, and a dot for each answer that may be shown."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.height() - px(2)
        axis = Axis(self._steps[-1].high, self.width())
        painter.fillRect(QRectF(0, foot, self.width(), 1), theme.colour("line"))
        for step in self._steps[1:]:
            painter.fillRect(QRectF(axis.edge(step.low), foot - px(4), 1, px(4)), theme.colour("line"))
        if self.spread is None:
            return
        middle = axis.inside(self.spread.median, px(RADIUS))
        painter.setPen(dashed(theme.colour("text-2"), px(1.5), (2, 2)))
        painter.drawLine(QPointF(middle, 0), QPointF(middle, foot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_mixed(theme.colour("accent"), theme.colour("surface"), self._strength))
        dots = stacked(self.spread.values, axis, px(PITCH))
        levels = max((dot.level for dot in dots), default=0)
        pitch = min(px(PITCH), (foot - px(2)) / (levels + 1))
        radius = min(px(RADIUS), pitch / 2 - 0.5)
        for dot in dots:
            y = foot - px(1) - radius - dot.level * pitch
            painter.drawEllipse(QPointF(axis.inside(dot.score, px(RADIUS)), y), radius, radius)


def _mixed(colour: QColor, ground: QColor, part: float) -> QColor:
    """A colour with so much of it in the ground: what lies under it does not show through."""
    red, green, blue = (
        round(over * part + under * (1 - part))
        for over, under in (
            (colour.red(), ground.red()),
            (colour.green(), ground.green()),
            (colour.blue(), ground.blue()),
        )
    )
    return QColor(red, green, blue)


class RoundsCourse(QWidget):
    """What the rounds say together, and what is worth doing; there is nothing to say after the first."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.agreement = ReadingText(ui, "")
        self.stability = ReadingText(ui, "")
        self.advice = ReadingText(ui, "", weight=600)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, ui.theme.px(12), 0, 0)
        grid.setVerticalSpacing(ui.theme.px(4))
        for place, widget in enumerate((self.agreement, self.stability, self.advice)):
            grid.addWidget(widget, place, 0)

    def show_line(self, line: Line) -> None:
        """Show what the rounds of a subcriterion have come to."""
        tr = self.ui.tr
        has_course = len(line.rounds) > 1
        self.setVisible(has_course)
        if not has_course:
            return
        before, now = line.rounds[-2:]
        told = (agreement(before, now), stability(before, now), advice_sentence(line))
        for widget, text in zip((self.agreement, self.stability, self.advice), told, strict=True):
            widget.setVisible(text is not None)
            widget.setText(tr(text) if text is not None else "")
