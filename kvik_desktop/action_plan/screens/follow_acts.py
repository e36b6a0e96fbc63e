"""What one can do with the action at hand while the plan is followed up; the page shows, this does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.screens.follow_panel import FollowPanel
from kvik_desktop.foundation.problems import Problem

if TYPE_CHECKING:
    from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage


class FollowActs:
    """Every act is done at once, and can be undone."""

    def __init__(self, page: FollowUpPage) -> None:
        self._page = page

    def listen_to(self, panel: FollowPanel) -> None:
        """Do what the panel asks for."""
        panel.status_given.connect(self._set_status)
        panel.amended.connect(lambda fields: self._do(editing.amend, **fields))
        panel.noted.connect(lambda words: self._do(follow_up.note, words))
        panel.measured.connect(lambda day, value: self._do(follow_up.measure, day, value))
        panel.unmeasured.connect(lambda day: self._do(follow_up.remove_measurement, day))
        panel.reason.given.connect(lambda note, why: self._do(follow_up.give_reason, note, why))

    def begin(self) -> None:
        """Start to follow the approved plan up."""
        found = self._page.found
        assert found is not None and found.followed is not None
        by = found.leader or found.followed.plan_approved_by
        self._page.desk.do(plans.start_follow_up, found.followed.id, by)

    def refused(self, problem: Problem) -> None:
        """Tell why, and show what is kept in the fields."""
        self._page.desk.tell(problem)
        self._page.refresh()

    def _do(self, usecase: Any, *given: Any, **fields: Any) -> Any:
        page = self._page
        assert page.found is not None and page.found.followed is not None
        desk = page.desk.telling(self.refused)
        return desk.do(usecase, page.found.followed.id, page.panel.action, *given, **fields)

    def _set_status(self, status: Status, why: str) -> None:
        self._do(follow_up.set_status, status, why)
