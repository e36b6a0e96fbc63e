"""Comparing a coordinator's key with the letter: two groups drawn at random are typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.bundle.own_keys import Offered
from kvik_desktop.envelope import digits
from kvik_desktop.envelope.keys import GROUPS
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import QuietButton, SecondaryButton
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

FIELD_WIDE = 160


class CompareDigits(QWidget):
    """The digits themselves are not shown here: they are read from the letter."""

    same = Signal()
    given_up = Signal()

    def __init__(self, ui: Ui, offered: Offered) -> None:
        super().__init__()
        self.ui = ui
        self.groups = digits.draw_two()
        self._key = offered.opened.trust_list.signing_key
        px, tr = ui.theme.px, ui.tr
        self.fields = [
            Field(ui, tr(say("Gruppe {n} af {of}", n=group + 1, of=GROUPS)), QLineEdit())
            for group in self.groups
        ]
        self.go_on = SecondaryButton(ui, tr(say("Sammenlign, og brug listen")), small=True)
        self.go_on.clicked.connect(self._compare)
        cancel = QuietButton(ui, tr(say("Lad være")), small=True)
        cancel.clicked.connect(self.given_up)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        for field in self.fields:
            field.control.returnPressed.connect(self._compare)
            field.setMaximumWidth(px(FIELD_WIDE))
            row.addWidget(field)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(8))
        name = offered.opened.trust_list.coordinator.name
        column.addWidget(Heading(ui, tr(say("Er det jeres koordinator: {name}?", name=name))))
        column.addWidget(
            ReadingText(
                ui,
                tr(
                    say(
                        "Find brevet fra koordinatoren, og skriv de to grupper cifre, der står der. Så er "
                        "det sikkert, at filen ikke er fra en anden. Har I ikke fået et brev, så ring til "
                        "kommunen på et nummer, I kender i forvejen, og få dem læst op."
                    )
                ),
            )
        )
        column.addLayout(row)
        self._wrong = ReadingText(ui, "", ink="red")
        self._wrong.hide()
        column.addWidget(self._wrong)
        column.addWidget(FlowRow(ui, [self.go_on, cancel]))

    def _compare(self) -> None:
        try:
            for group, field in zip(self.groups, self.fields, strict=True):
                digits.compare(self._key, (group,), field.control.text())
        except Problem as problem:
            self._wrong.setText(f"{self.ui.tr(problem.message)} {self.ui.tr(problem.action)}")
            self._wrong.show()
            self.fields[0].control.setFocus()
            return
        self.same.emit()
