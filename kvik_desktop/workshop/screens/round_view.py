"""An open round for one subcriterion: who has answered, the ways to answer, and closing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Participant, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.model_package.model import Block
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.model_package.screens.score_words import QUESTIONS, panels
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Asked, Foot
from kvik_desktop.shell.session import FACILITATOR
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.row import Row, RowList
from kvik_desktop.workshop import round_files, rounds
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.screens.before_view import READ_ONLY
from kvik_desktop.workshop.screens.round_cards import RoundCards
from kvik_desktop.workshop.screens.round_pages import RoundPages
from kvik_desktop.workshop.screens.round_turn import RoundTurn
from kvik_desktop.workshop.screens.view_top import question_over

TURNS, CARDS, PAGES = "turns", "cards", "pages"


class LastWay:
    """How the group answered last: the next round begins there."""

    def __init__(self) -> None:
        self.key = TURNS


class RoundView(QWidget):
    """Shows who has answered and never what, until the round is closed."""

    foot_changed = Signal()
    closed = Signal()
    """The round has been closed, and its answers are there to be seen."""

    def __init__(self, ui: Ui, desk: Desk[Any], board: Board, block: Block) -> None:
        super().__init__()
        self.ui = ui
        self._desk = desk
        self._board = board
        self._line: Line | None = None
        self._person: Participant | None = None
        found = panels(board.package, block, board.evaluation.method, ui.tr.language)
        tr = ui.tr
        ways = (
            Filter(TURNS, tr(say("Svar efter tur"))),
            Filter(CARDS, tr(say("Kort eller sedler"))),
            Filter(PAGES, tr(say("Svarsider"))),
        )
        self._heading = Heading(ui, "")
        self._last_way = desk.kept(LastWay)
        self.ways = FilterChips(ui, tr(say("Hvordan svarer I?")), ways, self._last_way.key)
        self.pages = RoundPages(ui, desk)
        self.people = RowList(ui, tr(say("Hvem har svaret")))
        self.cards = RoundCards(ui, found)
        self.turn = RoundTurn(ui, found, QUESTIONS[block])
        self._overview = QWidget()
        self._lay_out()
        self.ways.chosen.connect(self._choose_way)
        self.cards.answered.connect(self._keep_card)
        self.cards.taken_away.connect(self._take_back)
        self.cards.wants_slips.connect(self._print_slips)
        self.turn.changed.connect(self.foot_changed)
        self.turn.accepted.connect(self._save)
        self._show_parts()

    def _lay_out(self) -> None:
        said = say("Svar hver for sig. Ingen ser svarene, før I lukker runden. De første svar bliver gemt.")
        words = ReadingText(self.ui, self.ui.tr(said), ink="text-2")
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.ui.theme.px(12))
        column.addLayout(question_over(self._heading, words))
        for widget in (self.ways, self.pages, self.people, self.cards):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._overview)
        layout.addWidget(self.turn)
        layout.addStretch(1)

    # What is shown

    def show_line(self, board: Board, line: Line) -> None:
        """Show the open round of a subcriterion; what is being typed stays."""
        another = self._line is None or (line.id, line.open_round) != (self._line.id, self._line.open_round)
        self._board, self._line = board, line
        if another:
            self.leave()
            self.cards.begin(board.people)
            self.ways.set_key(self._last_way.key)
            self._show_parts()
        answered = say("{n} af {of} har svaret", n=len(line.answered), of=len(board.people))
        title = say("Runde {number} er åben: {answered}", number=line.open_round, answered=answered)
        self._heading.setText(self.ui.tr(title))
        self.cards.show_answered(line.answered)
        self.pages.show_line(board, line, self._asleep)
        self.cards.set_asleep(self._asleep)
        self._show_people(board, line)
        self.foot_changed.emit()

    def _show_people(self, board: Board, line: Line) -> None:
        known = [(row.title, row.state) for row in self.people.rows]
        tr = self.ui.tr
        words = {True: tr(say("Har svaret")), False: tr(say("Mangler"))}
        wanted = [(person.name, words[person.id in line.answered]) for person in board.people]
        if known == wanted:
            return
        focused = next((place for place, row in enumerate(self.people.rows) if row.hasFocus()), None)
        self.people.set_rows([self._row(person, line) for person in board.people])
        if focused is not None and focused < len(self.people.rows):
            self.people.rows[focused].setFocus()

    def _row(self, person: Participant, line: Line) -> Row:
        tr, done = self.ui.tr, person.id in line.answered
        state = tr(say("Har svaret") if done else say("Mangler"))
        sign = "answered" if done else "not-begun"
        row = Row(self.ui, person.name, person.role, mark=sign, state=state, leads=True)
        row.clicked.connect(partial(self._begin, person))
        return row

    def _show_parts(self) -> None:
        answering = self._person is not None
        self._overview.setVisible(not answering)
        self.turn.setVisible(answering)
        self.people.setVisible(self.ways.key != CARDS)
        self.pages.setVisible(self.ways.key == PAGES)
        self.cards.setVisible(self.ways.key == CARDS)

    def first_focus(self) -> QWidget | None:
        """Where one goes on."""
        if self._person is not None:
            return self.turn
        if self._line is not None and not self._line.answered:
            return next(chip for chip in self.ways.chips if chip.isChecked())
        if self.ways.key == CARDS:
            return self.cards.first_focus()
        return self.pages.fetch if self.ways.key == PAGES else next(iter(self.people.rows), None)

    # What the user does

    @property
    def foot(self) -> Foot:
        """Closing the round, or keeping one participant's answer."""
        return self._turn_foot() if self._person is not None else self._round_foot()

    def _round_foot(self) -> Foot:
        line = self._line
        if line is None:
            return Foot()
        tr = self.ui.tr
        asleep = self._asleep
        if not asleep and not line.answered:
            asleep = tr(say("Ingen har svaret endnu."))
        left = len(self._board.people) - len(line.answered)
        hint = say_n("{n} mangler. Kan ikke fortrydes", "{n} mangler. Kan ikke fortrydes", left)
        warning = tr(hint if left else say("Kan ikke fortrydes"))
        close = tr(say("Luk runden, og vis svarene"))
        act = Act(close, self._close, asleep=asleep, asked=Asked(close, warning, self._close))
        return Foot(act, (Act(tr(say("Opgiv runden")), self._give_up),), warning)

    @property
    def _asleep(self) -> str:
        return self.ui.tr(READ_ONLY) if self._desk.read_only else ""

    def _turn_foot(self) -> Foot:
        tr, following = self.ui.tr, self._following()
        said = say("Gem, og giv videre til {name}", name=following.name) if following else say("Gem svaret")
        missing = tr(say("Vælg et trin, eller sig, at du ikke kan vurdere det."))
        act = Act(tr(said), self._save, asleep="" if self.turn.is_complete else missing)
        return Foot(act, (Act(tr(say("Tilbage til listen")), self.leave),))

    def _following(self) -> Participant | None:
        """Who comes after the one who answers now, among those who have not."""
        people, line = self._board.people, self._line
        if self._person is None or line is None:
            return None
        here = [person.id for person in people].index(self._person.id)
        around = (*people[here + 1 :], *people[:here])
        return next((person for person in around if person.id not in line.answered), None)

    def _choose_way(self, key: str) -> None:
        """Focus stays, so that the arrows can go on; the keys of cards are heard from here, too."""
        self._last_way.key = key
        self._show_parts()

    def event(self, event: QEvent) -> bool:
        """While cards are typed in their keys are ours, before they are the page's."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._act_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A card, wherever in the round the keyboard is."""
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            self.cards.do(act)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        is_typing = self._person is None and self.ways.key == CARDS
        return self.cards.act_of(event) if is_typing else None

    def take(self, paths: Sequence[Path]) -> None:
        """Files were dropped on the round."""
        self.leave()
        self.ways.set_key(PAGES)
        self._choose_way(PAGES)
        self.pages.take(paths)

    def _print_slips(self) -> None:
        assert self._line is not None
        tr = self.ui.tr
        number, name = self._line.open_round, self._line.id
        proposed = tr(say("Sedler til runde {number} {name}", number=number, name=name))
        kinds = tr(say("PDF (*.pdf)"))
        path = self._desk.choose.save(tr(say("Sedler at svare på")), f"{proposed}.pdf", kinds)
        if path is None:
            return
        said = tr(say("Sedlerne ligger i {name}", name=path.name))
        written = self._desk.ask(round_files.write_slips, self._board.evaluation.id, name, path, tr)
        written.then(lambda _: self._desk.say(said))

    def _begin(self, person: Participant) -> None:
        self._person = person
        self._desk.turn(person.id)
        assert self._line is not None
        self.turn.begin(person, again=person.id in self._line.answered)
        self._show_parts()
        self.foot_changed.emit()
        self.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nobody answers now; what was not kept is gone, as it was nobody else's to see."""
        if self._person is not None:
            self._person = None
            self._desk.turn(FACILITATOR)
        self._show_parts()
        self.foot_changed.emit()

    def _save(self) -> None:
        person, following = self._person, self._following()
        if person is None or not self.turn.is_complete:
            return

        def kept(_value: object) -> None:
            if following is None:
                self.leave()
            else:
                self._begin(following)

        self._keep(person.id, self.turn.rating).then(kept)

    def _keep(self, person: str, rating: Rating) -> Any:
        assert self._line is not None
        answer = NewAnswer(self._line.id, rating, {})
        return self._desk.do(rounds.answer_round, self._board.evaluation.id, person, [answer], Way.LAPTOP)

    def _keep_card(self, person: str, rating: Rating) -> None:
        assert self._line is not None
        card = NewAnswer(self._line.id, rating, {})
        self._desk.do(rounds.type_card, self._board.evaluation.id, person, card)

    def _take_back(self, person: str) -> None:
        assert self._line is not None
        self._desk.do(rounds.take_back, self._board.evaluation.id, self._line.id, person)

    def _close(self) -> None:
        assert self._line is not None
        by = self._board.leaders[0] if len(self._board.leaders) == 1 else ""
        closed = self._desk.do(rounds.close_round, self._board.evaluation.id, self._line.id, by)
        closed.then(lambda _: self.closed.emit())

    def _give_up(self) -> None:
        assert self._line is not None
        said = self.ui.tr(say("Runden for {name} er opgivet", name=self._line.id))
        done = self._desk.do(rounds.cancel_round, self._board.evaluation.id, self._line.id)
        done.then(lambda _: self._desk.say(said, undoable=True))
