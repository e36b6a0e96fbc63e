"""Beginning, composing the group, answering alone and the reveal, in a real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec
import pytest

from kvik_desktop.compose import create_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer, NewParticipant, NewUnit
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Bilingual, Method, Sector
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def test_the_model_is_frozen_as_it_was(journey: Journey) -> None:
    evaluation = journey.file.ask(evaluations.current)
    package = journey.file.ask(evaluations.package_of, evaluation)
    assert package == journey.package
    assert evaluation.model == journey.package.sha256
    assert evaluation.created == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def test_a_version_never_carries_other_content(journey: Journey) -> None:
    package = journey.package
    begin = partial(evaluations.begin, method=journey.method, title="Igen")
    unit = NewUnit("Børnehuset", Sector.DAYCARE, "671-boernehuset")
    other = msgspec.structs.replace(package, name=Bilingual("Andet", "Another"))
    with pytest.raises(Problem) as caught:
        journey.file.do(begin, unit=unit, package=other)
    assert caught.value.code == "E_MODEL"
    assert f"kvik-kort {package.version} er brugt før" in Translator()(caught.value.message)
    journey.file.do(begin, unit=unit, package=package)
    journey.file.do(begin, unit=unit, package=msgspec.structs.replace(other, version="99.9"))


def test_the_unit_has_its_level_and_place(journey: Journey) -> None:
    unit = journey.file.ask(evaluations.unit_of, journey.file.ask(evaluations.current))
    assert (unit.id, unit.level.value, unit.parent) == ("671-boernehuset", "institution", None)


def test_people_are_added_once_and_corrected_by_name(journey: Journey) -> None:
    again = [NewParticipant(" Bo ", "souschef"), NewParticipant("Finn", "forælder")]
    journey.file.do(evaluations.add_participants, journey.id, again)
    roster = journey.file.ask(evaluations.roster, journey.id)
    assert [person.name for person in roster] == ["Anna", "Bo", "Carla", "Dines", "Eva", "Finn"]
    assert roster[1].role == "souschef"
    journey.file.undo()
    assert len(journey.file.ask(evaluations.roster, journey.id)) == 5


def test_two_people_cannot_share_a_name(journey: Journey) -> None:
    with pytest.raises(Problem) as caught:
        journey.file.do(evaluations.add_participants, journey.id, [NewParticipant("ANNA")])
    assert caught.value.code == "E_PARTICIPANTS"


def test_an_answer_replaces_the_earlier_one_and_its_texts(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 2, strength=("Vi kender hinanden", "Faste møder"), area=("For lidt tid",))
    journey.answer("Bo", "k1.1", None, strength=("Faste møder",))
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Bo"])
    assert [answer.rating for answer in own.answers] == [Rating()]
    assert [(text.kind, text.text) for text in own.statements] == [
        (StatementKind.AREA, "For lidt tid"),
        (StatementKind.STRENGTH, "Faste møder"),
    ]


def test_typing_on_one_answer_is_one_step_of_undo(journey: Journey) -> None:
    for score in (1, 2, 4):
        journey.answer("Bo", "k1.1", score)
    label = journey.file.undo_label
    assert label is not None and Translator("da")(label) == "svar på k1.1"
    journey.file.undo()
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Bo"])
    assert own.answers == ()


@pytest.mark.parametrize("rating", [Rating(6), Rating(-1), Rating(plan=3), Rating(3, trend=2)])
def test_figures_must_fit_the_method(journey: Journey, rating: Rating) -> None:
    given = [NewAnswer("k1.1", rating, {})]
    with pytest.raises(Problem) as caught:
        journey.file.do(evaluations.answer, journey.id, journey.people["Bo"], given, Way.LAPTOP)
    assert caught.value.code == "E_ANSWER"


def test_handing_in_is_visible_and_can_be_taken_back(journey: Journey) -> None:
    bo = journey.people["Bo"]
    with pytest.raises(Problem):
        journey.file.do(evaluations.submit, journey.id, bo)
    journey.answer("Bo", "k1.1", 2)
    journey.file.do(evaluations.submit, journey.id, bo)
    by_name = {each.participant.name: each for each in journey.file.ask(evaluations.hand_ins, journey.id)}
    assert (by_name["Bo"].answered, by_name["Bo"].of, by_name["Bo"].submitted is not None) == (1, 20, True)
    assert (by_name["Eva"].answered, by_name["Eva"].submitted) == (0, None)
    journey.file.do(evaluations.withdraw, journey.id, bo)
    hand_ins = journey.file.ask(evaluations.hand_ins, journey.id)
    assert not any(each.submitted for each in hand_ins)


def test_nobody_sees_others_answers_before_the_reveal(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 2)
    with pytest.raises(Problem) as caught:
        journey.file.ask(evaluations.revealed_answers, journey.id)
    assert caught.value.code == "E_HIDDEN"
    journey.reveal()
    assert len(journey.file.ask(evaluations.revealed_answers, journey.id).answers) == 1


def test_the_reveal_locks_and_cannot_be_undone(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 2).reveal()
    assert journey.file.undo_label is None
    assert journey.file.undo() is None
    with pytest.raises(Problem) as caught:
        journey.answer("Bo", "k1.1", 3)
    assert caught.value.code == "E_REVEALED"
    with pytest.raises(Problem) as caught:
        journey.gather_people()
    assert caught.value.code == "E_REVEALED"
    with pytest.raises(Problem) as caught:
        journey.reveal()
    assert caught.value.code == "E_STATE"


def test_a_method_the_model_does_not_offer_is_refused_and_leaves_no_file(
    tmp_path: Path, clock: FixedClock
) -> None:
    only_steps = msgspec.structs.replace(load("kvik-kort", Resources()), methods=(Method.SCALE5,))
    unit = NewUnit("Børnehuset", Sector.DAYCARE)
    first = partial(evaluations.begin, unit=unit, package=only_steps, method=Method.FINE, title="x")
    with pytest.raises(Problem) as caught:
        create_file(tmp_path / "enhed.kvikdb", first, clock)
    assert caught.value.code == "E_METHOD"
    assert not (tmp_path / "enhed.kvikdb").exists()


@pytest.mark.parametrize(
    "unit_id", ["kort", "671-SKOLEN", "671-skole*", "671-a,b-skolen", "x" * 41, "skolen\n--"]
)
def test_an_id_that_no_package_can_carry_is_refused_at_once(
    tmp_path: Path, clock: FixedClock, unit_id: str
) -> None:
    unit = NewUnit("Skolen", Sector.SCHOOL, unit_id)
    package = load("kvik-kort", Resources())
    first = partial(evaluations.begin, unit=unit, package=package, method=Method.SCALE5, title="x")
    with pytest.raises(Problem, match="E_UNIT_ID"):
        create_file(tmp_path / "enhed.kvikdb", first, clock)


def test_roles_are_counted_without_names(journey: Journey) -> None:
    journey.file.do(evaluations.add_participants, journey.id, [NewParticipant("Finn", "forælder")])
    assert journey.file.ask(evaluations.roles, journey.id) == (("pædagog", 5), ("forælder", 1))


def test_the_leader_is_known_when_there_is_just_one(journey: Journey) -> None:
    leader = journey.file.ask(evaluations.leader_of, journey.id)
    assert leader is not None and leader.name == "Anna"
    journey.file.do(evaluations.add_participants, journey.id, [NewParticipant("Bo", "", leader=True)])
    assert journey.file.ask(evaluations.leader_of, journey.id) is None


def test_the_birth_of_the_file_cannot_be_undone(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "ny").mkdir()
    born = Journey(tmp_path / "ny", clock)
    assert born.file.undo_label is None
    assert born.file.undo() is None
    assert born.file.ask(evaluations.current).title == "Selvevaluering"
    born.file.close()


def test_a_text_that_is_given_as_empty_is_taken_away_and_one_that_is_not_given_stays(
    journey: Journey,
) -> None:
    journey.answer("Bo", "k1.1", 2, strength=("Faste møder",), area=("For lidt tid",))
    journey.answer("Bo", "k1.1", 2, strength=())
    own = journey.file.ask(evaluations.own_answers, journey.id, journey.people["Bo"])
    assert [text.text for text in own.statements] == ["For lidt tid"]
