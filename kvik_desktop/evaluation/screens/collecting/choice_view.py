"""A person's own two answers side by side, in that person's turn, behind the same door as all answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.collecting.conflicts import Comparison
from kvik_desktop.evaluation.collecting.waiting import Conflict
from kvik_desktop.evaluation.screens.collecting import conflict_words
from kvik_desktop.evaluation.screens.collecting.choice_point import ChoicePoint
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.column import WIDE, ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText

BROAD = WIDE + 160
"""Two columns of an answer each."""


class ChoiceView(QWidget):
    """Made for one conflict and thrown away after: nothing of it is left when the turn ends."""

    changed = Signal()
    """Something was chosen: the foot may say something else."""

    def __init__(self, ui: Ui, conflict: Conflict, sheet: Sheet) -> None:
        super().__init__()
        self.ui = ui
        self.conflict = conflict
        tr, px, shown = ui.tr, ui.theme.px, conflict.shown
        self.points = [ChoicePoint(ui, *pair, sheet) for pair in _pairs(shown, sheet)]
        for point in self.points:
            point.chosen.connect(self.changed)
        self.all_file = SecondaryButton(ui, tr(say("Alle fra filen")), small=True)
        self.all_here = SecondaryButton(ui, tr(say("Alle, der ligger her")), small=True)
        self.all_file.clicked.connect(lambda *_: self._choose_all(file=True))
        self.all_here.clicked.connect(lambda *_: self._choose_all(file=False))
        self.fresh = QCheckBox(
            tr(
                say_n(
                    "Tag også det {n} svar med, som kun er i filen",
                    "Tag også de {n} svar med, som kun er i filen",
                    len(shown.fresh),
                )
            )
        )
        self.fresh.setChecked(True)
        self.fresh.clicked.connect(lambda *_: self.changed.emit())
        scroll = ScrollColumn(ui, wide=BROAD, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(8))
        body.addWidget(Heading(ui, tr(say("Hvilke svar gælder?")), "large"))
        body.addWidget(ReadingText(ui, tr(_OLDER if shown.is_older_form else _TWICE)))
        told = (*conflict_words.here(conflict), conflict_words.comes(conflict))
        body.addWidget(ReadingList(ui, [tr(text) for text in told], ink="text-2"))
        body.addSpacing(px(8))
        body.addLayout(self._acts())
        for point in self.points:
            body.addSpacing(px(16))
            body.addWidget(point)
        body.addSpacing(px(16))
        body.addWidget(self.fresh)
        self.fresh.setVisible(self._has_fresh)
        if shown.unknown:
            body.addWidget(ReadingText(ui, tr(conflict_words.besides(conflict)[-1]), ink="text-2"))
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _acts(self) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(self.ui.theme.px(12))
        for button in (self.all_here, self.all_file):
            acts.addWidget(button)
            if len(self.points) < 2:  # the two cards are enough
                button.hide()
        acts.addStretch(1)
        return acts

    def _choose_all(self, *, file: bool) -> None:
        for point in self.points:
            point.choose(file=file)
        self.changed.emit()

    @property
    def open(self) -> int:
        """How many questions nothing is chosen for."""
        return sum(point.takes_file is None for point in self.points)

    @property
    def taken(self) -> frozenset[str]:
        """The questions whose answers are taken from the file."""
        chosen = frozenset(point.subcriterion for point in self.points if point.takes_file)
        is_along = self._has_fresh and self.fresh.isChecked()
        return chosen | frozenset(self.conflict.shown.fresh if is_along else ())

    @property
    def _has_fresh(self) -> bool:
        """Whether some answers come along as they are; those of an older form are looked at one by one."""
        return bool(self.conflict.shown.fresh) and not self.conflict.shown.is_older_form

    def first_focus(self) -> QWidget:
        """The first choice."""
        return self.points[0].here.button if self.points else self.fresh


def _pairs(shown: Comparison, sheet: Sheet) -> Sequence[tuple[NewAnswer, NewAnswer]]:
    """What is to be chosen between, in the model's order: what lies here and what comes."""
    asked = {point.subcriterion for point in shown.points}
    if shown.is_older_form:
        asked |= set(shown.fresh)
    comes = {each.subcriterion: each for each in shown.comes}
    return [(sheet.of(name), comes[name]) for name in sheet.order if name in asked]


_TWICE = say(
    "Du har svaret på to måder, og svarene er ikke ens. Vælg ved hvert spørgsmål det svar, der gælder. Det "
    "andet bliver ikke gemt. Kun du ser det her."
)
_OLDER = say(
    "Du har svaret på et skema, som er ældre end spørgsmålene nu. Se, om svarene stadig passer, og vælg dem, "
    "der gælder. Kun du ser det her."
)
