"""The room's screen in a real meeting: it follows the board, and tells nothing before its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import kvik_desktop
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.settings import Settings
from kvik_desktop.workshop import rounds, statements
from kvik_desktop.workshop import usecases as settling
from kvik_desktop.workshop.board import Board
from kvik_desktop.workshop.projected import RESULT, TOGETHER, Pause, TimeLeft
from kvik_desktop.workshop.screens.board_acts import OVERVIEW
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from kvik_desktop.workshop.usecases import Agreed
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys, Mouse
from tests.drivers.projector import Screen
from tests.looking import Seen
from tests.planted_meeting import NAMES, NOTE, REASON, SCORES, SECRETS, plant_meeting, planted_in
from tests.window import PATIENCE, opened

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OTHERWISE = (95, 5, 60, 40, 41, 22)
"""The same meeting, with other answers to 3.3."""


class Stage(Screen):
    """A meeting with the projector on."""

    @cached_property
    def meeting(self) -> Consensus:
        """The facilitator's page, by mouse."""
        return Consensus(Mouse(self.window))

    @property
    def page(self) -> ConsensusPage:
        return self.meeting.page


def stage_of(qtbot: QtBot, path: Path, settings: Settings | None = None) -> Stage:
    window = opened(qtbot, path, settings)
    Consensus(Mouse(window))
    return Stage(qtbot, window)


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    journey = plant_meeting(tmp_path, clock)
    journey.file.close()
    return journey.path


@pytest.fixture
def stage(qtbot: QtBot, path: Path) -> Stage:
    return stage_of(qtbot, path)


@pytest.fixture
def revealed(stage: Stage) -> Stage:
    stage.meeting.reveal()
    return stage


def places(stage: Stage) -> Iterator[tuple[str, int]]:
    yield from ((line, move) for line in ("3.3", "4.5", "1.1") for move in (1, 2, 3, 4))
    yield from ((TOGETHER, 0), (RESULT, 0), (OVERVIEW, 0))


def expected(place: str, move: int) -> set[tuple[str, str]]:
    if place not in ("3.3", "4.5"):
        return set()
    kinds = {1: ["evidence"], 2: ["strength", "area", "idea"]}.get(move, [])
    return {(place, kind) for kind in kinds}


def test_before_the_reveal_the_room_sees_how_many(stage: Stage) -> None:
    assert stage.texts()[:2] == ["Er I klar til at åbne svarene?", "5 af 6 har afleveret"]
    assert planted_in(stage.told()) == set()
    assert [secret for secret in SECRETS if secret in stage.told()] == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_place_tells_its_own_and_no_more(qtbot: QtBot, path: Path, language: str) -> None:
    stage = stage_of(qtbot, path, Settings(language="en" if language == "en" else "da"))
    stage.meeting.reveal()
    for place, move in places(stage):
        stage.room.go("3", f"{place}/{move}")
        seen = {each for page in pages_of(stage) for each in planted_in(page)}
        assert seen == expected(place, move), (place, move)
        told = stage.told()
        assert [secret for secret in SECRETS if secret in told] == [], (place, move)
        assert stage.projector.windowTitle() == "KVIK"


def pages_of(stage: Stage) -> Iterator[str]:
    """Every page of the slide, from the first."""
    slide = stage.projector.slide
    assert slide is not None
    stage.projector.turn(-slide.pages)
    for _ in range(slide.pages):
        yield stage.told()
        stage.projector.turn(1)


def test_two_meetings_with_other_answers_look_alike_until_the_third_move(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    """Also what is painted: a figure, a bar or a dot would be a difference.

    Texts come in no order, another each time, so their pictures are not compared.
    """

    def walk(scores: tuple[int, ...]) -> Iterator[Seen]:
        folder = tmp_path / str(scores[0])
        folder.mkdir()
        journey = plant_meeting(folder, clock, scores)
        journey.file.close()
        stage = stage_of(qtbot, journey.path)
        yield stage.look("before")
        stage.meeting.reveal()
        for place, move in (("3.3", 1), ("3.3", 2), (TOGETHER, 0), (RESULT, 0), ("3.3", 3)):
            stage.room.go("3", f"{place}/{move}")
            yield stage.look(f"{place}/{move}")
        stage.window.close()

    pairs = list(zip(walk(SCORES), walk(OTHERWISE), strict=True))
    told = [one.name for one, other in pairs if sorted(one.words) != sorted(other.words)]
    assert told == ["3.3/3"], "and there the test finds it"
    painted = [one.name for one, other in pairs if one.picture != other.picture]
    assert set(painted) <= {"3.3/1", "3.3/2", "3.3/3"}


def test_it_follows_the_board_to_an_agreed_score(revealed: Stage) -> None:
    board = revealed.meeting.go_to("3.3").go_to_move(4)
    board.agree(48).because(REASON)
    assert [text for text in revealed.texts() if text in ("48", "I er enige om", REASON)] == [
        "48", "I er enige om", REASON,
    ]  # fmt: skip
    board.next()
    assert REASON not in revealed.told()
    board.undo()
    assert "Fortr" not in revealed.told()


def test_a_reason_is_not_seen_before_the_last_move(revealed: Stage) -> None:
    revealed.meeting.go_to("3.3").go_to_move(4).agree(48).because(REASON)
    revealed.meeting.go_to_move(3)
    assert REASON not in revealed.told()
    assert "48" not in revealed.texts()


def test_a_note_of_what_is_put_aside_is_not_seen(revealed: Stage) -> None:
    revealed.meeting.go_to("3.3").park("Vi venter på hemmelige tal")
    revealed.room.go("3", "3.3/4")
    assert "hemmelige" not in revealed.told()
    assert "I lægger det til side for nu" in revealed.texts()


def test_an_open_round_is_how_many(revealed: Stage) -> None:
    meeting = revealed.meeting.go_to("3.3").new_round()
    assert "Runde 2: 0 af 6 har svaret" in revealed.texts()
    meeting.take(NAMES[1])
    assert NAMES[1] not in revealed.told()
    meeting.answer(97).next()
    assert "Runde 2: 1 af 6 har svaret" in revealed.texts()
    assert "97" not in revealed.told()


def add(stage: Stage, words: str) -> None:
    """A text of the group's own."""
    page = stage.page
    page.desk.do(
        statements.add, stage.meeting.board.board.evaluation.id, "1.1", StatementKind.STRENGTH, words
    )


def test_seven_texts_a_page(revealed: Stage) -> None:
    revealed.meeting.go_to("1.1").go_to_move(2)
    for number in range(9):
        add(revealed, f"Styrke nummer {number}")
    slide = revealed.projector.slide
    assert slide is not None
    assert slide.pages == 2
    assert "Side 1 af 2" in revealed.texts()
    assert [text for text in revealed.texts() if text.startswith("Styrke n")] == [
        f"Styrke nummer {number}" for number in range(7)
    ]
    QTest.keyClick(revealed.page, Key.Key_PageDown, Modifier.ControlModifier)
    assert [text for text in revealed.texts() if text.startswith("Styrke n")] == [
        "Styrke nummer 7",
        "Styrke nummer 8",
    ]
    add(revealed, "Styrke nummer 9")
    assert slide.page == 1, "a text more does not turn the page"


def test_over_the_only_screen_the_keys_drive_the_meeting(qtbot: QtBot, revealed: Stage) -> None:
    meeting = revealed.meeting
    revealed.room.go("3", "3.3/1")
    revealed.room.projector.leave()
    qtbot.waitUntil(revealed.window.isActiveWindow, timeout=PATIENCE)
    QTest.keyClick(revealed.page, Key.Key_F5)
    screen = revealed.projector
    qtbot.waitUntil(screen.isActiveWindow, timeout=PATIENCE)
    QTest.keyClick(screen, Key.Key_3)
    assert meeting.move == 3
    QTest.keyClick(screen, Key.Key_Return, Modifier.ControlModifier)
    assert meeting.move == 4
    QTest.keyClick(screen, Key.Key_Return, Modifier.ControlModifier)
    assert meeting.at != "3.3"
    QTest.keyClick(screen, Key.Key_Up, Modifier.ControlModifier)
    QTest.keyClick(screen, Key.Key_R)
    assert "Runde" not in " ".join(revealed.texts())
    QTest.keyClick(screen, Key.Key_Escape)
    assert not revealed.room.projector.is_on


def in_front(qtbot: QtBot, stage: Stage) -> ProjectorWindow:
    """The projector over the only screen, by its key."""
    stage.room.projector.leave()
    qtbot.waitUntil(stage.window.isActiveWindow, timeout=PATIENCE)
    QTest.keyClick(QApplication.focusWidget() or stage.window, Key.Key_F5)
    qtbot.waitUntil(stage.projector.isActiveWindow, timeout=PATIENCE)
    assert stage.room.projector.is_over
    return stage.projector


def go_on(screen: ProjectorWindow) -> str:
    """Ctrl+Enter in front of the room; what it is asked then."""
    QTest.keyClick(screen, Key.Key_Return, Modifier.ControlModifier)
    return screen.question.accessibleName() if screen.question is not None else ""


YES = "Ctrl+Enter en gang til: ja. Esc: nej"


def test_the_answers_are_not_opened_from_a_screen_that_does_not_warn(qtbot: QtBot, stage: Stage) -> None:
    screen = in_front(qtbot, stage)
    assert go_on(screen) == f"Åbn uden den sidste? Kan ikke fortrydes {YES}"
    assert [secret for secret in SECRETS if secret in stage.told()] == []
    QTest.keyClick(screen, Key.Key_Escape)
    assert not is_revealed(stage)
    go_on(screen)
    assert go_on(screen) == ""
    assert is_revealed(stage)


def is_revealed(stage: Stage) -> bool:
    return isinstance(stage.page.found, Board)


def test_a_round_is_not_closed_from_a_screen_that_does_not_warn(qtbot: QtBot, revealed: Stage) -> None:
    meeting = revealed.meeting.go_to("3.3").new_round().take(NAMES[1]).answer(97).next()
    while meeting.round.foot.secondary[0].text == "Tilbage til listen":
        meeting.other("Tilbage til listen")
    screen = in_front(qtbot, revealed)
    assert go_on(screen) == f"Luk runden, og vis svarene? 5 mangler. Kan ikke fortrydes {YES}"
    assert rounds_of(meeting) == (2, 1)
    meeting.page.desk.do(rounds.type_card, meeting.board.board.evaluation.id, *card(meeting, NAMES[2], 5))
    assert screen.question is None, "fewer are missing, so it is asked anew"
    assert go_on(screen) == f"Luk runden, og vis svarene? 4 mangler. Kan ikke fortrydes {YES}"
    go_on(screen)
    assert rounds_of(meeting) == (None, 2)


def rounds_of(meeting: Consensus) -> tuple[int | None, int]:
    """The open round of the subcriterion at hand, and how many have been closed."""
    line = meeting.board.line
    return line.open_round, len(line.rounds)


def card(meeting: Consensus, name: str, score: int) -> tuple[str, NewAnswer]:
    """Somebody's card of the open round."""
    person = next(each.id for each in meeting.board.board.people if each.name == name)
    return person, NewAnswer(meeting.board.line.id, Rating(score), {})


def test_a_missing_reason_is_asked_for_in_the_room_and_not_passed_by(qtbot: QtBot, revealed: Stage) -> None:
    meeting = revealed.meeting.go_to("3.3").go_to_move(4).agree(99)
    screen = in_front(qtbot, revealed)
    assert go_on(screen) == f"Fastlæg 99? I har ikke skrevet hvorfor {YES}", "nothing of what comes next"
    QTest.keyClick(screen, Key.Key_Escape)
    assert not meeting.board.line.is_settled
    go_on(screen)
    go_on(screen)
    settled = {line.id for line in meeting.board_now().settled}
    assert settled == {"3.3"}


def test_deleting_all_answers_is_asked_about_in_the_room(qtbot: QtBot, revealed: Stage) -> None:
    meeting = revealed.meeting
    revealed.page.desk.do(settling.settle, meeting.board_now().evaluation.id, everything(meeting))
    meeting.go_to("resultat")
    screen = in_front(qtbot, revealed)
    assert go_on(screen).startswith("Godkend resultatet? Derefter ligger tallene fast")
    go_on(screen)
    assert meeting.board_now().is_accepted
    QTest.keyClick(screen, Key.Key_Escape)
    qtbot.waitUntil(revealed.window.isActiveWindow, timeout=PATIENCE)
    meeting.other("Slet individuelle svar")
    screen = in_front(qtbot, revealed)
    assert go_on(screen) == f"Slet svarene for altid? Kan ikke fortrydes {YES}"
    assert meeting.board_now().evaluation.answers_deleted is None


@pytest.mark.parametrize("room", ["workshop", "action_plan"])
def test_whatever_warns_on_a_page_the_room_follows_is_asked_there(room: str) -> None:
    """The words of the warning lead to the modules; a new one has to think of the projector, too."""
    modules = (Path(kvik_desktop.__file__).parent / room).rglob("*.py")
    warning = [path for path in modules if "Kan ikke fortrydes" in path.read_text("utf-8")]
    assert warning
    assert [path.name for path in warning if "Asked(" not in path.read_text("utf-8")] == []


def everything(meeting: Consensus) -> list[Agreed]:
    return [Agreed(line.id, Rating(40), "Sådan er det") for line in meeting.board_now().lines]


def test_time_and_pause_are_the_ones_the_page_is_given(revealed: Stage) -> None:
    revealed.room.go("3", "3.3/1")
    slide = revealed.projector.slide
    revealed.page.time_left = TimeLeft("12.40", 0.6)
    revealed.page.project()
    assert "12.40" in revealed.texts()
    assert revealed.projector.slide is slide
    revealed.page.time_left, revealed.page.pause = None, Pause("13.00")
    revealed.page.project()
    assert revealed.texts() == ["Pause", "Vi fortsætter kl. 13.00"]


def test_where_the_room_is_let_see_nothing_there_is_nothing(revealed: Stage) -> None:
    revealed.room.go("3", "3.3/2")
    revealed.room.go("2")
    assert planted_in(revealed.told()) == set()
    revealed.room.go("1")
    assert [secret for secret in (*SECRETS, NOTE) if secret in revealed.told()] == []


def test_the_clipboard_and_the_recent_list_are_left_alone(revealed: Stage) -> None:
    QApplication.clipboard().setText("noget andet")
    before = [(recent.title, recent.place) for recent in revealed.window.settings.recent]
    revealed.room.projector.blank()
    revealed.room.projector.toggle()
    assert QApplication.clipboard().text() == "noget andet"
    assert [(recent.title, recent.place) for recent in revealed.window.settings.recent] == before


@pytest.mark.parametrize("hand", [Keys, Mouse])
def test_the_button_of_the_top_line(qtbot: QtBot, path: Path, hand: Callable[..., Keys | Mouse]) -> None:
    window = opened(qtbot, path)
    meeting = Consensus(hand(window))
    assert window.room is not None
    top = window.room.frame.top
    meeting.hand.press(top._projector)
    assert window.room.projector.is_on
