"""To whom sheets are made: everybody with what they have, and a tick for those who are to get one now."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.handed_out.model import Handing, Recipient
from kvik_desktop.evaluation.screens.collecting.hand_out_words import has
from kvik_desktop.evaluation.screens.collecting.way_choice import INDENT
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.reading_text import ReadingText


class Recipients(QWidget):
    """Ticked from the beginning are those who have nothing that can be used."""

    ticked = Signal()
    """The user has ticked somebody, or taken a tick away."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        px, tr = ui.theme.px, ui.tr
        self.setAccessibleName(tr(say("Til hvem?")))
        self.boxes: dict[str, QCheckBox] = {}
        self._told: dict[str, ReadingText] = {}
        self.everybody = LinkButton(ui, tr(say("Vælg alle")))
        self.nobody = LinkButton(ui, tr(say("Vælg ingen")))
        self.lacking = LinkButton(ui, tr(say("Vælg dem, der mangler et skema")))
        self.everybody.clicked.connect(lambda *_: self._tick(self.boxes))
        self.nobody.clicked.connect(lambda *_: self._tick(()))
        self.lacking.clicked.connect(lambda *_: self._tick(self._lacking))
        self._lacking: frozenset[str] = frozenset()
        acts = QHBoxLayout()
        acts.setSpacing(px(24))
        acts.addWidget(self.everybody)
        acts.addWidget(self.nobody)
        acts.addWidget(self.lacking)
        acts.addStretch(1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(acts)
        column.addLayout(self._rows)
        self._lines: list[QWidget] = []

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those who are ticked, in the list's order."""
        return tuple(person for person, box in self.boxes.items() if box.isChecked())

    def show_people(self, of: Handing) -> None:
        """Everybody as they are now; whoever is on the list already keeps their tick."""
        self._lacking = frozenset(each.participant.id for each in (*of.without(), *of.stale()))
        if list(self.boxes) != [each.participant.id for each in of.people]:
            self._make(of)
        for each in of.people:
            told = has(each, of, self.ui.tr)
            self._told[each.participant.id].setText(told)
            self.boxes[each.participant.id].setAccessibleDescription(told)
            self.boxes[each.participant.id].setText(each.participant.name)

    def _make(self, of: Handing) -> None:
        ticked = self._lacking | set(self.chosen)
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.boxes, self._told, self._lines = {}, {}, []
        for each in of.people:
            line = self._line(each, is_ticked=each.participant.id in ticked)
            self._lines.append(line)
            self._rows.addWidget(line)
            line.show()

    def _line(self, each: Recipient, *, is_ticked: bool) -> QWidget:
        px, line = self.ui.theme.px, QWidget()
        box = self.boxes[each.participant.id] = QCheckBox(each.participant.name)
        box.setChecked(is_ticked)
        box.clicked.connect(lambda _: self.ticked.emit())
        told = self._told[each.participant.id] = ReadingText(self.ui, "", "small", ink="text-2")
        under = QHBoxLayout()
        under.setContentsMargins(px(INDENT), 0, 0, 0)
        under.addWidget(told)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(under)
        return line

    def tick_only(self, people: Collection[str]) -> None:
        """Tick these without a signal."""
        for person, box in self.boxes.items():
            box.setChecked(person in people)

    def _tick(self, people: Collection[str]) -> None:
        self.tick_only(people)
        self.ticked.emit()
