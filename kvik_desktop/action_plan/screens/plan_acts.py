"""What one can do with the actions of a plan; the page shows, this does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import PlannedAction, Status
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_form import ActionForm
from kvik_desktop.action_plan.screens.action_model import FIELDS, Column
from kvik_desktop.action_plan.screens.action_words import status_word
from kvik_desktop.action_plan.screens.plan_export import save_calendar
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say

if TYPE_CHECKING:
    from kvik_desktop.action_plan.screens.plan_page import PlanPage


class PlanActs:
    """Every act is done at once, and can be undone."""

    def __init__(self, page: PlanPage) -> None:
        self._page = page

    @property
    def may(self) -> bool:
        """Whether anything can be changed now."""
        page = self._page
        return page.plan is not None and page.plan.is_open and not page.desk.read_only

    @property
    def _plan(self) -> Plan:
        plan = self._page.plan
        assert plan is not None, "nothing is done before the plan is there"
        return plan

    def do(self, usecase: Any, action: str, *given: Any, **fields: Any) -> Any:
        """Do something with an action; where it is refused, the fields show what is kept."""
        desk = self._page.desk.telling(self._refused)
        return desk.do(usecase, self._plan.evaluation.id, action, *given, **fields)

    def _refused(self, problem: Problem) -> None:
        self._page.desk.tell(problem)
        self._page.refresh()

    # One action's fields

    def listen_to(self, form: ActionForm) -> None:
        """Do what the fields of an action ask for."""
        form.amended.connect(lambda key, fields: self.amend(key, **fields))
        form.people_set.connect(lambda key, names: self.do(editing.set_participants, key, names))
        form.needs_set.connect(lambda *given: self._set_needs(form, *given))
        form.status_set.connect(self.set_status)
        form.measured.connect(lambda *given: self.do(follow_up.measure, *given))
        form.unmeasured.connect(lambda *given: self.do(follow_up.remove_measurement, *given))
        form.tied.connect(lambda key, area: self.do(editing.tie, key, [area]))
        form.untied.connect(lambda key, place: self.do(editing.untie, key, place))
        form.noted.connect(lambda key, text: self.do(follow_up.note, key, text))

    def amend(self, action: str, **fields: Any) -> None:
        """Put other words in its fields; sorted rows may move."""
        self._page.arrangement.move(action)
        self.do(editing.amend, action, **fields)

    def edited(self, key: str, column: int, value: object) -> None:
        """A cell has been edited; its row stays where it is."""
        self.do(editing.amend, key, **{FIELDS[Column(column)]: value})

    def _set_needs(self, form: ActionForm, action: str, others: Sequence[str], words: Sequence[str]) -> None:
        """What cannot be waited for is told beside the field."""
        desk = self._page.desk.telling(form.refuse_needs)
        done = desk.do(editing.set_prerequisites, self._plan.evaluation.id, action, others, words)
        done.then(lambda _: form.refuse_needs(None))

    def set_status(self, action: str, status: Status) -> None:
        """Say how far an action is; what is dropped needs a reason first."""
        found = self._page.plan.of(action) if self._page.plan is not None else None
        if found is None or not self.may or found.action.status is status:
            return
        self._page.flush()
        if status is Status.DROPPED:
            self._page.questions.ask_reason(action)
        else:
            self._set_status(found, status)

    def drop(self, action: str, reason: str) -> None:
        """It will not be done, for this reason."""
        found = self._plan.of(action)
        if found is not None:
            self._set_status(found, Status.DROPPED, reason)

    def _set_status(self, found: PlannedAction, status: Status, reason: str = "") -> None:
        self._page.arrangement.move(found.action.id)
        said = say("»{title}«: {status}", title=found.action.title, status=status_word(status))
        self._saying(self.do(follow_up.set_status, found.action.id, status, reason), said)

    # Whole actions

    def add(self) -> None:
        """A new action at the end, with its title to be written."""
        if self.may:
            self._page.flush()
            title = self._page.ui.tr(say("Nyt tiltag"))
            self._page.desk.do(editing.add, self._plan.evaluation.id, title).then(self._begin)

    def copy(self) -> None:
        """A copy of the chosen action, with its title to be written."""
        found = self._page.current
        if found is not None and self.may:
            self._page.flush()
            title = self._page.ui.tr(say("{title} (kopi)", title=found.action.title))
            self.do(editing.duplicate, found.action.id, title).then(self._begin)

    def _begin(self, made: PlannedAction) -> None:
        self._page.come_to(made.action.id, Column.WHAT)

    def remove(self) -> None:
        """Take the chosen action out of the plan; another is chosen in its stead."""
        found = self._page.current
        if found is None or not self.may:
            return
        keys = self._page.model.keys
        others = [key for key in keys if key != found.action.id]
        if others:
            self._page.go_after(others[min(keys.index(found.action.id), len(others) - 1)])
        said = say("»{title}« er slettet", title=found.action.title)
        self._saying(self.do(editing.remove, found.action.id), said)

    def shift(self, way: int) -> None:
        """Move the chosen action up or down among those that are shown."""
        page = self._page
        found = page.current
        if found is not None and self.may and not page.look.is_plans_own:
            page.desk.say(page.ui.tr(say("Vis planens egen rækkefølge for at flytte et tiltag.")))
            return
        row = page.table.currentIndex().row() + way
        if found is None or not self.may or not 0 <= row < page.model.rowCount():
            return
        order = [each.action.id for each in self._plan.actions]
        other = str(page.model.key_at(row))
        order.remove(found.action.id)
        order.insert(order.index(other) + (1 if way > 0 else 0), found.action.id)
        page.desk.do(editing.reorder, self._plan.evaluation.id, order)

    # The whole plan

    def approve(self, name: str) -> None:
        """Somebody approves the plan as it stands."""
        done = self._page.desk.do(plans.approve, self._plan.evaluation.id, name)
        self._saying(done, say("Planen er godkendt"))

    def export(self, *, alone: bool) -> None:
        """Save the days of the plan, or of the chosen action ``alone``, as a calendar file."""
        page = self._page
        found = page.current
        if page.plan is not None and (found is not None or not alone):
            page.flush()
            save_calendar(page.desk, page.ui, page.plan, found if alone else None)

    def _saying(self, done: Any, said: Text) -> None:
        page = self._page
        done.then(lambda _: page.desk.say(page.ui.tr(said), undoable=True))
