"""One criterion of a visit: at most three questions, and what the visitor has noticed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Criterion
from kvik_desktop.report.screens.question_card import QuestionCard
from kvik_desktop.report.screens.saved_text import SavedText
from kvik_desktop.report.visit_sheet import mean_told
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton, SecondaryButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.model import MOST_QUESTIONS, Seen
from kvik_desktop.workshop.visit.usecases import VisitStanding


class VisitCriterion(ScrollColumn):
    """Made anew for each criterion; what is typed is kept until the file has it."""

    def __init__(self, ui: Ui, desk: Desk[Any], here: VisitStanding, criterion: Criterion) -> None:
        super().__init__(ui, centred=False)
        tr, px = ui.tr, ui.theme.px
        self.ui, self._desk, self.criterion, self._here = ui, desk, criterion, here
        self.cards: list[QuestionCard] = []
        self._is_asking = False
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(16))
        self.ask = SecondaryButton(ui, tr(say("Nyt spørgsmål")), "plus")
        self.ask.clicked.connect(self._ask)
        full = say("Et kriterium kan højst få {most} spørgsmål.", most=MOST_QUESTIONS)
        self._full = ReadingText(ui, tr(full), "small", ink="text-2")
        self.all = LinkButton(ui, tr(say("Skriv om hvert delkriterium")))
        self.all.clicked.connect(self._show_all)
        names = {sub.id: f"{sub.id} {sub.name.in_language(tr.language)}" for sub in criterion.subcriteria}
        self.observations = {
            subject: self._observation(subject, name)
            for subject, name in {criterion.id: tr(say("Om hele kriteriet")), **names}.items()
        }
        self._shows_all = any(sub.id in here.observations for sub in criterion.subcriteria)
        self.column.set_padding(24, 24)
        self._lay_out()
        self.show_standing(here)

    def _observation(self, subject: str, name: str) -> Field[SavedText]:
        field = Field(self.ui, name, SavedText(self.ui, name, least=2))
        field.control.typed.connect(partial(self._observe, subject))
        return field

    def _lay_out(self) -> None:
        tr, px, body = self.ui.tr, self.ui.theme.px, self.body
        name = f"{self.criterion.id} {self.criterion.name.in_language(tr.language)}"
        mean = mean_told(
            self._here.sheet.criteria[self.criterion.id].figure, self._here.evaluation.method, tr
        )
        body.setSpacing(px(12))
        body.addWidget(Heading(self.ui, name, "large"))
        body.addWidget(ReadingText(self.ui, tr(mean), ink="text-2"))
        body.addLayout(self._cards)
        body.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._full)
        body.addSpacing(px(16))
        body.addWidget(Heading(self.ui, tr(say("Dine egne iagttagelser"))))
        told = say("De står for sig som den besøgendes og ændrer ikke gruppens tal eller tekster.")
        body.addWidget(ReadingText(self.ui, tr(told), "small", ink="text-2"))
        for field in self.observations.values():
            body.addWidget(field)
        body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)

    def show_standing(self, here: VisitStanding) -> None:
        """Show what is kept; cards stay as long as their questions do."""
        self._here = here
        is_open = here.is_open and not self._desk.read_only
        asked = here.questions_in(self.criterion.id)
        if [card.question.id for card in self.cards] != [each.id for each in asked]:
            self._make_cards(here)
        for card, question in zip(self.cards, asked, strict=True):
            card.show_question(question, read_only=not is_open)
        self.ask.setVisible(is_open and len(asked) < MOST_QUESTIONS)
        self._full.setVisible(is_open and len(asked) >= MOST_QUESTIONS)
        for subject, field in self.observations.items():
            field.control.show_text(here.observations.get(subject, ""))
            field.control.setReadOnly(not is_open)
            field.setVisible(subject == self.criterion.id or self._shows_all)
        self.all.setVisible(not self._shows_all)

    def _make_cards(self, here: VisitStanding) -> None:
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        asked = here.questions_in(self.criterion.id)
        self.cards = [QuestionCard(self.ui, each, number) for number, each in enumerate(asked, 1)]
        for card in self.cards:
            self._cards.addWidget(card)
            card.written.connect(partial(self._write, card))
            card.marked.connect(partial(self._mark, card))
            card.dropped.connect(partial(self._drop, card))
        if self._is_asking and self.cards:
            self._is_asking = False
            self.cards[-1].show()
            self.cards[-1].text.setFocus()

    def _show_all(self) -> None:
        self._shows_all = True
        self.show_standing(self._here)
        self.observations[self.criterion.subcriteria[0].id].control.setFocus()

    def flush(self) -> None:
        """Save now what is being typed."""
        for card in self.cards:
            card.flush()
        for field in self.observations.values():
            field.control.flush()

    # What is done

    def _ask(self) -> None:
        self.flush()
        self._is_asking = True
        self._desk.do(visits.ask, self._here.evaluation.id, self.criterion.id)

    def _write(self, card: QuestionCard) -> None:
        text, wanted, place = (field.text for field in card.fields)
        self._desk.do(
            visits.write,
            self._here.evaluation.id,
            card.question.id,
            text=text,
            wanted=wanted,
            place=place,
        )

    def _mark(self, card: QuestionCard, seen: Seen | None) -> None:
        card.flush()
        self._desk.do(visits.mark, self._here.evaluation.id, card.question.id, seen)

    def _drop(self, card: QuestionCard) -> None:
        tr = self.ui.tr
        said = tr(say("Spørgsmålet er slettet"))
        self._desk.do(visits.drop, self._here.evaluation.id, card.question.id).then(
            lambda _: self._desk.say(said, undoable=True)
        )

    def _observe(self, subject: str) -> None:
        text = self.observations[subject].control.text
        self._desk.do(visits.observe, self._here.evaluation.id, subject, text)
