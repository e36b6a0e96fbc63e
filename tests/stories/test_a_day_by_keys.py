"""A whole day of twelve people and 28 subcriteria by keyboard alone, with nothing seen before its time."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.workshop.model import Outcome
from kvik_desktop.workshop.timekeeping.model import Going
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys, write
from tests.drivers.improvements import Improvements
from tests.drivers.plan import Planning
from tests.inputs import Inputs
from tests.journey import Journey
from tests.looking import look
from tests.planted_meeting import planted_in
from tests.watching import Watcher
from tests.window import opened

Key, Modifier = Qt.Key, Qt.KeyboardModifier

PEOPLE = tuple(f"Navnemand{number}" for number in range(1, 13))
REDS = ("3.3", "1.1", "6.1")
WRITERS = 4
"""So many have an area at each of them; everybody has something else to say."""
NOTE, PARKED, REASON = "HEMMELIG-LAP", "HEMMELIG-PARKERING", "GRUND-3.3"
SECRETS = ("Navnemand", NOTE, PARKED, REASON)
"""Names, the facilitator's notes and why something is parked: never for the room. A reason is in its time."""
AREAS = [(sub, "area") for sub in REDS]


def said(sub: str, kind: StatementKind, number: int) -> str:
    """What one of them has written."""
    return f"PLANTET-{sub}-{kind.value}-{number}"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    """All have answered; three subcriteria are red, and everybody has written about each of them."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people(PEOPLE)
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    for sub in REDS:
        for number, person in enumerate(PEOPLE):
            kinds = [kind for kind in StatementKind if kind is not StatementKind.AREA or number < WRITERS]
            texts = {kind.value: (said(sub, kind, number),) for kind in kinds}
            journey.answer(person, sub, {1: 95, 2: 5}.get(number, 40), **texts)
    journey.file.close()
    return journey


@pytest.fixture
def watcher(
    qtbot: QtBot,
    journey: Journey,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Watcher]:
    """Also what is written for a moment only would lie where it looks."""
    folder = tmp_path / "midlertidigt"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    caplog.set_level("DEBUG", logger="kvik_desktop")
    yield Watcher(qtbot, tmp_path, journey.path, caplog, SECRETS)
    assert list(folder.iterdir()) == []


def test_a_day_by_keyboard(qtbot: QtBot, journey: Journey, watcher: Watcher) -> None:
    user = Keys(opened(qtbot, journey.path))
    with Inputs() as inputs:
        opens(Consensus(user), watcher)
        begins(Consensus(user), watcher)
        talks(Consensus(user), watcher)
        user = lunch(qtbot, journey, Consensus(user), watcher)
        goes_on(Consensus(user), watcher)
        ends(Consensus(user), watcher)
        improves(Improvements(user), watcher)
        plans(Planning(user), watcher)
    assert inputs.clicks == 0 and inputs.keys > 0
    user.window.close()
    watcher.passes_by()


def opens(meeting: Consensus, room: Watcher) -> None:
    """On the only screen: the room is asked, says no, and then yes."""
    assert planted_in(" ".join(look("", meeting.hand.window).words)) == set()
    screen = room.put_on(keys(meeting))
    told = room.sees()
    assert "0 af 12 har afleveret" in told or "Ingen har afleveret endnu" in told
    for key in (Key.Key_Escape, Key.Key_Return):
        QTest.keyClick(screen, Key.Key_Return, Modifier.ControlModifier)
        assert "Kan ikke fortrydes" in room.sees()
        QTest.keyClick(screen, key, Modifier.ControlModifier if key == Key.Key_Return else Modifier(0))
    room.sees([(meeting.at, "evidence")])
    QTest.keyClick(screen, Key.Key_Escape)
    assert meeting.page.agenda is not None, "the answers are open"


def begins(meeting: Consensus, room: Watcher) -> None:
    """With a projector beside: what differs most is put last by hand, and the clock is started.

    The group wants to know who can begin: on the facilitator's screen, that is.
    """
    room.put_beside(keys(meeting))
    meeting.go_to("dagsorden")
    assert meeting.page.overview is not None
    table, first = meeting.page.overview.table, order(meeting)[0]
    keys(meeting).reach(table)
    assert table.key == first
    for _ in REDS[1:]:
        keys(meeting).key(Key.Key_Down, Modifier.AltModifier)
        room.sees()
    assert order(meeting)[2] == first
    meeting.hand.press(meeting.page.overview.what)
    meeting.hand.press(meeting.page.overview.seen.names)
    meeting.hand.press(meeting.page.time.line.start)
    room.sees()


def order(meeting: Consensus) -> list[str]:
    """The agenda as it is taken."""
    return [row.key for row in meeting.agenda() if row.key[:1].isdigit()]


def keys(meeting: Consensus) -> Keys:
    """The hand, which is one with a keyboard."""
    assert isinstance(meeting.hand, Keys)
    return meeting.hand


def talks(meeting: Consensus, room: Watcher) -> None:
    """Move by move: a note, two texts that are merged, a round of raised cards, and a reason."""
    at = "3.3"
    meeting.go_to(at)
    assert planted_in(room.sees([(at, "evidence")])) == {(at, "evidence")}
    meeting.go_to_move(1)
    keys(meeting).key(Key.Key_N)
    write(NOTE)
    meeting.go_to_move(2).merge(
        StatementKind.AREA, said(at, StatementKind.AREA, 2), said(at, StatementKind.AREA, 1)
    )
    mine = [(at, kind) for kind in ("strength", "area", "idea")]
    assert planted_in(room.sees(mine)), "now is the time of the texts"
    meeting.go_to_move(3)
    assert PEOPLE[1] in " ".join(look("", meeting.board).words), "who can begin"
    room.sees()
    meeting.new_round().type_cards(*[50] * len(PEOPLE))
    room.sees()
    meeting.next()
    assert [dots.n for dots in meeting.board.line.rounds] == [12, 12]
    meeting.go_to_move(4).agree(90).because(REASON)
    assert REASON in room.sees([], REASON), "now is the time of the reason"
    meeting.go_to_move(3)
    room.sees()


def lunch(qtbot: QtBot, journey: Journey, meeting: Consensus, watcher: Watcher) -> Keys:
    """The clock stands, the program is closed, and opened again where it was."""
    keys(meeting).key(Key.Key_T)
    meeting.other("Hold pause")
    assert meeting.page.time.keeper.going is Going.BREAK
    assert "Pause" in watcher.sees()
    window = meeting.hand.window
    assert window.room is not None
    place = window.room.place
    window.close()
    watcher.passes_by()
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()], "nothing is projected"
    beside = sorted(path.name for path in journey.path.parent.iterdir() if path.is_file())
    assert beside == [journey.path.name], "one file, closed cleanly"
    back = Keys(opened(qtbot, journey.path))
    assert back.window.room is not None
    assert back.window.room.place == place
    return back


def goes_on(meeting: Consensus, room: Watcher) -> None:
    """The reason is as it was; the clock goes on when it is told to, and another one is parked."""
    assert (meeting.at, meeting.page.time.keeper.going) == ("dagen", Going.BREAK)
    room.put_beside(keys(meeting))
    assert "Pause" in room.sees()
    meeting.next()
    assert meeting.page.time.keeper.going is Going.RUNNING
    room.sees()
    meeting.next()
    assert (meeting.at, meeting.move, meeting.board.draft.reason) == ("3.3", 3, REASON)
    room.sees()
    while meeting.at == "3.3":
        meeting.next()
    room.sees([(meeting.at, "evidence")])
    meeting.go_to("1.1").park(PARKED)
    room.sees([(meeting.at, "evidence")])
    meeting.go_to("afgjort").go_to("1.1").go_to_move(4)
    assert "I lægger det til side for nu" in room.sees()
    meeting.go_to("6.1").go_to_move(4).agree(35)
    while meeting.at == "6.1":
        meeting.next()


def ends(meeting: Consensus, room: Watcher) -> None:
    """The green ones are settled in one act, and the leader accepts."""
    while meeting.at != "samlet":
        meeting.next()
    assert len(meeting.board_now().together) == 28 - len(REDS)
    room.sees()
    meeting.next()
    assert meeting.at == "resultat"
    assert not meeting.board_now().together
    room.sees()
    meeting.next()
    room.sees()
    found = meeting.board_now()
    assert found.is_accepted
    parked = [each.id for each in found.lines if each.consensus and each.consensus.outcome is Outcome.PARKED]
    assert parked == ["1.1"]


def improves(wall: Improvements, room: Watcher) -> None:
    """Dots are given unseen and then shown; three areas get their place in the matrix and are chosen."""
    one, other, third = (said(sub, StatementKind.AREA, 0) for sub in REDS)
    room.sees(AREAS)
    wall.other("Prikker").next()
    for name, words in ((PEOPLE[1], other), (PEOPLE[2], other)):
        wall.sit_down(name).put(words, 1)
        room.sees(AREAS)
        wall.next().other("Tilbage til listen")
    assert "2 har givet" in room.sees(AREAS)
    assert set(wall.dots().values()) == {0}
    wall.next()
    room.sees(AREAS)
    assert wall.dots()[other] == 2
    for place, words in enumerate((one, other, third)):
        wall.place(words, effect=4 - place % 2, ease=3)
        room.sees(AREAS)
    wall.next().next()


def plans(page: Planning, room: Watcher) -> None:
    """Who, when and how, and the leader approves; the room follows, and sees who the group has chosen."""
    assert "Hvem har ansvaret?" in room.sees(AREAS)
    for title in page.titles()[:1]:
        page.edit(title, Column.WHO, PEOPLE[0]).edit(title, Column.WHEN, "01-06-2027")
        page.edit(title, Column.HOW, "Tallene er bedre")
        told = room.sees(AREAS, "Navnemand")
        assert [words for words in (PEOPLE[0], "Tallene er bedre") if words not in told] == []
        assert [name for name in PEOPLE[1:] if name in told] == []
    page.approve(PEOPLE[0])
    assert page.hint == "Planen er godkendt."
    room.sees(AREAS, "Navnemand")


@pytest.mark.parametrize("where", ["clipboard", "file", "name of a file", "log"])
def test_what_is_let_slip_is_found(watcher: Watcher, tmp_path: Path, where: str) -> None:
    """Else the day would be clean wherever the words went."""
    watcher.passes_by()
    slipped = said("3.3", StatementKind.AREA, 1)
    if where == "clipboard":
        QApplication.clipboard().setText(slipped)
    elif where == "log":
        logging.getLogger("kvik_desktop.noget").debug("Gemte %s", PEOPLE[3])
    else:
        name = "kladde.txt" if where == "file" else f"{NOTE}.txt"
        (tmp_path / name).write_text(f"Om {slipped}", encoding="utf-8")
    with pytest.raises(AssertionError):
        watcher.passes_by()
    QApplication.clipboard().clear()
