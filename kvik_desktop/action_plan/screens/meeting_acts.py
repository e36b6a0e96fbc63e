"""What a group does at a status meeting: begin it, go through the actions one by one, and end it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.screens import follow_foot
from kvik_desktop.action_plan.screens.follow_words import ALL, MEETINGS, VIEWS
from kvik_desktop.action_plan.status_meetings import usecases as meetings
from kvik_desktop.action_plan.status_meetings.model import StatusMeeting
from kvik_desktop.action_plan.status_meetings.usecases import Minutes
from kvik_desktop.foundation.text import say

if TYPE_CHECKING:
    from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage


class MeetingActs:
    """Knows what comes next at a meeting; the page shows, this does."""

    def __init__(self, page: FollowUpPage) -> None:
        self._page = page

    @property
    def _found(self) -> Following:
        assert self._page.found is not None, "acts belong to a page that is shown"
        return self._page.found

    @property
    def _plan(self) -> str:
        """Id of the evaluation whose plan is followed."""
        assert self._found.followed is not None, "there are no meetings before the plan is approved"
        return self._found.followed.id

    def meet(self) -> None:
        """Begin a status meeting, or go on with the one that is open."""
        page = self._page
        page.flush()
        if self._found.meetings.open is not None:
            self._first()
            return
        page.desk.do(meetings.begin, self._plan).then(lambda _: self._first())

    def _first(self) -> None:
        """Be at the first action that the meeting has not gone through."""
        page = self._page
        if page.filters.key in VIEWS:
            page.see(ALL)
        if target := follow_foot.next_on_agenda(self._found, ""):
            page.take(target)

    def gone_through(self) -> None:
        """This action has been talked about: on to the next, or to the end of the meeting."""
        page, here = self._page, self._page.at
        page.panel.flush()
        target = follow_foot.next_on_agenda(self._found, here)

        def go_on(_: object = None) -> None:
            if target is None:
                page.set_finishing(asked=True)
            else:
                page.take(target)

        if here in follow_foot.on_agenda(self._found) and here not in self._found.meetings.talked:
            page.desk.do(meetings.gone_through, self._plan, here).then(go_on)
        else:
            go_on()

    def finish(self) -> None:
        """End the meeting, and read its minutes."""
        page = self._page
        page.ending.flush()
        desk = page.desk.telling(page.acts.refused)
        desk.do(meetings.finish, self._plan, *page.ending.given).then(self._finished)

    def _finished(self, held: StatusMeeting) -> None:
        page = self._page
        page.set_finishing(asked=False)
        page.see(MEETINGS, held.id)
        page.desk.say(page.ui.tr(say("Mødet er slut, og referatet er gemt")), undoable=True)
        page.held.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def amend(self, fields: dict[str, Any]) -> None:
        """Keep what is written about the open meeting."""
        now = self._found.meetings.open
        if now is not None:
            self._page.desk.do(meetings.amend, self._plan, now.id, **fields)

    def with_minutes(self, act: Callable[[str, Minutes], None]) -> None:
        """Do something with the minutes that are read."""
        minutes = self._page.held.minutes
        if minutes is not None:
            act(self._plan, minutes)

    def remove(self) -> None:
        """Delete the meeting whose minutes are read."""
        page, minutes = self._page, self._page.held.minutes
        if minutes is not None:
            said = page.ui.tr(say("Mødet den {day} er slettet", day=minutes.meeting.day))
            done = page.desk.do(meetings.remove, self._plan, minutes.meeting.id)
            done.then(lambda _: page.desk.say(said, undoable=True))
