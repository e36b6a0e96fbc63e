"""Undo over days and between people: it ends at one's own turn and at what is final, and tells no answers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kvik_desktop import compose
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.example import NAMES, Example, Stage
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.session import FACILITATOR
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop import rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.deleting import delete_for_good
from tests.drivers.answering import Answering
from tests.drivers.hand import Keys
from tests.journey import PEOPLE, Journey
from tests.window import opened

SECRET = "Ledelsen lytter ikke"


def reveal(journey: Journey) -> None:
    journey.reveal()


def close_round(journey: Journey) -> None:
    journey.reveal()
    journey.file.do(rounds.open_round, journey.id, "k1.1")
    for person in journey.people.values():
        given = [NewAnswer("k1.1", journey.rating("k1.1", 2), {})]
        journey.file.do(rounds.answer_round, journey.id, person, given, Way.LAPTOP)
    journey.file.do(rounds.close_round, journey.id, "k1.1", "Anna")


def accept(journey: Journey) -> None:
    journey.reveal().settle_all().accept()


def reopen(journey: Journey) -> None:
    accept(journey)
    journey.file.do(meeting.reopen, journey.id, "Anna", "Et tal var forkert")


def delete(journey: Journey) -> None:
    accept(journey)
    delete_for_good(journey.file, journey.id, "Anna")


BORDERS: Mapping[str, Callable[[Journey], None]] = {
    "reveal": reveal,
    "close_round": close_round,
    "accept": accept,
    "reopen": reopen,
    "delete": delete,
}
"""Handing in is the last of them, and has its own room's test."""


def top(window: Window, name: str) -> QToolButton:
    """The button of undo or redo, by the beginning of its name."""
    assert window.room is not None
    buttons = window.room.frame.top.findChildren(QToolButton)
    return next(each for each in buttons if each.accessibleName().split(":")[0] == name)


def said(window: Window) -> list[str]:
    """What the window says of undo and redo, to eyes and ears."""
    buttons = (top(window, "Fortryd"), top(window, "Gør igen"))
    return [text for each in buttons for text in (each.toolTip(), each.accessibleName())]


@pytest.mark.parametrize("border", BORDERS)
def test_what_is_final_is_final_the_next_day_too(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, border: str
) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    BORDERS[border](journey)
    journey.file.close()
    with compose.open_file(journey.path) as file:
        for actor in (FACILITATOR, *journey.people.values()):
            with file.acting_as(actor):
                assert (file.undo_label, file.redo_label) == (None, None)
                assert (file.undo(), file.redo()) == (None, None)
    window = opened(qtbot, journey.path)
    assert not top(window, "Fortryd").isEnabled()
    assert not top(window, "Gør igen").isEnabled()


def test_the_next_to_answer_can_neither_undo_nor_see_what_the_first_did(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    journey.file.close()
    window = opened(qtbot, journey.path)
    answering = Answering(Keys(window)).take("Anna").answer("k1.1", 4, strength=SECRET)
    assert top(window, "Fortryd").accessibleName() == "Fortryd: svar på k1.1"
    assert SECRET not in " ".join(said(window))
    answering.leave()
    assert not top(window, "Fortryd").isEnabled(), "nobody's turn"
    assert "k1.1" not in " ".join(said(window))
    answering.take("Bo")
    assert not top(window, "Fortryd").isEnabled(), "Bo's turn"
    assert window.room is not None
    window.room.undo()
    assert "k1.1" not in " ".join(said(window))
    answering.answer("k1.2", 2)
    answering.leave().take("Anna")
    assert not top(window, "Fortryd").isEnabled(), "Bo has acted since"
    assert answering.go_to("k1.1").texts(StatementKind.STRENGTH) == (SECRET,)


def test_the_next_day_the_turn_is_the_facilitators_and_the_answers_stay(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    with journey.file.acting_as(journey.people["Anna"]):
        journey.answer("Anna", "k1.1", 4, strength=(SECRET,))
        journey.file.undo()
    journey.file.close()
    window = opened(qtbot, journey.path)
    assert not top(window, "Gør igen").isEnabled(), "what Anna undid is hers to do again"
    Answering(Keys(window)).take("Bo").answer("k1.1", 2)
    window.leave()
    with compose.open_file(journey.path) as file, file.acting_as(journey.people["Anna"]):
        assert file.redo() is None, "it would go over what Bo has done"
        assert file.ask(evaluations.own_answers, journey.id, journey.people["Anna"]).statements == ()


@pytest.mark.parametrize("is_undone", [False, True], ids=["done", "undone"])
def test_the_first_can_undo_nothing_when_she_comes_back_after_somebody_who_did_nothing(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, is_undone: bool
) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    journey.file.close()
    window = opened(qtbot, journey.path)
    answering = Answering(Keys(window)).take("Anna").answer("k1.1", 4)
    answering.leave().take("Anna")
    assert top(window, "Fortryd").isEnabled(), "nobody has had the turn meanwhile"
    assert window.room is not None
    if is_undone:
        window.room.undo()
        assert top(window, "Gør igen").isEnabled()
    answering.leave().take("Bo")
    answering.leave().take("Anna")
    for name in ("Fortryd", "Gør igen"):
        assert not top(window, name).isEnabled()
    window.leave()
    with compose.open_file(journey.path) as file, file.acting_as(journey.people["Anna"]):
        assert (file.undo_label, file.redo_label) == (None, None), "not the next day either"


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_step_holds_what_anybody_wrote_or_who(tmp_path: Path, name: str) -> None:
    path = tmp_path / "eksempel.kvikdb"
    Example(name, Resources()).play(path, "Ikke vurderet", until=Stage.PLANNED)
    with closing(sqlite3.connect(path)) as connection:

        def column(statement: str) -> set[str]:
            return {str(row[0]) for row in connection.execute(statement) if row[0]}

        labels = column("SELECT label FROM operation")
        written = column("SELECT text FROM statement") | column("SELECT name FROM participant")
    assert labels
    assert len(written) > 50
    tr = Translator("da")
    for label in labels:
        kept = json.loads(label)
        values = [str(each) for each in kept["values"].values()]
        assert not written & set(values), tr(kept["message"])
