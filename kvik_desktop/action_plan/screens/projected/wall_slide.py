"""The wall in the room: areas with their letters under the names of their groups, and dots when shown."""

from __future__ import annotations

from typing import Any

from kvik_desktop.action_plan.projected import SeenArea, SeenGroup, SeenWall
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.projector.projection import Projection
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.screens.projected.lists_slide import Group, ListsSlide, SlideList
from kvik_desktop.workshop.screens.projected.said_rows import MOST, SaidRow


class WallSlide(ListsSlide):
    """Two groups beside each other; a long one fills both sides."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._seen: tuple[SeenGroup, ...] = ()

    def show_given(self, given: Any, *, fresh: bool) -> None:
        """Show the wall as it is ordered now."""
        assert isinstance(given, SeenWall)
        self.show_what(given, fresh=fresh)
        self.show_page()

    def show_what(self, what: SeenWall, *, fresh: bool) -> None:
        """What is asked above, and below how far the vote is."""
        tr = self.ui.tr
        voting = say("Hvad er vigtigst for jer?")
        self.title.tell(tr(say("Hvad skal I gøre noget ved?") if what.each is None else voting))
        self.said.tell("")
        if what.each is not None:
            dots = say_n("Hver har {n} prik", "Hver har {n} prikker", what.each)
            given = say_n("{dots} · {n} har givet", "{dots} · {n} har givet", what.given, dots=dots)
            self.said.tell(tr(given))
        elif what.has_dots:
            self.said.tell(tr(say("Tallet viser, hvor mange prikker området fik")))
        self.show_groups(_pages(what.groups, dots=what.has_dots), anew=what.groups != self._seen)
        self._seen = what.groups


def _pages(groups: tuple[SeenGroup, ...], *, dots: bool) -> list[Group]:
    """Two short groups share a page; a long one has its own, in two columns."""
    pages: list[Group] = []
    waiting: SlideList | None = None
    for group in groups:
        rows = tuple(_row(area, dots=dots) for area in group.areas)
        if len(rows) > MOST:
            for place in range(0, len(rows), 2 * MOST):
                page = rows[place : place + 2 * MOST]
                half = (len(page) + 1) // 2
                halves = (SlideList(group.name, page[:half]), SlideList(group.name, page[half:]))
                pages.append(tuple(each for each in halves if each.rows))
        elif waiting is None:
            waiting = SlideList(group.name, rows)
        else:
            pages.append((waiting, SlideList(group.name, rows)))
            waiting = None
    return pages if waiting is None else [*pages, (waiting,)]


def _row(area: SeenArea, *, dots: bool) -> SaidRow:
    return SaidRow(area.text, area.letter, str(area.dots) if dots and area.dots is not None else "")


def wall_projection(wall: SeenWall) -> Projection:
    """What the room sees of a wall."""
    return Projection("wall", WallSlide, wall)
