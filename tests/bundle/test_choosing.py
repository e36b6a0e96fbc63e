"""Deciding what leaves: each find gets an answer, which holds for the text it was given to; undo works."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kvik_desktop.bundle import choosing
from kvik_desktop.bundle.choosing import NAMES, LookedAt, Review
from kvik_desktop.bundle.exporting import export
from kvik_desktop.bundle.finds import FindKind
from kvik_desktop.bundle.privacy import Choices, Part
from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed
from tests.bundle.material import order, ready
from tests.journey import Journey

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
REASON, EVIDENCE, AREA = "k1.1/reason", "k1.1/evidence/1", "k1.1/areas/1"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    journey = ready(tmp_path_factory.mktemp("færdig"), CLOCK)
    journey.file.close()
    return journey.path


class Sender:
    """A copy of the file, and what its sender decides."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.folder = folder
        self.file = open_file(path, clock=CLOCK)
        self.id = self.file.ask(evaluations.current).id

    def review(self) -> Review:
        return self.file.ask(choosing.review, self.id)

    def text(self, place: str) -> LookedAt:
        return next(each for each in self.review().texts if each.place == place)

    def sent(self, place: str) -> str:
        return self.review().preview.sent.written().get(place, "")

    def keep(self, place: str, kind: FindKind) -> None:
        self.file.do(choosing.keep, self.id, place, kind)

    def rewrite(self, place: str, text: str) -> None:
        self.file.do(choosing.rewrite, self.id, place, text)


@pytest.fixture
def sender(tmp_path: Path, finished: Path) -> Iterator[Sender]:
    path = tmp_path / "enhed.kvikdb"
    shutil.copy(finished, path)
    made = Sender(tmp_path, path)
    yield made
    made.file.close()


def test_every_find_is_left_to_decide_at_first(sender: Sender) -> None:
    found = {each.place: each.kind for each in sender.review().texts if each.is_open}
    assert found == {
        REASON: FindKind.NAME,
        EVIDENCE: FindKind.CPR,
        AREA: FindKind.PHONE,
        "plan/1/areas/1": FindKind.PHONE,
    }
    assert sender.review().open_texts == 4


def test_the_safe_wording_takes_the_gravest_out(sender: Sender) -> None:
    assert sender.text(EVIDENCE).safe == "Klage fra beboer [fjernet]"
    assert sender.text(AREA).safe == "Ring til Bo på [fjernet]"
    assert sender.text(REASON).safe == "pædagog havde flest eksempler"


def test_a_text_with_two_kinds_is_asked_about_twice(sender: Sender) -> None:
    sender.rewrite(AREA, sender.text(AREA).safe)
    assert (sender.text(AREA).kind, sender.text(AREA).is_open) == (FindKind.NAME, True)
    sender.rewrite(AREA, sender.text(AREA).safe)
    assert not sender.text(AREA).is_open
    assert sender.sent(AREA) == "Ring til pædagog på [fjernet]"


def test_what_is_no_cpr_number_goes(sender: Sender) -> None:
    sender.keep(EVIDENCE, FindKind.CPR)
    assert not sender.text(EVIDENCE).is_open
    assert sender.sent(EVIDENCE) == "Klage fra beboer 010203-0000"


def test_keeping_a_name_does_not_let_a_number_through(sender: Sender) -> None:
    sender.rewrite(REASON, "Anna så 010203-0000")
    sender.keep(REASON, FindKind.NAME)
    assert sender.text(REASON).kind is FindKind.CPR
    assert sender.sent(REASON) == "Anna så [fjernet]"


def test_a_text_left_out_is_gone_and_can_be_asked_about_again(sender: Sender) -> None:
    sender.file.do(choosing.leave_out, sender.id, REASON)
    assert (sender.sent(REASON), sender.text(REASON).is_open) == ("", False)
    sender.file.do(choosing.reconsider, sender.id, REASON)
    assert sender.text(REASON).is_open


def test_an_empty_wording_leaves_the_text_out(sender: Sender) -> None:
    sender.rewrite(REASON, " \n ")
    assert sender.sent(REASON) == ""
    assert sender.text(REASON).choice is not None


def test_an_answer_can_be_undone_by_its_name(sender: Sender) -> None:
    sender.keep(EVIDENCE, FindKind.CPR)
    assert sender.file.undo_label is not None
    sender.file.undo()
    assert sender.text(EVIDENCE).is_open


def test_an_answer_is_void_when_the_text_has_changed(sender: Sender) -> None:
    """A place is a number in a list: another text there must not inherit what was allowed."""
    sender.keep(REASON, FindKind.NAME)
    sender.file.do(meeting.reopen, sender.id, "Anna", "rettelse")
    journey = sender.file.ask(meeting.result, sender.id)
    first = journey.items[0].consensus
    assert first is not None
    changed = Agreed("k1.1", first.rating, reason="Bo havde flest eksempler")
    sender.file.do(meeting.settle, sender.id, [changed])
    sender.file.do(meeting.accept, sender.id, "Anna")
    assert sender.text(REASON).is_open
    assert choosing_of(sender).leave_out_texts == frozenset()


def choosing_of(sender: Sender) -> Choices:
    return sender.file.ask(choosing.choices, sender.id)


def test_a_part_left_out_asks_about_none_of_its_texts(sender: Sender) -> None:
    sender.file.do(choosing.include, sender.id, [Part.AREAS], wanted=False)
    assert AREA not in [each.place for each in sender.review().texts]
    assert sender.review().preview.going[Part.AREAS] == 0
    sender.file.do(choosing.include, sender.id, [Part.AREAS], wanted=True)
    assert AREA in [each.place for each in sender.review().texts]


def test_names_in_the_plan_go_only_when_they_are_wanted(sender: Sender) -> None:
    assert sender.sent("plan/1/responsible") == "pædagog"
    sender.file.do(choosing.include, sender.id, [NAMES], wanted=True)
    assert sender.sent("plan/1/responsible") == "Carla"
    assert sender.text("plan/1/responsible").is_open, "a name that goes is looked at like any other"


def test_what_is_decided_is_what_is_delivered(sender: Sender) -> None:
    sender.keep(EVIDENCE, FindKind.CPR)
    sender.file.do(choosing.leave_out, sender.id, REASON)
    export(sender.file, sender.id, order(choices=choosing_of(sender)), sender.folder / "a.kvik")
    package = (sender.folder / "a.kvik").read_bytes()
    assert b"010203-0000" in package
    assert b"flest eksempler" not in package


def test_a_place_that_is_gone_is_told(sender: Sender) -> None:
    with pytest.raises(Problem) as found:
        sender.file.do(choosing.leave_out, sender.id, "k1.1/strengths/99")
    assert found.value.code == "E_PLACE"


def test_nothing_can_be_decided_before_the_result_is_accepted(tmp_path: Path) -> None:
    journey = Journey(tmp_path, CLOCK).gather_people()
    with pytest.raises(Problem) as found:
        journey.file.ask(choosing.review, journey.id)
    assert found.value.code == "E_STATE"
    journey.file.close()
