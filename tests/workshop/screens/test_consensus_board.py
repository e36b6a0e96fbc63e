"""The board: from the widest disagreement to an agreed score, by mouse and by keyboard, on real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.board import Board, Line, shown
from kvik_desktop.workshop.model import Outcome
from kvik_desktop.workshop.screens.moves_row import Move
from tests.drivers.consensus import Consensus
from tests.drivers.hand import HANDS, Hand, Keys, wait_until
from tests.journey import PEOPLE, Journey
from tests.window import opened

HandOf = Callable[[Window], Hand]
Kind = StatementKind
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five who agree on 40, except on 3.3 (red), 4.5 (amber) and 8.2, which most cannot judge (grey)."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    journey.answer("Bo", "3.3", 95, strength=("Vi lytter",), area=("For lidt tid", "Uklare mål"))
    journey.answer("Eva", "3.3", 42, strength=("Vi lytter",), evidence=("Referater",))
    journey.answer("Bo", "4.5", 62)
    for name in PEOPLE[:3]:
        journey.answer(name, "8.2", None)
    yield journey.reveal()
    journey.file.close()


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Callable[..., Consensus]:
    def begin(hand: HandOf = Keys, prepared: Journey = journey, **kwargs: Any) -> Consensus:
        prepared.file.close()
        return Consensus(hand(opened(qtbot, prepared.path, **kwargs)))

    return begin


def meeting_of(page: Consensus) -> Board:
    """What the open file has."""
    room = page.hand.window.room
    assert room is not None
    found: list[Any] = []
    room.desk.ask(shown).then(found.append)
    board: Board = found[0]
    return board


def line(page: Consensus, subcriterion: str) -> Line:
    return next(line for line in meeting_of(page).lines if line.id == subcriterion)


def test_the_agenda_has_the_widest_disagreement_first(start: Callable[..., Consensus]) -> None:
    page = start()
    rows = page.agenda()
    assert [(row.key, row.mark) for row in rows[2:5]] == [
        ("3.3", "large-disagreement"),
        ("8.2", "to-talk-about"),
        ("4.5", "some-disagreement"),
    ]
    assert (rows[0].key, rows[0].name) == ("dagsorden", "Overblik")
    assert (rows[1].heading, rows[1].trailing) == (True, "3")
    assert (page.row("samlet").mark, rows[-1].key) == ("together", "resultat")
    assert rows[2].spread is not None
    assert rows[2].spread.values == (40, 40, 40, 42, 95)
    assert page.at == "3.3"


@pytest.mark.parametrize("hand", HANDS)
def test_a_group_walks_the_four_moves_and_settles(start: Callable[..., Consensus], hand: HandOf) -> None:
    page = start(hand)
    assert page.next_words == "Videre til Styrker og områder"
    page.next()
    assert page.texts(Kind.STRENGTH) == [("Vi lytter", 2)]
    page.next().next()
    assert page.move == 4
    assert page.stair().score == 40
    assert page.next_words == "Fastlæg 40 og tag 8.2"
    page.agree(48).next()
    settled = line(page, "3.3").consensus
    assert settled is not None
    assert (settled.rating, settled.outcome) == (Rating(48), Outcome.AGREED)
    assert (page.at, page.move) == ("8.2", 1)


def test_keys_skip_to_a_move_and_enter_accepts_the_median(start: Callable[..., Consensus]) -> None:
    page = start()
    page.go_to_move(4)
    assert QApplication.focusWidget() is page.stair()
    QTest.keyClick(page.stair(), Qt.Key.Key_Return)
    settled = line(page, "3.3").consensus
    assert settled is not None
    assert settled.rating == Rating(40)


def test_a_move_that_is_skipped_is_seen_and_one_that_is_walked_is_not(
    start: Callable[..., Consensus],
) -> None:
    page = start()
    page.next().go_to_move(4)
    buttons = page.board.heading.moves.buttons
    assert [move for move, button in buttons.items() if button.is_skipped] == [3]
    assert buttons[Move(3)].accessibleDescription() == "sprunget over"
    assert buttons[Move(2)].accessibleDescription() == "talt igennem"
    page.go_to_move(3).go_to_move(4)
    assert not any(button.is_skipped for button in buttons.values())
    page.next()
    assert (page.at, page.move) == ("8.2", 1)
    assert not any(button.is_skipped for button in buttons.values()), "each has its own"


def test_what_was_skipped_is_known_when_the_file_is_opened_again(start: Callable[..., Consensus]) -> None:
    page = start()
    page.next().go_to_move(4)
    shown, path = page.hand.window, page.hand.window.room.desk.path  # type: ignore[union-attr]  # it is open
    shown.leave()
    shown.open(path)
    again = Consensus(page.hand)
    assert (again.at, again.move) == ("3.3", 4)
    assert [move for move, button in again.board.heading.moves.buttons.items() if button.is_skipped] == [3]


def test_one_key_goes_through_every_move_of_every_item(start: Callable[..., Consensus]) -> None:
    page = start()
    seen = [(page.at, page.move)]
    for _ in range(11):
        page.next()
        seen.append((page.at, page.move))
        if page.hint.startswith("Vælg"):
            page.agree(40)
    assert seen == [(place, move) for place in ("3.3", "8.2", "4.5") for move in (1, 2, 3, 4)]
    page.next()
    assert page.at == "samlet"
    page.next()
    assert page.at == "resultat"


def test_digits_on_the_stair_are_scores_not_moves(start: Callable[..., Consensus]) -> None:
    page = start()
    page.go_to_move(4)
    QTest.keyClicks(page.stair(), "32")
    assert (page.move, page.stair().score) == (4, 32)


@pytest.mark.parametrize("hand", HANDS)
def test_a_reason_is_asked_for_once_and_only_far_from_the_answers(
    start: Callable[..., Consensus], hand: HandOf
) -> None:
    page = start(hand).go_to_move(4).agree(90)
    page.next()
    assert QApplication.focusWidget() is page.board.agreement.why
    assert page.hint == "Skriv kort hvorfor, eller tryk igen for at fastlægge uden."
    assert line(page, "3.3").consensus is None
    page.next()
    assert line(page, "3.3").lacks_reason
    assert page.at == "8.2"
    assert page.row("afgjort").second == "1 mangler begrundelse"


def test_a_reason_that_is_written_is_kept(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(4).agree(90)
    page.next().because("Tallene er nye")
    page.next()
    settled = line(page, "3.3").consensus
    assert settled is not None
    assert settled.reason == "Tallene er nye"
    assert not line(page, "3.3").lacks_reason


@pytest.mark.parametrize("hand", HANDS)
def test_what_cannot_be_agreed_is_parked_with_a_note(start: Callable[..., Consensus], hand: HandOf) -> None:
    page = start(hand).other("Parkér")
    page.next()
    assert line(page, "3.3").consensus is None
    assert page.hint == "Skriv en note først."
    page.other("Parkér ikke").park("Vi venter på tal")
    settled = line(page, "3.3").consensus
    assert settled is not None
    assert (settled.outcome, settled.note) == (Outcome.PARKED, "Vi venter på tal")
    page.go_to("afgjort")
    assert (page.row("3.3").mark, page.row("3.3").second) == ("parked", "Parkeret")


@pytest.mark.parametrize("hand", HANDS)
def test_the_green_ones_are_settled_in_one_act(start: Callable[..., Consensus], hand: HandOf) -> None:
    page = start(hand).go_to("samlet")
    assert page.next_words == "Fastlæg de 25 grønne"
    page.next()
    board = meeting_of(page)
    assert len(board.settled) == 25
    assert not board.together
    assert page.at == "3.3"
    page.undo()
    assert len(meeting_of(page).together) == 25


def test_a_green_one_can_be_taken_by_itself(start: Callable[..., Consensus]) -> None:
    page = start().go_to("samlet").go_to("1.2")
    assert (page.at, page.next_words) == ("1.2", "Videre til Styrker og områder")


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_settled_is_taken_up_again_with_its_score(
    start: Callable[..., Consensus], hand: HandOf
) -> None:
    page = start(hand).go_to_move(4).agree(48).next()
    page.go_to("afgjort").go_to("3.3")
    assert page.move == 4
    assert page.next_words == "Tag 8.2"
    page.other("Tag op igen")
    assert line(page, "3.3").consensus is None
    assert page.stair().score == 48
    page.undo()
    assert line(page, "3.3").consensus is not None


def test_undo_takes_a_settled_one_back(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(4).next()
    assert line(page, "3.3").is_settled
    page.undo()
    assert not line(page, "3.3").is_settled


def test_what_a_group_has_come_to_is_kept_while_it_looks_at_another(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(4).agree(55).because("Fordi")
    page.go_to("4.5").go_to_move(4)
    assert page.stair().score == 40
    page.go_to("3.3").go_to_move(4)
    assert page.stair().score == 55
    assert page.board.agreement.reason == "Fordi"


def test_the_words_of_a_long_reason_stay_in_view(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(4)
    why, seen = page.board.agreement.why, page.board.area.viewport()
    page.hand.enter(why)
    for _ in range(16):
        QTest.keyClicks(
            why, "Vi måler trivslen, men vi taler ikke om tallene, og det har vi ikke gjort i år. "
        )

    def caret_is_seen() -> bool:
        caret = why.cursorRect().translated(why.viewport().mapTo(seen, QPoint()))
        return seen.rect().contains(caret)

    wait_until(lambda: page.board.area.verticalScrollBar().maximum() > 0, "the reason did not grow")
    wait_until(caret_is_seen, "one writes out of sight")


def test_what_a_group_has_come_to_outlives_another_language(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(4).agree(55).because("Fordi")
    window = page.hand.window
    window.change_look(replace(window.settings, language="en"))
    assert page.stair().score == 55
    assert page.board.agreement.reason == "Fordi"


def test_undo_gives_back_what_was_about_to_be_settled(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(4).agree(45).because("Fordi").next().undo()
    page.go_to("3.3").go_to_move(4)
    assert page.stair().score == 45
    assert page.board.agreement.reason == "Fordi"


def test_ctrl_and_the_arrows_go_through_the_agenda(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(4)
    for key, at in ((Qt.Key.Key_Down, "8.2"), (Qt.Key.Key_Down, "4.5"), (Qt.Key.Key_Up, "8.2")):
        QTest.keyClick(QApplication.focusWidget() or page.page, key, CONTROL)
        assert page.at == at


@pytest.mark.parametrize("hand", HANDS)
def test_texts_are_merged_rewritten_added_deleted_and_that_is_undone(
    start: Callable[..., Consensus], hand: HandOf
) -> None:
    page = start(hand).go_to_move(2)
    page.merge(Kind.AREA, "Uklare mål", into="For lidt tid")
    assert page.texts(Kind.AREA) == [("For lidt tid", 2)]
    page.rewrite(Kind.AREA, "For lidt tid", "Tid og mål")
    assert page.texts(Kind.AREA) == [("Tid og mål", 2)]
    page.add(Kind.AREA, "Vikarer ved ikke, hvem de kan spørge")
    assert page.texts(Kind.AREA)[1] == ("Vikarer ved ikke, hvem de kan spørge", 0)
    page.delete(Kind.AREA, "Tid og mål")
    assert len(page.texts(Kind.AREA)) == 1
    for _ in range(4):
        page.undo()
    assert sorted(page.texts(Kind.AREA)) == [("For lidt tid", 1), ("Uklare mål", 1)]


def test_what_a_text_is_merged_from_is_seen_and_taken_apart(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(2).merge(Kind.AREA, "Uklare mål", into="For lidt tid")
    column = page.column(Kind.AREA)
    QTest.keyClick(column.list.view, Qt.Key.Key_Return)
    note = column.note
    assert note is not None
    assert "Uklare mål (1)" in note.accessibleDescription()
    page.hand.press(note.buttons[0])
    assert sorted(page.texts(Kind.AREA)) == [("For lidt tid", 1), ("Uklare mål", 1)]
    assert column.note is None


def test_undo_takes_back_the_text_one_has_just_added(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(2).add(Kind.AREA, "Vikarer ved ikke, hvem de kan spørge")
    assert page.column(Kind.AREA).new.hasFocus()
    page.undo()
    assert len(page.texts(Kind.AREA)) == 2


def test_what_is_typed_is_saved_when_the_page_is_left(start: Callable[..., Consensus]) -> None:
    page = start().go_to_move(2)
    page.hand.enter(page.column(Kind.STRENGTH).new)
    QTest.keyClicks(page.column(Kind.STRENGTH).new, "Vi holder fast")
    page.hand.go(2)
    page.hand.go(3)
    assert page.texts(Kind.STRENGTH)[-1] == ("Vi holder fast", 0)


def test_one_comes_back_to_the_same_move(
    start: Callable[..., Consensus], qtbot: QtBot, journey: Journey
) -> None:
    page = start().go_to("4.5").go_to_move(3)
    assert page.page.place == "4.5/3"
    page.hand.window.close()
    again = Consensus(Keys(opened(qtbot, journey.path)))
    assert (again.at, again.move) == ("4.5", 3)


def test_a_dark_theme_changes_nothing_but_looks(start: Callable[..., Consensus]) -> None:
    page = start().go_to("4.5").go_to_move(3)
    page.hand.window.resize_type(1)
    assert (page.at, page.move) == ("4.5", 3)


def test_in_the_fine_method_every_phase_begins_at_its_median(
    start: Callable[..., Consensus], tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "fin"
    folder.mkdir()
    journey = Journey(folder, clock, "kvik", Method.FINE).gather_people()
    journey.answer_all(dict(zip(PEOPLE, (10, 20, 30, 80, 90), strict=True))).reveal()
    page = start(prepared=journey).go_to("1.1").go_to_move(4)
    assert [page.stair(key).score for key in ("plan", "do", "check", "act")] == [30] * 4
    page.agree(40, "do").next()
    settled = line(page, "1.1").consensus
    assert settled is not None
    assert settled.rating == Rating(plan=30, do=40, check=30, act=30)
    page.go_to("7.1").go_to_move(4)
    assert sorted(page.board.agreement.score.stairs) == ["target", "trend"]


def test_on_the_scale_0_5_a_digit_is_the_score(
    start: Callable[..., Consensus], tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "fem"
    folder.mkdir()
    journey = Journey(folder, clock).gather_people()
    journey.answer_all(dict(zip(PEOPLE, (0, 1, 1, 3, 4), strict=True))).reveal()
    page = start(prepared=journey)
    assert page.at == "dagsorden", "there is much to discuss"
    page.next().go_to_move(4)
    assert page.next_words == "Fastlæg 1 og tag k1.2"
    page.agree(2).next()
    settled = line(page, "k1.1").consensus
    assert settled is not None
    assert settled.rating == Rating(2)


def test_three_answers_are_shown_on_their_steps_and_two_not_at_all(
    start: Callable[..., Consensus], tmp_path: Path, clock: FixedClock
) -> None:
    folder = tmp_path / "få"
    folder.mkdir()
    journey = Journey(folder, clock, "kvik", Method.CLASSICAL).gather_people()
    for name, score in (("Anna", 25), ("Bo", 38), ("Eva", 78)):
        journey.answer(name, "1.1", score)
        if name != "Eva":
            journey.answer(name, "1.2", score)
    journey.reveal()
    page = start(prepared=journey).go_to("1.1").go_to_move(4)
    plot = page.board.agreement.plot
    assert plot.accessibleDescription() == "11-30: 1, 31-50: 1, 71-90: 1"
    page.go_to("1.2").go_to_move(4)
    assert plot.accessibleName() == "Vises ikke, når kun 2 har vurderet det."
    assert page.row("1.2").spread is None
