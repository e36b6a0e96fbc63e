"""What can be looked for in an evaluation: each text its pages show now, with a way to it, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import editing, follow_up, priorities
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.screens.follow_up_page import ENDING
from kvik_desktop.action_plan.screens.improvements_page import VOTE, ImprovementsPage
from kvik_desktop.action_plan.status_meetings import usecases as status
from kvik_desktop.desktop.texts import texts
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.find_panel import FindPanel
from kvik_desktop.shell.passages import Passage, found
from kvik_desktop.workshop import drafts, notes, statements
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.gathered import GatheredStatement
from kvik_desktop.workshop.model import DAY, Draft
from kvik_desktop.workshop.usecases import Agreed
from kvik_desktop.workshop.visit import usecases as visits
from tests.journey import PEOPLE, Journey
from tests.window import opened

DANISH = Translator()
FIRST, SECOND = "k1.1", "k1.2"
"""Of these two something is written."""


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """All have answered; Bo has written of each kind, and the facilitator has a note of their own."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    own = {kind.value: (f"PLANTET {kind.value}",) for kind in StatementKind}
    journey.answer("Bo", FIRST, 5, **own)
    for subject in (FIRST, DAY):
        journey.file.do(notes.write, journey.id, subject, "PLANTET lap")
    yield journey
    journey.file.close()


def hits(journey: Journey, words: str) -> list[tuple[str, str, str]]:
    """Where they stand: the step's heading, what kind of text, and the text."""
    return [(each.group, each.kind, each.text) for each in found(everything(journey), words)]


def everything(journey: Journey) -> tuple[Passage, ...]:
    return journey.file.ask(texts, DANISH)


def settled(journey: Journey) -> None:
    """Agreed with a reason, parked with a note, rewritten and put under a heading."""
    file, id_ = journey.file, journey.id
    strength = next(each for each in meeting_texts(journey) if each.kind is StatementKind.STRENGTH)
    file.do(statements.rewrite, id_, strength.id, "PLANTET omskrevet")
    file.do(statements.put_under, id_, strength.id, "PLANTET overskrift")
    journey.settle_all()
    file.do(meeting.settle, id_, [Agreed(FIRST, Rating(5), "PLANTET grund")])
    file.do(meeting.settle, id_, [Agreed(SECOND, parked=True, note="PLANTET parkering")])


def meeting_texts(journey: Journey) -> list[GatheredStatement]:
    lines = journey.file.ask(meeting.items, journey.id)
    return [each for line in lines for those in line.statements.values() for each in those]


def planned(journey: Journey) -> None:
    """A theme on the wall, an action with words in its fields and log, and a visit."""
    file, id_ = journey.file, journey.id
    [area] = file.ask(statements.areas, id_)
    file.do(priorities.set_theme, id_, [area.id], "PLANTET tema")
    action = file.do(editing.add, id_, "PLANTET tiltag").value.action.id
    file.do(editing.amend, id_, action, description="PLANTET beskrivelse", success="PLANTET tegn")
    file.do(editing.amend, id_, action, responsible="PLANTET ansvarlig", indicator="PLANTET indikator")
    file.do(plans.approve, id_, "Anna")
    file.do(follow_up.note, id_, action, "PLANTET log")
    file.do(visits.begin, id_, "PLANTET rolle")
    file.do(visits.observe, id_, FIRST, "PLANTET iagttagelse")


def test_before_the_reveal_only_the_questions_are_found(journey: Journey) -> None:
    assert hits(journey, "plantet") == []
    assert {each.group for each in everything(journey)} == {"Spørgsmålene"}
    assert [each.number for each in everything(journey)] == list(journey.subcriteria)
    assert {(each.stop, each.place) for each in everything(journey)} == {("2", "")}


def test_after_the_reveal_the_groups_texts_are_found_and_no_notes_of_ones_own(journey: Journey) -> None:
    journey.reveal()
    journey.file.do(drafts.keep, journey.id, FIRST, 1, Draft(Rating(5), "PLANTET kladde"))
    assert hits(journey, "plantet") == [
        ("Konsensus", kind, f"PLANTET {text}")
        for kind, text in (
            ("Dokumentation", "evidence"),
            ("Styrke", "strength"),
            ("Forbedringsområde", "area"),
            ("Idé", "idea"),
        )
    ]
    assert "Bo" not in str(everything(journey)), "nobody is named"


def test_reasons_and_what_was_parked_are_found_and_texts_as_they_were_before(journey: Journey) -> None:
    journey.reveal()
    settled(journey)
    there = [(kind, text.removeprefix("PLANTET ")) for _, kind, text in hits(journey, "plantet")]
    assert set(there) == {
        ("Dokumentation", "evidence"),
        ("Overskrift", "overskrift"),
        ("Styrke", "omskrevet"),
        ("Styrke", "strength"),
        ("Forbedringsområde", "area"),
        ("Idé", "idea"),
        ("Begrundelse", "grund"),
        ("Parkeret", "parkering"),
    }
    assert len(there) == len(set(there))


def test_wall_plan_and_log_are_found_and_what_was_seen_on_a_visit_is_not(journey: Journey) -> None:
    journey.reveal()
    settled(journey)
    journey.accept()
    planned(journey)
    there = [each for each in hits(journey, "plantet") if each[0] != "Konsensus"]
    assert there == [
        ("Forbedringer", "Tema", ""),
        ("Forbedringer", "Forbedringsområde", "PLANTET area"),
        ("Handlingsplan", "", ""),
        ("Handlingsplan", "Beskrivelse", "PLANTET beskrivelse"),
        ("Handlingsplan", "Ansvarlig", "PLANTET ansvarlig"),
        ("Handlingsplan", "Sådan kan vi se det", "PLANTET tegn"),
        ("Handlingsplan", "Indikator", "PLANTET indikator"),
        ("Opfølgning", "Log", "PLANTET log"),
    ]


def test_every_place_is_one_its_page_goes_to(qtbot: QtBot, journey: Journey) -> None:
    journey.reveal()
    settled(journey)
    journey.accept()
    planned(journey)
    file, id_ = journey.file, journey.id
    file.do(status.begin, id_)
    file.do(status.finish, id_, None, "ledelsen", "PLANTET referat")
    ways = {(each.stop, each.place): each for each in everything(journey)}
    file.close()
    shown = opened(qtbot, journey.path)
    assert shown.room is not None
    for (stop, place), passage in ways.items():
        shown.room.go("1")
        shown.room.go(stop, place)
        assert shown.room.place.startswith(f"{stop} {place}"), passage
    assert {stop for stop, _ in ways} == {"3", "4", "5", "7"}


def test_one_comes_there_from_the_vote_from_an_area_that_is_looked_for_and_from_the_end_of_a_meeting(
    qtbot: QtBot, journey: Journey
) -> None:
    journey.reveal().settle_all().accept()
    planned(journey)
    journey.file.do(status.begin, journey.id)
    [area] = found(everything(journey), "plantet area")
    [log] = found(everything(journey), "plantet log")
    journey.file.close()
    room = opened(qtbot, journey.path).room
    assert room is not None
    room.go("4", VOTE)
    assert room.place == f"4 {VOTE}"
    room.go(area.stop, area.place)
    assert room.place == f"4 {area.place}"
    assert isinstance(room.page, ImprovementsPage)
    room.page.side.finder.setText("noget andet")
    room.go(area.stop, area.place)
    assert area.place in room.page.wall.keys
    room.go("7", ENDING)
    assert room.place == f"7 {ENDING}"
    room.go(log.stop, log.place)
    assert room.place == f"7 {log.place}"


def test_the_room_sees_nothing_of_it(qtbot: QtBot, journey: Journey) -> None:
    journey.reveal()
    journey.file.close()
    room = opened(qtbot, journey.path).room
    assert room is not None
    assert room.page is not None
    before = room.page.projection
    room.find()
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, FindPanel)
    panel.field.setText("plantet")
    assert "PLANTET strength" in str(panel.list.model().index(2, 0).data())
    assert room.page.projection is before
    panel.reject()
