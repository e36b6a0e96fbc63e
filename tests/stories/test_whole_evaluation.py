"""A small institution's whole evaluation, from the start page to the package that is read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Sector
from kvik_desktop.shell.window import Window
from tests.drivers.answering import Answering
from tests.drivers.consensus import Consensus
from tests.drivers.delivery import Delivering
from tests.drivers.hand import HANDS, Hand
from tests.drivers.improvements import Improvements
from tests.drivers.plan import Planning
from tests.drivers.preparation import Preparing
from tests.drivers.report import Reporting
from tests.drivers.start import Starting
from tests.window import window

TEAM = {"Anna Holm": 3, "Bo": 3, "Carla": 4}
AREA = "Vi følger ikke op på målene"
PASSPHRASE = "grøn cykel under bøgen"


@pytest.mark.parametrize("hand", HANDS, ids=["mouse", "keys"])
def test_a_whole_evaluation(
    qtbot: QtBot, clock: FixedClock, tmp_path: Path, hand: Callable[[Window], Hand]
) -> None:
    user = hand(window(qtbot, clock=clock))
    Starting(user).new().name("Børnehuset Tudsen").sector(Sector.DAYCARE).create()
    invites(Preparing(user))
    for name, score in TEAM.items():
        answers(Answering(user).take(name), score)
    agrees(Consensus(user))
    improves(Improvements(user))
    plans(Planning(user))
    report, package = tmp_path / "rapport.pdf", tmp_path / "pakke.kvik"
    Reporting(user).save(".pdf", report)
    assert report.read_bytes().startswith(b"%PDF")
    hands_in(Delivering(user), package)


def invites(page: Preparing) -> None:
    """Three take part, and the first is the leader."""
    for name in TEAM:
        page.add(name)
    assert page.names() == list(TEAM)


def answers(page: Answering, score: int) -> None:
    """Every question, with a text in the first, and hands in."""
    first = page.question
    page.answer(first, score, area=AREA if score == 4 else "")
    while page.question != FINISH:
        page.next()
        if page.question != FINISH:
            page.score(score)
    page.next().next()


def agrees(page: Consensus) -> None:
    """The answers are opened, everything settled, and the leader accepts the result."""
    page.reveal()
    while "Godkend" not in page.next_words:
        page.next()
    page.result.who.control.setText("Anna Holm")
    page.next()


def improves(page: Improvements) -> None:
    """The area would help much and is easy, so it becomes an action."""
    page.place(AREA, effect=4, ease=3).next().next()


def plans(page: Planning) -> None:
    """Somebody is responsible, and the leader approves the plan."""
    [title] = page.titles()
    page.edit(title, Column.WHO, "Bo").approve("Anna Holm")


def hands_in(page: Delivering, package: Path) -> None:
    """A key is made, and the package is signed, saved and read back."""
    page.go("gennemse").hand.primary()
    page.choose_passphrase(PASSPHRASE).save(package)
    assert page.title == "Gemt, afventer godkendelse"
    assert dict(page.facts()) == {
        "intact": "Ja",
        "authentic": "Ja",
        "trusted": "Venter",
        "current": "Ja",
        "complete": "Ja",
    }
