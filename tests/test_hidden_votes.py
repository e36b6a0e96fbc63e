"""Until the dots are shown nobody sees where anybody put theirs: every query, undo, extract and report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.action_plan import priorities, votes
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.storage.evaluation_file import FACILITATOR
from kvik_desktop.workshop import statements
from tests.cli.kvik import Kvik
from tests.journey import Journey
from tests.planted import plant, spelled
from tests.test_hidden import OTHER, QUERIES, VIEWER, told

VARIANTS = ((2, 0, 1), (0, 3, 0))
"""By area how many dots the others put there: as many people, other places."""


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """The result is accepted, and people give dots."""
    journey = Journey(tmp_path, clock).gather_people()
    plant(journey)
    journey.file.do(answer_pages.prepare, journey.id)
    journey.reveal()
    for words in ("For lidt tid", "Uro", "Uklare mål"):
        journey.file.do(statements.add, journey.id, "k1.1", StatementKind.AREA, words)
    journey.settle_all().accept().file.do(votes.begin, journey.id, 3)
    yield journey
    journey.file.close()


def vote(journey: Journey, variant: int) -> None:
    """Two people at the computer, a slip of paper, and hands: all but the viewer's own."""
    areas = [each.id for each in journey.file.ask(priorities.wall, journey.id)][-3:]
    dots = dict(zip(areas, VARIANTS[variant], strict=True))
    for name in (OTHER, "Carla"):
        journey.file.do(votes.give, journey.id, journey.people[name], dots)
    journey.file.do(votes.give_hands, journey.id, dots)


def given_up_to_now(journey: Journey, actor: str) -> list[str]:
    return [told(query, journey, actor) for query in QUERIES]


@pytest.mark.parametrize("is_turn", [False, True], ids=["facilitator", "turn"])
def test_no_query_tells_where_the_dots_are(journey: Journey, is_turn: bool) -> None:
    actor = journey.people[VIEWER] if is_turn else FACILITATOR
    vote(journey, 0)
    first = given_up_to_now(journey, actor)
    vote(journey, 1)
    second = given_up_to_now(journey, actor)
    for query, one, two in zip(QUERIES, first, second, strict=True):
        assert one == two, f"{query.module}.{query.name} differs with where the dots are"
    before = spelled(journey.file.ask(priorities.wall, journey.id))
    journey.file.do(votes.show, journey.id)
    assert spelled(journey.file.ask(priorities.wall, journey.id)) != before, "else nothing was looked for"


def test_undo_does_not_tell(journey: Journey) -> None:
    for variant in range(len(VARIANTS)):
        vote(journey, variant)
        label = journey.file.undo_label
        assert label is not None
        assert Translator()(label) == "prikker"


def test_the_extract_is_ones_own(journey: Journey) -> None:
    vote(journey, 0)
    other = journey.people[OTHER]
    for actor, seen in ((FACILITATOR, False), (journey.people[VIEWER], False), (other, True)):
        with journey.file.acting_as(actor):
            found = journey.file.ask(privacy.extract, journey.id, other)
        assert ("ballot" in found.belongings) == seen


def test_no_report_tells(journey: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same wherever the dots are, but for the time of day."""
    kvik, made = Kvik(capsys), list[tuple[str, str]]()
    for variant in range(len(VARIANTS)):
        vote(journey, variant)
        out = tmp_path / f"{variant}.html"
        assert kvik("report", str(journey.path), "--out", str(out)).code == 0
        page = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "nu", out.read_text("utf-8"))
        made.append((page, kvik("show", str(journey.path), "--json").out))
    assert made[0] == made[1]
