"""The end of the meeting: what was agreed, who accepts it, opening it again, and deleting the answers."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kvik_desktop.foundation.change import Change, Kind
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Asked, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll
from kvik_desktop.shell.widgets.text_area import TextArea
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.model import Outcome
from kvik_desktop.workshop.screens.before_view import READ_ONLY
from kvik_desktop.workshop.screens.result_tables import ResultTables
from kvik_desktop.workshop.screens.view_top import SIDE, TOP, question_over

WIDEST = 640
"""Of tables and fields, at 100 %."""


class Asking(Enum):
    """What the view asks about before it does it."""

    NOTHING = 0
    REOPEN = 1
    DELETE = 2


class ResultView(Scroll):
    """Asks once in the page where something cannot be undone; nothing here is a dialog."""

    foot_changed = Signal()
    wanted = Signal(str)
    """The user wants to see the board of this subcriterion."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._board: Board | None = None
        self._asking = Asking.NOTHING
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()

    def _build(self) -> None:
        tr, px = self.ui.tr, self.ui.theme.px
        content = QWidget()
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(px(SIDE), px(TOP), px(SIDE), px(24))
        column.setSpacing(px(16))
        self._heading = Heading(self.ui, "", "large")
        self._facts = ReadingText(self.ui, "", ink="text-2")
        self.tables = ResultTables(self.ui)
        self.tables.wanted.connect(self.wanted)
        self.who = Field(self.ui, tr(say("Leder")), QLineEdit())
        self.who.control.textChanged.connect(self._foot_is_other)
        why = TextArea(self.ui, placeholder=tr(say("Fx: Der er kommet nye tal fra trivselsmålingen.")))
        self.why = Field(self.ui, tr(say("Hvorfor åbner I resultatet igen?")), why)
        why.textChanged.connect(self._foot_is_other)
        self.deleting = Note(
            self.ui,
            "caution",
            tr(say("Vil I slette alle individuelle svar?")),
            tr(
                say(
                    "Tal og tekster fra hver deltager slettes for altid, også i sikkerhedskopierne. Tilbage "
                    "bliver, hvor mange der svarede, fordelingen på trin og de tekster, I har samlet."
                )
            ),
        )
        column.addLayout(question_over(self._heading, self._facts))
        for widget in (self.deleting, self.why, self.who, self.tables):
            column.addWidget(widget)
        for widget in (self.deleting, self.why, self.who, self.tables):
            widget.setMaximumWidth(px(WIDEST))
        column.addStretch(1)

    # What is shown

    def show_board(self, board: Board) -> None:
        """Show how far the meeting has come."""
        first = self._board is None
        if self._board is None or board.is_accepted != self._board.is_accepted:
            self._asking = Asking.NOTHING
        self._board = board
        if first and len(board.leaders) == 1:
            self.who.control.setText(board.leaders[0])
        if len(board.leaders) > 1:
            self.who.control.setPlaceholderText(", ".join(board.leaders))
        self.tables.show_board(board)
        self._show()

    def _show(self) -> None:
        board = self._board
        assert board is not None
        heading, facts = _said(board)
        self._heading.setText(self.ui.tr(heading))
        self._facts.setText(self.ui.tr(facts))
        ready = not board.to_discuss and not board.together and not board.is_accepted
        self.deleting.setVisible(self._asking is Asking.DELETE)
        self.why.setVisible(self._asking is Asking.REOPEN)
        self.who.setVisible(ready or self._asking is not Asking.NOTHING)
        self._foot_is_other()

    def _foot_is_other(self) -> None:
        self.foot_changed.emit()

    def first_focus(self) -> QWidget:
        """The name of who accepts, where one is asked for."""
        return self.why if self._asking is Asking.REOPEN else self.who

    # What the user does

    @property
    def foot(self) -> Foot:
        """Accepting, or what can be done after that."""
        board = self._board
        if board is None:
            return Foot()
        if self._asking is Asking.REOPEN:
            return self._reopening()
        if self._asking is Asking.DELETE:
            return self._confirming()
        return self._accepted(board) if board.is_accepted else self._accepting(board)

    def _accepting(self, board: Board) -> Foot:
        tr = self.ui.tr
        said = tr(say("Godkend resultatet"))
        hint = tr(say("Derefter ligger tallene fast, til I åbner resultatet igen."))
        asked = Asked(said, hint, self._accept)
        return Foot(Act(said, self._accept, asleep=self._why_not(board), asked=asked), hint=hint)

    def _why_not(self, board: Board) -> str:
        tr = self.ui.tr
        left = len(board.to_discuss) + len(board.together)
        rounds = [line.id for line in board.lines if line.open_round is not None]
        if self._desk.read_only:
            return tr(READ_ONLY)
        if left:
            return tr(
                say_n(
                    "Fastlæg eller parkér det sidste først.",
                    "Fastlæg eller parkér de {n} sidste først.",
                    left,
                )
            )
        if rounds:
            return tr(say("Luk eller opgiv runden for {names} først.", names=", ".join(rounds)))
        return "" if self._name else tr(say("Skriv, hvem der godkender."))

    def _accepted(self, board: Board) -> Foot:
        tr = self.ui.tr
        asleep = tr(READ_ONLY) if self._desk.read_only else ""
        gone = board.evaluation.answers_deleted is not None
        deleted = tr(say("Svarene er slettet.")) if gone else asleep
        reopen = Act(tr(say("Åbn resultatet igen")), partial(self._ask, Asking.REOPEN), asleep=asleep)
        delete = Act(tr(say("Slet individuelle svar")), partial(self._ask, Asking.DELETE), asleep=deleted)
        onwards = Act(tr(say("Videre til Forbedringer")), lambda: self._desk.go("4"))
        return Foot(onwards, (reopen, delete))

    def _reopening(self) -> Foot:
        tr = self.ui.tr
        missing = self.why.control.toPlainText().strip() == "" or not self._name
        asleep = tr(say("Skriv hvorfor, og hvem der åbner.")) if missing else ""
        back = Act(tr(say("Lad det stå")), partial(self._ask, Asking.NOTHING))
        hint = tr(say("Begrundelsen gemmes. En godkendt plan skal godkendes igen."))
        said = tr(say("Åbn resultatet igen"))
        asked = Asked(said, hint, self._reopen)
        return Foot(Act(said, self._reopen, asleep=asleep, asked=asked), (back,), hint)

    def _confirming(self) -> Foot:
        tr = self.ui.tr
        asleep = "" if self._name else tr(say("Skriv, hvem der sletter."))
        back = Act(tr(say("Behold svarene")), partial(self._ask, Asking.NOTHING))
        said, hint = tr(say("Slet svarene for altid")), tr(say("Kan ikke fortrydes"))
        act = Act(said, self._delete, asleep=asleep, asked=Asked(said, hint, self._delete))
        return Foot(act, (back,), hint)

    @property
    def _name(self) -> str:
        return self.who.control.text().strip()

    def _ask(self, asking: Asking) -> None:
        self._asking = asking
        self._show()
        if asking is Asking.REOPEN:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        elif asking is Asking.DELETE:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        assert self._board is not None
        self._desk.do(meeting.accept, self._board.evaluation.id, self._name)

    def _reopen(self) -> None:
        assert self._board is not None
        why = self.why.control.toPlainText().strip()
        self._desk.do(meeting.reopen, self._board.evaluation.id, self._name, why)
        self.why.control.clear()

    def _delete(self) -> None:
        assert self._board is not None
        evaluation, by = self._board.evaluation.id, self._name
        self._asking = Asking.NOTHING
        done = self._desk.run(
            lambda file: delete_for_good(file, evaluation, by), Kind.ANSWERS, Kind.EVALUATION
        )
        done.then(self._is_deleted)

    def _is_deleted(self, change: Change[int]) -> None:
        said = say_n(
            "Svarene fra {n} deltager er slettet", "Svarene fra {n} deltagere er slettet", change.value
        )
        self._desk.say(self.ui.tr(said))


def _said(board: Board) -> tuple[Text, Text]:
    """The page's question, and what is so."""
    evaluation, left = board.evaluation, len(board.to_discuss) + len(board.together)
    if evaluation.accepted is not None:
        return say("Resultatet er godkendt"), say(
            "Godkendt af {name} {date}. Tallene ligger fast, og tavlen kan kun læses.",
            name=evaluation.accepted_by,
            date=evaluation.accepted.astimezone().date(),
        )
    if left:
        return (
            say_n("{n} delkriterium mangler", "{n} delkriterier mangler", left),
            say("Fastlæg eller parkér det, der er tilbage, så kan lederen godkende resultatet."),
        )
    parked = sum(1 for line in board.lines if line.consensus and line.consensus.outcome is Outcome.PARKED)
    agreed = len(board.lines) - parked
    return say("Kan I godkende resultatet?"), say(
        "I er enige om {agreed} af {of} delkriterier. Dato for godkendelsen: {date}.",
        agreed=agreed,
        of=len(board.lines),
        date=board.now.astimezone().date(),
    )
