"""Dots: how many each has, what a slip says, hidden until they are shown, and only sums after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.action_plan import merging, priorities, votes
from kvik_desktop.action_plan.dots import (
    Ballot,
    DotVote,
    How,
    Turnout,
    check_dots,
    read_slip,
    summed,
    usual,
)
from kvik_desktop.compose import open_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.privacy import usecases as privacy
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.workshop.deleting import delete_for_good
from tests.action_plan.material import CALM, GOALS, TIME, area, with_areas
from tests.journey import PEOPLE, Journey

LETTERS = {"A": "a", "B": "b", "AA": "aa"}


def ballot(dots: dict[str, int]) -> Ballot:
    return Ballot("id", "e", 1, How.SLIP, None, 1, dots)


@pytest.mark.parametrize(("areas", "dots"), [(0, 1), (3, 1), (8, 2), (20, 5), (43, 10), (400, 10)])
def test_how_many_dots_each_has_follows_the_wall(areas: int, dots: int) -> None:
    assert usual(areas) == dots


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 5))))
def test_every_dot_is_in_the_sums(given_: list[dict[str, int]]) -> None:
    sums = summed(map(ballot, given_))
    assert sum(sums.values()) == sum(sum(each.values()) for each in given_)
    assert all(sums[area] == sum(each.get(area, 0) for each in given_) for area in sums)


@pytest.mark.parametrize(
    ("written", "dots"),
    [
        ("A A B", {"a": 2, "b": 1}),
        ("a2, b", {"a": 2, "b": 1}),
        ("AA;a", {"aa": 1, "a": 1}),
        ("  ", {}),
        ("B+B+b.", {"b": 3}),
    ],
)
def test_a_slip_is_read(written: str, dots: dict[str, int]) -> None:
    assert read_slip(written, LETTERS, 3) == dots


@pytest.mark.parametrize("written", ["C", "A-1", "2", "A A A A", "A4"])
def test_a_slip_that_cannot_be_right_is_refused(written: str) -> None:
    with pytest.raises(Problem, match="E_VOTE"):
        read_slip(written, LETTERS, 3)


@given(st.dictionaries(st.sampled_from(["A", "B", "AA"]), st.integers(1, 3)))
def test_what_is_written_is_what_is_read(dots: dict[str, int]) -> None:
    written = " ".join(" ".join([letter] * n) for letter, n in dots.items())
    assert read_slip(written, LETTERS, 9) == {LETTERS[letter]: n for letter, n in dots.items()}


def test_nobody_gives_less_than_nothing() -> None:
    with pytest.raises(Problem, match="E_VOTE"):
        check_dots({"a": -1}, 3)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = with_areas(tmp_path, clock)
    yield journey
    journey.file.close()


def ids(journey: Journey) -> dict[str, str]:
    return {each.area.text: each.id for each in journey.file.ask(priorities.wall, journey.id)}


def dots(journey: Journey) -> dict[str, int | None]:
    return {each.area.text: each.dots for each in journey.file.ask(priorities.wall, journey.id)}


def give(journey: Journey, name: str, **given_: int) -> Turnout:
    named = {"time": TIME, "calm": CALM, "goals": GOALS}
    where = {ids(journey)[named[each]]: n for each, n in given_.items()}
    return journey.file.do(votes.give, journey.id, journey.people[name], where).value


def show(journey: Journey) -> DotVote:
    return journey.file.do(votes.show, journey.id).value


def test_dots_are_hidden_until_they_are_shown(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 3)
    give(journey, "Bo", time=2, goals=1)
    there = give(journey, "Eva", calm=1)
    assert there.given == {journey.people["Bo"], journey.people["Eva"]}
    assert dots(journey) == {TIME: None, CALM: None, GOALS: None}
    give(journey, "Eva", goals=3)
    slips = journey.file.do(votes.give_slip, journey.id, {ids(journey)[GOALS]: 2}).value
    assert (len(slips.given), slips.slips, slips.ballots) == (2, 1, 3)
    vote = show(journey)
    assert (vote.voters, sum(vote.sums.values())) == (3, 8)
    assert dots(journey) == {TIME: 2, CALM: 0, GOALS: 6}
    assert journey.file.undo_label is None
    assert journey.file.ask(votes.turnout, journey.id) is None


def test_raised_hands_stand_for_everybody(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 1)
    where = ids(journey)
    journey.file.do(
        votes.give_hands,
        journey.id,
        {where[TIME]: 3, where[GOALS]: 2},
    )
    journey.file.do(votes.give_hands, journey.id, {where[TIME]: 4, where[GOALS]: 1})
    with pytest.raises(Problem, match="E_VOTE"):
        journey.file.do(votes.give_hands, journey.id, {where[TIME]: 6})
    assert show(journey).voters == 5
    assert dots(journey) == {TIME: 4, CALM: 0, GOALS: 1}


def test_hands_are_those_of_the_rest_so_that_nobody_counts_twice(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 2)
    where = ids(journey)
    give(journey, "Bo", time=2)
    there = journey.file.do(votes.give_slip, journey.id, {where[GOALS]: 2}).value
    assert there.rest(5) == 3
    with pytest.raises(Problem, match="E_VOTE"):
        journey.file.do(votes.give_hands, journey.id, {where[CALM]: 7})
    journey.file.do(votes.give_hands, journey.id, {where[CALM]: 3, where[GOALS]: 1})
    give(journey, "Bo", calm=2)
    give(journey, "Eva", time=1)
    with pytest.raises(Problem, match="E_VOTE"):
        give(journey, "Dines", time=1)
    vote = show(journey)
    assert vote.voters == 5, "Eva came in of those whose hands were counted"
    assert dots(journey) == {TIME: 1, CALM: 5, GOALS: 3}


def test_where_everybody_has_given_there_are_no_hands_to_count(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 1)
    for name in PEOPLE:
        give(journey, name, time=1)
    with pytest.raises(Problem, match="E_VOTE"):
        journey.file.do(votes.give_hands, journey.id, {})


def test_what_each_gave_is_forgotten_when_the_sums_are_shown(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 3)
    bo = journey.people["Bo"]
    with journey.file.acting_as(bo):
        give(journey, "Bo", time=1)
        give(journey, "Bo", calm=3)
        [own] = journey.file.ask(privacy.extract, journey.id, bo).belongings["ballot"]
    assert own["dots"] == f'{{"{area(journey, CALM)}":3}}'
    key = str(own["id"]).encode()
    assert journey.path.read_bytes().count(key) > 2, "in the table and in the journal"
    show(journey)
    journey.file.close()
    assert key not in journey.path.read_bytes()
    journey.file = open_file(journey.path)


def test_others_do_not_take_what_is_hidden_with_an_extract(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 3)
    give(journey, "Bo", calm=3)
    assert "ballot" not in journey.file.ask(privacy.extract, journey.id, journey.people["Bo"]).belongings


def test_merged_areas_have_the_dots_of_all_parts(journey: Journey) -> None:
    where = ids(journey)
    journey.file.do(votes.begin, journey.id, 3)
    give(journey, "Bo", time=2, calm=1)
    show(journey)
    whole = journey.file.do(merging.merge, journey.id, where[CALM], [where[TIME]]).value
    assert whole.dots == 3
    journey.file.do(votes.begin, journey.id, 2)
    journey.file.do(votes.give, journey.id, journey.people["Eva"], {whole.id: 2})
    assert dots(journey) == {CALM: 3, GOALS: 0}, "the vote before is seen until this one is shown"
    show(journey)
    assert dots(journey) == {CALM: 2, GOALS: 0}
    journey.file.do(merging.split, journey.id, whole.id)
    assert dots(journey) == {TIME: 0, CALM: 2, GOALS: 0}, "none is lost"
    assert [each.number for each in journey.file.ask(votes.votes, journey.id)] == [1, 2]


def test_a_vote_is_given_up(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 3)
    journey.file.do(votes.give_up, journey.id)
    journey.file.undo()
    assert journey.file.ask(votes.open_vote, journey.id) is not None
    give(journey, "Bo", calm=3)
    journey.file.do(votes.give_up, journey.id)
    assert journey.file.undo_label is None, "what was given is forgotten"
    assert journey.file.ask(votes.open_vote, journey.id) is None


def test_what_cannot_be_is_refused(journey: Journey) -> None:
    with pytest.raises(Problem, match="E_VOTE"):
        give(journey, "Bo", time=1)
    with pytest.raises(Problem, match="E_VOTE"):
        journey.file.do(votes.begin, journey.id, 0)
    journey.file.do(votes.begin, journey.id, 2)
    for case, code in (
        (lambda: journey.file.do(votes.begin, journey.id, 2), "E_VOTE"),
        (lambda: show(journey), "E_VOTE"),
        (lambda: give(journey, "Bo", time=3), "E_VOTE"),
        (lambda: journey.file.do(votes.give_slip, journey.id, {"findes ikke": 1}), "E_STATEMENT"),
        (lambda: journey.file.do(votes.give, journey.id, "ingen", {}), "E_PARTICIPANTS"),
    ):
        with pytest.raises(Problem, match=code):
            case()


def test_deleting_answers_takes_open_ballots_along(journey: Journey) -> None:
    journey.file.do(votes.begin, journey.id, 2)
    give(journey, "Bo", time=2)
    delete_for_good(journey.file, journey.id, "Anna")
    there = journey.file.ask(votes.turnout, journey.id)
    assert there is not None
    assert there.given == frozenset()
    assert journey.file.ask(evaluations.get, journey.id).answers_deleted is not None
