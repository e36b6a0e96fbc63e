"""Drives step 3 with a facilitator's words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.shell.widgets.axis import step_at
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.cells import CELL, Cell
from kvik_desktop.shell.widgets.choice_delegate import ChoiceItem
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.shell.widgets.stair import Stair
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.screens.before_view import BeforeView
from kvik_desktop.workshop.screens.board_view import BoardView
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from kvik_desktop.workshop.screens.moves_row import Move
from kvik_desktop.workshop.screens.result_view import ResultView
from kvik_desktop.workshop.screens.round_view import RoundView
from kvik_desktop.workshop.screens.texts_column import TextsColumn
from tests.drivers.hand import Hand, Keys, Mouse, frame, write


class Consensus:
    """The page of the meeting, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        if not isinstance(room.page, ConsensusPage):
            hand.go(3)

    @property
    def page(self) -> ConsensusPage:
        """The page as it is now: another language or look has another."""
        room = self.hand.window.room
        assert room is not None
        assert isinstance(room.page, ConsensusPage)
        return room.page

    # Before the reveal

    @property
    def before(self) -> BeforeView:
        """Who has handed in."""
        assert self.page.before is not None
        return self.page.before

    def people(self) -> dict[str, str]:
        """By name how far each is, as it is said."""
        model = self.before.table.model()
        rows = range(model.rowCount())
        return {_cell(model.index(row, 0)).text: _cell(model.index(row, 1)).text for row in rows}

    def reveal(self) -> Consensus:
        """Open the answers, also without those who are missing."""
        self.next()
        if self.page.agenda is None:
            self.next()
        assert self.page.agenda is not None, self.hint
        return self

    # The agenda

    def agenda(self) -> list[ChoiceItem]:
        """The rows as they are shown, with headings and groups."""
        assert self.page.agenda is not None
        model = self.page.agenda.list.model()
        return [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]

    def row(self, key: str) -> ChoiceItem:
        """One row."""
        return next(item for item in self.agenda() if item.key == key)

    def go_to(self, key: str) -> Consensus:
        """Choose a row of the agenda."""
        assert self.page.agenda is not None
        view = self.page.agenda.list
        model = view.model()
        places = {model.index(row, 0).data(ITEM).key: row for row in range(model.rowCount())}
        self.hand.choose(view, model.index(places[key], 0))
        return self

    @property
    def at(self) -> str:
        """The subcriterion that is shown, or another place of the page."""
        return self.page.place.partition("/")[0]

    # The board

    @property
    def board(self) -> BoardView:
        """The board."""
        assert self.page.board is not None
        return self.page.board

    @property
    def move(self) -> int:
        """Which of the four moves is shown."""
        return int(self.board.current_move)

    def go_to_move(self, move: int) -> Consensus:
        """Go to a move: by a click on it, or by its digit where nobody writes."""
        moves = self.board.heading.moves
        if isinstance(self.hand, Keys):
            self.hand.reach(moves.buttons[moves.move_])
            self.hand.key(Qt.Key(Qt.Key.Key_0 + move))
        else:
            self.hand.press(moves.buttons[Move(move)])
        assert self.move == move
        return self

    def stair(self, key: str = "score") -> Stair:
        """The stair of a phase, or the only one."""
        return self.board.agreement.score.stairs[key]

    def agree(self, score: int, key: str = "score") -> Consensus:
        """Choose the group's score."""
        self._choose(self.stair(key), score)
        return self

    def _choose(self, stair: Stair, score: int) -> None:
        if isinstance(self.hand, Keys):
            self.hand.enter(stair)
            QTest.keyClicks(stair, str(score))
            self.hand.inputs += len(str(score))
        else:
            assert isinstance(self.hand, Mouse)
            at = stair.rect().center()
            at.setX(round(stair.axis.middle(score)))
            self.hand.click(stair, at)
            stair.choose(score)  # the number field has the exact one
        assert stair.score == score

    def because(self, why: str) -> Consensus:
        """Write the reason."""
        self.hand.enter(self.board.agreement.why)
        write(why)
        return self

    def park(self, note: str) -> Consensus:
        """Put it aside."""
        self.other("Parkér")
        write(note)
        return self.next()

    # Texts

    def column(self, kind: StatementKind) -> TextsColumn:
        """The list that is seen: whole at its own move, short after it."""
        return self.board.texts.column(kind, whole=self.move < 3)

    def texts(self, kind: StatementKind) -> list[tuple[str, int]]:
        """What stands in a list, with how many wrote it."""
        return [(item.text, item.count) for item in self.column(kind).list.view.statements.items]

    def _stand_at(self, kind: StatementKind, text: str) -> None:
        view = self.column(kind).list.view
        items = view.statements.items
        wanted = next(place for place, item in enumerate(items) if item.text == text)
        if isinstance(self.hand, Mouse):
            index = view.statements.index(wanted)
            view.scrollTo(index)
            self.hand.click(view.viewport(), view.visualRect(index).center())
            return
        assert isinstance(self.hand, Keys)
        self.hand.reach(view)
        while (here := view.currentIndex().row()) != wanted:
            self.hand.key(Qt.Key.Key_Down if here < wanted else Qt.Key.Key_Up)

    def _act(self, kind: StatementKind, key: Qt.Key, tip: str) -> None:
        if isinstance(self.hand, Keys):
            self.hand.key(key)
            return
        buttons = self.column(kind).findChildren(LinkButton)
        self.hand.press(next(button for button in buttons if button.toolTip() == tip))

    def merge(self, kind: StatementKind, text: str, into: str) -> Consensus:
        """Make one of two."""
        for words in (text, into):
            self._stand_at(kind, words)
            self._act(kind, Qt.Key.Key_M, "M")
        return self

    def rewrite(self, kind: StatementKind, text: str, words: str) -> Consensus:
        """Give a text other words."""
        self._stand_at(kind, text)
        self._act(kind, Qt.Key.Key_E, "E")
        write(words)
        QTest.keyClick(QApplication.focusWidget() or self.page, Qt.Key.Key_Return)
        return self

    def delete(self, kind: StatementKind, text: str) -> Consensus:
        """Take a text off the list."""
        self._stand_at(kind, text)
        self._act(kind, Qt.Key.Key_Delete, "Del")
        return self

    def add(self, kind: StatementKind, words: str) -> Consensus:
        """Write a text of the group's own."""
        self.hand.enter(self.column(kind).new)
        write(words)
        QTest.keyClick(self.column(kind).new, Qt.Key.Key_Return)
        return self

    # Further rounds

    @property
    def round(self) -> RoundView:
        """The open round that is seen."""
        return self.board.rounds[self.board.line.block]

    def new_round(self) -> Consensus:
        """Open one; from the overview for what is first."""
        return (self.next() if self.at == "dagsorden" else self).other("Ny runde")

    def answered(self) -> dict[str, str]:
        """By name what is said of each in the open round."""
        return {row.title: row.state for row in self.round.people.rows}

    def take(self, name: str) -> Consensus:
        """Somebody sits down to answer."""
        rows = self.round.people.rows
        row = next(row for row in rows if row.title == name)
        if isinstance(self.hand, Keys):
            if not any(each.hasFocus() for each in rows):
                self.hand.reach(rows[0])
            while not row.hasFocus():
                here = next(place for place, each in enumerate(rows) if each.hasFocus())
                self.hand.key(Qt.Key.Key_Down if here < rows.index(row) else Qt.Key.Key_Up)
            self.hand.key(Qt.Key.Key_Return)
        else:
            self.hand.press(row)
        return self

    def answer(self, score: int | None, key: str = "score") -> Consensus:
        """Who sits there answers, without keeping it yet."""
        control = self.round.turn.score
        if score is None:
            self.hand.press(control.cannot_judge)
        else:
            self._choose(control.stairs[key], score)
        return self

    def type_cards(self, *scores: int) -> Consensus:
        """Type raised cards in from the first participant on; exact numbers follow their step and a comma."""
        if self.round.ways.key != "cards":
            chips = self.round.ways.chips
            if isinstance(self.hand, Keys):
                self.hand.reach(chips[0])
                self.hand.key(Qt.Key.Key_Right)
            else:
                self.hand.press(chips[1])
        for score in scores:
            self.key_in(self._card(score))
        return self

    def key_in(self, keys: str) -> Consensus:
        """Keys of cards, where the keyboard is."""
        for key in keys:
            QTest.keyClicks(QApplication.focusWidget() or self.page, key)
            self.hand.inputs += 1
        return self

    def _card(self, score: int) -> str:
        steps = self.round.turn.score.stairs["score"].steps
        place = step_at(steps, score)
        if steps[place].low == steps[place].high or steps[place].middle == score:
            return str(place)
        waits = score in (0, 1)  # a nought more would still be in the step
        return f"{place},{score}" + ("\n" if waits else "")

    def board_now(self) -> Board:
        """The meeting as the page has it."""
        assert isinstance(self.page.found, Board)
        return self.page.found

    # The result

    @property
    def result(self) -> ResultView:
        """The end of the meeting."""
        assert self.page.result is not None
        return self.page.result

    # Foot

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    @property
    def hint(self) -> str:
        """What the foot says beside the buttons."""
        foot = self.page.foot
        return foot.primary.asleep if foot.primary and foot.primary.asleep else foot.hint

    def next(self) -> Consensus:
        """Do what the filled button says."""
        self.hand.primary()
        return self

    def other(self, words: str) -> Consensus:
        """Press another button of the foot."""
        self.hand.press(self._button(words))
        return self

    def _button(self, words: str) -> QPushButton:
        return next(button for button in frame(self.hand.window).foot.buttons if button.text() == words)

    def undo(self) -> Consensus:
        """Ctrl+Z."""
        focused = QApplication.focusWidget() or self.page
        QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        return self


def _cell(index: QModelIndex) -> Cell:
    cell = index.data(CELL)
    assert isinstance(cell, Cell)
    return cell
