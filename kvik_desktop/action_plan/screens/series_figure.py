"""What has been measured over time, small: the points, where one began, and where one wants to be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.screens.action_words import figure
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.painting import dashed, write

HEIGHT, LINE, DOT = 88, 16, 4
"""Of the figure, of a line of words under it, and half a point, at 100 %."""


class SeriesFigure(QLabel):
    """A picture; the list of measurements says the same. Hidden where one figure alone says nothing."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._points: tuple[tuple[date, Decimal], ...] = ()
        self._levels: tuple[tuple[str, Decimal, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_action(self, planned: PlannedAction) -> None:
        """Show the measurements of an action between its baseline and its target."""
        tr, action = self.ui.tr, planned.action
        self._points = tuple((each.day, each.value) for each in planned.measurements)
        levels = (
            (tr(say("Nu")), action.baseline, "edge"),
            (tr(say("Mål")), action.target, "green"),
        )
        self._levels = tuple((word, value, ink) for word, value, ink in levels if value is not None)
        said = [f"{tr.date(day)}: {figure(tr.number(value), action.unit)}" for day, value in self._points]
        said += [f"{word}: {figure(tr.number(value), action.unit)}" for word, value, _ in self._levels]
        self.setAccessibleName(tr(say("Målinger over tid: {figures}", figures="; ".join(said))))
        self.setVisible(bool(self._points) and len(self._points) + len(self._levels) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        """Low; as wide as there is room."""
        return QSize(self.ui.theme.px(160), self.ui.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As low, and narrow."""
        return QSize(self.ui.theme.px(80), self.ui.theme.px(HEIGHT))

    def _rows(self) -> tuple[Decimal, Decimal]:
        values = [value for _, value in self._points] + [value for _, value, _ in self._levels]
        low, high = min(values), max(values)
        return (low - 1, high + 1) if low == high else (low, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Levels, the line between the points, the points, and the first and last day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.ui.theme, self.ui.theme.px
        metrics = QFontMetrics(theme.font("small"))
        words = max((metrics.horizontalAdvance(word) for word, _, _ in self._levels), default=0)
        room = QRectF(self.rect()).adjusted(px(DOT + 1), px(10), -words - px(10), -px(LINE + 10))
        low, high = self._rows()
        days = [day for day, _ in self._points]
        span = max((max(days) - min(days)).days, 1)

        def y(value: Decimal) -> float:
            return room.bottom() - float((value - low) / (high - low)) * room.height()

        def x(day: date) -> float:
            return room.left() + (day - min(days)).days / span * room.width()

        for word, value, ink in self._levels:
            painter.setPen(dashed(theme.colour(ink), px(1)))
            painter.drawLine(QLineF(room.left(), y(value), room.right(), y(value)))
            beside = QRectF(room.right() + px(6), y(value) - px(8), words + px(4), px(16))
            write(painter, beside, word, theme.font("small"), theme.colour("text-2"))
        places = [QPointF(x(day), y(value)) for day, value in self._points]
        painter.setPen(QPen(theme.colour("accent"), px(2)))
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        for place in places:
            painter.drawEllipse(place, px(DOT), px(DOT))
        self._paint_days(painter, days)

    def _paint_days(self, painter: QPainter, days: list[date]) -> None:
        theme, px, tr = self.ui.theme, self.ui.theme.px, self.ui.tr
        row = QRectF(0, self.height() - px(LINE), self.width(), px(LINE))
        ink, font = theme.colour("text-2"), theme.font("small")
        write(painter, row, tr.date(min(days)), font, ink)
        if len(set(days)) > 1:
            write(painter, row, tr.date(max(days)), font, ink, Qt.AlignmentFlag.AlignRight)
