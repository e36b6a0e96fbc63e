"""The programme of the days: chosen among those of the model, and moved as a whole."""

from __future__ import annotations

from itertools import pairwise

from kvik_desktop.evaluation.preparing.model import Intention, Time
from kvik_desktop.evaluation.preparing.programme import beginnings, chosen_programme, points
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.process import day_programmes

PROGRAMMES = day_programmes(Resources()).programmes


def test_the_chosen_programme_counts_only_for_its_own_model() -> None:
    chosen = Intention("e", time=Time.DAY, programme="en-formiddag")
    assert chosen_programme(chosen, "kvik-kort", PROGRAMMES).id == "en-formiddag"
    assert chosen_programme(chosen, "kvik", PROGRAMMES).id == "to-en-halv-dag"
    assert chosen_programme(Intention("e", time=Time.DAY), "kvik-kort", PROGRAMMES).id == "en-dag"


def test_a_day_is_moved_as_a_whole() -> None:
    day = next(each for each in PROGRAMMES if each.id == "en-dag").days[0]
    moved = points(day, -45)
    assert [(each.begins, each.ends) for each in moved][:2] == [("7.45", "8.00"), ("8.00", "8.30")]
    assert all(before.ends == after.begins for before, after in pairwise(moved))
    assert moved[-1].ends == "14.45"


def test_one_chooses_when_the_longest_day_begins() -> None:
    found = dict(beginnings(next(each for each in PROGRAMMES if each.id == "to-en-halv-dag")))
    assert found[0] == "8.30"
    assert (found[-120], found[120]) == ("6.30", "10.30")
