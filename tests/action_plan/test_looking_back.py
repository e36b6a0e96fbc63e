"""The next evaluation in the same file, and what stands beside each subcriterion from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan.looking_back import LookingBack, kin, looking_back
from kvik_desktop.action_plan.model import Status
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.next_evaluation import history, start_next
from kvik_desktop.evaluation.settings import Limits
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.reading import load
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey

KVIK, SHORT = (load(name, Resources()) for name in ("kvik", "kvik-kort"))


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """An accepted result of the short edition, one subcriterion parked, with one action that is done."""
    journey = Journey(tmp_path, clock).gather_people()
    journey.file.do(settings.set_limits, journey.id, Limits(red_bands=4))
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all(2)
    parked = Agreed("k1.2", parked=True, note="Mangler tal")
    journey.file.do(meeting.settle, journey.id, [parked])
    journey.accept()
    action = journey.file.do(editing.add, journey.id, "Fælles møde").value.action
    journey.file.do(editing.set_subcriteria, journey.id, action.id, ["k1.1"])
    journey.file.do(follow_up.set_status, journey.id, action.id, Status.DONE)
    yield journey
    journey.file.close()


def begin(journey: Journey, package: ModelPackage = SHORT, method: Method = Method.SCALE5) -> Evaluation:
    return journey.file.do(start_next, journey.id, package, method, "Selvevaluering 2028").value


def back(journey: Journey, evaluation: Evaluation) -> LookingBack:
    found = journey.file.ask(looking_back, evaluation.id)
    assert found is not None
    return found


def test_the_next_begins_with_the_same_unit_people_and_limits(journey: Journey) -> None:
    old = journey.file.ask(evaluations.current)
    begun = begin(journey)
    assert journey.file.ask(evaluations.current) == begun
    assert [each.id for each in journey.file.ask(history)] == [old.id, begun.id]
    assert (begun.unit, begun.previous, begun.title) == (old.unit, old.id, "Selvevaluering 2028")
    assert (settings.limits_of(begun), begun.accepted) == (Limits(red_bands=4), None)
    assert journey.file.ask(meeting.state, begun.id) is State.PREPARING
    assert journey.file.ask(meeting.state, old.id) is State.ACCEPTED
    before, after = (journey.file.ask(evaluations.roster, each) for each in (old.id, begun.id))
    assert [(each.name, each.role, each.leader) for each in after] == [
        (each.name, each.role, each.leader) for each in before
    ]
    assert {each.id for each in before}.isdisjoint(each.id for each in after)


def test_it_begins_once_and_by_undo_not_at_all(journey: Journey) -> None:
    begin(journey)
    with pytest.raises(Problem, match="E_STATE"):
        begin(journey)
    journey.file.undo()
    assert journey.file.ask(evaluations.current).id == journey.id
    begin(journey, KVIK, Method.FINE)
    assert journey.file.ask(evaluations.current).method is Method.FINE


def test_it_waits_for_the_accepted_result_and_a_method_that_is_offered(
    journey: Journey, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "tidlig").mkdir()
    early = Journey(tmp_path / "tidlig", clock).gather_people().answer("Bo", "k1.1", 3)
    with pytest.raises(Problem, match="E_STATE"):
        begin(early)
    assert early.file.ask(looking_back, early.id) is None
    early.file.close()
    steps_only = msgspec.structs.replace(SHORT, version="99.9", methods=(Method.SCALE5,))
    with pytest.raises(Problem, match="E_METHOD"):
        begin(journey, steps_only, Method.FINE)


def test_the_same_model_shows_each_old_score_and_its_actions(journey: Journey) -> None:
    found = back(journey, begin(journey))
    assert (found.same_model, found.method, list(found.before)) == (
        True,
        Method.SCALE5,
        list(journey.subcriteria),
    )
    first, second, third = (found.before[name] for name in ("k1.1", "k1.2", "k2.1"))
    assert [(each.subcriterion, each.figure.rounded) for each in first.scores] == [("k1.1", 2)]
    assert [(each.action.title, each.action.status) for each in first.actions] == [
        ("Fælles møde", Status.DONE)
    ]
    assert [(each.subcriterion, each.figure.value) for each in second.scores] == [("k1.2", None)]
    assert third.actions == ()


def test_another_model_shows_its_kin_and_is_compared_by_criterion(journey: Journey) -> None:
    found = back(journey, begin(journey, KVIK, Method.FINE))
    assert (found.same_model, list(found.before)) == (False, [sub.id for sub in KVIK.subcriteria()])
    covered = SHORT.subcriterion("k1.1").covers
    for name in covered:
        assert "k1.1" in [each.subcriterion for each in found.before[name].scores]
        assert [each.action.title for each in found.before[name].actions] == ["Fælles møde"]
    assert set(found.criteria) <= {criterion.id for criterion in KVIK.criteria}
    assert found.criteria["1"].figure.value == 2


def test_kin_goes_both_ways_and_strangers_have_none() -> None:
    for sub in SHORT.subcriteria():
        for name in kin(KVIK, SHORT, sub.id):
            assert sub.id in kin(SHORT, KVIK, name)
        assert set(kin(KVIK, SHORT, sub.id)) == set(sub.covers)
    assert kin(SHORT, SHORT, "k1.1") == ("k1.1",)
    assert kin(SHORT, SHORT, "k9.9") == ()
