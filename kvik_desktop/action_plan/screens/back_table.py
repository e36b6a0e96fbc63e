"""What the evaluation before came to: old and new beside each other, and what each action moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.action_plan.looking_back import LookingBack
from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.screens.back_words import (
    ACTION_HEADERS,
    CRITERION_HEADERS,
    HEADERS,
    action_rows,
    caution,
    criterion_rows,
    near_words,
    rows,
)
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import CellModel, TableRow
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.table import Table

SUBCRITERIA, ACTIONS, CRITERIA = "delkriterier", "tiltag", "kriterier"
HEADS = {SUBCRITERIA: HEADERS, ACTIONS: ACTION_HEADERS, CRITERIA: CRITERION_HEADERS}
WIDTHS = {SUBCRITERIA: (0, 72, 72, 136, 0), ACTIONS: (0, 112, 0, 176), CRITERIA: (0, 0, 0, 176)}
"""Of the columns at 100 %."""
POINTS = (0, 128, 128, 128)
"""Of those of the criteria where there are points in them, not shares."""


class BackTable(QWidget):
    """Differences only where both were given alike: same model, same method."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._found: Following | None = None
        tr, px = ui.tr, ui.theme.px
        names = {
            SUBCRITERIA: say("Efter delkriterium"),
            ACTIONS: say("Efter tiltag"),
            CRITERIA: say("Efter kriterium"),
        }
        self.order = FilterChips(
            ui, tr(say("Vis efter")), [Filter(key, tr(name)) for key, name in names.items()], SUBCRITERIA
        )
        self.order.chosen.connect(lambda _key: self._fill())
        self.models: dict[str, CellModel] = {
            key: CellModel(ui, [tr(header) for header in headers]) for key, headers in HEADS.items()
        }
        self.table = Table(ui, tr(say("Siden sidst")), edge=24)
        self.table.setModel(self.model)
        self.table.set_columns(*WIDTHS[SUBCRITERIA])
        self._near = ReadingText(ui, "", "small", ink="text-2")
        top = QHBoxLayout()
        top.setContentsMargins(px(12), px(8), px(24), 0)
        top.setSpacing(px(16))
        top.addWidget(self.order)
        top.addWidget(self._near, 1)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(px(24), 0, px(24), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._notes)
        column.addLayout(top)
        column.addWidget(self.table, 1)

    @property
    def model(self) -> CellModel:
        """What the table shows now."""
        return self.models[self.order.key]

    def show_following(self, found: Following) -> None:
        """Show what was and what is."""
        self._found = found
        while (item := self._notes.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        back = found.back
        if back is None:
            for model in self.models.values():
                model.set_rows(())
            return
        tr = self.ui.tr
        told = caution(back)
        if told is not None:
            self._notes.addSpacing(self.ui.theme.px(16))
            title = tr(say("Tallene kan ikke sammenlignes direkte"))
            self._notes.addWidget(Note(self.ui, "caution", title, tr(told)))
        has_criteria = back.both is not None and not back.compares_subcriteria
        self.order.chips[-1].setVisible(has_criteria)
        if not has_criteria and self.order.key == CRITERIA:
            self.order.set_key(SUBCRITERIA)
        self._near.setText(tr(near_words(back.method, back.tolerance)) if back.compares_subcriteria else "")
        self._fill()

    def _fill(self) -> None:
        found = self._found
        if found is None or found.back is None:
            return
        if self.table.model() is not self.model:
            self.table.setModel(self.model)
            points = self.order.key == CRITERIA and found.back.comparison.joins
            self.table.set_columns(*(POINTS if points else WIDTHS[self.order.key]))
        self.model.set_rows(self._rows(found, found.back))

    def _rows(self, found: Following, back: LookingBack) -> Sequence[TableRow]:
        if self.order.key == ACTIONS:
            return action_rows(found, back, self.ui.tr)
        if self.order.key == CRITERIA:
            return criterion_rows(back, self.ui.tr)
        return rows(found, back, self.ui.tr)
