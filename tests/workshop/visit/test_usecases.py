"""A visit in a real file: from acceptance on, never a part of the scores, told in package and report."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kvik_desktop.action_plan.deleting import delete_person_for_good
from kvik_desktop.bundle import usecases as bundles
from kvik_desktop.bundle.checks import Reader
from kvik_desktop.bundle.exporting import export
from kvik_desktop.bundle.standing import standing as delivered
from kvik_desktop.envelope.verification import open_package
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.report.producing import write_report
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.model import Question, Seen
from tests.bundle.material import order, ready
from tests.journey import PEOPLE, Journey
from tests.report.printed import text

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 22)
NAME = "Ida Udefra"
NOTICED = "Tavlen hænger i gangen"


@dataclass
class SetClock:
    """A clock that is set by hand."""

    at: datetime = NOW

    def now(self) -> datetime:
        """The time it is set to."""
        return self.at


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def journey(tmp_path: Path, clock: SetClock) -> Iterator[Journey]:
    made = ready(tmp_path, clock)
    yield made
    made.file.close()


def standing(journey: Journey) -> visits.VisitStanding:
    return journey.file.ask(visits.standing, journey.id)


def begun(journey: Journey) -> Question:
    """A visit with a day, and one question with its words."""
    file, criterion = journey.file, journey.package.criteria[0].id
    file.do(visits.begin, journey.id, "proceskonsulent")
    file.do(visits.amend, journey.id, day=DAY, role="proceskonsulent", name=NAME)
    asked = file.do(visits.ask, journey.id, criterion).value
    file.do(
        visits.write,
        journey.id,
        asked.id,
        text="Er årshjulet i brug?",
        wanted="Årshjulet",
        place="Souschefen, kontoret",
    )
    file.do(visits.observe, journey.id, criterion, NOTICED)
    return asked


def finished(journey: Journey) -> Question:
    asked = begun(journey)
    journey.file.do(visits.mark, journey.id, asked.id, Seen.CONFIRMED)
    journey.file.do(visits.finish, journey.id)
    return asked


def problem(journey: Journey, *act: object, **named: object) -> Problem:
    with pytest.raises(Problem) as caught:
        journey.file.do(*act, **named)  # type: ignore[arg-type]  # any act with what it wants
    return caught.value


def test_before_acceptance_there_is_nothing_to_visit(tmp_path: Path, clock: SetClock) -> None:
    folder = tmp_path / "ny"
    folder.mkdir()
    journey = Journey(folder, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    with journey.file:
        assert problem(journey, visits.begin, journey.id, "konsulent").code == "E_STATE"
        assert not standing(journey).is_accepted


def test_three_questions_in_a_criterion_and_no_more(journey: Journey) -> None:
    begun(journey)
    first, second = (each.id for each in journey.package.criteria[:2])
    for _ in range(2):
        journey.file.do(visits.ask, journey.id, first)
    assert problem(journey, visits.ask, journey.id, first).code == "E_VISIT"
    journey.file.do(visits.ask, journey.id, second)
    assert [len(standing(journey).questions_in(each)) for each in (first, second)] == [3, 1]
    assert problem(journey, visits.ask, journey.id, "42").code == "E_VISIT"


def test_nothing_of_a_visit_touches_the_scores(journey: Journey) -> None:
    before = journey.file.ask(meeting.items, journey.id), journey.file.ask(meeting.sheet, journey.id)
    finished(journey)
    after = journey.file.ask(meeting.items, journey.id), journey.file.ask(meeting.sheet, journey.id)
    assert after == before


def test_what_is_finished_is_closed_until_it_is_taken_up(journey: Journey) -> None:
    asked = finished(journey)
    assert problem(journey, visits.drop, journey.id, asked.id).code == "E_VISIT"
    assert problem(journey, visits.observe, journey.id, asked.criterion, "mere").code == "E_VISIT"
    journey.file.do(visits.take_up, journey.id)
    assert standing(journey).validation is None
    journey.file.do(visits.drop, journey.id, asked.id)
    assert standing(journey).questions == ()


def test_each_act_can_be_undone_by_its_name(journey: Journey) -> None:
    finished(journey)
    labels = []
    while journey.file.undo_label is not None:
        label = Translator()(journey.file.undo_label)
        if not any(word in label for word in ("besøg", "spørgsmål")):
            break
        labels.append(label)
        journey.file.undo()
    assert labels[0] == "afslut besøget"
    assert labels[-1] == "begynd besøg"
    assert standing(journey).visit is None
    assert standing(journey).questions == ()


def test_the_package_says_validated_and_nothing_else_of_the_visit(journey: Journey) -> None:
    export(journey.file, journey.id, order(), journey.path.with_name("før.kvik"))
    finished(journey)
    assert journey.file.ask(delivered, journey.id, None).is_changed, "a new edition says more"
    draft = journey.file.ask(bundles.material, journey.id, order()).draft
    assert draft.result.validation == "visit"
    export(journey.file, journey.id, order(), journey.path.with_name("efter.kvik"))
    kinds = []
    for name in ("før", "efter"):
        opened = open_package(journey.path.with_name(f"{name}.kvik").read_bytes())
        told = b"".join(opened.members.values())
        kinds.append(b'"validation":"visit"' in told)
        for words in (NAME, NOTICED, "årshjulet", "proceskonsulent"):
            assert words.encode() not in told
    assert kinds == [False, True]
    assert Reader((journey.package,), {}, 5), "read by the same checks as every other package"


def test_the_report_tells_day_role_and_marks_but_no_name(journey: Journey) -> None:
    def report() -> str:
        out = journey.path.with_suffix(".pdf")
        write_report(journey.file, journey.id, out, Translator())
        return " ".join(text(out.read_bytes()).split())

    assert "valideret ved besøg" not in report()
    finished(journey)
    told = report()
    assert "valideret ved besøg den 22.11.2026 af proceskonsulent: 1 af 1 spørgsmål bekræftet" in told
    assert NAME not in told
    assert NOTICED not in told


def test_a_result_that_is_opened_again_is_not_validated_any_more(journey: Journey, clock: SetClock) -> None:
    finished(journey)
    clock.at = NOW + timedelta(days=1)
    journey.file.do(meeting.reopen, journey.id, "Anna", "En fejl i 1.1")
    assert standing(journey).validation is None
    journey.file.do(meeting.accept, journey.id, "Anna")
    here = standing(journey)
    assert here.is_outdated
    assert journey.file.ask(meeting.result, journey.id).validation is None
    journey.file.do(visits.take_up, journey.id)
    journey.file.do(visits.finish, journey.id)
    assert standing(journey).validation is not None


def test_search_finds_the_criterion(journey: Journey) -> None:
    asked = begun(journey)
    here = standing(journey)
    assert visits.found(here, "TAVLEN gangen") == (asked.criterion,)
    assert visits.found(here, "souschefen") == (asked.criterion,)
    assert visits.found(here, "findes ikke") == ()


def test_the_visitors_name_goes_with_the_answers_and_leaves_no_trace(journey: Journey) -> None:
    finished(journey)
    assert NAME.encode() in journey.path.read_bytes()
    delete_for_good(journey.file, journey.id, "Anna")
    visit = standing(journey).visit
    assert visit is not None
    assert (visit.name, visit.role) == ("", "proceskonsulent")
    assert NAME.encode() not in journey.path.read_bytes()
    assert standing(journey).validation is not None, "and the result is still validated"


def test_of_a_visit_after_the_answers_are_deleted_no_name_is_kept(journey: Journey) -> None:
    delete_for_good(journey.file, journey.id, "Anna")
    finished(journey)
    here = standing(journey)
    assert here.visit is not None
    assert (here.visit.name, here.visit.role, here.keeps_name) == ("", "proceskonsulent", False)
    assert here.validation is not None
    assert NAME.encode() not in journey.path.read_bytes()


def test_a_persons_name_goes_out_of_where_to_look(journey: Journey) -> None:
    asked = begun(journey)
    journey.file.do(visits.write, journey.id, asked.id, text="?", wanted="", place="Spørg Bo på kontoret")
    bo = journey.people["Bo"]
    delete_person_for_good(journey.file, journey.id, bo, "Anna")
    [question] = standing(journey).questions
    assert "Bo" not in question.place.split()
    journey.file.close()
    rows = sqlite3.connect(journey.path).execute("SELECT place FROM visit_question").fetchall()
    assert rows == [(question.place,)]
    assert b"Bo p\xc3\xa5 kontoret" not in journey.path.read_bytes()


def test_it_can_be_removed_whole(journey: Journey) -> None:
    finished(journey)
    journey.file.do(visits.remove, journey.id)
    here = standing(journey)
    assert (here.visit, here.questions, dict(here.observations)) == (None, (), {})
