"""What a group can do at the board, and what the foot says: go on, settle, park, new round, take up again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.page import Act, Asked, Foot
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.screens.before_view import READ_ONLY
from kvik_desktop.workshop.screens.moves_row import MOVES, Move
from kvik_desktop.workshop.usecases import Agreed

if TYPE_CHECKING:
    from kvik_desktop.workshop.screens.board_view import BoardView

OVERVIEW, TOGETHER, RESULT = "dagsorden", "samlet", "resultat"
"""The places of the page that are no subcriterion."""

TO_ROUND = say("Til runden")


def following(board: Board, after: str) -> str:
    """Where the meeting goes from a subcriterion: the next to discuss, the green ones, the result."""
    ids = [line.id for line in board.to_discuss]
    if after in ids:
        here = ids.index(after)
        ids = [*ids[here + 1 :], *ids[:here]]
    if ids:
        return ids[0]
    green = [line.id for line in board.together if line.id != after]
    return TOGETHER if green else RESULT


class BoardActs:
    """Knows the rules of the foot; the board shows, this does."""

    def __init__(self, view: BoardView) -> None:
        self._view = view

    @property
    def foot(self) -> Foot:
        """The primary act names what happens next."""
        view = self._view
        if view.board.is_accepted:
            frozen = say("Resultatet er godkendt. Tavlen kan læses, men ikke ændres.")
            return Foot(Act(self._tr(say("Se resultatet")), self._go(RESULT)), hint=self._tr(frozen))
        if view.line.is_settled:
            again = Act(self._tr(say("Tag op igen")), self._take_up, "undo", asleep=self._asleep)
            return Foot(self._onwards(), (again,))
        if view.draft.parking is not None and view.current_move is Move.AGREEMENT:
            back = Act(self._tr(say("Parkér ikke")), self._unpark)
            return Foot(self._parking(), (back,))
        act = self._settling() if view.current_move is Move.AGREEMENT else self._next_move()
        return Foot(act, self._others(), self._hint)

    @property
    def _asleep(self) -> str:
        return self._tr(READ_ONLY) if self._view.desk.read_only else ""

    def _others(self) -> tuple[Act, ...]:
        if self._view.line.open_round is not None:
            is_next = self._view.current_move is Move.TEXTS
            return () if is_next else (Act(self._tr(TO_ROUND), self.new_round, "refresh", "R"),)
        new = Act(self._tr(say("Ny runde")), self.new_round, "refresh", "R", self._asleep)
        return new, Act(self._tr(say("Parkér")), self.park, "pause", "P", self._asleep)

    @property
    def _hint(self) -> str:
        view = self._view
        if view.current_move is Move.AGREEMENT and view.draft.asked:
            return self._tr(say("Skriv kort hvorfor, eller tryk igen for at fastlægge uden."))
        return ""

    # What the primary act is

    def _onwards(self) -> Act:
        key = following(self._view.board, self._view.line.id)
        names: dict[str, Text] = {TOGETHER: say("Tag de grønne"), RESULT: say("Se resultatet")}
        return Act(self._tr(names.get(key, say("Tag {name}", name=key))), self._go(key))

    def _next_move(self) -> Act:
        move = Move(self._view.current_move + 1)
        said = say("Videre til {move}", move=MOVES[move])
        if move is Move.SPREAD and self._view.line.open_round is not None:
            said = TO_ROUND

        def go_on() -> None:
            self._view.set_move(move)
            self._view.focus_start()

        return Act(self._tr(said), go_on)

    def _settling(self) -> Act:
        value = self._view.agreement.value
        asleep = self._asleep
        if value is None:
            missing = self._tr(say("Vælg et trin eller skriv et tal først."))
            return Act(self._tr(say("Fastlæg")), self.accept, asleep=asleep or missing)
        settle = say("Fastlæg {score}", score=whole(value))
        asked = None
        if self._lacks_reason:  # the agenda is not for the room, so the words leave out what comes next
            asked = Asked(self._tr(settle), self._tr(say("I har ikke skrevet hvorfor")), self._accept_now)
        return Act(self._tr(self._and_then(settle)), self.accept, asleep=asleep, asked=asked)

    def _parking(self) -> Act:
        said = self._and_then(say("Parkér {name}", name=self._view.line.id))
        missing = "" if self._view.park.words else self._tr(say("Skriv en note først."))
        return Act(self._tr(said), self._park_now, asleep=self._asleep or missing)

    def _and_then(self, what: Text) -> Text:
        board = self._view.board
        key = following(board, self._view.line.id)
        if key == RESULT:
            return say("{what} og se resultatet", what=what)
        if key == TOGETHER:
            left = sum(1 for line in board.together if line.id != self._view.line.id)
            return say_n("{what} og tag den grønne", "{what} og tag de {n} grønne", left, what=what)
        return say("{what} og tag {name}", what=what, name=key)

    # Acts

    def accept(self) -> None:
        """Settle and go on; the first time a missing reason is asked for instead."""
        view = self._view
        value = view.agreement.value
        if value is None or view.line.is_settled or view.is_frozen or view.agreement.isHidden():
            return
        if self._lacks_reason and not view.draft.asked:
            view.change_draft(replace(view.draft, asked=True))
            view.agreement.ask_why()
            return
        self._accept_now()

    @property
    def _lacks_reason(self) -> bool:
        agreement = self._view.agreement
        return agreement.needs_reason and not agreement.reason

    def _accept_now(self) -> None:
        view = self._view
        value = view.agreement.value
        if value is None:
            return
        agreed = Agreed(view.line.id, view.agreement.rating, view.agreement.reason)
        self._settle(agreed, say("{name} er fastlagt til {score}", name=view.line.id, score=whole(value)))

    def _park_now(self) -> None:
        view = self._view
        agreed = Agreed(view.line.id, parked=True, note=view.park.words)
        self._settle(agreed, say("{name} er parkeret", name=view.line.id))

    def _settle(self, agreed: Agreed, said: Text) -> None:
        view = self._view
        line, key = view.line, following(view.board, view.line.id)

        def done(_value: object) -> None:
            view.desk.say(self._tr(said), undoable=True)
            if view.line.id == line.id:
                view.wanted.emit(key)

        view.desk.do(meeting.settle, view.board.evaluation.id, [agreed]).then(done)

    def _take_up(self) -> None:
        view, line = self._view, self._view.line
        draft = view.draft
        said = self._tr(say("{name} er taget op igen", name=line.id))

        def done(_value: object) -> None:
            view.change_draft(replace(draft, parking=None))
            view.desk.say(said, undoable=True)
            view.focus_start()

        view.desk.do(meeting.take_up, view.board.evaluation.id, line.id).then(done)

    def park(self) -> None:
        """Ask for the note."""
        view = self._view
        if view.line.is_settled or view.is_frozen or view.line.open_round is not None:
            return
        view.set_move(Move.AGREEMENT)
        view.change_draft(replace(view.draft, parking=view.draft.parking or ""))
        view.park.setFocus()

    def _unpark(self) -> None:
        self._view.change_draft(replace(self._view.draft, parking=None))
        self._view.focus_start()

    def new_round(self) -> None:
        """Open the subcriterion for new hidden scores, or go to the round that is open."""
        view, line = self._view, self._view.line

        def done(_value: object) -> None:
            view.set_move(Move.SPREAD)
            view.focus_start()

        if line.open_round is not None:
            done(None)
            return
        if line.is_settled or view.is_frozen:
            return
        view.desk.do(rounds.open_round, view.board.evaluation.id, line.id).then(done)

    def press(self, key: str) -> None:
        """R and P, where nobody writes."""
        {"R": self.new_round, "P": self.park}[key]()

    def _go(self, key: str) -> Callable[[], None]:
        return lambda: self._view.wanted.emit(key)

    def _tr(self, text: Text) -> str:
        return self._view.ui.tr(text)
