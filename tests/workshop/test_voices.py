"""Who begins: from the ends of the spread, by turns, and by name only where the group has chosen names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.evaluation.settings import name_speakers
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.workshop.board import Board, shown
from kvik_desktop.workshop.deleting import delete_answers
from kvik_desktop.workshop.projected import Standing, projected
from kvik_desktop.workshop.screens.voices_part import sentence
from kvik_desktop.workshop.voices import Voices, ends, opening
from tests.journey import PEOPLE, Journey

STEPS = st.fixed_dictionaries(dict.fromkeys(PEOPLE, st.integers(-1, 5)))


@pytest.mark.parametrize(
    ("bands", "expected"),
    [((), None), ((1, 0, 1, 0, 0, 0), None), ((0, 4, 0, 0, 0, 0), None), ((1, 0, 1, 0, 0, 2), (0, 5))],
)
def test_there_are_ends_where_three_or_more_lie_on_several_steps(
    bands: tuple[int, ...], expected: tuple[int, int] | None
) -> None:
    assert ends(bands) == expected


def _bands(steps: dict[str, int]) -> tuple[int, ...]:
    return tuple(sum(1 for step in steps.values() if step == band) for band in range(6))


@settings(max_examples=60)
@given(st.lists(STEPS, min_size=1, max_size=12))
def test_they_lie_at_the_ends_and_nobody_begins_before_one_who_has_begun_less(
    items: list[dict[str, int]],
) -> None:
    people = {f"1.{n}": steps for n, steps in enumerate(items)}
    found = opening({name: _bands(steps) for name, steps in people.items()}, people)
    begun: Counter[str] = Counter()
    for name, voices in found.items():
        both = ends(_bands(people[name]))
        assert both is not None
        for who, end in ((voices.low_name, both[0]), (voices.high_name, both[1])):
            candidates = [each for each, step in people[name].items() if step == end]
            assert who in candidates
            assert all(begun[who] <= begun[each] for each in candidates)
        begun.update([voices.low_name, voices.high_name])
    assert [each.high_first for each in found.values()] == [n % 2 == 0 for n in range(len(found))]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five on 40; Bo and Eva high and Anna low on three, so that they could always be the same two."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    for place in ("1.1", "2.2", "3.3"):
        journey.answer("Bo", place, 95).answer("Eva", place, 92).answer("Anna", place, 5)
        journey.answer("Carla", place, 8)
    yield journey.reveal()
    journey.file.close()


def voices(journey: Journey) -> dict[str, Voices]:
    board = journey.file.ask(shown)
    assert isinstance(board, Board)
    return dict(board.voices)


def test_without_a_choice_there_are_counts_and_no_names(journey: Journey) -> None:
    found = voices(journey)
    assert found == {
        "1.1": Voices(2, 2, True),
        "2.2": Voices(2, 2, False),
        "3.3": Voices(2, 2, True),
    }
    first, second = (Translator()(sentence(found[name])) for name in ("1.1", "2.2"))
    assert first == (
        "Bed en af dem, der ligger højt (2), og så en af dem, der ligger lavt (2), om at fortælle, hvad de "
        "har set."
    )
    assert second.startswith("Bed en af dem, der ligger lavt (2)")


def test_with_names_the_same_two_do_not_always_begin(journey: Journey) -> None:
    journey.file.do(name_speakers, journey.id, named=True)
    asked = [(each.low_name, each.high_name) for each in voices(journey).values()]
    assert asked == [("Anna", "Bo"), ("Carla", "Eva"), ("Anna", "Bo")]
    journey.file.do(name_speakers, journey.id, named=False)
    assert not any(each.named for each in voices(journey).values())


def test_names_are_gone_with_the_answers_and_never_reach_the_room(journey: Journey) -> None:
    journey.file.do(name_speakers, journey.id, named=True)
    board = journey.file.ask(shown)
    for place in ("dagsorden", "samlet", "resultat", "3.3"):
        for move in range(1, 5):
            seen = repr(projected(board, Standing(place, move), "da"))
            assert not re.search(rf"\b({'|'.join(PEOPLE)})\b", seen)
    journey.settle_all(40).accept()
    journey.file.do(delete_answers, journey.id, "Anna")
    assert not any(each.named for each in voices(journey).values())


def test_where_most_agree_nobody_is_asked_to_begin(journey: Journey) -> None:
    assert "4.1" not in voices(journey)
