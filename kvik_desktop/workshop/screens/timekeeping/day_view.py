"""The page of the day: when one gets home, the programme with its breaks, and the minutes of each point."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop.model import Flag
from kvik_desktop.workshop.screens.before_view import READ_ONLY
from kvik_desktop.workshop.screens.consensus_words import FLAG_MARKS, mark_of, name_of
from kvik_desktop.workshop.screens.timekeeping.day_programme import DayProgramme
from kvik_desktop.workshop.screens.timekeeping.day_words import facts, title
from kvik_desktop.workshop.screens.timekeeping.keeper import Keeper
from kvik_desktop.workshop.screens.timekeeping.minutes_table import MinutesRow, MinutesTable
from kvik_desktop.workshop.screens.timekeeping.time_words import MINUTE, clock, length, used_words
from kvik_desktop.workshop.screens.view_top import SIDE, TOP, question_over
from kvik_desktop.workshop.timekeeping.model import TOGETHER, Going
from kvik_desktop.workshop.timekeeping.timekeeping import Timekeeping

DAY = "dagen"
"""The place of the page where the day is seen."""
WIDEST = 608


class DayView(ScrollColumn):
    """Reached from the clock; the meeting goes on behind it."""

    foot_changed = Signal()
    left = Signal()
    """Back to the meeting."""

    def __init__(self, ui: Ui, desk: Desk[Any], keeper: Keeper) -> None:
        super().__init__(ui, margin=SIDE, centred=False)
        self._desk, self._keeper = desk, keeper
        tr, self.ui = ui.tr, ui
        self.column.set_padding(TOP, 24)
        self._title = Heading(ui, "", "large")
        self._facts = ReadingText(ui, "", ink="text-2")
        self._still = ReadingText(ui, "", weight=500)
        self._sums = ReadingText(ui, "", ink="text-2")
        self.programme = DayProgramme(ui)
        self.minutes = MinutesTable(ui)
        self._change = LinkButton(ui, tr(say("Ret programmet")), small=True)
        self._propose = LinkButton(ui, tr(say("Brug de foreslåede minutter")), small=True)
        self._minute = datetime.min.replace(tzinfo=UTC)
        self._lay_out()
        self._change.clicked.connect(lambda: self._desk.go("1", "program"))
        self._propose.clicked.connect(keeper.plan_as_proposed)
        self.minutes.planned.connect(keeper.plan)
        keeper.changed.connect(self._changed)
        keeper.ticked.connect(self._tick)

    def _lay_out(self) -> None:
        tr, px, body = self.ui.tr, self.ui.theme.px, self.body
        body.setSpacing(px(12))
        programme, minutes = (
            Heading(self.ui, tr(say("Programmet"))),
            Heading(self.ui, tr(say("Minutter til hvert punkt"))),
        )
        parts: tuple[QWidget | int, ...] = (
            self._still, self._sums, 12,
            programme, self.programme, self._change, 12,
            minutes, self.minutes, self._propose,
        )  # fmt: skip
        body.addLayout(question_over(self._title, self._facts))
        for part in parts:
            if isinstance(part, int):
                body.addSpacing(px(part))
                continue
            part.setMaximumWidth(px(WIDEST))
            side = Qt.AlignmentFlag.AlignLeft if isinstance(part, LinkButton) else Qt.AlignmentFlag(0)
            body.addWidget(part, 0, side)
        body.addStretch(1)

    # What is shown

    def show_day(self) -> None:
        """Show the day now."""
        if not self._keeper.is_known:
            return
        time, tr = self._keeper.time, self.ui.tr
        self._minute = time.moment.replace(second=0, microsecond=0)
        said = (tr(title(time, tr)), tr(facts(time, tr)), self._total(time))
        for label, words in zip((self._title, self._facts, self._sums), said, strict=True):
            label.setText(words)
        self._sums.setVisible(bool(said[-1]))
        self._show_still(time)
        self.programme.show_time(time)
        self.minutes.show_rows(list(self._rows(time)))
        self.minutes.set_read_only(read_only=self._keeper.is_read_only)
        self._propose.setVisible(bool(time.own) and not self._keeper.is_read_only)
        self.foot_changed.emit()

    def _tick(self) -> None:
        """Nothing here is told in seconds."""
        if self.isVisible() and self._keeper.time.moment - self._minute >= MINUTE:
            self.show_day()

    def _changed(self) -> None:
        if self.isVisible():
            self.show_day()

    def _total(self, time: Timekeeping) -> str:
        tally, tr = time.tally, self.ui.tr
        if tally.sitting is None:
            return ""
        if tally.rested < MINUTE:
            return tr(say("Brugt {time}", time=length(tally.total)))
        return tr(say("Brugt {time}, pauser {rested}", time=length(tally.total), rested=length(tally.rested)))

    def _show_still(self, time: Timekeeping) -> None:
        tally, tr = time.tally, self.ui.tr
        is_still = tally.going is Going.STILL
        self._still.setVisible(is_still)
        if is_still and tally.since is not None:
            since = clock(tally.since, tr)
            text = say("Uret har stået stille siden kl. {time}. Den tid tæller ikke med.", time=since)
            self._still.setText(tr(text))

    def _rows(self, time: Timekeeping) -> Iterator[MinutesRow]:
        tr, lines = self.ui.tr, {line.id: line for line in self._keeper.board.lines}
        for key, minutes in time.planned.items():
            used = used_words(time.used(key), tr)
            if key == TOGETHER:
                count = sum(1 for matter in time.matters if matter.flag is Flag.GREEN)
                name = tr(say_n("{n}, I er enige om", "{n}, I er enige om", count))
                yield MinutesRow(
                    key, name, "settled" if key in time.settled else FLAG_MARKS[Flag.GREEN], minutes, used
                )
            else:
                yield MinutesRow(key, name_of(lines[key], tr), mark_of(lines[key]), minutes, used)

    # What the user does

    @property
    def foot(self) -> Foot:
        """The one thing to do next, and the way back to the meeting."""
        if not self._keeper.is_known:
            return Foot()
        keeper, tr = self._keeper, self.ui.tr
        asleep = tr(READ_ONLY) if keeper.is_read_only else ""
        back = Act(tr(say("Tilbage til mødet")), self.left.emit)
        home = Act(tr(say("Slut for i dag")), keeper.end_day, asleep=asleep)
        going = keeper.going
        if going is Going.RUNNING:
            return Foot(back, (Act(tr(say("Hold pause")), keeper.hold_break, "pause", asleep=asleep), home))
        if going is Going.NOT_BEGUN:
            return Foot(Act(tr(say("Start uret")), keeper.begin, asleep=asleep), (back,))
        if going is Going.HOME:
            return Foot(Act(tr(say("Vi begynder igen")), keeper.begin, asleep=asleep), (back,))
        on = say("Vi begynder igen") if going is Going.BREAK else say("Fortsæt")
        return Foot(Act(tr(on), keeper.go_on, asleep=asleep), (back, home))

    def flush(self) -> None:
        """Keep what is being typed."""
        self.minutes.flush()

    def first_focus(self) -> QWidget:
        """The first minutes that can be planned."""
        return next(iter(self.minutes.fields.values()), self._change)
