"""The plan as a table that is edited in place: what, who, when, and how we can see it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal

from kvik_desktop.action_plan.model import Action, PlannedAction
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_words import STATUS_MARKS, measure, summary
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, Index, TableRow


class Column(IntEnum):
    """The four columns, in the order of the default row of a plan."""

    WHAT = 0
    WHO = 1
    WHEN = 2
    HOW = 3


FIELDS = {Column.WHAT: "title", Column.WHO: "responsible", Column.WHEN: "deadline", Column.HOW: "success"}
"""The field of an action that each column edits."""

HEADERS = (say("Tiltag"), say("Ansvarlig"), say("Frist"), say("Sådan ser I det"))
MISSING = {Column.WHO: say("Vælg en"), Column.WHEN: say("Sæt en frist"), Column.HOW: say("Tilføj et mål")}
"""What stands where something is missing: it is the button, too."""


class ActionModel(CellModel):
    """Keeps what the cells show, and beside it what is edited: the bare field."""

    edited = Signal(str, int, object)
    """The user has given a field another value: the action's id, the column and the value."""

    def __init__(self, ui: Ui, *, read_only: bool) -> None:
        super().__init__(ui, [ui.tr(header) for header in HEADERS])
        self._read_only = read_only
        self._actions: dict[str, Action] = {}

    def show_actions(self, plan: Plan, actions: Sequence[PlannedAction]) -> None:
        """Show these actions of the plan."""
        self._actions = {each.action.id: each.action for each in actions}
        self.set_rows([row(each, plan, self.ui.tr) for each in actions])

    def field_at(self, index: Index) -> object:
        """What is edited at a place, as it is kept."""
        action = self._actions[str(self.key_at(index.row()))]
        return getattr(action, FIELDS[Column(index.column())])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything is edited in place."""
        found = super().flags(index)
        return found if self._read_only else found | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what the user has written; it is shown when it has been saved."""
        if role != Qt.ItemDataRole.EditRole or value == self.field_at(index):
            return False
        self.edited.emit(str(self.key_at(index.row())), index.column(), value)
        return True


def row(planned: PlannedAction, plan: Plan, tr: Translator) -> TableRow:
    """An action as a row; what is missing is asked for only while there is something to do."""
    action = planned.action
    what = Cell(action.title, summary(planned, tr), STATUS_MARKS[action.status], strong=True)
    who = Cell(action.responsible) if action.responsible.strip() else _missing(action, Column.WHO, tr)
    return TableRow(action.id, (what, who, _when(action, plan, tr), _how(action, tr)))


def _when(action: Action, plan: Plan, tr: Translator) -> Cell:
    if action.deadline is None:
        return _missing(action, Column.WHEN, tr)
    written = tr.date(action.deadline)
    if action.is_overdue(plan.today):
        return Cell(written, icon="warning", ink="amber", strong=True, tip=tr(say("Fristen er overskredet")))
    return Cell(written)


def _how(action: Action, tr: Translator) -> Cell:
    figures, words = measure(action, tr), action.success.strip()
    if not (figures or words):
        return _missing(action, Column.HOW, tr)
    return Cell(words, figures) if words else Cell(figures)


def _missing(action: Action, column: Column, tr: Translator) -> Cell:
    if not action.is_open:
        return Cell("–", ink="text-2")
    words: Text = MISSING[column]
    return Cell(tr(words), icon="warning", ink="amber", strong=True)
