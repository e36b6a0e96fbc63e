"""The hints beside the plan, and what is in order: they never stop anybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.action_plan.hints import Hint, in_order
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.hint_item import HintItem
from kvik_desktop.action_plan.screens.hint_words import count_of
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

SHOWN = 6
"""Hints shown before "Vis 4 til"."""


class HintPanel(QWidget):
    """Is made anew only when the hints are others."""

    followed = Signal(object)
    """The user wants to put a :class:`Hint` right."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._hints: tuple[Hint, ...] = ()
        self._good: tuple[Text, ...] = ()
        self._all = False
        self._begun = False
        self.items: list[HintItem] = []
        self._count = Heading(ui, "")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._fine = QVBoxLayout()
        self._fine.setSpacing(ui.theme.px(8))
        self.more = LinkButton(ui, "")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(4))
        column.addWidget(self._count)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(ui.theme.px(12))
        column.addLayout(self._fine)
        column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what this plan lacks, and what it does not."""
        good = in_order(plan.actions, plan.hints)
        if self._begun and (plan.hints, good) == (self._hints, self._good):
            return
        self._begun = True
        self._hints, self._good = plan.hints, good
        self._fill()

    def _fill(self) -> None:
        tr = self.ui.tr
        self._count.setText(tr(count_of(len(self._hints))))
        _clear(self._list)
        _clear(self._fine)
        seen = self._hints if self._all else self._hints[:SHOWN]
        self.items = [self._item(hint) for hint in seen]
        left = len(self._hints) - len(seen)
        self.more.setVisible(left > 0)
        self.more.setText(tr(say_n("Vis {n} til", "Vis {n} til", left)))
        if self._good:
            self._fine.addWidget(Heading(self.ui, tr(say("Det er på plads"))))
        for sentence in self._good:
            self._fine.addWidget(_tick(self.ui, tr(sentence)))

    def _item(self, hint: Hint) -> HintItem:
        item = HintItem(self.ui, hint)
        item.followed.connect(self.followed)
        self._list.addWidget(item)
        self._list.addWidget(Hairline(self.ui))
        return item

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.items[SHOWN].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> Sequence[LinkButton]:
        """What can be done, from above."""
        return [item.button for item in self.items]


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
