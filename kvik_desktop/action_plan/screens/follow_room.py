"""What the room sees while the plan is followed up, and the keys that work from its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvik_desktop.action_plan.screens.follow_words import BACK, VIEWS
from kvik_desktop.action_plan.screens.projected.actions_showing import FOLLOW_UP, followed, moved
from kvik_desktop.shell.projector.neutral_slide import neutral

if TYPE_CHECKING:
    from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage


class FollowRoom:
    """The actions, or what has moved; never the minutes, nor what is being written for them."""

    def __init__(self, page: FollowUpPage) -> None:
        self._page = page
        page.driving = {"Up": lambda: self.step(-1), "Down": lambda: self.step(1)}

    def show(self) -> None:
        """Let the room follow."""
        page = self._page
        found, tr = page.found, page.ui.tr
        if found is None:
            return
        if self.goes_through:
            page.set_projection(followed(found, self._keys, page.at, tr))
        elif page.filters.key == BACK and not page.is_finishing:
            page.set_projection(moved(found, tr))
        else:
            page.set_projection(neutral(tr(FOLLOW_UP)))

    @property
    def goes_through(self) -> bool:
        """Whether the actions are what is seen."""
        return not self._page.is_finishing and self._page.filters.key not in VIEWS

    @property
    def may_act(self) -> bool:
        """A status meeting goes on from action to action; all else asks for more on the page."""
        found = self._page.found
        is_meeting = found is not None and found.meetings.open is not None
        return is_meeting and self.goes_through and not self._page.coming.asking

    @property
    def _keys(self) -> list[str]:
        return [str(each.key) for each in self._page.table.rows.rows]

    def step(self, way: int) -> None:
        """Be at the next action (1) or the one before (-1)."""
        keys, here = self._keys, self._page.at
        if self.goes_through and here in keys:
            self._page.table.set_key(keys[min(max(keys.index(here) + way, 0), len(keys) - 1)])
