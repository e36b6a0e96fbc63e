"""Pages and slips of a round from the window: made into a folder, dropped again, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.collecting.further_rounds import Asked
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop.screens.round_view import CARDS, PAGES
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys, Mouse
from tests.evaluation.collecting.answer_page.filled import as_bytes, sealed_file, sheet
from tests.journey import PEOPLE, Journey
from tests.window import ToldChooser, opened

SUB = "3.3"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    found = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    found.answer_all(dict(zip(PEOPLE, (20, 40, 45, 60, 95), strict=True))).answer("Bo", SUB, 0).reveal()
    found.file.do(rounds.open_round, found.id, SUB)
    yield found
    found.file.close()


def sent(journey: Journey, name: str, folder: Path) -> Path:
    """What somebody's page saves."""
    opened_ = journey.file.ask(rounds.open_round_of, journey.id, SUB)
    journey.file.do(answer_pages.prepare_round, journey.id)
    asked = Asked(SUB, opened_.number, opened_.opened)
    made = dict(journey.file.ask(answer_pages.contents, journey.id, asked.about))[journey.people[name]]
    filled = sheet(made, {SUB: {"score": 64}})
    own = type(filled)(filled.token, filled.saved, tuple(a for a in filled.answers if a.subcriterion == SUB))
    path = folder / f"svar-{name}.kviksvar"
    path.write_bytes(as_bytes(sealed_file(made, own)))
    return path


def meeting(qtbot: QtBot, journey: Journey, chooser: ToldChooser) -> Consensus:
    journey.file.close()
    page = Consensus(Mouse(opened(qtbot, journey.path, chooser=chooser)))
    page.page.show_place(SUB)
    return page.go_to_move(3)


def test_pages_are_made_for_everybody_and_files_come_back_by_drop_and_by_button(
    qtbot: QtBot, journey: Journey, tmp_path: Path
) -> None:
    folder = tmp_path / "sider"
    folder.mkdir()
    files = [sent(journey, "Bo", tmp_path), sent(journey, "Carla", tmp_path)]
    page = meeting(qtbot, journey, ToldChooser([[folder], [files[1]]]))
    page.hand.press(page.round.ways.chips[2])
    page.hand.press(page.round.pages.make)
    assert len(list(folder.iterdir())) == 5
    damaged = tmp_path / "a.kviksvar"
    damaged.write_bytes(b"{")
    assert page.page.drop([damaged, files[0]])
    assert [line.texts[0] for line in page.round.pages.lines] == ["a.kviksvar", "svar-Bo.kviksvar"]
    assert page.round.pages.lines[1].texts[1] == "Bo: 1 svar (Svarside)."
    assert "64" not in " ".join(text for line in page.round.pages.lines for text in line.texts)
    page.hand.press(page.round.pages.fetch)
    assert [name for name, state in page.answered().items() if state == "Har svaret"] == ["Bo", "Carla"]
    page.next()
    assert page.board.line.dots.n == 2


def test_a_dropped_file_shows_its_verdict_whatever_way_was_chosen(
    qtbot: QtBot, journey: Journey, tmp_path: Path
) -> None:
    path = sent(journey, "Bo", tmp_path)
    page = meeting(qtbot, journey, ToldChooser())
    page.hand.press(page.round.ways.chips[1])
    assert page.round.ways.key == CARDS
    assert page.page.drop([path])
    assert page.round.ways.key == PAGES
    assert len(page.round.pages.lines) == 1
    page.go_to_move(1)
    assert not page.page.drop([path]), "there is no round to be seen"


def test_slips_are_printed_from_where_they_are_typed_in(
    qtbot: QtBot, journey: Journey, tmp_path: Path
) -> None:
    out = tmp_path / "sedler.pdf"
    journey.file.close()
    page = Consensus(Keys(opened(qtbot, journey.path, chooser=ToldChooser([[out]]))))
    page.page.show_place(SUB)
    page.go_to_move(3).type_cards()
    page.round.cards.wants_slips.emit()
    assert out.read_bytes().startswith(b"%PDF")


def test_nothing_can_be_done_where_the_file_can_only_be_read(
    qtbot: QtBot, journey: Journey, tmp_path: Path
) -> None:
    journey.file.close()
    first = opened(qtbot, journey.path)
    second = Consensus(Mouse(opened(qtbot, journey.path)))
    second.page.show_place(SUB)
    second.go_to_move(3)
    second.hand.press(second.round.ways.chips[2])
    assert second.round.pages.make.asleep
    second.hand.press(second.round.ways.chips[1])
    second.key_in("3")
    second.hand.press(second.round.cards.tiles[1])
    second.key_in("3")
    assert second.answered() == dict.fromkeys(PEOPLE, "Mangler")
    first.close()


def test_answers_that_came_by_page_are_not_shown_to_who_types_cards(
    qtbot: QtBot, journey: Journey, tmp_path: Path
) -> None:
    path = sent(journey, "Anna", tmp_path)
    page = meeting(qtbot, journey, ToldChooser())
    page.page.drop([path])
    page.hand.press(page.round.ways.chips[1])
    assert [tile.state for tile in page.round.cards.tiles][:2] == ["Har svaret", "Mangler"]
    page.hand.press(page.round.cards.tiles[0])
    assert page.round.cards.tiles[0].state == "Har svaret"
    room = page.hand.window.room
    assert room is not None
    own: list[object] = []
    room.desk.ask(evaluations.own_answers, journey.id, journey.people["Anna"]).then(own.append)
    assert "64" in repr(own)
