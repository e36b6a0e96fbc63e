"""The trend over all evaluations of a file: what is read by what, and what is never joined."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.action_plan.trend import Trend, may_be_seen, trend
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.model_package.comparing import Measure
from kvik_desktop.model_package.model import Block, Method
from kvik_desktop.workshop import usecases as meeting
from tests.several import FIVE_ALIKE, SHORT_FULL_FINE_STEPS, Round, Several


@pytest.fixture
def mixed(tmp_path: Path) -> Iterator[Several]:
    several = Several(tmp_path, SHORT_FULL_FINE_STEPS)
    yield several
    several.file.close()


def trend_of(folder: Path, *rounds: Round) -> Trend:
    several = Several(folder, rounds)
    found: Trend = several.file.ask(trend)
    several.file.close()
    return found


def test_evaluations_of_one_kind_are_joined_all_the_way(tmp_path: Path) -> None:
    found = trend_of(tmp_path, *FIVE_ALIKE)
    assert [each.title for each in found.occasions][0::4] == ["Selvevaluering", "Selvevaluering 2028"]
    assert all(each.is_alike and each.joins for each in found.steps)
    assert (found.scale, found.needs_bands) == (Method.CLASSICAL, False)
    assert [each.key for each in found.criteria] == [str(number) for number in range(1, 10)]
    for course in found.courses:
        assert all(point is not None and point.figure.value is not None for point in course.points)
        assert all(sum(point.bands) == point.scored for point in course.points if point)


def test_short_full_fine_and_steps_are_read_by_the_criteria_they_share(mixed: Several) -> None:
    found = mixed.file.ask(trend)
    assert [each.measure for each in found.steps] == [Measure.POINTS, Measure.POINTS, Measure.BANDS]
    assert [each.joins for each in found.steps] == [True, True, False]
    assert [found.is_placed(place) for place in range(4)] == [True, True, True, False]
    assert (found.scale, found.needs_bands) == (Method.CLASSICAL, True)
    assert [each.key for each in found.criteria] == [str(number) for number in range(1, 10)]
    assert all(each.name is not None for each in found.criteria)
    fifth = next(each for each in found.criteria if each.key == "5")
    assert fifth.block is Block.ENABLER
    assert [point.of if point else None for point in fifth.points] == [2, 3, 3, 3]


def test_the_means_are_those_of_each_evaluations_own_report(mixed: Several) -> None:
    found = mixed.file.ask(trend)
    sheets = [mixed.file.ask(meeting.sheet, own) for own in mixed.ids]
    efforts, results = found.blocks
    assert [point.figure for point in efforts.points if point] == [sheet.enablers for sheet in sheets]
    assert [point.figure for point in results.points if point] == [sheet.results for sheet in sheets]


def test_a_file_of_steps_alone_has_an_axis_of_steps(tmp_path: Path) -> None:
    steps = Round("kvik-kort", Method.SCALE5, 2)
    found = trend_of(tmp_path, steps, steps)
    assert (found.scale, found.needs_bands) == (Method.SCALE5, False)
    assert [each.key for each in found.criteria] == [f"k{number}" for number in range(1, 9)]


def test_what_is_not_accepted_is_not_in_it_and_hides_the_rest_until_the_reveal(tmp_path: Path) -> None:
    several = Several(tmp_path, FIVE_ALIKE[:2])
    begun = several.begin(Round())
    assert len(several.file.ask(trend).occasions) == 2
    assert not may_be_seen(begun)
    several.answer(Round())
    several.file.do(meeting.reveal, begun.id, "Anna")
    assert may_be_seen(several.file.ask(evaluations.get, begun.id))
    assert len(several.file.ask(trend, several.ids[0]).occasions) == 1
    several.file.close()


def test_a_file_with_one_evaluation_has_one_point(tmp_path: Path) -> None:
    found = trend_of(tmp_path, Round())
    assert (len(found.occasions), found.steps) == (1, ())
    assert all(len(course.points) == 1 for course in found.courses)
