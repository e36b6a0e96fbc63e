"""The timeline: what is done when, with today and the next evaluation across it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import dashed, put, write
from kvik_desktop.shell.widgets.timeline_lanes import Calendar, TimelineBar, lanes

HEAD, AXIS, LANE, BAR, LINE = 32, 24, 23, 14, 16
"""Heights at 100 %: title and legend, the calendar's words, a lane, the bar in it, and a line of words."""

INSIDE = 200
"""Width at 100 % from which a bar has its words inside."""

WIDTHS = 4
"""Layouts that are remembered."""

LEAST = 6
"""Width at 100 % of what lasts a single day."""

COLOURS = {
    "planned": ("selected", "accent", "text"),
    "active": ("accent", "accent", "on-accent"),
    "done": ("green-soft", "green", "text"),
    "hint": ("amber-soft", "amber", "text"),
}
"""Field, edge and ink."""

STATES = {"planned": say("planlagt"), "active": say("i gang"), "done": say("færdig")}


@dataclass(frozen=True)
class _Place:
    """A bar where it lies, its words, and all the room both take."""

    bar: TimelineBar
    rect: QRectF
    words: QRectF
    lines: Lines

    @property
    def inside(self) -> bool:
        return self.rect.contains(self.words)

    @property
    def whole(self) -> QRectF:
        return self.rect | self.words

    def moved(self, y: float) -> _Place:
        return replace(self, rect=self.rect.translated(0, y), words=self.words.translated(0, y))


class Timeline(QLabel):
    """A picture; the table beside it says the same and is what one works in. A click finds the row.

    A dashed bar has something to be looked at.
    """

    chosen = Signal(str)
    """The user has clicked the bar with this key."""

    def __init__(
        self,
        ui: Ui,
        title: Text | str,
        empty: Text | str = "",
        *,
        aside: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``empty`` is what stands where nothing has a beginning and an end.

        ``aside`` is left free at the right of the title, at 100 %, for a button over it.
        """
        super().__init__(parent)
        self.ui = ui
        self._title = ui.tr(title)
        self._aside = ui.theme.px(aside)
        self._empty = ui.tr(empty)
        self._bars: tuple[TimelineBar, ...] = ()
        self._today = date.min
        self._evaluation: date | None = None
        self._chosen = ""
        self._laid: dict[float, list[_Place]] = {}
        """Where the bars lie, by the width they are laid out in: it is asked for many times over."""
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._title)

    def set_plan(self, bars: Sequence[TimelineBar], today: date, evaluation: date | None = None) -> None:
        """Show these; ``evaluation`` is the day of the next one, where that is known."""
        if (tuple(bars), today, evaluation) == (self._bars, self._today, self._evaluation):
            return
        self._bars, self._today, self._evaluation = tuple(bars), today, evaluation
        self._laid.clear()
        self._describe()
        self.updateGeometry()
        self.update()

    def set_chosen(self, key: str) -> None:
        """Frame this one, none where it is not there; without a signal."""
        self._chosen = key
        self.update()

    def _describe(self) -> None:
        tr, many = self.ui.tr, len(self._bars)
        if not many:
            self.setAccessibleName(self._title)
            self.setAccessibleDescription(self._empty)
            return
        days = {"first": min(bar.start for bar in self._bars), "last": max(bar.end for bar in self._bars)}
        said = say_n("{n} tiltag, fra {first} til {last}", "{n} tiltag, fra {first} til {last}", many, **days)
        self.setAccessibleName(f"{self._title}: {tr(said)}")
        self.setAccessibleDescription(". ".join(self._spoken(bar) for bar in self._bars))

    def _spoken(self, bar: TimelineBar) -> str:
        """As ``Beboerråd, planlagt, 22.01.2027 til 01.03.2027, se på den``."""
        tr = self.ui.tr
        when = tr(say("{start} til {end}", start=bar.start, end=bar.end))
        look = [tr(say("se på den"))] if bar.hint else []
        names = [other.name for other in self._bars if other.key in bar.after]
        waits = [tr(say("venter på {names}", names=", ".join(names)))] if names else []
        return ", ".join([bar.name, tr(STATES[bar.state]), when, *waits, *look])

    # Where things lie

    @property
    def calendar(self) -> Calendar:
        """The quarters that hold everything."""
        days = [self._today, *(day for bar in self._bars for day in (bar.start, bar.end))]
        if self._evaluation is not None:
            days.append(self._evaluation)
        return Calendar.around(days, self._width)

    @property
    def _width(self) -> float:
        return max(self.width() - 2, 1)

    def places(self) -> dict[str, QRectF]:
        """Where each bar lies now, by key."""
        return {place.bar.key: place.rect for place in self._places(self.calendar)}

    def _places(self, calendar: Calendar) -> list[_Place]:
        if calendar.width not in self._laid:
            if len(self._laid) >= WIDTHS:
                self._laid.clear()
            self._laid[calendar.width] = self._lay_out(calendar)
        return self._laid[calendar.width]

    def _lay_out(self, calendar: Calendar) -> list[_Place]:
        px = self.ui.theme.px
        flat = [self._flat(bar, calendar) for bar in self._bars]
        spans = [(place.whole.left(), place.whole.right()) for place in flat]
        air = px(LANE) - px(BAR)
        depths = [ceil((place.whole.height() + air) / px(LANE)) for place in flat]
        top = px(HEAD + AXIS) + air / 2
        return [
            place.moved(top + lane * px(LANE))
            for place, lane in zip(flat, lanes(spans, px(12), depths), strict=True)
        ]

    def _flat(self, bar: TimelineBar, calendar: Calendar) -> _Place:
        """A bar and its words: inside, after it, before it at the right end, or under it, never cut."""
        px = self.ui.theme.px
        left, right = calendar.x(bar.start), calendar.x(bar.end + timedelta(days=1))
        rect = QRectF(left, 0, max(right - left, px(LEAST)), px(BAR))
        lines = Lines.broken(bar.name, self.ui.theme.font("small"), calendar.width, px(LINE))
        wide, before, after = lines.width + 1, rect.left() - px(6), calendar.width - rect.right() - px(6)
        beside = QRectF(0, 0, wide, px(BAR))
        if rect.width() >= px(INSIDE) and wide + px(16) <= rect.width():
            x = rect.left() + px(16 if bar.state == "done" else 8)
            beside.moveLeft(self._clear_of(calendar.x(self._today), x, wide, rect))
        elif wide <= after + 1:
            beside.moveLeft(rect.right() + px(6))
        elif wide <= before:
            beside.moveLeft(before - wide)
        else:
            x = max(min(rect.left() + px(4), calendar.width - wide), 0)
            beside = QRectF(x, rect.bottom() + px(2), wide, lines.height)
        return _Place(bar, rect, beside, lines)

    def _clear_of(self, today: float, x: float, wide: float, rect: QRectF) -> float:
        """Where words inside a bar begin: after the line of today, where it would cross them."""
        px = self.ui.theme.px
        crossed = x - px(2) <= today <= x + wide
        return today + px(6) if crossed and today + wide + px(14) <= rect.right() else x

    # Looks

    def hasHeightForWidth(self) -> bool:
        """Narrower needs more lanes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Title, calendar and lanes."""
        px = self.ui.theme.px
        if not self._bars:
            return px(HEAD + LANE)
        deepest = max(place.whole.bottom() for place in self._at(width))
        return round(deepest) + px(8)

    def _at(self, width: int) -> list[_Place]:
        calendar = self.calendar
        return self._places(Calendar(calendar.first, calendar.last, max(width - 2, 1)))

    def sizeHint(self) -> QSize:
        """Wide enough for words beside the bars."""
        width = self.ui.theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the height follows."""
        return QSize(self.ui.theme.px(240), self.ui.theme.px(HEAD + AXIS + LANE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, legend, calendar, bars, and the two days across them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self.ui.theme, self.ui.theme.px
        head = QRectF(0, 0, self.width(), px(HEAD))
        write(painter, head, self._title, theme.font("body", 600), theme.colour("text"))
        if not self._bars:
            row = QRectF(0, px(HEAD), self.width(), px(LANE))
            write(painter, row, self._empty, theme.font(), theme.colour("text-2"))
            return
        calendar = self.calendar
        self._paint_legend(painter, head)
        self._paint_calendar(painter, calendar)
        places = self._places(calendar)
        self._paint_waits(painter, places)
        seen = QRectF(event.rect())
        places = [
            place for place in places if place.whole.adjusted(-px(5), -px(5), px(5), px(5)).intersects(seen)
        ]
        for place in places:
            self._paint_bar(painter, place)
        for day, pen in self._days():
            x = round(calendar.x(day)) + 1
            painter.setPen(pen)
            painter.drawLine(QLineF(x, px(HEAD + AXIS), x, self.height()))
        for place in places:
            self._paint_words(painter, place)

    def _days(self) -> list[tuple[date, QPen]]:
        """Today solid, the next evaluation dashed."""
        theme = self.ui.theme
        ink = theme.colour("text")
        days = [(self._today, QPen(ink, theme.px(2)))]
        if self._evaluation is not None:
            days.append((self._evaluation, dashed(ink, theme.px(2), (2, 2))))
        return days

    def _paint_legend(self, painter: QPainter, head: QRectF) -> None:
        theme, px, tr = self.ui.theme, self.ui.theme.px, self.ui.tr
        words, right = (tr(say("i dag")), tr(say("næste evaluering"))), head.right() - self._aside
        for word, (_, pen) in reversed(list(zip(words, self._days(), strict=False))):
            wide = QFontMetricsF(theme.font("small")).horizontalAdvance(word)
            write(
                painter,
                head.adjusted(right - wide, 0, 0, 0),
                word,
                theme.font("small"),
                theme.colour("text-2"),
            )
            painter.setPen(pen)
            x = right - wide - px(10)
            painter.drawLine(QLineF(x, head.center().y() - px(6), x, head.center().y() + px(6)))
            right = x - px(16)

    def _paint_calendar(self, painter: QPainter, calendar: Calendar) -> None:
        """A line for each quarter; words as long as there is room, years where there is not."""
        theme, px = self.ui.theme, self.ui.theme.px
        metrics, end = QFontMetricsF(theme.font("small")), 0.0
        for day in calendar.quarters():
            x = calendar.x(day)
            painter.fillRect(QRectF(x, px(HEAD + AXIS), 1, self.height()), theme.colour("line"))
            word = self._word(day, first=day == calendar.first)
            if x >= end and x + metrics.horizontalAdvance(word) <= self.width():
                row = QRectF(x + px(4), px(HEAD), self.width(), px(AXIS))
                write(painter, row, word, theme.font("small"), theme.colour("text-2"))
                end = x + metrics.horizontalAdvance(word) + px(12)

    def _word(self, day: date, *, first: bool) -> str:
        quarter = (day.month + 2) // 3
        if first or quarter == 1:
            return self.ui.tr(say("{n}. kvt. {year}", n=quarter, year=day.year))
        return self.ui.tr(say("{n}. kvt.", n=quarter))

    def _paint_bar(self, painter: QPainter, place: _Place) -> None:
        theme, px, bar = self.ui.theme, self.ui.theme.px, place.bar
        field, edge, _ = COLOURS["hint" if bar.hint else bar.state]
        painter.setBrush(theme.colour(field))
        painter.setPen(dashed(theme.colour(edge), px(1)) if bar.hint else QPen(theme.colour(edge), px(1)))
        painter.drawRoundedRect(place.rect.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
        if bar.key == self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), px(2)))
            around = place.rect.adjusted(-px(3), -px(3), px(3), px(3))
            painter.drawRoundedRect(around, px(5), px(5))
        if bar.state == "done" and place.rect.width() >= px(BAR):
            put(painter, pixmap(theme, "check", edge, 12), place.rect.left() + px(1), place.rect)

    def _paint_waits(self, painter: QPainter, places: Sequence[_Place]) -> None:
        """A thin line from what must be there first to what waits for it; the chosen bar's stand out."""
        theme, px = self.ui.theme, self.ui.theme.px
        by_key = {place.bar.key: place.rect for place in places}
        ways = [(key, place) for place in places for key in place.bar.after if key in by_key]
        ways.sort(
            key=lambda way: self._chosen in (way[0], way[1].bar.key)
        )  # the chosen bar's over the others
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key, place in ways:
            near = self._chosen in (key, place.bar.key)
            painter.setPen(QPen(theme.colour("text" if near else "edge"), px(1)))
            painter.drawPath(_way(by_key[key], place.rect, px(5)))

    def _paint_words(self, painter: QPainter, place: _Place) -> None:
        """No line crosses words outside a bar."""
        theme, bar = self.ui.theme, place.bar
        ink = COLOURS["hint" if bar.hint else bar.state][2] if place.inside else "text"
        if not place.inside:
            painter.fillRect(place.words, theme.colour("surface"))
        y = place.words.center().y() - place.lines.height / 2
        place.lines.paint(painter, place.words.left(), y, theme.colour(ink))

    # Mouse

    def _bar_at(self, point: QPointF) -> TimelineBar | None:
        if not self._bars:
            return None
        places = self._places(self.calendar)
        return next((place.bar for place in places if place.whole.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a bar or its words."""
        bar = self._bar_at(event.position())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(bar.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer says what can be clicked."""
        over = self._bar_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """The tooltip of a bar is its name and days."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), f"<qt>{escape(self._spoken(bar))}</qt>" if bar else "", self)
            return True
        return super().event(event)


def _way(first: QRectF, after: QRectF, step: int) -> QPainterPath:
    """From under the end of one bar to the gap before the other, along it, and with a point into it.

    So it meets the words beside a bar nowhere but where it crosses their lane.
    """
    down = 1 if after.center().y() >= first.center().y() else -1
    begin, edge = (first.bottom(), after.top()) if down > 0 else (first.top(), after.bottom())
    end, x = max(first.right() - step, first.left()), after.left() + step
    path = QPainterPath(QPointF(end, begin))
    path.lineTo(end, edge - down * step)
    path.lineTo(x, edge - down * step)
    path.lineTo(x, edge)
    path.lineTo(x - step / 2, edge - down * step * 0.7)
    path.moveTo(x, edge)
    path.lineTo(x + step / 2, edge - down * step * 0.7)
    return path
