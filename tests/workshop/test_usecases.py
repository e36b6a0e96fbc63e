"""The meeting in a real file: texts gathered, rounds, settling, acceptance, reopening, deletion."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.incoming import Incoming
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.states import State
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import deleting, rounds
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.agenda_order import agenda
from kvik_desktop.workshop.model import Flag, Item, Outcome
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock).gather_people()
    yield journey
    journey.file.close()


def state(journey: Journey) -> State:
    return journey.file.ask(meeting.state, journey.id)


def item(journey: Journey, subcriterion: str) -> Item:
    return next(i for i in journey.file.ask(meeting.items, journey.id) if i.subcriterion == subcriterion)


def test_the_way_through_all_states(journey: Journey) -> None:
    assert state(journey) is State.PREPARING
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    assert state(journey) is State.ANSWERING
    journey.reveal()
    assert state(journey) is State.REVEALED
    journey.settle_all()
    assert state(journey) is State.SETTLED
    journey.file.undo()
    assert state(journey) is State.REVEALED
    journey.file.redo()
    journey.accept()
    assert state(journey) is State.ACCEPTED
    assert journey.file.undo() is None


def test_texts_are_gathered_at_the_reveal_without_names_and_with_sources(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 2, strength=("Faste møder",), idea=("En tavle",))
    journey.answer("Eva", "k1.1", 2, strength=("faste  møder", "Alle kender planen"))
    journey.reveal()
    strengths = item(journey, "k1.1").statements[StatementKind.STRENGTH]
    assert sorted((text.text, text.sources) for text in strengths)[0] == ("Alle kender planen", 1)
    assert [text.sources for text in strengths if text.text.casefold().startswith("faste")] == [2]
    assert [text.text for text in item(journey, "k1.1").statements[StatementKind.IDEA]] == ["En tavle"]


def test_what_several_wrote_comes_first(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 2, strength=("Et", "To", "Tre", "Faste møder"))
    journey.answer("Eva", "k1.1", 2, strength=("Fire", "Fem", "faste møder"))
    journey.answer("Dines", "k1.1", 2, strength=("Seks", "fem", "Faste  møder"))
    journey.reveal()
    strengths = item(journey, "k1.1").statements[StatementKind.STRENGTH]
    assert [text.sources for text in strengths] == [3, 2, 1, 1, 1, 1, 1]


def test_the_agenda_begins_with_the_largest_disagreement(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3))
    journey.answer("Bo", "k2.1", 0).answer("Eva", "k3.1", 1).answer("Bo", "k4.1", None)
    for name in ("Carla", "Dines"):
        journey.answer(name, "k4.1", None)
    journey.reveal()
    order = agenda(journey.file.ask(meeting.items, journey.id))
    assert [(each.subcriterion, each.latest.flag) for each in order[:4]] == [
        ("k2.1", Flag.RED),
        ("k4.1", Flag.GREY),
        ("k3.1", Flag.AMBER),
        ("k1.1", Flag.GREEN),
    ]
    assert (order[1].latest.n, order[1].latest.cannot_judge) == (2, 3)


def test_a_second_round_is_hidden_until_it_closes_and_the_first_is_kept(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).answer("Bo", "k1.1", 0).reveal()
    opened = journey.file.do(rounds.open_round, journey.id, "k1.1").value
    assert opened.number == 2
    for name in ("Bo", "Eva"):
        texts = {StatementKind.AREA: ("Jeg havde ikke set tallene",)}
        given = [NewAnswer("k1.1", Rating(2), texts)]
        journey.file.do(rounds.answer_round, journey.id, journey.people[name], given, Way.LAPTOP)
    assert len(item(journey, "k1.1").rounds) == 1
    assert item(journey, "k1.1").open_round == 2
    assert item(journey, "k1.1").statements[StatementKind.AREA] == ()
    journey.file.do(rounds.close_round, journey.id, "k1.1", "Anna")
    first, second = item(journey, "k1.1").rounds
    assert (first.n, first.flag) == (5, Flag.RED)
    assert (second.n, second.flag, second.bands) == (2, Flag.GREEN, (0, 0, 2, 0, 0, 0))
    [area] = item(journey, "k1.1").statements[StatementKind.AREA]
    assert (area.text, area.sources) == ("Jeg havde ikke set tallene", 2)
    assert journey.file.undo() is None
    assert journey.file.ask(meeting.suggestions, journey.id)["k1.1"] == Rating(2)


def test_answers_without_an_open_round_are_refused(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3).reveal()
    given = [NewAnswer("k1.1", Rating(2), {})]
    with pytest.raises(Problem) as caught:
        journey.file.do(rounds.answer_round, journey.id, journey.people["Bo"], given, Way.LAPTOP)
    assert caught.value.code == "E_REVEALED"
    with pytest.raises(Problem) as caught:
        journey.file.do(rounds.close_round, journey.id, "k1.1", "Anna")
    assert caught.value.code == "E_ROUND"


def test_settling_before_the_reveal_is_refused(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3)
    with pytest.raises(Problem) as caught:
        journey.settle_all()
    assert caught.value.code == "E_STATE"


def test_figures_must_be_complete_and_parking_needs_a_note(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3).reveal()
    wrong = [Agreed("k1.1"), Agreed("k1.2", parked=True), Agreed("k1.3", Rating(3))]
    with pytest.raises(Problem) as caught:
        journey.file.do(meeting.settle, journey.id, wrong)
    assert caught.value.code == "E_CONSENSUS"
    assert len(caught.value.details) == 2
    assert item(journey, "k1.3").consensus is None


def test_an_unknown_subcriterion_is_refused(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3).reveal()
    with pytest.raises(Problem) as caught:
        journey.file.do(meeting.settle, journey.id, [Agreed("9.9", Rating(3))])
    assert caught.value.code == "E_CONSENSUS"


def test_green_ones_are_settled_in_one_act_at_their_median(journey: Journey) -> None:
    journey.answer_all({"Anna": 3, "Bo": 4, "Carla": 4, "Dines": 4, "Eva": 3}).answer("Bo", "k1.1", 0)
    journey.reveal()
    settled = journey.file.do(meeting.settle_green, journey.id).value
    assert len(settled) == 19
    assert {each.score for each in settled} == {4}
    assert [sub.id for sub in journey.file.ask(meeting.unsettled, journey.id)] == ["k1.1"]


def test_texts_of_the_group_take_the_place_of_the_gathered(journey: Journey) -> None:
    journey.answer("Bo", "k1.1", 3, strength=("a", "b"), area=("c",)).reveal()
    texts = {StatementKind.STRENGTH: ("b", "ny fælles styrke")}
    journey.file.do(meeting.settle, journey.id, [Agreed("k1.1", Rating(3), texts=texts)])
    statements = item(journey, "k1.1").statements
    assert [text.text for text in statements[StatementKind.STRENGTH]] == ["b", "ny fælles styrke"]
    assert [text.text for text in statements[StatementKind.AREA]] == ["c"]
    journey.file.undo()
    assert sorted(text.text for text in item(journey, "k1.1").statements[StatementKind.STRENGTH]) == [
        "a",
        "b",
    ]


def test_reasons_are_asked_for_only_far_from_the_answers(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all()
    agreed = [
        Agreed("k1.1", Rating(5)),
        Agreed("k1.2", Rating(1), reason="Nye tal"),
        Agreed("k1.3", Rating(3)),
    ]
    journey.file.do(meeting.settle, journey.id, agreed)
    assert journey.file.ask(meeting.missing_reasons, journey.id) == ("k1.1",)


def test_the_result_counts_parked_as_not_scored(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all(4)
    parked = Agreed("k1.1", parked=True, note="Vi mangler tal fra kommunen")
    journey.file.do(meeting.settle, journey.id, [parked])
    journey.accept()
    result = journey.file.ask(meeting.result, journey.id)
    first = result.sheet.criteria["k1"]
    assert (first.scored, first.of, first.figure.value) == (first.of - 1, first.of, Fraction(4))
    assert [item.subcriterion for item in result.parked] == ["k1.1"]
    assert result.items[0].consensus is not None
    assert result.items[0].consensus.outcome is Outcome.PARKED
    assert (result.participants, result.answered) == (5, 5)
    assert result.evaluation.accepted_by == "Anna"


def test_an_accepted_result_is_frozen_until_it_is_reopened_with_a_reason(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all().accept()
    with pytest.raises(Problem) as caught:
        journey.settle_all(4)
    assert caught.value.code == "E_STATE"
    with pytest.raises(Problem) as caught:
        journey.file.do(meeting.reopen, journey.id, "Anna", "  ")
    assert caught.value.code == "E_REASON"
    journey.file.do(meeting.reopen, journey.id, "Anna", "Tallene for k2.1 var fra sidste år")
    assert state(journey) is State.SETTLED
    journey.settle_all(4).accept()
    assert state(journey) is State.ACCEPTED


def test_deleting_answers_keeps_counts_and_bands_and_leaves_no_trace(journey: Journey) -> None:
    journey.answer_all({"Anna": 1, "Bo": 2, "Carla": 3, "Dines": 4, "Eva": None})
    journey.answer("Eva", "k1.1", 5, idea=("hemmelig-idé-fra-eva",)).reveal().settle_all()
    with pytest.raises(Problem):
        journey.file.do(deleting.delete_answers, journey.id, "Anna")
    before = journey.file.ask(meeting.items, journey.id)
    journey.accept()
    assert journey.file.do(deleting.delete_answers, journey.id, "Anna").value == 5
    after = journey.file.ask(meeting.items, journey.id)
    for old, new in zip(before, after, strict=True):
        assert new.latest.spread is None
        assert (old.latest.n, old.latest.bands, old.latest.flag) == (
            new.latest.n,
            new.latest.bands,
            new.latest.flag,
        )
    assert journey.file.ask(evaluations.revealed_answers, journey.id).answers == ()
    assert journey.file.ask(meeting.result, journey.id).answered == 5
    assert journey.file.undo() is None


def test_the_fine_method_is_settled_by_phases(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "fin").mkdir()
    fine = Journey(tmp_path / "fin", clock, "kvik", Method.FINE).gather_people()
    fine.answer_all(dict.fromkeys(PEOPLE, 60)).reveal()
    fine.file.do(meeting.settle, fine.id, [Agreed("1.1", Rating(plan=60, do=55, check=40, act=20))])
    sheet = fine.file.ask(meeting.result, fine.id).sheet
    assert sheet.subcriteria["1.1"].value == Fraction(175, 4)
    with pytest.raises(Problem) as caught:
        fine.file.do(meeting.settle, fine.id, [Agreed("1.2", Rating(plan=60))])
    assert caught.value.code == "E_CONSENSUS"
    fine.file.close()


def test_each_import_is_a_step_of_its_own(journey: Journey) -> None:
    for name in ("Bo", "Eva"):
        given = tuple(NewAnswer(sub, Rating(3), {}) for sub in journey.subcriteria)
        came = Incoming(journey.people[name], given, Way.TABLE, "svar.csv")
        journey.file.do(rounds.receive, journey.id, [came])
    journey.file.undo()
    people = journey.file.ask(evaluations.hand_ins, journey.id)
    handed_in = [each.participant.name for each in people if each.submitted]
    assert handed_in == ["Bo"]
    assert [each.participant.name for each in people if each.answered] == ["Bo"]


def test_a_round_that_was_opened_by_mistake_is_given_up(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    before = item(journey, "k1.1")
    journey.file.do(rounds.open_round, journey.id, "k1.1")
    given = [NewAnswer("k1.1", Rating(1), {StatementKind.AREA: ("Nyt",)})]
    journey.file.do(rounds.answer_round, journey.id, journey.people["Bo"], given, Way.LAPTOP)
    journey.file.do(rounds.cancel_round, journey.id, "k1.1")
    assert item(journey, "k1.1") == before
    assert {each.round for each in journey.file.ask(evaluations.revealed_answers, journey.id).answers} == {1}
    journey.file.undo()
    assert item(journey, "k1.1").open_round == 2
    journey.file.redo()
    with pytest.raises(Problem, match="E_ROUND"):
        journey.file.do(rounds.cancel_round, journey.id, "k1.1")


def test_a_round_nobody_has_answered_is_not_closed(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    journey.file.do(rounds.open_round, journey.id, "k1.1")
    put_off = [NewAnswer("k1.1", Rating(), {}, later=True)]
    journey.file.do(rounds.answer_round, journey.id, journey.people["Bo"], put_off, Way.LAPTOP)
    with pytest.raises(Problem, match="E_ROUND"):
        journey.file.do(rounds.close_round, journey.id, "k1.1", "Anna")
    assert item(journey, "k1.1").open_round == 2


def test_the_result_is_not_accepted_while_a_round_is_open(journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 3)).reveal().settle_all()
    journey.file.do(rounds.open_round, journey.id, "k1.1")
    with pytest.raises(Problem, match="E_ROUND"):
        journey.accept()
    journey.file.do(rounds.cancel_round, journey.id, "k1.1")
    journey.accept()


def test_what_was_put_off_without_a_figure_is_no_answer(journey: Journey) -> None:
    journey.answer_all({"Anna": 3, "Bo": None})
    put_off = [NewAnswer("k1.1", Rating(), {StatementKind.AREA: ("Tænker stadig",)}, later=True)]
    journey.file.do(evaluations.answer, journey.id, journey.people["Eva"], put_off, Way.LAPTOP)
    by_name = {each.participant.name: each for each in journey.file.ask(evaluations.hand_ins, journey.id)}
    assert [by_name[name].answered for name in ("Anna", "Bo", "Eva")] == [20, 20, 0]
    journey.reveal()
    first = item(journey, "k1.1")
    assert (first.latest.n, first.latest.cannot_judge) == (1, 1)
    assert [each.text for each in first.statements[StatementKind.AREA]] == ["Tænker stadig"]
