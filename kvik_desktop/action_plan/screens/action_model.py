"""The plan as a table that is edited in place: what, who, when, and how we can see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt, Signal

from kvik_desktop.action_plan.model import Action, PlannedAction
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.action_words import STATUS_MARKS, measure, summary
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.look.icons import pixmap
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


@dataclass(frozen=True, slots=True)
class Heading:
    """What the program calls a row that is no action, but the heading of some."""

    title: str


class ActionModel(CellModel):
    """Keeps what the cells show, and beside it what is edited: the bare field.

    Headings are rows nobody can go to; what stands under one says so to a screen reader.
    """

    edited = Signal(str, int, object)
    """The user has given a field another value: the action's id, the column and the value."""

    def __init__(self, ui: Ui, *, read_only: bool) -> None:
        super().__init__(ui, [ui.tr(header) for header in HEADERS])
        self._read_only = read_only
        self._actions: dict[str, Action] = {}
        self._titles: dict[str, str] = {}
        self._order: tuple[int, bool] | None = None

    def show_actions(self, plan: Plan, groups: Sequence[tuple[str, Sequence[PlannedAction]]]) -> None:
        """Show these actions of the plan, each group under its title; an empty title is no heading."""
        self._actions = {each.action.id: each.action for _, actions in groups for each in actions}
        self._titles = {each.action.id: title for title, actions in groups for each in actions if title}
        rows = []
        for title, actions in groups:
            if title:
                rows.append(
                    TableRow(Heading(title), (Cell(title, strong=True), *[Cell()] * (len(HEADERS) - 1)))
                )
            rows += [row(each, plan, self.ui.tr) for each in actions]
        self.set_rows(rows)

    def show_order(self, column: int | None, *, falling: bool) -> None:
        """Show by an arrow beside its name which column is sorted by; None is the plan's own order."""
        self._order = None if column is None else (column, falling)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADERS) - 1)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """As every table; Qt's own arrow would stand nearer to the next column's name."""
        if role == Qt.ItemDataRole.DecorationRole and self._order is not None and self._order[0] == section:
            return pixmap(self.ui.theme, "chevron-down" if self._order[1] else "chevron-up", size=14)
        return super().headerData(section, orientation, role)

    @property
    def keys(self) -> list[str]:
        """The ids of the actions that are shown, from above."""
        return [key for each in self.rows if isinstance(key := each.key, str)]

    def field_at(self, index: Index) -> object:
        """What is edited at a place, as it is kept."""
        action = self._actions[str(self.key_at(index.row()))]
        return getattr(action, FIELDS[Column(index.column())])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything is edited in place."""
        if isinstance(self.key_at(index.row()), Heading):
            return Qt.ItemFlag.NoItemFlags
        found = super().flags(index)
        return found if self._read_only else found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As every table; an action says which group it is in."""
        found = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.WHAT:
            title = self._titles.get(str(self.key_at(index.row())))
            return f"{title}: {found}" if title else found
        return found

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what the user has written; it is shown when it has been saved."""
        if role != Qt.ItemDataRole.EditRole or value == self.field_at(index):
            return False
        self.edited.emit(str(self.key_at(index.row())), index.column(), value)
        return True


def row(planned: PlannedAction, plan: Plan, tr: Translator) -> TableRow:
    """An action as a row; what is missing is asked for only while there is something to do."""
    action = planned.action
    name = f"{action.number}. {action.title}"
    what = Cell(name, summary(planned, tr), STATUS_MARKS[action.status], strong=True)
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
