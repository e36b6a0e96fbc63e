"""The cards of a wall are made once, and again where the area is another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kvik_desktop.action_plan import priorities
from kvik_desktop.action_plan.pages import Wall, wall_page
from kvik_desktop.action_plan.screens.wall_groups import By, Cards, grouped, ordered
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import Translator
from tests.action_plan.material import with_areas
from tests.journey import Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def wall(journey: Journey) -> Wall:
    return journey.file.ask(wall_page)


@pytest.fixture
def cards() -> Cards:
    return Cards(Translator("da"))


def test_a_card_stays_while_its_area_is_as_it_was(journey: Journey, wall: Wall, cards: Cards) -> None:
    first = cards.of(wall)
    journey.file.do(priorities.place, journey.id, wall.areas[1].id, 4, 4)
    again = cards.of(journey.file.ask(wall_page))
    assert again[0] is first[0]
    assert again[2:] == first[2:]
    assert (first[1].placed, again[1].placed) == (False, True)
    assert again[1].where != first[1].where


def test_what_stands_after_a_gap_gets_another_letter(wall: Wall, cards: Cards) -> None:
    first = cards.of(wall)
    fewer = cards.of(replace(wall, areas=wall.areas[1:]))
    assert [card.letter for card in fewer] == [card.letter for card in first[:-1]]
    assert [card.text for card in fewer] == [card.text for card in first[1:]]


def test_another_agreed_score_is_told_on_the_card(wall: Wall, cards: Cards) -> None:
    first = cards.of(wall)
    others = cards.of(replace(wall, scores={}))
    assert all("enighed" in card.source for card in first)
    assert not any("enighed" in card.source for card in others)


@pytest.mark.parametrize("by", list(By))
def test_every_area_stands_once_whatever_the_order(wall: Wall, cards: Cards, by: By) -> None:
    places = [place for _, _, those in ordered(wall, by, Translator("da")) for place in those]
    assert sorted(places) == list(range(len(wall.areas)))
    found = grouped(wall, by, Translator("da"), cards.of(wall), ticked=frozenset({wall.areas[0].id}))
    assert [card.key for each in found for card in each.cards if card.ticked] == [wall.areas[0].id]
