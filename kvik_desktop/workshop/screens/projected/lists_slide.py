"""Slides that are lists, a page at a time: texts, what can be taken together, the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.model_package.model import Block
from kvik_desktop.shell.projector.slide_text import slide_line
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.projected import CriterionMean, Result, Said, Texts, Together
from kvik_desktop.workshop.screens.consensus_words import EMPTY, HEADINGS
from kvik_desktop.workshop.screens.projected.meeting_slide import MeetingSlide
from kvik_desktop.workshop.screens.projected.said_rows import MOST, SaidRow, SaidRows, divided
from kvik_desktop.workshop.screens.result_tables import mean_words

GAP = 64
"""Between two columns, on a screen 1366 across."""


@dataclass(frozen=True)
class SlideList:
    """A list with its heading."""

    heading: str
    rows: tuple[SaidRow, ...]


Group = tuple[SlideList, ...]
"""What stands beside each other: one list or two."""


class ListsSlide(MeetingSlide):
    """Each group of lists takes as many pages as the longest of them; a shorter one stays where it ends."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._groups: Sequence[Group] = ()
        self._pages: list[Group] = []
        self._page = 0
        self._area = QWidget()
        row = QHBoxLayout(self._area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.px(GAP))
        self.columns = (SaidRows(self), SaidRows(self))
        for column in self.columns:
            row.addWidget(column, 1)
        self.body.addWidget(self._area, 1)

    def show_groups(self, groups: Sequence[Group], *, anew: bool) -> None:
        """Show these; ``anew`` begins at the first page."""
        self._groups = groups
        if anew:
            self._page = 0
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height has room for other rows."""
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        self.settle()
        height = self._area.height() - slide_line(self.ui) - self.px(8)
        self._pages = [page for group in self._groups for page in self._divided(group, height)]
        self._page = min(self._page, max(len(self._pages) - 1, 0))
        self._show_page()

    def _divided(self, group: Group, height: int) -> list[Group]:
        """A group page by page."""
        width = (self._area.width() - self.px(GAP) * (len(group) - 1)) // len(group)
        parts = [
            [SlideList(each.heading, tuple(rows)) for rows in divided(self, each.rows, width, height)]
            for each in group
        ]
        longest = max(map(len, parts))
        return [tuple(part[min(place, len(part) - 1)] for part in parts) for place in range(longest)]

    def _show_page(self) -> None:
        lists = self._pages[self._page] if self._pages else ()
        for column, found in zip_longest(self.columns, lists):
            if found is not None:
                column.show_rows(found.heading, found.rows)
            column.setHidden(found is None)

    # Pages

    @property
    def page(self) -> int:
        """Which of its pages is seen, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages the lists take."""
        return max(len(self._pages), 1)

    def turn(self, step: int) -> None:
        """Go on or back; no further than there is."""
        place = min(max(self._page + step, 0), self.pages - 1)
        if place != self._page:
            self._page = place
            self._show_page()
            self.show_page()
            self.turned.emit()


class TextsSlide(ListsSlide):
    """Evidence under the question; then strengths beside areas, and ideas on a page of their own."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._at = ""

    def show_what(self, what: Texts, *, fresh: bool) -> None:
        """Show the lists of a move."""
        self.show_question(what.question, asked=what.asked)
        lists = [SlideList(self.ui.tr(HEADINGS[kind]), self._rows(kind, texts)) for kind, texts in what.lists]
        counted = any(said.count for _, texts in what.lists for said in texts)
        self.said.tell(self.ui.tr(say("Tallet viser, hvor mange der skrev det")) if counted else "")
        groups = [tuple(lists[:2]), *((each,) for each in lists[2:])]
        self.show_groups(groups, anew=self._at != what.question.id)
        self._at = what.question.id

    def _rows(self, kind: StatementKind, texts: Sequence[Said]) -> tuple[SaidRow, ...]:
        """A text that was written together has nobody's number."""
        rows = (SaidRow(said.text, str(said.count) if said.count else "+") for said in texts)
        return tuple(rows) or (SaidRow(self.ui.tr(EMPTY[kind])),)


class TogetherSlide(ListsSlide):
    """What can be settled at its median."""

    def show_what(self, what: Together, *, fresh: bool) -> None:
        """Show the names with their medians, in two columns where there are many."""
        asked = say_n(
            "Skal det grønne fastlægges nu?", "Skal de {n} grønne fastlægges samlet?", len(what.rows)
        )
        nothing = say("Der er ingen grønne tilbage")
        self.title.tell(self.ui.tr(asked if what.rows else nothing))
        self.question.tell("")
        self.said.tell(self.ui.tr(say("Tallet er medianen af jeres svar")) if what.rows else "")
        rows = tuple(
            SaidRow(name, after="–" if median is None else str(median)) for name, median in what.rows
        )
        self.show_groups(two_columns(rows), anew=False)


def two_columns(rows: Sequence[SaidRow]) -> list[Group]:
    """A list that has room beside itself where it is long."""
    if len(rows) <= MOST:
        return [(SlideList("", tuple(rows)),)] if rows else []
    pages = [rows[place : place + 2 * MOST] for place in range(0, len(rows), 2 * MOST)]
    halves = [(page[: (len(page) + 1) // 2], page[(len(page) + 1) // 2 :]) for page in pages]
    return [tuple(SlideList("", tuple(half)) for half in both if half) for both in halves]


BLOCKS: dict[Block, Text] = {Block.ENABLER: say("Indsatser"), Block.RESULT: say("Resultater")}


class ResultSlide(ListsSlide):
    """The mean of each criterion, efforts beside results."""

    def show_what(self, what: Result, *, fresh: bool) -> None:
        """Show the means."""
        tr = self.ui.tr
        self.title.tell(tr(say("Resultatet er godkendt") if what.accepted else say("Jeres resultat")))
        self.question.tell("")
        self.said.tell(tr(say("Gennemsnit af det, I er enige om, for hvert kriterium")))

        def row(of: CriterionMean) -> SaidRow:
            mean = mean_words(of.mean, what.method, tr)
            some = tr(say("{mean} ({n} af {of})", mean=mean, n=of.scored, of=of.of))
            return SaidRow(of.name, after=mean if of.scored == of.of else some)

        lists = (
            SlideList(tr(BLOCKS[block]), tuple(row(each) for each in what.rows if each.block is block))
            for block in Block
        )
        self.show_groups([tuple(each for each in lists if each.rows)], anew=False)
