"""The plan in the room: the action the group talks about, large, and all of them beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.action_plan.projected import SeenActions, SeenField, SeenRow, Tone
from kvik_desktop.foundation.text import say_n
from kvik_desktop.shell.projector.projection import Projection
from kvik_desktop.shell.projector.slide_text import SlideText
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.screens.projected.meeting_slide import MeetingSlide
from kvik_desktop.workshop.screens.projected.said_rows import SaidRow, SaidRows, divided

GAP, INSET, BETWEEN = 48, 16, 14
"""Between the two halves, beside the words of a row, and between two fields, on a screen 1366 across."""

INKS = {Tone.PLAIN: "text", Tone.ASKED: "text-2", Tone.LATE: "amber"}


class FieldPart(QWidget):
    """What it is called, and under it what it says."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.name = SlideText(ui, "", ink="text-2")
        self.words = SlideText(ui, "", "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.words)

    def show_field(self, field: SeenField) -> None:
        """Show this in the large type."""
        self.name.tell(field.name)
        self.words.set_size("title")
        self.words.set_ink(INKS[field.tone])
        self.words.tell(field.words)


class ActionsSlide(MeetingSlide):
    """The list follows the action; its other pages can be looked at meanwhile."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._given: SeenActions | None = None
        self._pages: list[Sequence[SaidRow]] = []
        self._page = 0
        self._parts: list[FieldPart] = []
        self._half = QWidget()
        self._fields = QVBoxLayout(self._half)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(self.px(BETWEEN))
        self._fields.addStretch(1)
        self.list = SaidRows(self, inset=self.px(INSET))
        row = QHBoxLayout()
        row.setSpacing(self.px(GAP))
        row.addWidget(self._half, 3)
        row.addWidget(self.list, 2)
        self.body.addLayout(row, 1)

    def show_given(self, given: Any, *, fresh: bool) -> None:
        """Show the plan as it is now."""
        assert isinstance(given, SeenActions)
        before, self._given = self._given, given
        self.criterion.tell(given.about)
        n = len(given.rows)
        self.said.tell(self.ui.tr(say_n("{n} tiltag", "{n} tiltag", n)))
        self._show_fields(given.fields)
        self._lay_out()
        if before is None or before.at != given.at:
            self._turn_to_current()
        self.show_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size has room for other rows."""
        super().resizeEvent(event)
        if self._given is not None:
            self._show_fields(self._given.fields)
            self._lay_out()
            self._turn_to_current()
            self.show_page()

    # The action

    def _show_fields(self, fields: Sequence[SeenField]) -> None:
        while len(self._parts) < len(fields):
            part = FieldPart(self.ui)
            self._fields.insertWidget(len(self._parts), part)
            self._parts.append(part)
        for place, part in enumerate(self._parts):
            if place < len(fields):
                part.show_field(fields[place])
            part.setVisible(place < len(fields))

    def _lay_out(self) -> None:
        """The list as it is divided now, and the action with what there is room for."""
        given = self._given
        assert given is not None
        self.title.tell(_named(given.rows[given.at]) if given.at is not None else "")
        self.settle()
        width = self.list.width() - 2 * self.px(INSET)
        rows = [_row(row, here=place == given.at) for place, row in enumerate(given.rows)]
        self._pages = list(divided(self, rows, width, self.list.height() - self.px(8)))
        self._page = min(self._page, len(self._pages) - 1)
        self._show_list()
        self._fit()

    def _fit(self) -> None:
        """Where room is short the type of what is said of it gives way, then the longest of its words."""
        shown = [part.words for part in self._parts if not part.isHidden()]
        if self._over() > 0:
            for words in shown:
                words.set_size("text")
        for words in sorted(shown, key=lambda each: each.heightForWidth(each.width()), reverse=True):
            words.give_way(self._over())
        self.title.give_way(self._over())
        self.settle()

    def _over(self) -> int:
        """How many pixels there is no room for."""
        self.settle()
        return self._fields.minimumHeightForWidth(self._half.width()) - self._half.height()

    # The list

    def _turn_to_current(self) -> None:
        """Where the action is."""
        here = (place for place, rows in enumerate(self._pages) if any(row.here for row in rows))
        page = next(here, self._page)
        if page != self._page:
            self._page = page
            self._show_list()

    def _show_list(self) -> None:
        self.list.show_rows("", self._pages[self._page])

    @property
    def page(self) -> int:
        """Which of its pages is seen, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages the list takes."""
        return max(len(self._pages), 1)

    def turn(self, step: int) -> None:
        """Other actions of the list; no further than there are."""
        place = min(max(self._page + step, 0), self.pages - 1)
        if place != self._page:
            self._page = place
            self._show_list()
            self.show_page()
            self.turned.emit()


def _named(row: SeenRow) -> str:
    return f"{row.number}. {row.title}"


def _row(row: SeenRow, *, here: bool) -> SaidRow:
    return SaidRow(row.title, str(row.number), row.status, here)


def actions_projection(actions: SeenActions) -> Projection:
    """What the room sees of the actions of a plan."""
    return Projection("actions", ActionsSlide, actions)
