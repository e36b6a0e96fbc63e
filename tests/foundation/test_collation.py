"""Danish order: æ, ø, å last, and Aabenraa among the å's."""

from __future__ import annotations

from random import Random

from kvik_desktop.foundation.collation import danish_order

ORDERED = ["Albertslund", "ballerup", "Zoo", "Æblehaven", "Ølgod", "Örebro", "Aabenraa", "Ågården", "Årslev"]


def test_names_stand_where_they_are_looked_for() -> None:
    shuffled = list(ORDERED)
    Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=danish_order) == ORDERED
