"""The hints beside the plan, and what is in order: they never stop anybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.action_plan.hints import in_order
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.hint_item import HintItem
from kvik_desktop.action_plan.screens.hint_words import Told, count_of, told
from kvik_desktop.action_plan.since_approval import PlanChange
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText

NOTHING = say("Når I har lagt et tiltag ind, står her, hvad der mangler.")


class HintPanel(QWidget):
    """Is made anew only when the hints are others."""

    followed = Signal(object)
    """The user wants to put a :class:`Hint` right."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._shown: tuple[object, object] | None = None
        self._told_of: tuple[PlanChange, ...] = ()
        self.items: list[HintItem] = []
        self._count = Heading(ui, "")
        self._nothing = ReadingText(ui, ui.tr(NOTHING), ink="text-2")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._changed = Heading(ui, ui.tr(say("Ændret efter godkendelsen")))
        self._changes = ReadingList(ui, (), ink="text-2")
        self._fine = QVBoxLayout()
        self._fine.setSpacing(ui.theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(4))
        column.addWidget(self._count)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        column.addSpacing(ui.theme.px(12))
        column.addLayout(self._fine)
        column.addSpacing(ui.theme.px(12))
        column.addWidget(self._changed)
        column.addWidget(self._changes)
        column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what this plan lacks, and what it does not."""
        found, good = told(plan.hints), (*_approval(plan), *in_order(plan.actions, plan.hints))
        self._told_of = plan.changes
        self._changes.set_sentences([self._told(change) for change in plan.changes])
        for part in (self._changed, self._changes):
            part.setVisible(bool(plan.changes))
        self._count.setVisible(bool(found or plan.actions))
        self._nothing.setHidden(bool(found or plan.actions))
        if (found, good) != self._shown:
            self._shown = (found, good)
            self._fill(found, good)

    def changes(self) -> list[str]:
        """What is told to be other than approved, without its days."""
        return [self.ui.tr(change.what) for change in self._told_of]

    def _told(self, change: PlanChange) -> str:
        return f"{self.ui.tr.date(change.day)}  {self.ui.tr(change.what)}"

    def _fill(self, found: Sequence[Told], good: Sequence[Text]) -> None:
        tr = self.ui.tr
        self._count.setText(tr(count_of(len(found))))
        _clear(self._list)
        _clear(self._fine)
        self.items = [self._item(each) for each in found]
        if good:
            self._fine.addWidget(Heading(self.ui, tr(say("Det er på plads"))))
        for sentence in good:
            self._fine.addWidget(_tick(self.ui, tr(sentence)))

    def _item(self, each: Told) -> HintItem:
        item = HintItem(self.ui, each)
        item.followed.connect(self.followed)
        self._list.addWidget(item)
        self._list.addWidget(Hairline(self.ui))
        return item


def _approval(plan: Plan) -> tuple[Text, ...]:
    approved, by = plan.evaluation.plan_approved, plan.evaluation.plan_approved_by
    if approved is None:
        return ()
    return (say("Planen er godkendt af {name} den {day}", name=by, day=approved.astimezone().date()),)


def _tick(ui: Ui, sentence: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(ui.theme.px(8))
    sign = QLabel()
    sign.setPixmap(mark(ui.theme, "done"))
    sign.setFixedHeight(ui.theme.line())
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(ReadingText(ui, sentence, ink="text-2"), 1)
    return line


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
