"""A facilitator who takes a meeting one state further in a real window, and then waits to be killed.

Run as `python -m tests.durability.meeting FIL STATE...`. Tells as JSON what is seen where the file opens, and
again when the state is reached. Then something is begun that nobody keeps, half a sentence or half a ballot;
that is told as well, and nothing more is done.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kvik_desktop.desktop.opening import open_kept
from kvik_desktop.desktop.start_page import StartPage
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import SystemClock
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.shell.settings import SettingsFile
from kvik_desktop.shell.tasks import InstantTasks
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from kvik_desktop.workshop.screens.moves_row import Move
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys, wait_until, write
from tests.drivers.improvements import Improvements
from tests.drivers.recovery import Recovering
from tests.drivers.start import Starting
from tests.durability import after_meeting
from tests.durability.after_meeting import AFTER, WORDS, half_a_sentence
from tests.window import ToldChooser

REASON = "Vi lægger vægt på det, der er målt."
NOTE = "Vi venter på tal."
CONTROL = Qt.KeyboardModifier.ControlModifier


def before(_meeting: Consensus) -> None:
    """The answers are hidden."""


def agenda(meeting: Consensus) -> None:
    """More than a few differ, so the meeting begins at the overview."""
    meeting.reveal()
    assert meeting.at == "dagsorden"


def evidence(meeting: Consensus) -> None:
    """The first of them is taken up."""
    meeting.next()
    assert meeting.move == 1


def texts(meeting: Consensus) -> None:
    """A text of the group's own is on the list."""
    meeting.go_to_move(Move.TEXTS).add(StatementKind.AREA, WORDS)


def dots(meeting: Consensus) -> None:
    """They look at how they differ."""
    meeting.go_to_move(Move.SPREAD)


def score(meeting: Consensus) -> None:
    """They have come to another score than the median."""
    meeting.go_to_move(Move.AGREEMENT).agree(71)


def reason(meeting: Consensus) -> None:
    """One sentence of the reason is written, and some time passes."""
    meeting.because(REASON)
    let_pass(meeting)


def beside(meeting: Consensus) -> None:
    """They look at another one, and leave the score behind."""
    QTest.keyClick(meeting.page, Qt.Key.Key_Down, CONTROL)


def parking(meeting: Consensus) -> None:
    """That one is to be parked, and the note is begun."""
    meeting.other("Parkér")
    write(NOTE)
    let_pass(meeting)


def cards(meeting: Consensus) -> None:
    """A further round of another, with some cards typed in."""
    meeting.other("Parkér ikke")
    QTest.keyClick(meeting.page, Qt.Key.Key_Down, CONTROL)
    meeting.other("Ny runde").type_cards(30, 50)


def paused(meeting: Consensus) -> None:
    """The clock runs and is stopped."""
    meeting.hand.press(meeting.page.time.line.start)
    meeting.hand.press(meeting.page.time.line.toggle)


def covered(meeting: Consensus) -> None:
    """The clock goes on, and the projector covers the only screen."""
    meeting.hand.press(meeting.page.time.line.toggle)
    projector_on(meeting)


def projector_on(meeting: Consensus) -> None:
    """Its key, and the room sees something."""
    assert isinstance(meeting.hand, Keys)
    meeting.hand.key(Qt.Key.Key_F5)
    room = meeting.hand.window.room
    assert room is not None
    assert room.projector.is_over


def together(meeting: Consensus) -> None:
    """The green ones are seen together."""
    meeting.go_to("samlet")


def result(meeting: Consensus) -> None:
    """The result is looked at before all is settled."""
    meeting.go_to("resultat")


def voting(meeting: Consensus) -> None:
    """All is settled and accepted, and a vote is open with the dots of one."""
    meeting.go_to("1.1")
    while meeting.at != "resultat":
        if any(act.text == "Opgiv runden" for act in meeting.page.foot.secondary):
            meeting.other("Opgiv runden")
        meeting.next()
    meeting.result.who.control.setText("Anna")
    meeting.next()
    wall = Improvements(meeting.hand).other("Mere").other("Prikker").next()
    wall.sit_down("Bo").put(WORDS, 1).next().other("Tilbage til listen")


STATES: Mapping[str, Callable[[Consensus], None]] = {
    each.__name__: each
    for each in (
        before,
        agenda,
        evidence,
        texts,
        dots,
        score,
        reason,
        beside,
        parking,
        cards,
        paused,
        covered,
        together,
        result,
        voting,
    )
}
"""In the order of a meeting; each begins where the one before was killed."""


def half_a_turn(hand: Keys) -> None:
    """Somebody has sat down to answer in the round, and has not kept it."""
    meeting = Consensus(hand)
    hand.reach(next(chip for chip in meeting.round.ways.chips if chip.isChecked()))
    hand.key(Qt.Key.Key_Left)
    meeting.take("Eva").answer(95)


UNKEPT: Mapping[str, Callable[[Keys], None]] = {
    "reason": half_a_sentence,
    "parking": half_a_sentence,
    "cards": half_a_turn,
    **after_meeting.UNKEPT,
}
"""What is under way when it is killed, and need not be there again."""


def let_pass(meeting: Consensus) -> None:
    """Until what was typed is saved, as it is by itself."""
    board = meeting.board
    wait_until(lambda: not board._typing.pending, "what was typed was never saved")


def seen(window: Window) -> dict[str, Any]:
    """What tells where the meeting is."""
    room = window.room
    assert room is not None, "the file is open"
    page = room.page
    assert page is not None
    shown: dict[str, Any] = {"place": room.place, "foot": page.foot.primary.text if page.foot.primary else ""}
    after = after_meeting.seen(page)
    if after is not None or not isinstance(page, ConsensusPage):
        return {**shown, **(after or {})}
    if not isinstance(page.found, Board):
        assert page.found is not None
        return {**shown, "in": page.found.handed_in}
    shown["clock"] = page.time.keeper.going.value
    shown["settled"] = [line.id for line in page.found.settled]
    if page.board is not None and page.place[:1].isdigit():
        board = page.board
        shown["draft"] = asdict(replace(board.draft, stops=()))
        shown["skipped"] = [int(key) for key, each in board.heading.moves.buttons.items() if each.is_skipped]
        shown["answered"] = sorted(board.line.answered)
        shown["texts"] = [text.text for kind in StatementKind for text in board.line.statements[kind]]
        shown["moves"] = int(board.current_move)
    return shown


def main(path: Path, *states: str) -> None:
    """Open the file, go on from state to state, and wait at the last."""
    app = QApplication(sys.argv[:1])
    window = Window(
        app,
        InstantTasks(),
        SystemClock(),
        SettingsFile(Places.of_user().settings),
        Resources(),
        StartPage,
        open_kept,
        lambda _window: ToldChooser(),
    )
    window.show()
    window.open(path)
    hand = Keys(window)
    if window.room is None:  # it was killed, so it asks which edition to go on with
        asked = Recovering(Starting(hand))
        wait_until(lambda: QApplication.focusWidget() is not None, "nothing takes the keys")
        told = f"{asked.told} {asked.button}"
        asked.go_on()
        assert window.room is not None, told
    _tell(seen(window))
    for state in states:
        if state in AFTER:
            AFTER[state](hand)
        else:
            STATES[state](Consensus(hand))
    _tell(seen(window))
    if states[-1] in UNKEPT:
        UNKEPT[states[-1]](hand)
    _tell({})
    app.exec()


def _tell(shown: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(shown) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
