"""A small team answers on one laptop in turn, with and without codes, until the answers are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.evaluation.states import Event
from kvik_desktop.evaluation.store import events
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.work import Transaction
from tests.drivers.hand import HANDS, Hand, frame
from tests.evaluation.screens.answering_stage import begin, words_on
from tests.journey import Journey
from tests.window import ToldChooser

SECRETS = {"Anna": "Annas hemmelighed", "Bo": "Bos hemmelighed", "Eva": "Evas hemmelighed"}


def resets(work: Transaction) -> list[tuple[str, str]]:
    """Who has reset whose code."""
    return [(each.by, each.reason) for each in events.all(work) if each.event == Event.RESET_CODE.value]


@pytest.mark.parametrize("hand", HANDS, ids=["mouse", "keys"])
def test_three_answer_on_one_laptop(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, hand: Callable[[Window], Hand]
) -> None:
    journey = Journey(tmp_path, clock).gather_people(tuple(SECRETS))
    evidence = tmp_path / "måling.txt"
    evidence.write_text("Trivselsmåling", encoding="utf-8")
    page = begin(qtbot, journey, hand, chooser=ToldChooser([[evidence]]))
    window = page.hand.window

    # Anna answers, locks, and leaves; Bo attaches a file and locks with another code.
    page.take("Anna").answer("k1.1", 3, strength=SECRETS["Anna"]).lock("æble-1").leave()
    page.take("Bo").answer("k1.1", 2, strength=SECRETS["Bo"])
    assert SECRETS["Anna"] not in words_on(frame(window))
    assert page.page.form is not None
    page.hand.press(page.page.form.lists.more)
    page.attach().lock("pære-2").leave()

    # Eva sees nobody's answers, answers without a code, and hands in.
    page.take("Eva").answer("k1.2", 5, strength=SECRETS["Eva"])
    seen = words_on(frame(window))
    assert SECRETS["Anna"] not in seen
    assert SECRETS["Bo"] not in seen
    assert "måling.txt" not in seen
    page.go_to(FINISH).next().next()
    assert page.people()["Eva"].startswith("Afleveret")

    # Bo has forgotten the code; Anna resets it, and sees nothing by it.
    page.take("Bo").give("pære-3")
    assert page.refused
    page.forget("Anna")
    assert SECRETS["Bo"] not in words_on(frame(window))
    page.take("Bo").choose_new("pære-4")
    assert page.go_to("k1.1").texts(StatementKind.STRENGTH) == (SECRETS["Bo"],)
    assert page.files == ["måling.txt"]
    page.go_to(FINISH).next().next()

    # Anna goes on with her code, looks at one again, hands in, and takes it back to correct it.
    page.take("Anna").give("æble-1").go_to("k1.1").mark().score(4)
    page.go_to(FINISH).next().other("Tag mine svar tilbage")
    page.go_to("k1.1").mark().score(2).go_to(FINISH).next().next()
    assert all(state.startswith("Afleveret") for state in page.people().values())

    room = window.room
    assert room is not None
    found: list[object] = []
    room.desk.ask(resets).then(found.append)
    assert found == [[("Anna", journey.people["Bo"])]]
    kinds: list[object] = []
    room.desk.ask(evaluations.ways, journey.id).then(kinds.append)
    assert kinds == [{each: frozenset({Way.LAPTOP}) for each in journey.people.values()}]
